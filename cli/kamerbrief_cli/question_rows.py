"""The rows that `questions` lists: one for each subquestion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief_cli.faction_tally import own_question

if TYPE_CHECKING:
    from kamerbrief.model import Exchange, Letter, Subquestion


class QuestionRow(NamedTuple):
    """One question."""

    letter: str
    """The path or the id of its letter."""
    exchange: Exchange
    subquestion: Subquestion | None
    """None where an exchange asks something in no way that was found; its last sentence is shown."""
    is_open: bool = False
    """Whether the row says that no answer was found, or that it was declined."""

    @property
    def text(self) -> str:
        """Return the question."""
        return self.subquestion.text if self.subquestion else own_question(self.exchange)

    @property
    def page(self) -> int | None:
        """Return the page on which the question stands, as far as it is known."""
        return self.subquestion.page if self.subquestion else self.exchange.pages and self.exchange.pages[0]


def question_rows(letter: Letter, name: str) -> Iterator[QuestionRow]:
    """Yield a row for each subquestion of a letter, and one for an exchange without any."""
    for exchange in letter.exchanges:
        for subquestion in exchange.subquestions or (None,):
            yield QuestionRow(name, exchange, subquestion)


def open_rows(letter: Letter, name: str) -> Iterator[QuestionRow]:
    """Yield a row for each question of a letter that is left open."""
    from kamerbrief.insight.open_questions import open_questions

    for exchange in letter.exchanges:
        for one in open_questions(exchange):
            yield QuestionRow(name, exchange, one.question, is_open=True)
