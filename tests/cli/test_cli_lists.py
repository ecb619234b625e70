"""The commands `factions` and `questions`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
import pytest

from cli.conftest import part
from kamerbrief.errors import ExitCode
from kamerbrief.insight import with_insight
from kamerbrief.model import Section

if TYPE_CHECKING:
    from cli.conftest import Invoke, Letters

pytestmark = pytest.mark.usefixtures("letters")


def test_factions_are_counted(invoke: Invoke) -> None:
    code, out, err = invoke("factions", "wegen.pdf")
    assert (code, err) == (ExitCode.OK, "")
    assert out.splitlines() == [
        "Faction      Exchanges   Questions   Words asked   Words answered   Pages",
        "─────────────────────────────────────────────────────────────────────────",
        "VVD                  1           2            13               19     1–2",
        "GroenLinks           2           2            11               21     2–3",
        "PvdA                 2           2            11               21     2–3",
        "",
        "The letter has 3 exchanges; 2 asked jointly, counted for each of the factions.",
    ]


def test_questions_are_counted_also_without_a_question_mark(invoke: Invoke, letters: Letters) -> None:
    letter = letters["wegen.pdf"]
    asked = part("Deze leden vragen hoeveel wegen er zijn. Zij vernemen graag waarom.")
    exchange = msgspec.structs.replace(letter.exchanges[0], question=asked)
    one = msgspec.structs.replace(letter, sections=(Section(heading="", page=1, exchanges=(exchange,)),))
    letters["wegen.pdf"] = with_insight(one)
    assert json.loads(invoke("factions", "wegen.pdf", "--json").out)[0]["questions"] == 2


def test_factions_as_json(invoke: Invoke) -> None:
    rows = json.loads(invoke("factions", "wegen.pdf", "--json").out)
    assert rows[0] == {
        "faction": "VVD",
        "exchanges": 1,
        "questions": 2,
        "words_asked": 13,
        "words_answered": 19,
        "pages": [1, 2],
    }
    assert [row["faction"] for row in rows] == ["VVD", "GroenLinks", "PvdA"]


def test_exchanges_of_no_faction_have_a_row(invoke: Invoke, letters: Letters) -> None:
    letter = letters["wegen.pdf"]
    bare = tuple(msgspec.structs.replace(one, factions=()) for one in letter.exchanges)
    section = msgspec.structs.replace(letter.sections[0], exchanges=bare)
    letters["wegen.pdf"] = msgspec.structs.replace(letter, sections=(section,))
    assert "(none named)           3 " in invoke("factions", "wegen.pdf").out
    assert json.loads(invoke("factions", "wegen.pdf", "--json").out)[0]["faction"] is None


LINES = [
    "1.1  VVD               p. 1  Hoeveel wegen zijn er?",
    "1.2  VVD               p. 1  Waarom?",
    "2.1  GroenLinks, PvdA  p. 2  Deze leden vragen naar bruggen.",
    "3.1  GroenLinks, PvdA  p. 3  Kan de regering de tunnels tellen?",
]


def test_questions_a_line_each(invoke: Invoke) -> None:
    code, out, err = invoke("questions", "wegen.pdf")
    assert (code, err) == (ExitCode.OK, "")
    assert out.splitlines() == LINES


def test_questions_of_a_faction_keep_their_numbers(invoke: Invoke) -> None:
    assert invoke("questions", "wegen.pdf", "--party", "gl").out.splitlines() == LINES[2:]


def test_questions_are_whole_in_a_pipe(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    assert invoke("questions", "wegen.pdf").out.splitlines() == LINES


def test_questions_are_cut_on_a_terminal(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kamerbrief_cli.terminal.on_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.setenv("LINES", "30")
    lines = invoke("questions", "wegen.pdf").out.splitlines()
    assert [len(line) for line in lines] == [30, 30, 30, 30]
    assert lines[2] == LINES[2][:29] + "…"


def test_questions_as_json(invoke: Invoke) -> None:
    rows = json.loads(invoke("questions", "wegen.pdf", "--json", "-p", "pvda").out)
    assert rows[1] == {
        "letter": "wegen.pdf",
        "number": 3,
        "subquestion": 1,
        "labels": [],
        "factions": ["GroenLinks", "PvdA"],
        "members": [],
        "page": 3,
        "question": "Kan de regering de tunnels tellen?",
        "answered": "yes",
        "decided_by": {"text": "Ja, de tunnels worden geteld.", "page": 3},
    }
