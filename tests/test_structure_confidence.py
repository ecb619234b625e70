"""How sure the parse is: less where boundaries are thin, and as sure of what is printed as can be."""

from __future__ import annotations

from kamerbrief.layout import Body
from kamerbrief.model import Decision
from kamerbrief.structure import understand, written_out
from kamerbrief.structure.confidence import calibration, likelihood
from kamerbrief.structure.confidence_features import boundary_features, form_features
from kamerbrief.structure.interpretation import best_interpretation
from structured import SOURCE, evidence_of, letter

MARKED = (
    "*Vragen van de leden van de D66-fractie",
    "De leden van de D66-fractie vragen waarom het water zo laag staat.",
    "Antwoord",
    "Omdat het dit jaar weinig heeft geregend.",
    "De leden van de D66-fractie vragen of er een nieuwe sluis komt.",
    "Antwoord",
    "Ja, ik verwacht dat de sluis in 2030 gereed is.",
)


def test_every_exchange_has_a_confidence() -> None:
    found = [exchange.confidence for exchange in letter(*MARKED).exchanges]
    assert len(found) == 2
    assert all(sure and sure.boundaries > 0.9 and sure.askers > 0.9 for sure in found)


def test_an_exchange_with_a_doubtful_paragraph_is_less_sure() -> None:
    doubtful = (*MARKED, "De sluis is duur. Maar is dat een bezwaar?", "Is de minister dat met deze leden eens?")
    sure, unsure = (letter(*texts).exchanges[-1].confidence for texts in (MARKED, doubtful))
    assert sure
    assert unsure
    assert unsure.boundaries < sure.boundaries


def test_the_letter_has_a_confidence_in_its_form() -> None:
    found = letter(*MARKED).form_confidence
    assert found is not None
    assert found > 0.9


def test_what_a_person_decided_is_certain() -> None:
    doubtful = (*MARKED, "De sluis is duur. Maar is dat een bezwaar?", "Is de minister dat met deze leden eens?")
    decision = Decision(verb="answer", at="De sluis is duur.")
    body = Body(tuple(evidence_of(*doubtful).blocks), (), ())
    understood = understand(body, decisions=[decision])
    found = written_out(body, SOURCE, understood)
    assert [e.confidence.boundaries for e in letter(*doubtful).exchanges if e.confidence][-1] < 1
    at = next(e for e in found.exchanges if e.number == found.decisions[0].exchange)
    assert at.confidence
    assert at.confidence.boundaries == 1


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    evidence = evidence_of(*MARKED)
    reading = best_interpretation(evidence, members=False)
    (first, _) = boundary_features(evidence, reading)
    assert {"always", *first} == set(calibration()["boundaries"])
    assert {"always", *form_features(evidence, reading)} == set(calibration()["form"])
    assert all(0 <= value <= 1 for value in first.values())


def test_what_is_seen_moves_the_likelihood() -> None:
    weights = {"always": 3.0, "thin": -4.0}
    assert likelihood({"thin": 0.0}, weights) > 0.9 > 0.5 > likelihood({"thin": 1.0}, weights)
