"""Names of output files, ranges of numbers, and the command of the pager."""

from __future__ import annotations

import shutil

import pytest

from kamerbrief_cli import pager
from kamerbrief_cli.number_ranges import MAX_NUMBER, format_ranges, parse_numbers
from kamerbrief_cli.output_names import file_names


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["a.pdf", "x/b.txt"], ["a.md", "b.md"]),
        (["a.pdf", "a.txt"], ["a.pdf.md", "a.txt.md"]),
        (["A.pdf", "x/a.txt"], ["A.pdf.md", "a.txt.md"]),
        (["x/a.pdf", "y/a.pdf", "z/a.pdf"], ["a.pdf.md", "a.pdf-2.md", "a.pdf-3.md"]),
        (["x/a.pdf", "y/A.PDF"], ["a.pdf.md", "A.PDF-2.md"]),
        (["-", "a.b.pdf", "zonder"], ["stdin.md", "a.b.md", "zonder.md"]),
        (["a.pdf.pdf", "a.pdf", "a.txt"], ["a.pdf.md", "a.pdf-2.md", "a.txt.md"]),
    ],
)
def test_files_are_named_apart(paths: list[str], names: list[str]) -> None:
    assert file_names(paths, "md") == names


def test_a_range_beyond_reason_is_cut() -> None:
    assert max(parse_numbers(["3-999999999"])) == MAX_NUMBER


@pytest.mark.parametrize(("numbers", "text"), [([], ""), ([3], "3"), ([1, 2, 3, 5], "1–3, 5"), ([1, 3, 4], "1, 3–4")])
def test_runs_of_numbers(numbers: list[int], text: str) -> None:
    assert format_ranges(numbers) == text


@pytest.mark.parametrize(
    ("variable", "command"),
    [
        (None, ["less", "-R"]),
        ("less", ["less", "-R"]),
        ("/usr/bin/less -S", ["/usr/bin/less", "-S", "-R"]),
        ("most -w", ["most", "-w"]),
        ("", None),
        ("cat", None),
        ("unbalanced 'quote", None),
    ],
)
def test_the_pager_is_the_users(
    monkeypatch: pytest.MonkeyPatch, variable: str | None, command: list[str] | None
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.delenv("PAGER", raising=False)
    if variable is not None:
        monkeypatch.setenv("PAGER", variable)
    assert pager.command() == command


def test_a_pager_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "no-such-pager")
    assert not pager.show("tekst")
