"""What is uncertain in a reading is listed with both ways to read it, the least sure first, until it is decided."""

from __future__ import annotations

import pytest

from kamerbrief.model import Decision
from kamerbrief.structure import understand, written_out
from kamerbrief.structure.open_decisions import UNSURE, Doubt, Kind, confidence_of, open_decisions
from structured import SOURCE, body_of

HEADING = "*Vragen en opmerkingen van de leden van de VVD-fractie*"
ASKED = "De leden van de VVD-fractie vragen hoeveel wegen er zijn. Kan de minister die tellen?"
TOLD = "Ik heb de wegen geteld: het zijn er veel."


def listed(*texts: str, decisions: tuple[Decision, ...] = ()) -> list[Doubt]:
    """What is uncertain in a letter of these texts."""
    body = body_of(*texts)
    understood = understand(body, decisions=decisions)
    letter = written_out(body, SOURCE, understood)
    return open_decisions(understood.evidence, understood.reading, letter.exchanges, understood.decided)


def test_nothing_is_listed_of_a_plain_letter() -> None:
    assert listed(HEADING, ASKED, "Antwoord", TOLD) == []


def test_an_exchange_without_an_answer_is_listed_until_it_is_decided() -> None:
    texts = (HEADING, ASKED, "Antwoord", TOLD, "De leden van de VVD-fractie vragen naar bruggen. Zijn die er?")
    (doubt,) = listed(*texts)
    assert (doubt.kind, doubt.exchange, doubt.page, doubt.confidence) == ("unanswered", 2, 1, 0.0)
    assert (doubt.keep, doubt.change) == ("2:split", "2:join")
    assert "“De leden van de VVD-fractie vragen naar bruggen. Zijn die …”" in doubt.reading
    assert listed(*texts, decisions=(Decision(verb="split", at="De leden van de VVD-fractie vragen naar"),)) == []


def test_who_asks_is_listed_where_nothing_says_so() -> None:
    texts = ("Kan de minister de wegen tellen?", "Antwoord", TOLD, ASKED, "Antwoord", TOLD)
    (doubt,) = listed(*texts)
    assert (doubt.kind, doubt.change) == ("asker", "1:factions=VVD")
    for names in (("SP",), ()):
        assert listed(*texts, decisions=(Decision(verb="factions", at="Kan de minister", value=names),)) == []


@pytest.mark.parametrize("kind", ["form", "boundary", "paragraph"])
def test_confidence_rises_with_the_margin(kind: Kind) -> None:
    found = [confidence_of(kind, margin) for margin in (-1.0, 0.0, 0.2, 1.0, 9.0, float("inf"))]
    assert found == sorted(found)
    assert (found[0], found[-1]) == (0.0, 1.0)
    assert found[2] < UNSURE < found[4]
