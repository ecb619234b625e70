"""A person decides about a letter by number or by words; what cannot be applied changes nothing."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import planted
from kamerbrief import read_letter
from kamerbrief.decision_file import decisions_beside, decisions_path
from kamerbrief.errors import BadDecision, UnknownFaction
from kamerbrief.library.parse_job import ParseJob, prepare
from kamerbrief.library.records import Record, letter_of
from kamerbrief.review import decide, review
from library_files import LETTER

TEXT = LETTER.replace("{day}", "30")
FILE = "brief.txt.decisions.toml"


@pytest.fixture
def brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KAMERBRIEF_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("KAMERBRIEF_NO_CACHE", raising=False)
    path = tmp_path / "brief.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_decision_holds_in_every_later_parse_and_goes_with_its_file(brief: Path) -> None:
    assert [one.factions for one in read_letter(brief, cached=True).exchanges] == [("VVD",), ("D66",)]
    decide(brief, ["2:factions=sp,GL"])
    for cached in (True, True, False):
        letter = read_letter(brief, cached=cached)
        assert letter.exchanges[1].factions == ("SP", "GroenLinks")
        assert [(one.verb, one.exchange) for one in letter.decisions] == [("factions", 2)]
    brief.with_name(FILE).unlink()
    for cached in (True, False):
        letter = read_letter(brief, cached=cached)
        assert (letter.exchanges[1].factions, letter.decisions) == (("D66",), ())


def test_decisions_are_bound_to_words_when_numbers_shift(brief: Path) -> None:
    more = "Hoeveel wegen zijn er volgens de regering?\n\nOok vragen deze leden naar paden. Zijn die er?\n"
    brief.write_text(TEXT.replace("Hoeveel wegen zijn er volgens de regering?\n", more), encoding="utf-8")
    decide(brief, ["2:factions=SP"])
    letter = decide(brief, ["1.q2:split"]).letter
    assert [one.factions for one in letter.exchanges] == [("VVD",), ("VVD",), ("SP",)]
    assert {one.verb: one.exchange for one in letter.decisions} == {"factions": 3, "split": 2}
    assert [one.factions for one in decide(brief, ["3:factions=CDA"]).letter.exchanges][2] == ("CDA",)


def test_decisions_hold_for_one_content_only(brief: Path) -> None:
    decide(brief, ["2:factions=SP"])
    brief.write_text(TEXT.replace("veel", "weinig"), encoding="utf-8")
    letter = read_letter(brief)
    assert letter.exchanges[1].factions == ("D66",)
    assert [warning.code for warning in letter.warnings] == ["no-pages", "decisions-stale"]
    with pytest.raises(BadDecision, match="another content"):
        decide(brief, ["2:factions=SP"])


def test_a_later_decision_replaces_an_earlier_one_about_the_same(brief: Path) -> None:
    decide(brief, ["2:factions=SP", "2:split"])
    decide(brief, ["2.q1:factions=CDA"])
    decide(brief, ["De leden van de D66-fractie vragen:join"])
    kept = decisions_beside(brief)
    assert kept is not None
    assert [(one.verb, one.value) for one in kept.decision] == [("factions", ("CDA",)), ("join", ())]


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ("", "this is no decision"),
        ("2", "this is no decision"),
        ("2:", "this is no decision"),
        ("2:explode", "this is no decision"),
        (":split", "this is no decision"),
        ("2:split=3", "this is no decision"),
        ("2:to", "this is no decision"),
        ("2:genre=kamervragen", "this is no decision"),
        ("9:split", "the letter has exchanges 1 to 2"),
        ("0:split", "the letter has exchanges 1 to 2"),
        ("2.a7:question", "the answer of exchange 2 has 1 paragraphs"),
        ("2.ax:question", "the answer of exchange 2 has 1 paragraphs"),
        ("2.a²:question", "the answer of exchange 2 has 1 paragraphs"),
        ("2:to=9", "the letter has exchanges 1 to 2"),
        ("Deze woorden:split", "no paragraph begins with"),
        ("De leden van de:split", "2 paragraphs begin with"),
        ("1:join", "the letter cannot be read so"),
        ("genre=brief", "the genre may be"),
        ("form=mooi", "the form may be as-read, other"),
        ("form=other", "cannot be read in another form"),
    ],
)
def test_what_cannot_be_decided_says_why_and_changes_nothing(brief: Path, choice: str, message: str) -> None:
    decide(brief, ["2:split"])
    before = brief.with_name(FILE).read_bytes()
    with pytest.raises(BadDecision, match=message):
        decide(brief, ["2:factions=SP", choice])
    assert brief.with_name(FILE).read_bytes() == before


def test_an_unknown_faction_is_said(brief: Path) -> None:
    with pytest.raises(UnknownFaction):
        decide(brief, ["2:factions=Onbekenden"])
    assert not Path(decisions_path(brief)).exists()


def test_the_genre_is_decided_unless_an_option_says_otherwise(brief: Path) -> None:
    decide(brief, ["genre=lijst-van-vragen"])
    assert read_letter(brief).genre == "lijst-van-vragen"
    assert read_letter(brief, genre="eerste-termijn").genre == "eerste-termijn"


def test_a_text_without_pages_has_doubts_without_pages(brief: Path) -> None:
    brief.write_text(TEXT.replace("Antwoord\nJa, de bruggen worden geteld.\n", ""), encoding="utf-8")
    found = review(brief)
    assert [(doubt.kind, doubt.exchange, doubt.page) for doubt in found.doubts] == [("unanswered", 2, None)]


def test_the_form_is_decided_and_decided_again(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(planted.two_forms()[0])
    before = review(path)
    assert "form" in [doubt.kind for doubt in before.doubts]
    other = decide(path, ["form=other"])
    assert len(other.letter.exchanges) < len(before.letter.exchanges)
    again = decide(path, ["form=as-read"])
    assert planted.without_confidence(again.letter) == planted.without_confidence(before.letter)
    assert again.letter.form_confidence == 1
    assert "form" not in [doubt.kind for doubt in again.doubts]
    assert "uncertain-form" not in [warning.code for warning in again.letter.warnings]


def test_another_machine_parses_with_the_decisions_it_is_sent(brief: Path) -> None:
    decide(brief, ["2:factions=SP"])
    job = ParseJob("elsewhere/brief.txt", brief.read_bytes(), None, decisions_beside(brief))
    found = prepare(pickle.loads(pickle.dumps(job)))
    assert isinstance(found, Record)
    assert letter_of(found.json).exchanges[1].factions == ("SP",)
