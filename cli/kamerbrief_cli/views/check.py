"""Show what is uncertain in the parse of letters, with both ways to read it and what to type to decide."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec
from rich.console import Group
from rich.text import Text

from kamerbrief.decision_file import decisions_path
from kamerbrief_cli.views.page_names import page_name
from kamerbrief_cli.views.safe_text import clean, json_text
from kamerbrief_cli.views.styles import CAUTION, LABEL, PATH, QUIET

if TYPE_CHECKING:
    from kamerbrief.structure.open_decisions import Doubt
    from kamerbrief_cli.check_runner import NamedReview


def check_view(reviews: Sequence[NamedReview]) -> Group:
    """Return what is uncertain in each letter; of several letters, only those in which something is."""
    shown = [one for one in reviews if one.review.doubts or len(reviews) == 1]
    lines = [line for one in shown for line in letter_lines(one)]
    return Group(*(lines or [Text(f"{len(reviews)} letters: nothing uncertain", style=QUIET)]))


def letter_lines(one: NamedReview) -> Iterator[Text]:
    """Yield the lines on a letter."""
    doubts, decisions = one.review.doubts, one.review.letter.decisions
    counts = f": {len(doubts)} uncertain" if doubts else ": nothing uncertain"
    if decisions:
        counts += f", {len(decisions)} decided by hand in {clean(decisions_path(one.path))}"
    yield Text.assemble((clean(one.path), PATH), (counts, LABEL))
    for warning in one.review.letter.warnings:
        if warning.code.startswith("decision"):
            yield Text(clean(f"  {warning.message}"), style=CAUTION)
    for number, doubt in enumerate(doubts, 1):
        yield from doubt_lines(number, doubt)


def doubt_lines(number: int, doubt: Doubt) -> Iterator[Text]:
    """Yield the lines on something uncertain: both ways to read it, each with what decides for it."""
    where = " · ".join(filter(None, (page_name(doubt.page), f"sure {doubt.confidence:.2f}")))
    yield Text("")
    yield Text.assemble((f"{number}. {where}", LABEL))
    for name, text, choice in (("read", doubt.reading, doubt.keep), ("or", doubt.other, doubt.change)):
        yield Text.assemble((f"   {name:<5}", QUIET), clean(text))
        yield Text.assemble(("        --set ", QUIET), clean(shlex.quote(choice)))


def check_json(reviews: Sequence[NamedReview]) -> str:
    """Return a JSON array with an object for each letter."""
    return (
        json_text(
            [
                {
                    "letter": one.path,
                    "uncertain": msgspec.to_builtins(one.review.doubts),
                    "decisions": msgspec.to_builtins(one.review.letter.decisions),
                    "warnings": msgspec.to_builtins(
                        [warning for warning in one.review.letter.warnings if warning.code.startswith("decision")]
                    ),
                }
                for one in reviews
            ],
            indent=1,
        )
        + "\n"
    )
