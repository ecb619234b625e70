"""Refer to a letter, or to one answer in it: as a Dutch official writes it, as BibTeX, and as CSL-JSON."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from kamerbrief.insight.citations.publication import own_citation
from kamerbrief.model import Exchange, Letter
from kamerbrief.months import MONTHS
from kamerbrief.sanitise import in_json

KINDS = {
    "schriftelijk-overleg": "antwoorden in schriftelijk overleg",
    "kamervragen": "antwoorden op Kamervragen",
    "lijst-van-vragen": "antwoorden op een lijst van vragen",
    "verslag-schriftelijk-overleg": "verslag van een schriftelijk overleg",
    "nota-naar-aanleiding-van-verslag": "nota naar aanleiding van het verslag",
    "eerste-termijn": "schriftelijke antwoorden in eerste termijn",
}
"""What an official calls a letter of each genre."""
MEMBER_OF_GOVERNMENT = re.compile(r"\b(?:[Mm]inister|[Ss]taatssecretaris)[^\n]*")
"""The office of someone who signs for the government, without its article; who signs for parliament is left out."""
SPECIAL = {character: f"\\{character}" for character in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
"""How BibTeX writes the characters that mean something in it."""


class LetterReference(NamedTuple):
    """What a reference says of a letter, and of an answer in it; what is not known is empty."""

    authors: tuple[str, ...]
    kind: str
    title: str
    chamber: str
    date: str
    """ISO 8601."""
    number: str
    """The letter's own reference (*kenmerk*)."""
    publication: str
    address: str
    answer: str
    """Which answer, such as "antwoord op vraag 3"."""
    pages: str


def reference_of(letter: Letter, exchange: Exchange | None = None) -> LetterReference:
    """Return what is said to refer to a letter, or to one exchange of it."""
    published = own_citation(letter)
    number = "" if published else letter.reference or ""
    return LetterReference(
        authors=tuple(MEMBER_OF_GOVERNMENT.findall("\n".join(one.role or "" for one in letter.signatories))),
        kind=KINDS.get(letter.genre, letter.genre),
        title=letter.subject or "",
        chamber=letter.chamber or "",
        date=letter.date or "",
        number=number,
        publication=published.form if published else "",
        address=(published.address or "") if published else "",
        answer=answer_name(exchange) if exchange else "",
        pages="–".join(map(str, dict.fromkeys(exchange.pages))) if exchange and exchange.pages else "",
    )


def answer_name(exchange: Exchange) -> str:
    """Name the answer of an exchange by its printed numbers, or by its place in the letter.

    >>> answer_name(Exchange(number=14, pages=None)), answer_name(Exchange(number=3, labels=("3", "8"), pages=None))
    ('antwoord 14', 'antwoord op de vragen 3 en 8')
    """
    *most, last = exchange.labels or (str(exchange.number),)
    if not exchange.labels:
        return f"antwoord {last}"
    return f"antwoord op de vragen {', '.join(most)} en {last}" if most else f"antwoord op vraag {last}"


def to_dutch(letter: Letter, exchange: Exchange | None = None) -> str:
    """Return a reference as a Dutch official writes it.

    >>> from kamerbrief import read_letter
    >>> letter = read_letter("samples/walstroom.pdf")
    >>> to_dutch(letter, letter.exchanges[1]).partition(",")[0]
    'Minister van Infrastructuur en Waterstaat'
    """
    said = reference_of(letter, exchange)
    if said.publication:
        signed = ", ".join(filter(None, (" en ".join(said.authors), dutch_date(said.date))))
        pages = f"p. {said.pages}" if said.pages else ""
        return ", ".join(filter(None, (said.publication, said.answer, pages))) + (f" ({signed})." if signed else ".")
    to = f" aan de {said.chamber}" if said.chamber else ""
    when = f" van {dutch_date(said.date)}" if said.date else ""
    kind = f"{said.kind}{to}{when}"
    parts = (
        " en ".join(said.authors),
        kind,
        f"kenmerk {said.number}" if said.number else "",
        said.answer,
        f"p. {said.pages}" if said.pages else "",
    )
    return _capitalised(", ".join(filter(None, parts)) + ".")


def dutch_date(iso: str) -> str:
    """Return a date in Dutch words, such as 30 augustus 2021; empty if there is none."""
    year, month, day = iso.split("-") if iso else ("", "", "")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}" if iso else ""


def to_bibtex(letter: Letter, exchange: Exchange | None = None) -> str:
    """Return an entry for BibTeX, of the type misc."""
    said = reference_of(letter, exchange)
    fields = {
        "author": " and ".join(f"{{{_tex(author)}}}" for author in said.authors),
        "title": _tex(said.title),
        "howpublished": _tex(said.publication or ", ".join(filter(None, (said.kind, said.chamber)))),
        "number": _tex(said.number),
        "year": said.date[:4],
        "month": str(int(said.date[5:7])) if said.date else "",
        "pages": said.pages.replace("–", "--"),
        "note": _tex(_capitalised(said.answer)),
        "url": said.address,
        "langid": "dutch",
    }
    lines = (f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{_key(letter, said, exchange)},\n{''.join(lines)}}}"


def to_csl(letter: Letter, exchange: Exchange | None = None) -> str:
    """Return an item of CSL-JSON, which reference managers and pandoc read."""
    said = reference_of(letter, exchange)
    item: dict[str, Any] = {
        "id": _key(letter, said, exchange),
        "type": "report",
        "genre": said.kind,
        "title": said.title,
        "author": [{"literal": author} for author in said.authors],
        "issued": {"date-parts": [[int(part) for part in said.date.split("-")]]} if said.date else None,
        "number": said.publication or said.number,
        "publisher": ", ".join(letter.department),
        "page": said.pages.replace("–", "-"),
        "note": said.answer,
        "URL": said.address,
        "language": "nl",
    }
    return in_json(json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=1))


def _capitalised(text: str) -> str:
    """Return a text with a capital at its start."""
    return text[:1].upper() + text[1:]


def _tex(text: str) -> str:
    """Return a text in which nothing means anything to BibTeX."""
    return "".join(SPECIAL.get(character, character) for character in text)


def _key(letter: Letter, said: LetterReference, exchange: Exchange | None) -> str:
    """Return a key of letters, digits and hyphens."""
    parts = ("kamerbrief", said.date or "zd", said.publication or said.number or letter.source.sha256[:8])
    text = "-".join((*parts, *([str(exchange.number)] if exchange else [])))
    return re.sub(r"[^0-9A-Za-z]+", "-", text).strip("-").lower()
