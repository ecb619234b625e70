"""Made letters with something doubtful planted in them: a paragraph that reads like another, or a missing answer."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from msgspec.structs import replace

from kamerbrief.model import Letter, Section
from letters.compose import compose
from letters.content import Block, Content, Exchange
from letters.forms import draw
from letters.make import printed
from letters.script import script_of
from letters.truth import truth_of

LIKE_A_QUESTION = "De leden van de fractie wezen in dit verband op de positie van kleine gemeenten."
NAMELESS = "Kan de minister aangeven hoeveel gemeenten hieraan meedoen, en vanaf wanneer?"
IN_TURN = {"answer": "nothing", "order": "turn", "numbering": "none", "engine": "fpdf2", "asker": "sentence"}
IN_PARTS = {"order": "parts", "engine": "fpdf2"}

Planted = tuple[bytes, dict[str, Any]]
"""The file of a letter, and its truth."""


def plant(seed: int, form: dict[str, str], change: Callable[[list[Exchange]], object]) -> Planted:
    """The letter of a seed and a form, after its exchanges were changed."""
    random = Random(seed)
    content = compose(draw(random, form), random)
    change(exchanges(content))
    pieces = script_of(content)
    return printed(content, pieces), truth_of(content)


def exchanges(content: Content) -> list[Exchange]:
    return [exchange for section in content.sections for exchange in section.exchanges]


def answer_like_a_question() -> Planted:
    """The answer of exchange 3 ends with a paragraph that reads as if exchange 4 started there."""
    return plant(1, IN_TURN, lambda found: found[2].answer.append(Block(LIKE_A_QUESTION)))


def without_an_answer() -> Planted:
    """A report in two parts in which exchange 4 has no answer."""
    return plant(1, IN_PARTS, lambda found: found[3].answer.clear())


def nobody_asks() -> Planted:
    """A letter without headings whose first question does not say who asks it."""

    def change(found: list[Exchange]) -> None:
        found[0].questions[0].blocks[:] = [Block(NAMELESS)]

    return plant(3, IN_TURN, change)


def two_forms() -> Planted:
    """A letter that may also be read as one with printed marks before its answers."""
    return plant(2, IN_TURN, lambda found: found)


def without_confidence(letter: Letter) -> tuple[Section, ...]:
    """The sections of a letter without how sure the parse is of them: what is decided makes it surer."""
    return tuple(
        replace(part, exchanges=tuple(replace(one, confidence=None) for one in part.exchanges))
        for part in letter.sections
    )
