"""Fixtures for the tests of the command line: a small letter, views as plain text, and commands run in this process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from rich.console import Console, RenderableType

from kamerbrief.errors import NotReadable
from kamerbrief.model import (
    Exchange,
    Footnote,
    Letter,
    Listing,
    NoteMark,
    PageTurn,
    Paragraph,
    Part,
    Section,
    Signatory,
    Source,
    Table,
    Warning,
)

Render = Callable[..., str]
Letters = dict[str, Letter]


class Outcome(NamedTuple):
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Invoke = Callable[..., Outcome]


def part(*blocks: Paragraph | Table | Listing | str, page: int = 1) -> Part:
    made = [Paragraph(text=block, page=page) if isinstance(block, str) else block for block in blocks]
    return Part(blocks=tuple(made))


ROADS = Exchange(
    number=1,
    factions=("VVD",),
    question=part("De leden van de VVD lezen over wegen. Hoeveel wegen zijn er? Waarom?"),
    answer=part(
        Paragraph(
            text="Er zijn 139.000 kilometer wegen. Dat staat op de volgende pagina.",
            page=1,
            notes=(NoteMark(offset=31, marker="1"),),
            turns=(PageTurn(offset=33, page=2),),
        ),
        Table(rows=(("", "2019", "2020"), ("Wegen", "138.641", "139.124"), ("Paden", "7", "12")), page=2),
    ),
    footnotes=(Footnote(marker="1", text="CBS, 2020.", page=2),),
    pages=(1, 2),
)
BRIDGES = Exchange(
    number=2,
    factions=("GroenLinks", "PvdA"),
    question=part("Deze leden vragen naar bruggen.", page=2),
    answer=part("Bruggen zijn er ook.", Listing(items=("Een brug van hout.", "Een brug van staal."), page=3), page=2),
    pages=(2, 3),
)
TUNNELS = Exchange(
    number=3,
    factions=("GroenLinks", "PvdA"),
    question=part("Kan de regering de tunnels tellen?", page=3),
    answer=part("Ja, de tunnels worden geteld. Wegen tellen niet mee.", page=3),
    pages=(3, 3),
)


@pytest.fixture
def letter() -> Letter:
    """A letter with three exchanges under two headings, with a table, a list, a footnote and a page turn."""
    return Letter(
        source=Source(name="wegen.pdf", sha256="0" * 64, media_type="application/pdf", pages=3),
        genre="schriftelijk-overleg",
        chamber="Eerste Kamer",
        subject="Antwoorden over wegen",
        date="2021-08-30",
        signatories=(Signatory(role="De Minister van Wegen", name="A. de Vries"),),
        introduction=("Hierbij de antwoorden.",),
        sections=(
            Section(heading="Vragen van de VVD", factions=("VVD",), page=1, exchanges=(ROADS,)),
            Section(
                heading="Vragen van GroenLinks en de PvdA",
                factions=("GroenLinks", "PvdA"),
                page=2,
                exchanges=(BRIDGES, TUNNELS),
            ),
        ),
        warnings=(Warning(code="thin-boundary", message="p. 3: exchange 3 may start earlier", exchange=3),),
    )


@pytest.fixture
def render() -> Render:
    """Render a view as plain text of a fixed width, without colour."""

    def rendered(view: RenderableType, *, width: int = 60, terminal: bool = False) -> str:
        console = Console(
            width=width, color_system=None, force_terminal=terminal, markup=False, emoji=False, highlight=False
        )
        with console.capture() as capture:
            console.print(view)
        return "\n".join(line.rstrip() for line in capture.get().split("\n"))

    return rendered


@pytest.fixture
def letters(letter: Letter, monkeypatch: pytest.MonkeyPatch) -> Letters:
    """The letters that can be read, by file name; reading any other fails."""
    readable = {"wegen.pdf": letter}

    def read_letter(path: str | Path, *, password: str | None, genre: str | None, cached: bool) -> Letter:
        assert (password, genre) == (None, None)
        assert cached
        if Path(path).name not in readable:
            raise NotReadable(f"{path}: there is no such file; check the path")
        return readable[Path(path).name]

    monkeypatch.setattr("kamerbrief.parse.read_letter", read_letter)
    return readable


@pytest.fixture
def invoke(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Invoke:
    """Run a command in this process, without the parts of `main` that need a process of their own."""
    for name in (
        "FORCE_COLOR",
        "NO_COLOR",
        "COLUMNS",
        "PAGER",
        "TTY_COMPATIBLE",
        "TTY_INTERACTIVE",
        "KAMERBRIEF_NO_CACHE",
    ):
        monkeypatch.setenv(name, "")  # so that what the command itself sets is undone too
        monkeypatch.delenv(name)

    def invoked(*args: str) -> Outcome:
        from kamerbrief_cli.app import make
        from kamerbrief_cli.runner import run_for_code

        monkeypatch.setattr(sys, "argv", ["kamerbrief", *args])
        code = run_for_code(make())
        out, err = capsys.readouterr()
        return Outcome(code, out, err)

    return invoked
