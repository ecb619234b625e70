"""Read the header fields of a letter: who writes to whom, about what and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kamerbrief.layout import AsideLine, LayoutBlock
from kamerbrief.model import Signatory
from kamerbrief.structure.evidence.wording.letterheads import (
    ADDRESSED_CHAMBER,
    DATE_ALONE,
    MINISTRY,
    PLACE_AND_DATE,
    REGISTRATION,
    SUBJECT_ALONE,
)
from kamerbrief.structure.header.dates import find_date
from kamerbrief.structure.header.department import department
from kamerbrief.structure.header.fields import FieldReader, read_fields
from kamerbrief.structure.header.kamerstuk import issued, kamerstuk_subject, numbered_chamber
from kamerbrief.structure.header.publication_title import read_title
from kamerbrief.structure.header.signatories import (
    of_government,
    officials,
    plain_text,
    signatories,
    signed_anywhere,
)


@dataclass(slots=True)
class Letterhead:
    """The header fields of a letter; None or empty where it does not print them."""

    fields: dict[str, str] = field(default_factory=dict)
    department: list[str] = field(default_factory=list)
    chamber: str | None = None
    asked: str | None = None
    answered: str | None = None
    issued: str | None = None
    signatories: tuple[Signatory, ...] = ()

    @property
    def date(self) -> str | None:
        """When it was answered, as ISO 8601; of questions that are not answered yet, when they were sent in."""
        return self.answered or find_date(self.fields.get("date", "")) or self.issued or self.asked


def read_letterhead(by_role: Mapping[str, Sequence[LayoutBlock]], kept: Sequence[AsideLine]) -> Letterhead:
    """Read the header fields from the blocks of the letterhead, and what these lack from the lines beside the body.

    `by_role` has the blocks by role, `opening` those before the first question, `text` all of them; `kept` are the
    lines of the margins.
    """
    head = Letterhead(signatories=signatories(of_government(by_role["closing"])))
    texts = [block.text.text for block in by_role["letterhead"]]
    beside = sorted((k.line for k in kept if k.kind != "page-number"), key=lambda line: (line.page, line.y))
    margins = [plain_text(line) for line in beside]
    head.fields = _labelled(by_role["opening"], by_role["letterhead"], margins)
    opening = [block.words for block in by_role["opening"]]
    _published(opening, [block.words for block in by_role["introduction"]], margins, head)
    head.signatories = head.signatories or signed_anywhere(by_role["text"]) or officials(by_role["closing"])
    head.chamber = _chamber([*texts, *margins], opening)
    head.department = department(texts, beside)
    running = [plain_text(k.line) for k in kept if k.kind == "running-head"]
    _unlabelled([*texts, *margins], [*opening, *running], head)
    _register(margins, head)
    return head


def _labelled(
    opening: Sequence[LayoutBlock], letterhead: Sequence[LayoutBlock], margins: Sequence[str]
) -> dict[str, str]:
    """The labelled fields; what looks like a heading among the first blocks may be a value, but is no label."""
    reader = FieldReader()
    labels = {id(block) for block in letterhead}
    for block in opening:
        reader.read(block.text.text, label=id(block) in labels)
    first = {id(block) for block in opening}
    return read_fields([*(block.text.text for block in letterhead if id(block) not in first), *margins], reader)


def _published(texts: Sequence[str], introduction: Sequence[str], margins: Sequence[str], head: Letterhead) -> None:
    """Add what the title of a publication says: its subject, reference, dates and ministers."""
    title = read_title(texts, margins)
    values = {"subject": title.subject or kamerstuk_subject(texts, introduction), "reference": title.reference}
    for name, value in values.items():
        if value:
            head.fields.setdefault(name, value.strip())
    head.asked, head.answered, head.issued = title.asked, title.answered, issued(texts)
    head.signatories = head.signatories or title.ministers


def _chamber(texts: Sequence[str], opening: Sequence[str]) -> str | None:
    """The chamber that is addressed, also over two lines, else that to which the number of a Kamerstuk belongs."""
    found = next((f for text in [*texts, " ".join(texts)] if (f := ADDRESSED_CHAMBER.search(text))), None)
    if found:
        return f"{next(filter(None, found.groups())).capitalize()} Kamer"
    return numbered_chamber(opening)


def _unlabelled(texts: Sequence[str], alone: Sequence[str], head: Letterhead) -> None:
    """Add the subject and the date that stand without a label; `alone` are the texts that may be either as a whole."""
    subject = next((text.strip() for text in alone if SUBJECT_ALONE.fullmatch(text.strip())), None)
    dated = [text for text in texts if _dates_letter(text)] + [t for t in alone if DATE_ALONE.fullmatch(t.strip())]
    for name, value in {"subject": subject, "date": None if head.issued else next(iter(dated), None)}.items():
        if value:
            head.fields.setdefault(name, value)


def _dates_letter(text: str) -> bool:
    """Whether a line has the date behind a place or the name of the ministry: "Den Haag, 3 mei 2024"."""
    if PLACE_AND_DATE.fullmatch(text.strip()):
        return True
    return MINISTRY.search(text) is not None and find_date(text) is not None


def _register(margins: Sequence[str], head: Letterhead) -> None:
    """Add the number under which a ministry registers the letter, where only the margins print it."""
    found = next((found.group() for text in margins if (found := REGISTRATION.search(text))), None)
    if found:
        head.fields.setdefault("reference", found)
