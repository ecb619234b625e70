"""Run `cite`: find the exchange and print the reference in the form that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kamerbrief_cli.number_ranges import format_ranges
from kamerbrief_cli.party_names import NothingThere
from kamerbrief_cli.terminal import write
from kamerbrief_cli.views.safe_text import clean, clean_lines

if TYPE_CHECKING:
    from kamerbrief.model import Exchange, Letter

Form = Literal["dutch", "bibtex", "csl"]
"""How a reference is written."""


def print_reference(letter: Letter, number: int | None, form: Form) -> None:
    """Print a reference to a letter, or to the exchange with a number. Raises NothingThere if it has no such one."""
    from kamerbrief.export import reference

    exchange = None if number is None else exchange_of(letter, number)
    if form == "dutch":
        write(clean(reference.to_dutch(letter, exchange)) + "\n")
    elif form == "bibtex":
        write(clean_lines(reference.to_bibtex(letter, exchange)) + "\n")
    else:
        write(reference.to_csl(letter, exchange) + "\n")


def exchange_of(letter: Letter, number: int) -> Exchange:
    """Return the exchange with this number. Raises NothingThere."""
    for exchange in letter.exchanges:
        if exchange.number == number:
            return exchange
    numbers = format_ranges([one.number for one in letter.exchanges])
    raise NothingThere(f"{letter.source.name}: there is no exchange {number}; the letter has exchanges {numbers}")
