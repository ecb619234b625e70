"""The title of a published set of written questions: subject, dates, who answers, and the publication's id.

As printed in the Aanhangsel van de Handelingen: "Vragen van het lid X (CDA) aan de Minister van Y over Z (ingezonden
3 mei 2024). Antwoord van Minister W (Y), mede namens ... (ontvangen 13 juni 2024)."
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kamerbrief.model import Signatory
from kamerbrief.structure.header.dates import find_date

ID = re.compile(r"\b(?:ah|kv)-[te]k-\d[\w-]*\d\b")
"""The id of a publication, as it stands in its foot: ah-tk-20232024-1980."""
NUMBER = re.compile(r"\b\d{4}Z\d{5}\b")
"""The number of questions that are not answered yet: 2024Z18775."""
QUESTIONS = re.compile(
    r"vragen van (?:het|de) (?:lid|leden)\b.*?\baan (?:de|het) .*? over (?P<subject>.+?)\s*(?:\(ingezonden\b|$)",
    re.I | re.S,
)
SENT = re.compile(r"\(ingezonden\s+(?P<date>[^)]+)\)", re.I)
RECEIVED = re.compile(r"\(\s*ontvangen\s+(?P<date>[^)]+)\)", re.I)
ANSWERED = re.compile(r"(?:antwoord|mededeling) van (?P<who>.+?)\s*\(\s*ontvangen\b", re.I | re.S)
MINISTER = re.compile(
    r"(?P<office>(?:vice)?minister(?:-president)?|staatssecretaris)\s+(?P<name>[^(,]{2,60}?)\s*(?:\((?P<of>[^)]+)\))",
    re.I,
)


@dataclass(frozen=True, slots=True)
class PublicationTitle:
    """What a publication's title says."""

    subject: str | None = None
    asked: str | None = None
    answered: str | None = None
    ministers: tuple[Signatory, ...] = ()
    reference: str | None = None


def read_title(texts: Sequence[str], beside: Iterable[str]) -> PublicationTitle:
    """The title among the texts before the first question; all None where it is no publication."""
    whole = " ".join(texts)
    sent, received = SENT.search(whole), RECEIVED.search(whole)
    questions = QUESTIONS.search(whole)
    told = sent or received
    every = [*beside, *texts]
    ident = next((found.group() for text in every if (found := (ID if received else NUMBER).search(text))), None)
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
