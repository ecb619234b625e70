"""Commitments are sentences in which the government undertakes something, with who, what and by when."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamerbrief import read_letter
from kamerbrief.insight.commitments.commitment_finder import find_commitment
from kamerbrief.insight.commitments.due_dates import due_dates
from kamerbrief.insight.commitments.letter_commitments import with_commitments
from kamerbrief.insight.located_sentences import located_sentences
from kamerbrief.model import Exchange, Letter, Listing, PageTurn, Paragraph, Part, Section, Source

TODAY = date(2025, 3, 14)
SENTENCES = tomllib.loads(Path(__file__).with_name("commitment_sentences.toml").read_text(encoding="utf-8"))
EXPECTED = [(sentence, strength) for strength, sentences in SENTENCES.items() for sentence in sentences]


@pytest.mark.parametrize(("sentence", "strength"), EXPECTED, ids=[one[0][:60] for one in EXPECTED])
def test_a_sentence_is_firm_weak_or_no_commitment(sentence: str, strength: str) -> None:
    found = find_commitment(sentence, TODAY)
    assert (found.strength if found else "none") == strength


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [  # said on 14 March 2025
        ("uiterlijk 1 juli 2025", "2025-03-14", "2025-07-01"),
        ("voor 1 april 2026", "2025-03-14", "2026-03-31"),
        ("op 3 februari", "2026-02-03", "2026-02-03"),
        ("in oktober 2025", "2025-10-01", "2025-10-31"),
        ("in januari", "2026-01-01", "2026-01-31"),
        ("eind mei", "2025-05-01", "2025-05-31"),
        ("in het eerste kwartaal van 2026", "2026-01-01", "2026-03-31"),
        ("in Q4 2025", "2025-10-01", "2025-12-31"),
        ("in het vierde kwartaal", "2025-10-01", "2025-12-31"),
        ("in de tweede helft van 2025", "2025-07-01", "2025-12-31"),
        ("voor de zomer", "2025-03-14", "2025-06-30"),
        ("vóór het zomerreces", "2025-03-14", "2025-06-30"),
        ("na de zomer", "2025-09-01", "2025-10-31"),
        ("in het najaar", "2025-09-01", "2025-11-30"),
        ("dit voorjaar", "2025-03-01", "2025-05-31"),
        ("in het voorjaar van 2026", "2026-03-01", "2026-05-31"),
        ("uiterlijk in het voorjaar van 2028", "2025-03-14", "2028-05-31"),
        ("voor de kerst", "2025-03-14", "2025-12-19"),
        ("voor het einde van dit jaar", "2025-03-14", "2025-12-31"),
        ("eind 2025", "2025-10-01", "2025-12-31"),
        ("medio 2026", "2026-05-01", "2026-08-31"),
        ("begin volgend jaar", "2026-01-01", "2026-03-31"),
        ("in 2027", "2027-01-01", "2027-12-31"),
        ("volgend jaar", "2026-01-01", "2026-12-31"),
        ("volgende maand", "2025-04-01", "2025-04-30"),
        ("volgende week", "2025-03-17", "2025-03-23"),
        ("binnen acht weken", "2025-03-14", "2025-05-09"),
    ],
)
def test_a_time_is_a_range_of_days(phrase: str, first: str, last: str) -> None:
    (found,) = due_dates(f"Dat stuur ik {phrase} naar de Kamer.", TODAY)
    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize(
    "sentence",
    [
        "Dat is in februari 2025 gebeurd.",
        "Zie mijn brief van 3 maart 2025.",
        "In het najaar van 2024 is de Kamer geïnformeerd.",
        "Zie de motie van 30 september jl.",
        "Afgelopen najaar is dat besproken.",
        "Dat kost 2025,50 euro in 2024/25.",
    ],
)
def test_what_is_past_or_no_time_is_left_out(sentence: str) -> None:
    assert due_dates(sentence, TODAY) == ()


def test_a_length_of_time_runs_from_the_time_before_it() -> None:
    sentence = "Het rapport verwacht ik in oktober 2025, waarna ik het binnen acht weken zal doen toekomen."
    assert str(due_dates(sentence, TODAY)[-1].last) == "2025-12-26"


def test_without_a_date_of_the_letter_a_year_must_be_printed() -> None:
    assert [(one.first, one.last) for one in due_dates("Dat volgt voor de zomer.", None)] == [(None, None)]
    assert [str(one.last) for one in due_dates("Dat volgt in mei 2026.", None)] == ["2026-05-31"]


def test_a_vague_time_has_no_days() -> None:
    assert [(one.first, one.last) for one in due_dates("Dat volgt op korte termijn.", TODAY)] == [(None, None)]


@pytest.mark.parametrize(
    ("sentence", "who", "last"),
    [
        ("De minister van Financiën zal de Kamer voor 1 mei informeren.", "De minister van Financiën", "2025-04-30"),
        ("Hierover zal ik uw Kamer in juni informeren.", "ik", "2025-06-30"),
        ("DUO schrijft hen dit najaar actief aan.", "DUO", "2025-11-30"),
        ("De eerste rapportage volgt in oktober 2025.", None, "2025-10-31"),
        ("Het rapport verwacht ik in mei, waarna ik het binnen twee weken zal zenden.", "ik", "2025-06-14"),
        ("In 2026 loopt het af en in mei deel ik de opzet, die in 2027 klaar is, met uw Kamer.", "ik", "2025-05-31"),
    ],
)
def test_who_undertakes_it_and_by_when(sentence: str, who: str | None, last: str) -> None:
    found = find_commitment(sentence, TODAY)
    assert found is not None
    assert found.who == who
    assert found.due is not None
    assert str(found.due.last) == last


def test_what_is_done_after_a_time_has_no_day() -> None:
    found = find_commitment("De wet wordt in 2026 vastgesteld en daarna zal ik een besluit nemen.", TODAY)
    assert found is not None
    assert found.due is None


def test_yes_that_i_can_undertakes_something_only_if_that_was_asked() -> None:
    answer = "Ja, dat kan het kabinet."
    assert find_commitment(answer, TODAY, "Kan de regering garanderen dat dit wordt besproken?") is not None
    assert find_commitment(answer, TODAY, "Kan de regering dit verklaren?") is None


def test_what_was_promised_for_a_time_now_past_is_none() -> None:
    sentence = "De handreiking wordt in het najaar van 2024 gepubliceerd."
    assert find_commitment(sentence, TODAY) is None
    assert find_commitment(sentence, date(2024, 3, 14)) is not None


def test_commitments_stand_in_answers_with_their_page() -> None:
    text = "Dat klopt. Ik zal de Kamer hierover voor de zomer informeren."
    turns = (PageTurn(offset=text.index("Ik"), page=3),)
    answer = Part(blocks=(Paragraph(text=text, page=2, turns=turns), Listing(items=("Dat zeg ik toe.",), page=3)))
    question = Part(blocks=(Paragraph(text="Ik zal de Kamer informeren.", page=2),))
    exchange = Exchange(number=1, question=question, answer=answer, pages=(2, 3))
    source = Source(name="brief.pdf", sha256="0", media_type="application/pdf", pages=3)
    sections = (Section(heading="", page=2, exchanges=(exchange,)),)
    letter = with_commitments(Letter(source=source, genre="kamervragen", date="2025-03-14", sections=sections))
    found = letter.exchanges[0].commitments
    assert found is not None
    first, second = found
    assert (first.text, first.page, first.who) == ("Ik zal de Kamer hierover voor de zomer informeren.", 3, "Ik")
    assert (first.due_from, first.due_to, first.strength) == ("2025-03-14", "2025-06-30", "firm")
    assert (second.text, second.page, second.due_to) == ("Dat zeg ik toe.", 3, None)
    assert {first.text, second.text} <= {one.text for one in located_sentences(answer)}


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "geen datum", None])
def test_a_letter_with_no_date_to_reckon_from(day: str | None) -> None:
    text = "Ik zal de Kamer volgend jaar, na de zomer, binnen acht weken en volgende maand informeren."
    exchange = Exchange(number=1, answer=Part(blocks=(Paragraph(text=text, page=1),)), pages=(1, 1))
    source = Source(name="brief.pdf", sha256="0", media_type="application/pdf", pages=1)
    sections = (Section(heading="", page=1, exchanges=(exchange,)),)
    letter = with_commitments(Letter(source=source, genre="kamervragen", date=day, sections=sections))
    assert [one.due_to for one in letter.exchanges[0].commitments or ()] == [None]


def test_a_sentence_without_end_is_none() -> None:
    assert find_commitment("Ik zal dat niet doen, " * 20_000 + "ik zal het doen.", TODAY) is None


@pytest.mark.parametrize("name", ["zwemveiligheid.pdf", "walstroom.pdf", "begroting-natuur.pdf"])
def test_findings_of_a_sample_stand_in_it_on_their_page(name: str) -> None:
    letter = read_letter(Path(__file__).parents[1] / "samples" / name)
    for exchange in letter.exchanges:
        answer = {(one.text, one.page) for one in located_sentences(exchange.answer)}
        assert {(one.text, one.page) for one in exchange.commitments or ()} <= answer
        texts = [one.text for part in (exchange.question, exchange.answer) for one in located_sentences(part)]
        texts += [note.text or "" for note in exchange.footnotes]
        assert all(any(one.sentence in text for text in texts) for one in exchange.citations or ())
    assert any(exchange.commitments for exchange in letter.exchanges)


@given(st.text(alphabet="ik zal Kamer voor 1 mei zomer 2025 en toe.,\n", max_size=120))
def test_any_text_is_read_without_an_error(text: str) -> None:
    found = find_commitment(text, TODAY)
    assert found is None or found.strength in ("firm", "weak")
