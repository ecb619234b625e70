"""Who writes to whom, about what, when: from the letterhead, the sidebar and the signature."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kamerbrief.layout import AsideLine, LayoutBlock
from kamerbrief.layout.header_fields import labelled
from kamerbrief.model import Signatory
from kamerbrief.reading.page_lines import Line
from kamerbrief.structure.evidence.wording import ADDRESS, OFFICE, OFFICIALS, PERSON, POSITION, VALEDICTION
from kamerbrief.structure.header.dates import find_date
from kamerbrief.structure.header.publication_title import read_title

CHAMBER = re.compile(r"\b(eerste|tweede) kamer\b(?= der staten)|voorzitter van de (eerste|tweede) kamer", re.I)
MINISTRY = re.compile(r"\bministerie van [A-ZÀ-Þ][\w,’ -]{3,70}", re.I)
SITE = re.compile(r"www\.|\d|postbus|@", re.I)


NAMED = re.compile(
    r"(?:verslag van een (?:nader )?schriftelijk overleg|nota naar aanleiding van het (?:[\w ]+ )?verslag"
    r"|memorie van antwoord)\s+(?P<subject>.{8,})",
    re.I | re.S,
)
"""The title of a Kamerstuk, with what it is about behind its name."""

DOCUMENT = re.compile(r"nr\.?\s*\d+|[A-Z]{1,2}\d?", re.I)
ABOUT = re.compile(
    r"\bvoorgelegd aan\b.{0,160}?\b(?:over|inzake)\s(?:de|zijn|haar)\s(?:brief|brieven)\b.{0,40}?"
    r"\s(?:over|inzake|betreffende|met betrekking tot)\s(?:de\s|het\s)?(?P<subject>.{8,200}?)(?:\s\((?!\w+\))|\.\s|$)",
    re.I | re.S,
)
"""What a committee says that its questions are about, in the introduction of a report."""
DOSSIER = re.compile(r"\d{2}\s\d{3}(?:[\s-]+[IVXLC]+)?(?:\s+(?P<title>[A-Z].{8,}))?", re.S)


@dataclass(slots=True)
class Letterhead:
    """The header fields that a letter prints."""

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
    """The fields of the letterhead's blocks first; what these lack from the lines kept beside the body."""
    head = Letterhead(signatories=signatories(_of_government(by_role["closing"])))
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
    chamber = next((found for text in every if (found := CHAMBER.search(text))), None)
    if chamber:
        head.chamber = f"{(chamber[1] or chamber[2]).capitalize()} Kamer"
    ministry = next((found.group() for text in texts if (found := MINISTRY.search(text))), None)
    head.department = [*([ministry] if ministry else []), *_department(beside)]
    return head


def _of_government(blocks: Sequence[LayoutBlock]) -> list[LayoutBlock]:
    """The blocks without the officials of parliament and their names, which sign its reports."""
    texts = [block.text.text.strip() for block in blocks]
    theirs = {n for n, text in enumerate(texts) if OFFICIALS.fullmatch(text)}
    theirs |= {n + 1 for n in theirs if texts[n].endswith(",")}
    return [block for n, block in enumerate(blocks) if n not in theirs]


def _published(texts: Sequence[str], introduction: Sequence[str], beside: Sequence[Line], head: Letterhead) -> None:
    """What the title of a publication says."""
    title = read_title(texts, (line.text for line in beside))
    named = next((found["subject"] for text in texts if (found := NAMED.match(text.strip()))), None)
    named = named or next((found["subject"] for text in introduction if (found := ABOUT.search(text))), None)
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
        if n and DOCUMENT.fullmatch(text.strip()) and len(texts[n - 1]) > 25:
            return texts[n - 1]
    return None


def _fields(texts: Sequence[str], head: Letterhead) -> None:
    """Labels with their values: on the same line, else on the next."""
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


def signatories(blocks: Iterable[LayoutBlock]) -> tuple[Signatory, ...]:
    """Who signs: offices, each with the name beneath it; side by side where they are set so."""
    lines = [line for block in blocks for line in block.lines]
    return tuple(signatory for column in _columns(lines) for signatory in _signed(column))


def _columns(lines: list[Line]) -> list[list[str]]:
    """The lines' texts by column, where two stand on one row; all in one otherwise."""
    doubled = [b for a, b in pairwise(lines) if abs(a.y - b.y) < 3 and a.page == b.page]
    if not doubled:
        return [[line.text for line in lines]]
    border = min(line.x0 for line in doubled) - 5
    return [[line.text for line in lines if (line.x0 < border) == left] for left in (True, False)]


def _signed(texts: list[str]) -> list[Signatory]:
    found: list[Signatory] = []
    role: str | None = None
    for text in (text.strip() for text in texts):
        if VALEDICTION.fullmatch(text) or ADDRESS.fullmatch(text):
            continue
        position = POSITION.fullmatch(text)
        if position and position["name"]:
            found.append(Signatory(role=position["role"], name=position["name"]))
        elif position and found and found[-1].role is None:
            found[-1] = Signatory(role=position["role"], name=found[-1].name)
        elif PERSON.fullmatch(text) and not OFFICE.fullmatch(text) and (role is None or not _unfinished(role)):
            found.append(Signatory(role=_clean(role), name=text))
            role = None
        elif OFFICE.fullmatch(text):
            if role is not None:
                found.append(Signatory(role=_clean(role), name=None))
            role = text
        elif role is not None:
            role = f"{role} {text}"
    if role is not None:
        found.append(Signatory(role=_clean(role), name=None))
    return found


def _unfinished(role: str) -> bool:
    """Whether an office goes on on the next line."""
    return role.endswith((" van", " en", " voor", " de")) or role.count("(") > role.count(")")


def _clean(role: str | None) -> str | None:
    return role.rstrip(" ,:") if role else None
