"""What a person decided stands in a file beside the letter: it reads back, and a bad file is one clear message."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamerbrief.decision_file import MOST_BYTES, Decisions, as_toml, decisions_beside, decisions_path
from kamerbrief.errors import BadDecision
from kamerbrief.model import Decision

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SOME = Decisions(letter="a" * 64, decision=(Decision(verb="answer", at='Het "kabinet" zegt \\ dat', nth=2),))


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    return tmp_path / "brief.pdf"


def write(letter: Path, text: str | bytes) -> None:
    data = text.encode() if isinstance(text, str) else text
    Path(decisions_path(letter)).write_bytes(data)


def test_the_file_is_named_after_the_letter(letter: Path) -> None:
    assert Path(decisions_path(letter)).name == "brief.pdf.decisions.toml"


def test_no_file_is_no_decisions(letter: Path) -> None:
    assert decisions_beside(letter) is None
    assert decisions_beside(letter / "in" / "a" / "file") is None
    assert decisions_beside(letter.with_name("x" * 250)) is None


@given(TEXTS, TEXTS, st.integers(1, 9))
def test_decisions_read_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, at: str, value: str, nth: int
) -> None:
    letter = tmp_path_factory.mktemp("decided") / "brief.pdf"
    decisions = Decisions(
        letter=value, decision=(Decision(verb="to", at=at, nth=nth, value=(value, at)), *SOME.decision)
    )
    write(letter, as_toml(decisions))
    assert decisions_beside(letter) == decisions


def test_the_place_in_the_parse_is_not_written() -> None:
    placed = Decisions(letter="", decision=(Decision(verb="split", at="Ook", exchange=7, page=3),))
    assert "7" not in as_toml(placed)
    assert "page" not in as_toml(placed)


@pytest.mark.parametrize(
    "bad",
    [
        "letter = ",
        "letter = 3",
        '[[decision]]\nverb = "split"',
        'letter = "a"\n[[decision]]\nverb = "explode"',
        'letter = "a"\nextra = 1',
        b"letter = '\xff'",
        "a = " + "[" * 100_000,
        "#" * (MOST_BYTES + 1),
    ],
    ids=["cut", "type", "letterless", "verb", "field", "bytes", "deep", "long"],
)
def test_a_bad_file_is_one_message_that_names_it(letter: Path, bad: str | bytes) -> None:
    write(letter, bad)
    with pytest.raises(BadDecision, match=r"^the file brief\.pdf\.decisions\.toml .*correct it, or remove it$"):
        decisions_beside(letter)


def test_a_folder_of_that_name_is_a_message(letter: Path) -> None:
    Path(decisions_path(letter)).mkdir()
    with pytest.raises(BadDecision, match="this is a folder"):
        decisions_beside(letter)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_of_that_name_is_a_message_and_no_wait(letter: Path) -> None:
    os.mkfifo(decisions_path(letter))
    with pytest.raises(BadDecision, match="this is a pipe"):
        decisions_beside(letter)
