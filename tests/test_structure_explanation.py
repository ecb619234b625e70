"""How well a reading explains a letter: each share is 1 in one letter, and lower in another."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from kamerbrief.structure.explanation import explain, shares, weights
from kamerbrief.structure.pairing.exchange_builder import build
from kamerbrief.structure.roles import Role
from structured import evidence_of

NAMES = {"h": "heading", "l": "label", "q": "question", "m": "marker", "a": "answer", "i": "introduction"}
ASK, SAY = "De leden van de SP-fractie vragen wat de brug kost.", "De brug kost niets."
VVD = "*Inbreng van de leden van de VVD-fractie*"
SP = "*Inbreng van de leden van de SP-fractie*"


@dataclass(frozen=True)
class Reading:
    """Texts, each with the first letter of the role it is read as."""

    texts: tuple[str, ...]
    roles: str

    def shares(self) -> dict[str, float]:
        evidence = evidence_of(*self.texts)
        roles = [Role(NAMES[letter], 1.0) for letter in self.roles]
        return shares(evidence, roles, build(evidence.blocks, roles))


def read(roles: str, *texts: str) -> Reading:
    return Reading(texts, roles)


CASES = {
    "answered": (read("qa", ASK, SAY), read("qaa", ASK, SAY, SAY), read("q", ASK)),
    "asking": (read("qa", ASK, SAY), read("qa", ASK, SAY), read("qa", SAY, SAY)),
    "stating": (read("qa", ASK, SAY), read("qaa", ASK, SAY, SAY), read("qaa", ASK, SAY, "Kan de regering dat doen?")),
    "spoken": (read("qa", ASK, SAY), read("qa", ASK, SAY), read("qqa", ASK, "Ik deel die zorg.", SAY)),
    "alike": (
        read("qaqa", ASK, SAY, ASK, SAY),
        read("qmaqma", ASK, "Antwoord", SAY, ASK, "Antwoord", SAY),
        read("qmaqa", ASK, "Antwoord", SAY, ASK, SAY),
    ),
    "headed": (read("qa", ASK, SAY), read("hqa", SP, ASK, SAY), read("qqa", SP, ASK, SAY)),
    "filled": (read("hqa", SP, ASK, SAY), read("qa", ASK, SAY), read("hhqa", VVD, SP, ASK, SAY)),
    "covered": (read("qa", ASK, SAY), read("qaa", ASK, SAY, SAY), read("iqa", "Geachte voorzitter,", ASK, SAY)),
    "marks": (
        read("qa", ASK, SAY),
        read("lqma", "Vraag 1", ASK, "Antwoord 1", SAY),
        read("qqma", "Vraag 1", ASK, "Antwoord 1", SAY),
    ),
    "numbers": (
        read("lqma", "Vraag 1", ASK, "Antwoord 1", SAY),
        read("qa", ASK, SAY),
        read("lqlqma", "Vraag 1", ASK, "Vraag 2", ASK, "Antwoord 1", SAY),
    ),
    "single": (
        read("lqma", "Vraag 1", ASK, "Antwoord 1", SAY),
        read("qa", ASK, SAY),
        read("lqma", "Vraag 1 en 2", ASK, "Antwoord 1 en 2", SAY),
    ),
    "many": (read("qaqa", ASK, SAY, ASK, SAY), read("qa", ASK, SAY), read("qqa", ASK, ASK, SAY)),
}
"""For each share two readings of which it is 1, and one of which it is lower."""


@pytest.mark.parametrize("share", CASES)
def test_a_share_is_one_for_a_good_reading_and_lower_for_a_worse(share: str) -> None:
    good, good_too, worse = (reading.shares()[share] for reading in CASES[share])
    assert (good, good_too) == (1.0, 1.0)
    assert 0.0 <= worse < 1.0


def test_every_share_has_a_weight_and_a_case() -> None:
    assert set(weights()) == set(CASES) == set(read("qa", ASK, SAY).shares())
    assert min(weights().values()) > 0


def test_a_reading_of_nothing_explains_least() -> None:
    evidence = evidence_of(ASK, SAY)
    good, none = ([Role(name, 1.0) for name in names] for names in (("question", "answer"), ("introduction",) * 2))
    assert explain(evidence, good, build(evidence.blocks, good)) > explain(evidence, none, build(evidence.blocks, none))
