"""Read the header fields of a letter: who writes to whom, about what and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kamerbrief.layout import AsideLine, LayoutBlock
from kamerbrief.layout.header_fields import labelled
from kamerbrief.model import Signatory
from kamerbrief.reading.page_lines import Line
from kamerbrief.structure.evidence.wording.letterheads import ADDRESSED_CHAMBER, MINISTRY, SITE
from kamerbrief.structure.evidence.wording.publications import (
    COMMITTEE_SUBJECT,
    DOCUMENT_NUMBER,
    DOSSIER,
    KAMERSTUK_TITLE,
)
from kamerbrief.structure.header.dates import find_date
from kamerbrief.structure.header.publication_title import read_title
from kamerbrief.structure.header.signatories import of_government, signatories


@dataclass(slots=True)
class Letterhead:
    """The header fields of a letter; None or empty where it does not print them."""

    fields: dict[str, str] = field(default_factory=dict)
    department: list[str] = field(default_factory=list)
    chamber: str | None = None
    asked: str | None = None
    answered: str | None = None
    signatories: tuple[Signatory, ...] = ()

    @property
    def date(self) -> str | None:
        """When it was answered, as ISO 8601; of questions that are not answered yet, when they were sent in."""
        return self.answered or find_date(self.fields.get("date", "")) or self.asked


def read_letterhead(by_role: Mapping[str, Sequence[LayoutBlock]], kept: Sequence[AsideLine]) -> Letterhead:
    """Read the header fields from the blocks of the letterhead, and what these lack from the lines beside the body.

    `by_role` has the blocks by role, `opening` those before the first question; `kept` are the lines of the margins.
    """
    head = Letterhead(signatories=signatories(of_government(by_role["closing"])))
    texts = [block.text.text for block in by_role["letterhead"]]
    beside = sorted((k.line for k in kept if k.kind != "page-number"), key=lambda line: (line.page, line.y))
    _fields(texts, head)
    _fields([line.text for line in beside], head)
    _published(
        [block.words for block in by_role["opening"]],
        [block.words for block in by_role["introduction"]],
        beside,
        head,
    )
    every = [*texts, *(line.text for line in beside)]
    chamber = next((found for text in every if (found := ADDRESSED_CHAMBER.search(text))), None)
    if chamber:
        head.chamber = f"{(chamber[1] or chamber[2]).capitalize()} Kamer"
    ministry = next((found.group() for text in texts if (found := MINISTRY.search(text))), None)
    head.department = [*([ministry] if ministry else []), *_department(beside)]
    return head


def _published(texts: Sequence[str], introduction: Sequence[str], beside: Sequence[Line], head: Letterhead) -> None:
    """Add what the title of a publication says: its subject, reference, dates and ministers."""
    title = read_title(texts, (line.text for line in beside))
    titled = [KAMERSTUK_TITLE.match(text.strip()) for text in texts]
    introduced = [COMMITTEE_SUBJECT.search(text) for text in introduction]
    named = next((found["subject"] for found in (*titled, *introduced) if found), None)
    values = {"subject": title.subject or named or _dossier(texts), "reference": title.reference}
    for name, value in values.items():
        if value:
            head.fields.setdefault(name, value.strip())
    head.asked, head.answered = title.asked, title.answered
    head.signatories = head.signatories or title.ministers


def _dossier(texts: Sequence[str]) -> str | None:
    """The title of a dossier, which stands between its number and the document's: "36 788", "Regels ...", "Nr. 7"."""
    for n, text in enumerate(texts):
        found = DOSSIER.fullmatch(text.strip())
        if found and found["title"]:
            return found["title"]
        if n and DOCUMENT_NUMBER.fullmatch(text.strip()) and len(texts[n - 1]) > 25:
            return texts[n - 1]
    return None


def _fields(texts: Sequence[str], head: Letterhead) -> None:
    """Add the labelled fields; a value stands behind its label, else on the next line."""
    for n, text in enumerate(texts):
        found = labelled(text)
        if not found:
            continue
        name, value = found
        following = texts[n + 1] if n + 1 < len(texts) else ""
        if not value and not labelled(following):
            value = following
        value = value.split(" | ")[0].strip()
        if value and (name != "date" or find_date(value)):
            head.fields.setdefault(name, value)


def _department(lines: Sequence[Line]) -> list[str]:
    """The directorate, from the first line that names one to the address or the next label."""
    start = next((n for n, line in enumerate(lines) if _names_department(line)), None)
    if start is None:
        return []
    found: list[list[Line]] = [[lines[start]]]
    for before, line in zip(lines[start:], lines[start + 1 :], strict=False):
        other = (labelled(line.text) or ("", ""))[0] not in ("", "department")
        if line.page != before.page or other or SITE.search(line.text) or line.y - before.y > 2 * line.size:
            break
        bare = len(found) == 1 and len(found[0]) == 1 and "-" in before.text
        if (line.bold and before.bold) or (not before.bold and bare):
            found[-1].append(line)
        else:
            found.append([line])
    return [" ".join(line.text for line in group) for group in found]


def _names_department(line: Line) -> bool:
    found = labelled(line.text)
    return found is not None and found[0] == "department"
