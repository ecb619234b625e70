"""What the documents name is there, and what they show is so."""

from __future__ import annotations

import ast
import doctest
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from kamerbrief.structure.asides import ASIDE

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")]
DOCUMENTS += sorted((ROOT / "docs").glob("*.md"))
ROOMS = [ROOT / name for name in (".", "parser/kamerbrief", "cli/kamerbrief_cli", "samples", "tests", "tests/bench")]
NAMED = re.compile(r"`(?P<path>[\w./-]+\.py)`(?:,? `(?P<name>\w+)`)?")
"""A file, and where one follows a name in it."""


def found(path: str) -> list[Path]:
    """The files that a path in a document may mean."""
    return [room / path for room in ROOMS if (room / path).is_file()]


def names_in(file: Path) -> set[str]:
    """What a file defines at its top."""
    return set(_names(ast.parse(file.read_text(encoding="utf-8"))))


def _names(module: ast.Module) -> Iterator[str]:
    for node in module.body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_that_a_document_names_is_there(document: Path) -> None:
    named = {match["path"] for match in NAMED.finditer(document.read_text(encoding="utf-8"))}
    assert named
    assert [path for path in named if "NAME" not in path and not found(path)] == []


def test_every_function_that_the_architecture_names_is_in_its_file() -> None:
    text = (ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = [(match["path"], match["name"]) for match in NAMED.finditer(text) if match["name"]]
    assert len(named) > 40
    missing = [(path, name) for path, name in named if not any(name in names_in(file) for file in found(path))]
    assert missing == []


def test_what_the_architecture_shows_is_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    outcome = doctest.testfile(str(ROOT / "docs" / "ARCHITECTURE.md"), module_relative=False)
    assert outcome.attempted > 5
    assert outcome.failed == 0


def test_the_readme_says_what_every_warning_and_aside_is() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "parser").rglob("*.py")]
    codes = {code for text in sources for code in re.findall(r'(?:code=|_warning\()"([a-z-]+)"', text)}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(codes) > 8
    assert {name for name in (*codes, *ASIDE) if f"`{name}`" not in readme} == set()


def test_every_sample_is_in_the_table_of_samples() -> None:
    table = (ROOT / "samples" / "README.md").read_text(encoding="utf-8")
    files = [path.name for path in (ROOT / "samples").iterdir() if path.suffix in (".pdf", ".txt")]
    assert [name for name in files if f"| `{name}` |" not in table] == []


def test_the_hooks_of_pre_commit_are_local() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [one["repo"] for one in hooks["repos"]] == ["local"]
    assert all(hook["entry"].startswith(".venv/bin/") for one in hooks["repos"] for hook in one["hooks"])
