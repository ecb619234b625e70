"""The title of a published set of written questions: subject, dates, who answers, and the publication's id.

As printed in the Aanhangsel van de Handelingen: "Vragen van het lid X (CDA) aan de Minister van Y over Z (ingezonden
3 mei 2024). Antwoord van Minister W (Y), mede namens ... (ontvangen 13 juni 2024)."
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kamerbrief.model import Signatory
from kamerbrief.patterns import pattern
from kamerbrief.structure.header.dates import find_date

ID = pattern(
    r"\b(?:ah|kv)-[te]k-\d[\w-]*\d\b",
    hits=("ah-tk-20232024-1980", "kv-ek-2024Z18775 ISSN 0921"),
    misses=("kst-36600-VII-1", "ah-tk"),
)
"""The id of a publication, as it stands in its foot: ah-tk-20232024-1980."""
QUESTIONS_NUMBER = pattern(
    r"\b\d{4}Z\d{5}\b",
    hits=("2024Z18775", "nr. 2023Z19006, over bruggen"),
    misses=("2024Z187", "202Z418775", "2024-18775"),
)
"""The number of questions that are not answered yet: 2024Z18775."""
QUESTIONS = pattern(
    r"vragen van (?:het|de) (?:lid|leden)\b(?:.*?\baan (?:de|het) .*?|(?=.*\(ingezonden\b)[^.]*?) over"
    r" (?P<subject>.+?)\s*(?:\(ingezonden\b|$)",
    re.I | re.S,
    hits=(
        "Vragen van het lid Bos (CDA) aan de Minister van Sport over zwembaden (ingezonden 3 mei 2024)",
        "Vragen van de leden Bos en Ali (beiden D66) aan de Ministers van Sport en van Bouw over bruggen",
        "Vragen van het lid Bos (CDA) over zwembaden. (Ingezonden 3 mei 1998)",
    ),
    misses=("Vragen van het lid Bos (CDA) over zwembaden", "Vragen van de fractie aan de Minister over zwembaden"),
)
"""The title of written questions, with what they are about."""
SENT = pattern(
    r"\(ingezonden\s+(?P<date>[^)]+)\)",
    re.I,
    hits=("over zwembaden (ingezonden 3 mei 2024)", "(Ingezonden\n3 mei 2024)."),
    misses=("ingezonden 3 mei 2024", "(ingezonden)"),
)
"""When the questions were sent in."""
RECEIVED = pattern(
    r"\(\s*ontvangen\s+(?P<date>[^)]+)\)",
    re.I,
    hits=("Antwoord van Minister De Wit (Sport) (ontvangen 13 juni 2024)", "( ontvangen 13 juni 2024 )"),
    misses=("ontvangen op 13 juni 2024", "(ontvangen)"),
)
"""When the answer was received."""
ANSWERED = pattern(
    r"(?:antwoord|mededeling) van (?P<who>.+?)\s*\(\s*ontvangen\b",
    re.I | re.S,
    hits=(
        "Antwoord van Minister De Wit (Sport) (ontvangen 13 juni 2024)",
        "Mededeling van Staatssecretaris Bakker (Bouw) (ontvangen 3 mei 2024)",
    ),
    misses=("Antwoord van Minister De Wit (Sport)", "Antwoord (ontvangen 3 mei 2024)"),
)
"""Who answers, up to the date of the answer."""
MINISTER = pattern(
    r"(?P<office>(?:vice)?minister(?:-president)?|staatssecretaris)\s+(?P<name>[^(,]{2,60}?)\s*(?:\((?P<of>[^)]+)\))",
    re.I,
    hits=("Minister De Wit (Volksgezondheid, Welzijn en Sport)", "mede namens Staatssecretaris Van Es (Bouw)"),
    misses=("Minister De Wit", "Minister van Sport, mede namens (Bouw)"),
)
"""A minister by name, with the department in brackets."""


@dataclass(frozen=True, slots=True)
class PublicationTitle:
    """What the title of a publication says; dates as ISO 8601."""

    subject: str | None = None
    asked: str | None = None
    answered: str | None = None
    ministers: tuple[Signatory, ...] = ()
    reference: str | None = None


def read_title(texts: Sequence[str], beside: Iterable[str]) -> PublicationTitle:
    """Read the title from the texts before the first question; without a title every field is None or empty.

    `beside` are the lines in the margins, which may hold the publication's id.
    """
    whole = " ".join(texts)
    sent, received = SENT.search(whole), RECEIVED.search(whole)
    questions = QUESTIONS.search(whole)
    told = sent or received
    every = [*beside, *texts]
    printed = ID if received else QUESTIONS_NUMBER
    ident = next((found.group() for text in every if (found := printed.search(text))), None)
    return PublicationTitle(
        subject=questions["subject"].strip(" .") if questions and (told or ident) else None,
        asked=find_date(sent["date"]) if sent else None,
        answered=find_date(received["date"]) if received else None,
        ministers=_ministers(whole),
        reference=ident,
    )


def _ministers(text: str) -> tuple[Signatory, ...]:
    """Who answers, as printed: "Minister Helder (Volksgezondheid, Welzijn en Sport)"."""
    answered = ANSWERED.search(text)
    found = MINISTER.finditer(answered["who"]) if answered else ()
    return tuple(Signatory(role=f"{m['office']} ({m['of']})", name=" ".join(m["name"].split())) for m in found)
