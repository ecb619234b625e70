"""Parse letters whose exchanges are known, and keep what was seen beside what is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fit.corpus import Sample
from fit.outcomes import Outcome, form_right, outcomes
from kamerbrief.errors import NotALetter
from kamerbrief.export.json import to_builtins
from kamerbrief.model import Exchange
from kamerbrief.structure import understand, written_out
from kamerbrief.structure.confidence_features import Features, boundary_features, form_features


class Observed(NamedTuple):
    """A letter as it was parsed."""

    name: str
    group: str
    kind: str
    boundaries: list[Features]
    exchanges: tuple[Exchange, ...]
    outcomes: list[Outcome]
    form: Features
    form_margin: float
    form_right: bool
    form_confidence: float


def observed(samples: Iterable[Sample]) -> Iterator[Observed]:
    """Parse each letter; one that is refused is passed over."""
    for sample in samples:
        try:
            understood = understand(sample.body)
            letter = written_out(sample.body, sample.source, understood)
        except NotALetter:
            continue
        evidence, reading = understood.evidence, understood.reading
        parsed = to_builtins(letter)
        yield Observed(
            sample.name,
            sample.group,
            sample.kind,
            list(boundary_features(evidence, reading)),
            letter.exchanges,
            outcomes(sample.truth, parsed),
            form_features(evidence, reading),
            reading.margin,
            form_right(sample.truth, parsed),
            letter.form_confidence or 0.0,
        )
