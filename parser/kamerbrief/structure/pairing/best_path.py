"""Find which question each answer goes to, where both keep their order: the best path through what each pair gains."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

NEW = 0.3
"""What it costs that an answer without a restatement starts at another question, where others have one."""
NEW_UNSAID = 0.6
"""The same where there are restatements enough for every question."""
OFTEN = 0.3
"""The share of answers with a restatement from which on others have one."""
AGAIN = 0.15
"""What it costs that an answer with a restatement goes on with the same question."""
SKIPPED = 0.5
"""What it costs that a question gets no answer of its own."""
EQUAL = 1e-6
"""Differences of less than this are none."""


def best_path(gains: Sequence[Sequence[float]], starting: Sequence[float], opens: Sequence[bool]) -> list[int]:
    """The question that each answer goes to, in order, by dynamic programming; of equals, the earliest.

    `starting` is what it costs to begin with each question; `opens` tells the answers that restate or have a mark.
    """
    new = NEW_UNSAID if sum(opens) >= len(gains) else NEW * (sum(opens) > OFTEN * len(opens))
    skipped = list(accumulate((0.0 if cost else SKIPPED for cost in starting), initial=0.0))
    scores = [gains[item][0] - starting[item] * (not opens[0]) - skipped[item] for item in range(len(gains))]
    back: list[list[int]] = []
    for n, opening in enumerate(opens[1:], 1):
        before, scores, pointers = scores, [], []
        ahead, came = float("-inf"), 0  # the best of all questions before this one, and which
        for item, gain in enumerate(gains):
            if item and before[item - 1] + skipped[item] > ahead + EQUAL:
                ahead, came = before[item - 1] + skipped[item], item - 1
            stays = before[item] - AGAIN * opening
            starts = ahead - skipped[item] - (starting[item] + new) * (not opening)
            pointers.append(came if item and starts > stays - EQUAL else item)
            scores.append(gain[n] + max(starts, stays))
        back.append(pointers)
    ends = [score - (skipped[-1] - skipped[item + 1]) for item, score in enumerate(scores)]
    path = [max(range(len(ends)), key=lambda item: (round(ends[item], 6), -item))]
    for pointers in reversed(back):
        path.append(pointers[path[-1]])
    return path[::-1]
