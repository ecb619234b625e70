"""A letter is read in every form that it may have, and the reading that explains it best is kept."""

from __future__ import annotations

import pytest

from kamerbrief.structure.interpretation import Interpretation, best_interpretation
from structured import evidence_of, letter

ASK, SAY = "De leden van de SP-fractie vragen wat de brug kost.", "De brug kost niets."


def read(*texts: str) -> Interpretation:
    return best_interpretation(evidence_of(*texts), members=False)


def roles(*texts: str) -> str:
    """The first letters of the roles."""
    return "".join(role.name[0] for role in read(*texts).roles)


def test_marks_of_answers_are_used_where_they_explain_the_letter() -> None:
    found = read(ASK, "Antwoord", SAY, ASK, "Antwoord", SAY)
    assert (found.form.answers, [role.name[0] for role in found.roles]) == ("marked", list("qmaqma"))


def test_a_letter_without_marks_is_read_by_its_wording() -> None:
    found = read(ASK, "De regering merkt op dat de brug niets kost.", ASK, "De regering deelt die zorg.")
    assert (found.form.answers, [role.name[0] for role in found.roles]) == ("unmarked", list("qaqa"))


SP, VVD = "*Inbreng van de leden van de SP-fractie*", "*Inbreng van de leden van de VVD-fractie*"
TWO_PARTS = ("*I Vragen*", SP, ASK, VVD, ASK, "*II Reactie van de Minister*", SP, SAY, VVD, SAY)


def test_a_reading_in_two_parts_wins_where_factions_come_again() -> None:
    found = read(*TWO_PARTS)
    assert found.form.second_part == 5
    assert [role.name for role in found.roles[5:]] == ["marker", "marker", "answer", "marker", "answer"]


def test_the_margin_is_by_how_much_the_best_is_better_than_the_next() -> None:
    no_heading_says_so = [text for text in TWO_PARTS if "II" not in text]
    assert 0 < read(*no_heading_says_so).margin < float("inf")


@pytest.mark.parametrize("texts", [(ASK, SAY), (ASK, "Antwoord", SAY, ASK, "Antwoord", SAY)])
def test_a_form_that_reads_a_letter_the_same_way_is_no_rival(texts: tuple[str, ...]) -> None:
    assert read(*texts).margin == float("inf")


def test_a_preamble_goes_with_the_first_numbered_question() -> None:
    found = letter(
        SP,
        "De leden van de SP-fractie hebben kennisgenomen van de brief.",
        *(text for n in "1234" for text in (f"Vraag {n}", "Wat kost de brug?", f"Antwoord {n}", SAY)),
    )
    assert [exchange.labels for exchange in found.exchanges] == [("1",), ("2",), ("3",), ("4",)]
    assert [len(exchange.question.blocks) for exchange in found.exchanges] == [2, 1, 1, 1]


def test_remarks_of_a_faction_that_asks_nothing_stand_in_no_exchange() -> None:
    thanks = "De leden van de D66-fractie danken de minister voor de brief."
    found = letter(
        *(SP, ASK, "Antwoord", SAY),
        *("*Inbreng van de leden van de D66-fractie*", thanks),
        *(VVD, ASK, "Antwoord", SAY),
    )
    assert len(found.exchanges) == 2
    assert [aside.text for aside in found.asides if aside.kind == "remark"] == [thanks]
