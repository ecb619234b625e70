"""Make a library with any number of exchanges without files: `python tests/bench/synthetic.py FILE COUNT`."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random

from kamerbrief.library.records import Record, record
from kamerbrief.library.store import Store
from kamerbrief.model import Exchange, Letter, Paragraph, Part, Section, Signatory, Table
from kamerbrief.model import Source as File
from writing import exchange, head

A_LETTER = 40
"""How many exchanges a letter has."""
PARTIES = ("VVD", "D66", "CDA", "SP")


def letter(number: int) -> Letter:
    """Return the letter with this number, as if it had been parsed."""
    chance = Random(number)
    made = [made_exchange(chance, n, chance.choice(PARTIES)) for n in range(1, A_LETTER + 1)]
    name = f"brief-{number:06}.pdf"
    return Letter(
        source=File(
            name=name, sha256=hashlib.sha256(name.encode()).hexdigest(), media_type="application/pdf", pages=15
        ),
        genre="schriftelijk-overleg",
        chamber="Eerste Kamer",
        subject=head(chance, number)["subject"],
        date=f"{chance.randint(1996, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        signatories=(Signatory(role="De Minister van Wegen", name="A. Prins"),),
        sections=(Section(heading="Vragen", page=1, exchanges=tuple(made)),),
    )


def made_exchange(chance: Random, number: int, party: str) -> Exchange:
    """Return an exchange like those of the corpus."""
    pieces = exchange(chance, party)
    page = 1 + number * 14 // A_LETTER
    asked = [Paragraph(text=piece.text, page=page) for piece in pieces if piece.kind == "question"]
    answer: list[Paragraph | Table] = [
        Paragraph(text=piece.text, page=page) for piece in pieces if piece.kind == "answer"
    ]
    answer += [Table(rows=tuple(map(tuple, piece.rows)), page=page) for piece in pieces if piece.rows]
    return Exchange(
        number=number,
        factions=(party,),
        question=Part(blocks=tuple(asked)),
        answer=Part(blocks=tuple(answer)),
        pages=(page, page),
    )


def remove(library: Path) -> None:
    """Delete a library with its helper files."""
    for end in ("", "-wal", "-shm"):
        Path(f"{library}{end}").unlink(missing_ok=True)


def batches(exchanges: int) -> Iterator[list[tuple[str, Record]]]:
    """Yield letters with this many exchanges in total, a hundred letters at a time."""
    letters = exchanges // A_LETTER
    for start in count(0, 100):
        if start >= letters:
            return
        numbers = range(start, min(start + 100, letters))
        yield [(f"/corpus/{made.name}", made) for made in (record(letter(number)) for number in numbers)]


def fill(library: Path, exchanges: int) -> None:
    """Make a library with this many exchanges."""
    remove(library)
    with Store(library) as store:
        for batch in batches(exchanges):
            store.save(batch)


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]))
