"""Make letters of any length from a sample, by repeating its sections with different numbers in them."""

from __future__ import annotations

import textwrap
from pathlib import Path

from handmade import document, pdf, stream, text
from kamerbrief.export.json import plain
from kamerbrief.parse import read_letter

SAMPLE = Path(__file__).parent.parent.parent / "samples" / "zwemveiligheid.pdf"
HEADINGS = ("VVD", "D66", "SP", "PVV", "CDA", "GroenLinks")
PER_PAGE, WIDTH = 50, 88


def rows(pages: int) -> list[list[str]]:
    """Return the rows of each page."""
    letter = read_letter(SAMPLE)
    found: list[str] = []
    number = 0
    while len(found) < pages * PER_PAGE:
        found += ["", f"Vragen en opmerkingen van de leden van de fractie van {HEADINGS[number % 6]}", ""]
        for exchange in letter.exchanges:
            number += 1
            for paragraph in (*plain(exchange.question), "Antwoord", *plain(exchange.answer)):
                found += [*textwrap.wrap(paragraph, WIDTH), ""]
            found += [f"Het gaat om {number} gevallen in {1990 + number % 30}.", ""]
    return [found[n * PER_PAGE : (n + 1) * PER_PAGE] for n in range(pages)]


def as_pdf(pages: int) -> bytes:
    """Return the letter as PDF, each page with a running head and its number."""
    sheets = [
        ["Ministerie van Bruggen en Wegen", "", *page, "", f"Pagina {number} van {pages}"]
        for number, page in enumerate(rows(pages), 1)
    ]
    return pdf(document(*(stream(text(sheet), packed=True) for sheet in sheets)))


def as_text(pages: int) -> bytes:
    """Return the letter as text, with form feeds between pages."""
    return "\f".join("\n".join(page) for page in rows(pages)).encode()
