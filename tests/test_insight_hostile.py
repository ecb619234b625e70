"""No letter keeps the search for findings busy, however its sentences are made."""

from __future__ import annotations

import time
from random import Random

import pytest

from kamerbrief.insight import with_insight
from kamerbrief.model import Exchange, Letter, Paragraph, Part, Section, Source

MOST_SECONDS = 8.0
"""Seconds of computing time for any of these; without bounds most would take minutes, or for ever."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
CHANCE = Random(7)


def word() -> str:
    return "".join(CHANCE.choices(LETTERS, k=CHANCE.randint(4, 18)))


def rare_words() -> str:
    return " ".join(word() for _ in range(20_000)) + "?"


SIDES: dict[str, tuple[str, str]] = {
    "a sentence that only asks": ("vragen " * 20_000, "ja"),
    "a sentence that only points": ("Klopt dat?", "verwijs antwoord op vraag " * 8_000),
    "all cues at once": ("graag " * 20_000 + "weten", "zoals zie antwoord de leden van hierboven " * 5_000),
    "as many questions as sentences": ("Hoeveel wegen zijn er in de stad? " * 3_000, "De wegen in de stad. " * 3_000),
    "rare words": (rare_words(), rare_words()),
    "a list of numbers": ("Klopt dat?", "zie vraag " + "1, " * 20_000),
    "quotations that never end": ("“Klopt dat? " * 20_000, "ja"),
}


def exchange(number: int, question: str, answer: str) -> Exchange:
    asked, told = (Part(blocks=(Paragraph(text=text, page=1),)) for text in (question, answer))
    return Exchange(number=number, factions=("VVD",), question=asked, answer=told, pages=(1, 1))


def letter(*exchanges: Exchange) -> Letter:
    source = Source(name="x.pdf", sha256="", media_type="text/plain", pages=1)
    return Letter(source=source, genre="", sections=(Section(heading="", page=1, exchanges=exchanges),))


@pytest.mark.parametrize("name", SIDES)
def test_an_exchange_made_to_keep_us_busy(name: str) -> None:
    started = time.process_time()
    found = with_insight(letter(exchange(1, *SIDES[name])))
    assert time.process_time() - started < MOST_SECONDS
    assert found.exchanges[0].subquestions is not None


def test_many_exchanges_that_all_point_to_each_other() -> None:
    answer = "Zie het antwoord op de vraag van de leden van de VVD-fractie over {}."
    started = time.process_time()
    found = with_insight(
        letter(*(exchange(n, f"Hoe zit het met {word()}?", answer.format(word())) for n in range(600)))
    )
    assert time.process_time() - started < 2 * MOST_SECONDS
    assert all(one.references is not None for one in found.exchanges)
