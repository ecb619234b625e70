"""How a letter is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from rich.console import Console

from kamerbrief.model import Letter, Listing, Paragraph, Part, Warning
from kamerbrief_cli.views.letter import letter_view

if TYPE_CHECKING:
    from cli.conftest import Render

WHOLE = """\
Antwoorden over wegen
From       De Minister van Wegen, A. de Vries
To         Eerste Kamer
Date       2021-08-30
Genre      schriftelijk-overleg
Contents   3 exchanges, 3 factions, 3 pages
File       wegen.pdf

  Hierbij de antwoorden.

Vragen van de VVD

── 1 · VVD · p. 1–2 ────────────────────────────────────────
  Vraag
  │ De leden van de VVD lezen over wegen. Hoeveel wegen zijn
  │ er? Waarom?

  Antwoord
  Er zijn 139.000 kilometer wegen[1]. [p. 2] Dat staat op de
  volgende pagina.

             2019      2020
  ─────────────────────────
  Wegen   138.641   139.124
  Paden         7        12

  [1] CBS, 2020.

Vragen van GroenLinks en de PvdA

── 2 · GroenLinks, PvdA · p. 2–3 ───────────────────────────
  Vraag
  │ Deze leden vragen naar bruggen.

  Antwoord
  Bruggen zijn er ook.

  [p. 3]
  - Een brug van hout.
  - Een brug van staal.

── 3 · GroenLinks, PvdA · p. 3 ─────────────────────────────
  Vraag
  │ Kan de regering de tunnels tellen?

  Antwoord
  Ja, de tunnels worden geteld. Wegen tellen niet mee.

Not certain
  ! p. 3: exchange 3 may start earlier
