"""Say how likely it is that an exchange has its right boundaries and askers, and that the letter has its right form.

Each likelihood is what a logistic model gives for what was seen (confidence_features.py). confidence.toml has the
weights, which `tests/fit/calibrate.py` fits to letters whose exchanges are known.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence, Set
from functools import cache
from importlib.resources import files
from math import exp

from kamerbrief.model import Confidence, Exchange, Verb
from kamerbrief.structure.confidence_features import (
    Features,
    asker_features,
    boundary_features,
    form_features,
    inherits,
    named_in_question,
)
from kamerbrief.structure.decided import NOTHING, Decided
from kamerbrief.structure.evidence.evidence import Evidence
from kamerbrief.structure.interpretation import Interpretation
from kamerbrief.structure.pairing.drafts import ExchangeDraft, all_drafts
from kamerbrief.structure.pairing.regrouping import holds

Weights = Mapping[str, float]
DECIMALS = 3
BOUNDING: Set[Verb] = frozenset({"question", "answer", "split", "join", "to"})
"""Decisions that settle where an exchange starts and ends."""
EXTREME = 30.0
"""Sums of weights beyond which a likelihood is 0 or 1."""


@cache
def calibration() -> Mapping[str, Weights]:
    """The weights of each model by feature; under `warn` the confidence below which each gives a warning."""
    found: dict[str, Weights] = tomllib.loads(
        files("kamerbrief.structure").joinpath("confidence.toml").read_text(encoding="utf-8")
    )
    return found


def warn_below(what: str) -> float:
    """The confidence below which a warning is given: of `boundaries`, `askers` or `form`."""
    return calibration()["warn"][what]


def likelihood(features: Features, weights: Weights) -> float:
    """The likelihood that a logistic model gives; what has no weight counts nothing."""
    total = weights["always"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + exp(-max(-EXTREME, min(EXTREME, total))))


def form_confidence(evidence: Evidence, reading: Interpretation, decided: Decided = NOTHING) -> float:
    """How likely it is that a letter was read in its right form; what a person decided is certain."""
    if decided.value("form"):
        return 1.0
    return round(likelihood(form_features(evidence, reading), calibration()["form"]), DECIMALS)


def confidences(
    evidence: Evidence, reading: Interpretation, exchanges: Sequence[Exchange], decided: Decided = NOTHING
) -> list[Confidence]:
    """How sure the boundaries and the askers of each exchange are; `exchanges` stand in the order of the drafts."""
    weights = calibration()["boundaries"]
    boundaries = [likelihood(features, weights) for features in boundary_features(evidence, reading)]
    askers = [
        likelihood(features, calibration()["askers"])
        for features in features_of_askers(exchanges, reading.margin, [1 - sure for sure in boundaries])
    ]
    pairs = zip(boundaries, askers, all_drafts(reading.headings), strict=True)
    return [_settled(sure, who, _verbs(draft, decided)) for sure, who, draft in pairs]


def _settled(boundaries: float, askers: float, verbs: Set[Verb]) -> Confidence:
    """The confidence of an exchange; what a person decided about it is certain."""
    return Confidence(
        boundaries=1.0 if verbs & BOUNDING else round(boundaries, DECIMALS),
        askers=1.0 if "factions" in verbs else round(askers, DECIMALS),
    )


def _verbs(draft: ExchangeDraft, decided: Decided) -> Set[Verb]:
    """What a person decided about the paragraphs of an exchange."""
    return {one.decision.verb for one in decided.bound if one.block is not None and holds(draft, one.block)}


def features_of_askers(exchanges: Sequence[Exchange], form_margin: float, unsure: Sequence[float]) -> list[Features]:
    """What tells of each exchange whether those who ask are right; `unsure`: how likely its boundaries are wrong."""
    found: list[Features] = []
    before = 0.0
    for exchange, doubt in zip(exchanges, unsure, strict=True):
        named = named_in_question(exchange)
        inherited = inherits(exchange, named)
        found.append(asker_features(exchange, named, form_margin, doubt, before if inherited else 0.0))
        before = max(doubt, before) if inherited else doubt
    return found
