"""Run `compare`: read the letters, compare them, and print what is alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kamerbrief.errors import ExitCode, KamerbriefError
from kamerbrief_cli.exchange_choice import ExchangeChoice
from kamerbrief_cli.letter_stream import LetterStream
from kamerbrief_cli.loading import read
from kamerbrief_cli.terminal import emit, on_terminal, write

if TYPE_CHECKING:
    from kamerbrief.insight.comparison.compare import ComparedExchange, Comparison


class NotTwoLetters(KamerbriefError):
    """Something else than two letters, or a faction, was given; exit code USAGE."""


def run_comparison(
    places: Sequence[str], *, party: list[str] | None, limit: int, json: bool, password: str | None
) -> int:
    """Compare two letters, or a faction's questions across the library; return the exit code.

    Raises NotTwoLetters, or what reading a letter raises.
    """
    if len(places) != 2 and (places or not party):
        raise NotTwoLetters("give two letters to compare, or --party to compare a faction's questions in the library")
    compared = in_library(party, limit) if not places else of_two(places, party, password)
    show(compared, json=json)
    return ExitCode.OK if compared.pairs else ExitCode.NO_MATCH


def of_two(places: Sequence[str], party: list[str] | None, password: str | None) -> Comparison:
    """Compare two letters, or what some factions ask in them."""
    from kamerbrief.insight.comparison.compare import compare_letters

    first, second = (exchanges_at(path, party, password) for path in places)
    return compare_letters(first, second)


def exchanges_at(path: str, party: list[str] | None, password: str | None) -> list[ComparedExchange]:
    """Return the exchanges of a letter, or those that some factions ask."""
    from kamerbrief.insight.comparison.compare import ComparedExchange

    letter = ExchangeChoice(party=party).select_from(read(path, password))
    return [ComparedExchange(path, letter, exchange) for exchange in letter.exchanges]


def in_library(party: list[str] | None, limit: int) -> Comparison:
    """Compare what some factions ask in all letters of the library."""
    from kamerbrief.insight.comparison.compare import ComparedExchange, Comparison, alike_across

    found = [
        ComparedExchange(name, letter, exchange)
        for name, letter in LetterStream([], party)
        for exchange in letter.exchanges
    ]
    return Comparison(tuple(alike_across(found, limit)), (), ())


def show(compared: Comparison, *, json: bool) -> None:
    """Print a comparison as JSON or in two columns."""
    from kamerbrief_cli.views.comparison import comparison_json, comparison_view

    if json:
        write(comparison_json(compared))
    elif compared.pairs or compared.only_first or compared.only_second:
        emit(comparison_view(compared, marked=not on_terminal()), pager=True)
