"""The title of a Kamerstuk: its dossier, number, kind of document and date, which stand over its text."""

from __future__ import annotations

from collections.abc import Sequence

from kamerbrief.structure.evidence.wording.letterheads import ADDRESS, UNFINISHED
from kamerbrief.structure.evidence.wording.publications import (
    COMMITTEE_SUBJECT,
    DOCKET,
    DOCUMENT_NUMBER,
    DOSSIER,
    ISSUED,
    KAMERSTUK_TITLE,
    KIND,
    SESSION,
)
from kamerbrief.structure.header.dates import find_date

LONG = 40
"""Words of a title at most."""


def kamerstuk_subject(texts: Sequence[str], introduction: Sequence[str]) -> str | None:
    """What a Kamerstuk is about: by its own name, by the title of its dossier, or by what its introduction says.

    `texts` stand over the introduction, in printed order.
    """
    titled = [found["subject"] for text in texts if (found := KAMERSTUK_TITLE.match(text.strip()))]
    introduced = [found["subject"].rstrip(".") for text in introduction if (found := COMMITTEE_SUBJECT.search(text))]
    return next(iter([*titled, *_dossier_title(texts), *introduced]), None)


def issued(texts: Sequence[str]) -> str | None:
    """When a Kamerstuk was adopted or received, as ISO 8601: "Vastgesteld 4 december 2014"."""
    found = (ISSUED.search(text) for text in texts if len(text.split()) < LONG)
    return next((find_date(match["date"]) for match in found if match), None)


def numbered_chamber(texts: Sequence[str]) -> str | None:
    """The chamber that the number of a Kamerstuk tells: the Tweede Kamer counts, the Eerste Kamer uses letters."""
    if not any(KIND.fullmatch(text.strip()) for text in texts):
        return None
    numbers = [found for text in texts if (found := DOCUMENT_NUMBER.match(text.strip()))]
    counted = next((found["number"] for found in numbers if found["number"]), None)
    if counted:
        return "Tweede Kamer" if counted.isdecimal() else "Eerste Kamer"
    return "Eerste Kamer" if any(DOCUMENT_NUMBER.fullmatch(text.strip()) for text in texts) else None


def last_docket_line(texts: Sequence[str]) -> int:
    """The index of the last line that is printed over a Kamerstuk: its kind or its date; -1 where there is none.

    The name of a kind alone heads many a letter too; a dossier, a date or a parliamentary year tells the Kamerstuk.
    """
    stripped = [text.strip() for text in texts]
    lines = [n for n, text in enumerate(stripped) if KIND.fullmatch(text) or ISSUED.fullmatch(text)]
    last = max(lines, default=-1)
    told = any(ISSUED.search(t) or SESSION.search(t) or DOSSIER.fullmatch(t) for t in stripped[: last + 1])
    return last if told else -1


def _dossier_title(texts: Sequence[str]) -> list[str]:
    """The title of a dossier: behind its number, or alone between that and the number or kind of the document."""
    for n, text in enumerate(texts):
        found = DOSSIER.fullmatch(text.strip())
        if found and found["title"]:
            return [found["title"]]
        if KIND.fullmatch(text.strip()) or (DOCUMENT_NUMBER.fullmatch(text.strip()) and n):
            above = [other.strip() for other in texts[:n] if _is_title(other)]
            if above:
                return [_whole(above)]
    return []


def _whole(lines: Sequence[str]) -> str:
    """The last of these lines with those before it that it goes on from."""
    title = lines[-1]
    for line in reversed(lines[:-1]):
        if not (UNFINISHED.search(line) or title[:1].islower()):
            break
        title = f"{line} {title}"
    return title


def _is_title(text: str) -> bool:
    bare = text.strip()
    other = (ADDRESS, DOCKET, DOCUMENT_NUMBER, KIND, ISSUED)
    return bool(bare) and not any(p.fullmatch(bare) for p in other) and not SESSION.search(bare)
