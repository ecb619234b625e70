"""What pytest leaves out here."""

collect_ignore = ["by_coverage.py"]  # needs atheris, which only the extra `fuzz` brings
