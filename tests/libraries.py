"""Small libraries for tests: letters of a few words, stored without a file."""

from __future__ import annotations

from pathlib import Path

from kamerbrief.library.catalogue import Library
from kamerbrief.library.records import record
from kamerbrief.library.store import Store
from kamerbrief.model import Exchange, Letter, Paragraph, Part, Section, Signatory, Source


def letter_of(
    name: str,
    *exchanges: tuple[str, str],
    factions: tuple[str, ...] = ("VVD",),
    members: tuple[str, ...] = (),
    date: str | None = "2021-08-30",
    chamber: str | None = "Eerste Kamer",
    genre: str = "schriftelijk-overleg",
    minister: str = "A. de Vries",
) -> Letter:
    """Build a letter with these questions and answers, each on its own page; its hash is made from its name."""
    made = tuple(
        Exchange(number=n, factions=factions, members=members, question=_part(q, n), answer=_part(a, n), pages=(n, n))
        for n, (q, a) in enumerate(exchanges, 1)
    )
    return Letter(
        source=Source(name=name, sha256=sha_of(name), media_type="text/plain", pages=len(exchanges)),
        genre=genre,
        chamber=chamber,
        date=date,
        subject=f"Over {name}",
        signatories=(Signatory(role="De Minister van Wegen", name=minister),),
        sections=(Section(heading="Vragen", factions=factions, page=1, exchanges=made),),
    )


def sha_of(name: str) -> str:
    """Return a text that looks like a SHA-256: the name in hexadecimal, padded."""
    return name.encode().hex().ljust(64, "0")[:64]


def _part(text: str, page: int) -> Part:
    return Part(blocks=(Paragraph(text=text, page=page),)) if text else Part()


def store(path: Path, *letters: Letter) -> None:
    """Add letters to a library, each at the path /brieven/NAME."""
    with Store(path) as opened:
        opened.save([(f"/brieven/{letter.source.name}", record(letter)) for letter in letters])


def library_of(path: Path, *letters: Letter) -> Library:
    """Create a library with these letters."""
    store(path, *letters)
    return Library(path)
