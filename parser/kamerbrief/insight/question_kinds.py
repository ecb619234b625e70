"""What kind of answer a question asks for: yes or no, a time, a number; and whether it follows from the one before."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from kamerbrief.insight.wording_rules import rules

Polarity = Literal["yes", "no"]


class QuestionKind(NamedTuple):
    """What a question asks for."""

    follows: Polarity | None
    """The answer to the question before under which it is put: "zo nee, waarom niet?"."""
    yes_or_no: bool
    when: bool
    how_many: bool


@lru_cache(maxsize=1024)
def kind_of(question: str) -> QuestionKind:
    """Return what a question asks for.

    >>> kind_of("Zo nee, waarom niet?").follows, kind_of("Hoeveel zijn het er?").how_many
    ('no', True)
    """
    known = rules("answered")

    def has(name: str) -> bool:
        return known[name].search(question) is not None

    return QuestionKind(
        follows="yes" if has("follows-yes") else "no" if has("follows-no") else None,
        yes_or_no=has("asks-yes-or-no") and not has("asks-to-be-told"),
        when=has("asks-when"),
        how_many=has("asks-how-many"),
    )
