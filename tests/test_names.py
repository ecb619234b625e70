"""One file name and one class name for one thing, so that a name in a message or an import says where to look."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent
PARSER, CLI = sorted((ROOT / "parser").rglob("*.py")), sorted((ROOT / "cli").rglob("*.py"))
PAIRED = {"commands", "views"}
"""A command and its view share the name of what they show."""


def twice(names: Iterable[str]) -> list[str]:
    """What stands more than once among names."""
    return [name for name, count in Counter(names).items() if count > 1]


def file_names(files: Iterable[Path]) -> list[str]:
    return [file.name for file in files if file.name not in ("__init__.py", "__main__.py")]


def classes(file: Path) -> list[str]:
    """The public classes that a file defines at its top."""
    nodes = ast.parse(file.read_text(encoding="utf-8")).body
    return [node.name for node in nodes if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]


def test_no_two_files_of_the_parser_have_one_name() -> None:
    assert len(PARSER) > 80
    assert twice(file_names(PARSER)) == []


def test_no_two_files_of_the_command_line_have_one_name() -> None:
    assert len(CLI) > 40
    assert twice(file_names(file for file in CLI if file.parent.name not in PAIRED)) == []
    for folder in PAIRED:
        assert twice(file_names(file for file in CLI if file.parent.name == folder)) == []


def test_no_two_public_classes_have_one_name() -> None:
    found = [name for file in (*PARSER, *CLI) for name in classes(file)]
    assert len(found) > 80
    assert twice(found) == []


def test_a_name_that_stands_twice_is_noticed() -> None:
    assert twice(["a.py", "b.py", "a.py"]) == ["a.py"]
