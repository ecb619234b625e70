"""Benchmarks and trials of endurance; `python tests/bench/NAME.py` says what each measures."""
