"""Logistic regression with a penalty on large weights, by Newton's method; the same rows give the same weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp
from typing import NamedTuple

ALWAYS = "always"
"""The name of the constant term, which has no penalty."""
STEPS = 25
ENOUGH = 1e-6
"""The change of a weight below which the search ends."""


class Row(NamedTuple):
    """What was seen, and whether it was right."""

    features: Mapping[str, float]
    right: bool
    group: str = ""
    """The letter it is of: rows of one group are never both fitted to and predicted."""


def fit(rows: Sequence[Row], penalty: float) -> dict[str, float]:
    """The weights under which the rows are likeliest, each weight's square times half the penalty taken off."""
    names = [ALWAYS, *sorted({name for row in rows for name in row.features})]
    place = {name: n for n, name in enumerate(names)}
    sparse = [_sparse(row, place) for row in rows]
    weights = [0.0] * len(names)
    for _ in range(STEPS):
        step = _solved(*_slope(sparse, weights, penalty))
        weights = [w + s for w, s in zip(weights, step, strict=True)]
        if max(map(abs, step)) < ENOUGH:
            break
    return dict(zip(names, weights, strict=True))


Sparse = tuple[list[tuple[int, float]], bool]


def _sparse(row: Row, place: Mapping[str, int]) -> Sparse:
    return [(0, 1.0), *((place[name], value) for name, value in row.features.items() if value)], row.right


def _slope(rows: Sequence[Sparse], weights: Sequence[float], penalty: float) -> tuple[list[list[float]], list[float]]:
    """The second and the first derivatives of the likelihood, the second with their sign turned."""
    size = len(weights)
    curve = [[0.0] * size for _ in range(size)]
    slope = [-penalty * w * (n > 0) for n, w in enumerate(weights)]
    for n in range(1, size):
        curve[n][n] = penalty
    for seen, right in rows:
        chance = 1 / (1 + exp(-max(-30.0, min(30.0, sum(weights[n] * value for n, value in seen)))))
        spread = chance * (1 - chance)
        for n, value in seen:
            slope[n] += (right - chance) * value
            line, scaled = curve[n], spread * value
            for m, other in seen:
                line[m] += scaled * other
    curve[0][0] += 1e-9
    return curve, slope


def _solved(matrix: list[list[float]], values: list[float]) -> list[float]:
    """Solve linear equations by elimination; the matrix is symmetric and positive."""
    size = len(values)
    rows = [[*line, value] for line, value in zip(matrix, values, strict=True)]
    for n in range(size):
        for below in rows[n + 1 :]:
            if below[n]:
                factor = below[n] / rows[n][n]
                below[n:] = [b - factor * a for a, b in zip(rows[n][n:], below[n:], strict=True)]
    found = [0.0] * size
    for n in reversed(range(size)):
        found[n] = (rows[n][size] - sum(rows[n][m] * found[m] for m in range(n + 1, size))) / rows[n][n]
    return found
