"""The command `grep`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kamerbrief.errors import ExitCode

if TYPE_CHECKING:
    from cli.conftest import Invoke, Letters

pytestmark = pytest.mark.usefixtures("letters")

ERROR = ExitCode.USAGE


def test_a_hit_is_one_line_with_its_place(invoke: Invoke) -> None:
    code, out, err = invoke("grep", "brug", "wegen.pdf")
    assert (code, err) == (ExitCode.OK, "")
    assert out.splitlines() == [
        "wegen.pdf:2:GroenLinks, PvdA:p. 2:question: Deze leden vragen naar bruggen.",
        "wegen.pdf:2:GroenLinks, PvdA:p. 3:answer: Een brug van hout.",
        "wegen.pdf:2:GroenLinks, PvdA:p. 3:answer: Een brug van staal.",
    ]


def test_no_hit(invoke: Invoke) -> None:
    assert invoke("grep", "vliegveld", "wegen.pdf") == (ExitCode.NO_MATCH, "", "")


@pytest.mark.parametrize(
    ("args", "numbers"),
    [
        (["bruggen", "--in", "questions"], [2]),
        (["bruggen", "--in", "answers"], []),
        (["BRUGGEN"], []),
        (["-i", "BRUGGEN"], [2, 2]),
        (["-w", "brug"], [2, 2]),
        (["-F", "."], [1] * 4),
        (["wegen", "--party", "gl"], []),
        (["-i", "wegen", "--party", "gl"], [3]),
        (["-m", "1", "brug"], [2]),
    ],
)
def test_what_options_select(invoke: Invoke, args: list[str], numbers: list[int]) -> None:
    out = invoke("grep", *args, "wegen.pdf").out
    found = [int(line.split(":")[1]) for line in out.splitlines()]
    assert found[: len(numbers)] == numbers
    assert bool(found) is bool(numbers)


def test_context_has_another_mark(invoke: Invoke) -> None:
    out = invoke("grep", "-B", "1", "Hoeveel", "wegen.pdf").out
    assert out.splitlines() == [
        "wegen.pdf-1-VVD-p. 1-question- De leden van de VVD lezen over wegen.",
        "wegen.pdf:1:VVD:p. 1:question: Hoeveel wegen zijn er?",
    ]


def test_context_that_overlaps_is_shown_once(invoke: Invoke) -> None:
    out = invoke("grep", "-C", "1", "lezen|Waarom", "wegen.pdf").out
    assert [line.split("question")[1] for line in out.splitlines()] == [
        ": De leden van de VVD lezen over wegen.",
        "- Hoeveel wegen zijn er?",
        ": Waarom?",
    ]


def test_context_that_does_not_touch_is_set_apart(invoke: Invoke) -> None:
    lines = invoke("grep", "-A", "1", "lezen|tunnels tellen", "wegen.pdf").out.splitlines()
    assert lines.count("--") == 1


def test_after_and_before_go_before_context(invoke: Invoke) -> None:
    lines = invoke("grep", "-C", "1", "-A", "0", "Hoeveel", "wegen.pdf").out.splitlines()
    assert len(lines) == 2


def test_counts_are_of_exchanges(invoke: Invoke) -> None:
    assert invoke("grep", "-c", "brug", "wegen.pdf") == (ExitCode.OK, "1\n", "")
    assert invoke("grep", "-c", "vliegveld", "wegen.pdf") == (ExitCode.NO_MATCH, "0\n", "")


def test_counts_of_several_have_names(invoke: Invoke) -> None:
    assert invoke("grep", "-ci", "wegen", "wegen.pdf", "./wegen.pdf").out == "wegen.pdf:2\n./wegen.pdf:2\n"


def test_names_only(invoke: Invoke) -> None:
    assert invoke("grep", "-l", "brug", "a/wegen.pdf", "wegen.pdf").out == "a/wegen.pdf\nwegen.pdf\n"


def test_json_is_one_object_a_line(invoke: Invoke) -> None:
    lines = invoke("grep", "--json", "-A1", "Hoeveel (wegen)", "wegen.pdf").out.splitlines()
    assert [json.loads(line) for line in lines] == [
        {
            "letter": "wegen.pdf",
            "number": 1,
            "factions": ["VVD"],
            "part": "question",
            "page": 1,
            "text": "Hoeveel wegen zijn er?",
            "spans": [[0, 13]],
            "before": [],
            "after": ["Waarom?"],
        }
    ]


@pytest.mark.parametrize(
    ("flag", "value"), [("-c", {"letter": "wegen.pdf", "exchanges": 1}), ("-l", {"letter": "wegen.pdf"})]
)
def test_json_of_counts_and_names(invoke: Invoke, flag: str, value: object) -> None:
    assert json.loads(invoke("grep", "--json", flag, "brug", "wegen.pdf").out) == value


def test_a_bad_file_among_good_ones(invoke: Invoke) -> None:
    code, out, err = invoke("grep", "brug", "weg.pdf", "wegen.pdf")
    assert code == ERROR
    assert len(out.splitlines()) == 3
    assert err == "kamerbrief: weg.pdf: there is no such file; check the path\n"


def test_quiet_is_satisfied_with_a_hit(invoke: Invoke) -> None:
    assert invoke("grep", "-q", "brug", "wegen.pdf") == (ExitCode.OK, "", "")
    assert invoke("grep", "-q", "brug", "weg.pdf", "wegen.pdf").code == ExitCode.OK
    assert invoke("grep", "-q", "vliegveld", "weg.pdf", "wegen.pdf").code == ERROR


def test_a_bad_pattern_fails_before_reading(invoke: Invoke) -> None:
    code, out, err = invoke("grep", "(", "weg.pdf")
    assert (code, out) == (ERROR, "")
    assert err.count("\n") == 1
    assert "weg.pdf" not in err


def test_a_faction_that_asks_nothing_here(invoke: Invoke) -> None:
    code, out, err = invoke("grep", "brug", "wegen.pdf", "--party", "sp")
    assert (code, out) == (ExitCode.NO_MATCH, "")
    assert "factions in this letter: VVD" in err


def test_a_faction_that_nobody_knows(invoke: Invoke) -> None:
    assert "did you mean VVD" in invoke("grep", "brug", "wegen.pdf", "--party", "vvdd").err
    code, _, err = invoke("grep", "brug", "wegen.pdf", "weg.pdf", "--party", "vvdd")
    assert code == ERROR
    assert err.count("\n") == 1


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b/wegen.pdf", "b/wegen.gold.json", "a/wegen.PDF", ".git/wegen.pdf", "b/.wegen.pdf"):
        path = tmp_path / "map" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_folders_are_searched_recursively(invoke: Invoke, letters: Letters) -> None:
    letters["wegen.PDF"] = letters["wegen.pdf"]
    assert invoke("grep", "-l", "brug", "map").out == "map/a/wegen.PDF\nmap/b/wegen.pdf\n"
    assert invoke("grep", "-l", "brug", "./map/").out == "./map/a/wegen.PDF\n./map/b/wegen.pdf\n"


def test_a_folder_without_letters(invoke: Invoke, tmp_path: Path) -> None:
    assert invoke("grep", "brug", str(tmp_path)) == (ExitCode.NO_MATCH, "", "")


def test_hits_on_a_terminal_stand_under_their_exchange(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("terminal", "views.grep_report"):
        monkeypatch.setattr(f"kamerbrief_cli.{module}.on_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("LINES", "40")
    assert invoke("grep", "-i", "wegen (zijn|tellen)", "wegen.pdf").out.splitlines() == [
        "wegen.pdf · 1 · VVD",
        "  p. 1   question Hoeveel wegen zijn er?",
        "wegen.pdf · 3 · GroenLinks, PvdA",
        "  p. 3   answer   Wegen tellen niet mee.",
    ]