"""


def only_exchange(letter: Letter, number: int) -> Letter:
    sections = tuple(
        msgspec.structs.replace(section, exchanges=tuple(e for e in section.exchanges if e.number == number))
        for section in letter.sections
    )
    return msgspec.structs.replace(letter, sections=tuple(s for s in sections if s.exchanges))


def test_a_whole_letter(letter: Letter, render: Render) -> None:
    assert render(letter_view(letter)) == WHOLE


def test_a_part_has_the_whole_header_and_no_introduction(letter: Letter, render: Render) -> None:
    out = render(letter_view(only_exchange(letter, 2), of=letter))
    assert "Contents   3 exchanges" in out
    assert "Hierbij" not in out
    assert "Een brug van hout" in out
    assert "Vragen van de VVD" not in out
    assert "tunnels" not in out


@pytest.mark.parametrize(
    ("number", "marks"), [(1, ["of page 1", "of none"]), (2, ["of none"]), (3, ["of 3", "of none"])]
)
def test_warnings_are_about_what_is_shown(letter: Letter, render: Render, number: int, marks: list[str]) -> None:
    warnings = (
        Warning(code="x", message="of 3", exchange=3, page=2),
        Warning(code="x", message="of page 1", page=1),
        Warning(code="x", message="of none"),
    )
    part = only_exchange(msgspec.structs.replace(letter, warnings=warnings), number)
    shown = render(letter_view(part, of=letter)).partition("Not certain\n")[2]
    assert [line.strip(" !") for line in shown.splitlines()] == marks


def test_only_questions(letter: Letter, render: Render) -> None:
    out = render(letter_view(letter, only="questions"))
    assert "Hoeveel wegen" in out
    assert "Antwoord\n" not in out
    assert "139.000" not in out


def test_only_answers(letter: Letter, render: Render) -> None:
    out = render(letter_view(letter, only="answers"))
    assert "Vraag\n" not in out
    assert "Hoeveel wegen" not in out
    assert "139.000" in out
    assert "[1] CBS" in out


@pytest.mark.parametrize(("width", "widest"), [(40, 40), (80, 80), (140, 88)])
@pytest.mark.parametrize("terminal", [True, False])
def test_lines_keep_to_the_measure(letter: Letter, render: Render, width: int, widest: int, terminal: bool) -> None:
    long = Paragraph(text="klinker " * 100, page=1)
    exchange = msgspec.structs.replace(letter.exchanges[0], question=Part(blocks=(long,)), answer=Part(blocks=(long,)))
    section = msgspec.structs.replace(letter.sections[0], exchanges=(exchange,), heading="Vragen " * 30)
    out = render(
        letter_view(msgspec.structs.replace(letter, sections=(section,), subject="Onderwerp " * 20)),
        width=width,
        terminal=terminal,
    )
    assert max(map(len, out.splitlines())) <= widest
    assert out.count("klinker") == 200


def test_what_is_not_known_is_not_in_the_header(letter: Letter, render: Render) -> None:
    bare = Letter(source=letter.source, genre="kamervragen")
    assert render(letter_view(bare)).splitlines() == ["wegen.pdf", "Genre      kamervragen", "Contents   3 pages"]


def test_an_empty_answer_says_so(letter: Letter, render: Render) -> None:
    exchange = msgspec.structs.replace(letter.exchanges[0], answer=Part(), footnotes=())
    section = msgspec.structs.replace(letter.sections[0], exchanges=(exchange,))
    out = render(letter_view(msgspec.structs.replace(letter, sections=(section,))))
    assert "  Antwoord\n  (nothing in the letter)\n" in out


def test_printed_numbers_and_members_stand_in_the_title(letter: Letter, render: Render) -> None:
    exchange = msgspec.structs.replace(letter.exchanges[0], labels=("4", "5"), members=("Dobbe",), factions=("SP",))
    section = msgspec.structs.replace(letter.sections[0], exchanges=(exchange,))
    out = render(letter_view(msgspec.structs.replace(letter, sections=(section,))))
    assert "── 1 · vraag 4, 5 · Dobbe · SP · p. 1–2 ──" in out


def test_list_markers_are_as_printed(letter: Letter, render: Render) -> None:
    items = Listing(items=("een " * 20, "twee"), markers=("a.", ""), page=1)
    exchange = msgspec.structs.replace(letter.exchanges[0], question=Part(blocks=(items,)))
    section = msgspec.structs.replace(letter.sections[0], exchanges=(exchange,))
    out = render(letter_view(msgspec.structs.replace(letter, sections=(section,))), width=40)
    assert "  │ a. een een" in out
    assert "  │    een" in out
    assert "  │ -  twee" in out


HOSTILE = "\x1b[31m[bold]x[/bold]\x9b2J\u202e\x07 :smile: [link=http://x]"


def hostile(letter: Letter) -> Letter:
    """The letter with every string of text in it replaced."""

    def poisoned(value: object) -> object:
        if isinstance(value, str):
            return HOSTILE
        if isinstance(value, list):
            return [poisoned(one) for one in value]
        if isinstance(value, dict):
            return {key: one if key == "kind" else poisoned(one) for key, one in value.items()}
        return value

    return msgspec.convert(poisoned(msgspec.to_builtins(letter)), Letter)


@pytest.mark.parametrize("terminal", [True, False])
def test_text_of_a_letter_is_never_obeyed(letter: Letter, render: Render, terminal: bool) -> None:
    out = render(letter_view(hostile(letter)), width=120, terminal=terminal)
    assert "[bold]x[/bold]" in out
    assert ":smile:" in out
    assert not set(out) & set("\x1b\x9b\u202e\x07")


def test_colours_are_the_only_escape_codes(letter: Letter) -> None:
    console = Console(width=80, color_system="truecolor", force_terminal=True, markup=False, highlight=False)
    with console.capture() as capture:
        console.print(letter_view(hostile(letter)))
    codes = capture.get().split("\x1b")[1:]
    assert codes
    assert all(code.startswith("[") and code[1:].partition("m")[0].replace(";", "").isdigit() for code in codes)
