"""Makers of plain texts that hold one thing again and again, at places of a letter where rules look at it.

A maker takes how many characters there are to be, and gives the file.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial

Maker = Callable[[int], bytes]
LETTER = (
    "Vragen en opmerkingen van de leden van de fractie van de VVD\n\nDe leden van de VVD-fractie lezen over wegen. "
    "Hoeveel wegen zijn er?\n\nAntwoord\n\nEr zijn 139.000 kilometer wegen.\n\n"
)
UNITS = {
    "word": "a",
    "dots": ".",
    "spaced-dots": ". ",
    "lines": "_",
    "dashes": "-",
    "quotes": "'",
    "brackets": "(",
    "digits": "7",
    "letters-and-digits": "a1",
    "numbers": "12 ",
    "hyphens": "aa-",
    "broken-words": "aa-\n",
    "number-hyphens": "1-",
    "items": "1. x\n",
    "bullets": "\u2022 x\n",
    "markers": "[1] ",
    "note-lines": "1 Kamerstuk 29 325, nr. 1\n",
    "pages": "a\f",
    "columns": "a    b    c\n",
    "cells": "a    ",
    "short-lines": "a\n",
    "paragraphs": "a\n\n",
    "blanks": "a\n" + " " * 22 + "\n",
    "questions": "Wat is dat?\n\n",
    "exchanges": "Vraag 1\n\nWat is dat?\n\nAntwoord\n\nDat.\n\n",
    "marks": "Antwoord\n\n",
    "members": "Vraag van het lid Jansen (VVD)\n\nWat?\n\nJa.\n\n",
    "named": "het lid Jansen (VVD) ",
    "factions": "de leden van de VVD-fractie ",
    "pointers": "verwijs ik naar het antwoord op vraag 3 ",
    "headings": "1.2.3 Kop\n\n",
    "roman": "IV. x\n",
    "capitals": "AAAA ",
    "accents": "e\u0301",
    "soft-hyphens": "a\u00ad",
    "addresses": "http://www.a.nl/",
    "ministers": "De minister van ",
    "dates": "3 mei 2024 ",
    "annexes": "Bijlage\n\n",
    "pairs": "Vraag 1\nWat?\nAntwoord\nJa.\n",
    "page-marks": " x\n y\n",
    "commas": "a, ",
    "initials": "J. ",
}
"""What is repeated, by name."""
PLACES = {
    "answer": LETTER + "{}",
    "front": "{}\n\n" + LETTER,
    "heading": LETTER + "Vragen van de leden van de fractie van de SP {}\n\nWat?\n\nAntwoord\n\nJa.\n",
    "question": LETTER + "Vraag 2\n\nKan de minister {}?\n\nAntwoord 2 {}\n\nJa.\n",
    "title": "Vragen van het lid {} aan de Minister van {} (ingezonden 3 mei 2024).\n\nVraag 1\n\nWat?\n\nAntwoord\n\n"
    "Ja.\n",
    "close": LETTER + "Hoogachtend,\n\nDe Minister van {}\n{}\n",
    "notes": LETTER.replace("wegen.\n", "wegen.1\n") + "\n" + " " * 30 + "\n1 {}\n",
    "list": LETTER + "- {}\n- {}\n",
    "contents": "Inhoudsopgave\n{}\n{}\n\n" + LETTER,
}
"""Where it is repeated, by name."""


def repeated(unit: str, place: str, size: int) -> bytes:
    """A letter with a unit repeated to about `size` characters at a place."""
    return PLACES[place].replace("{}", unit * (size // len(unit) + 1)).encode()


def words(joint: str, size: int) -> bytes:
    """A letter with an answer of words that occur once, parted by `joint`."""
    rng, found = random.Random(1), []
    for _ in range(size // 7 + 1):
        found.append("".join(rng.choices("abcdefghijklmnoprstuvwz", k=rng.choice([2, 3, 5, 8, 11]))))
    return (LETTER + joint.join(found)).encode()


MAKERS: dict[str, Maker] = {
    f"text-{name}-in-{place}": partial(repeated, unit, place) for name, unit in UNITS.items() for place in PLACES
}
"""The makers by name."""
MAKERS |= {
    f"text-words-{name}": partial(words, joint) for name, joint in (("row", " "), ("lines", "\n"), ("broken", "-\n"))
}
