"""Who signs a letter: each office with the name below it, also where two ministers sign side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, zip_longest

from kamerbrief.layout import LayoutBlock
from kamerbrief.model import Signatory
from kamerbrief.reading.page_lines import Line
from kamerbrief.structure.evidence.wording.letterheads import ADDRESS
from kamerbrief.structure.evidence.wording.signatures import (
    INITIALS,
    NAME_BEHIND,
    OFFICE,
    OFFICIALS,
    PERSON,
    POSITION,
    SIDE_BY_SIDE,
    SURNAME,
    VALEDICTION,
)

LONGEST_NAME = 300
"""Characters of a name at most; on longer text its pattern would take long."""
SIGNATURE = 4
"""Lines of a block that holds a signature and nothing else, at most."""


def signed_anywhere(blocks: Sequence[LayoutBlock]) -> tuple[Signatory, ...]:
    """The offices with a name right below them, wherever they stand: annexes may follow the signature."""
    texts = [text for block in blocks if len(block.lines) < SIGNATURE for text in _texts(block)]
    pairs = [(a, b) for a, b in pairwise(texts) if a.endswith(",") and OFFICE.fullmatch(a)]
    signed = [(a, b) for a, b in pairs if INITIALS.match(b) and is_person(b)]
    return tuple(dict.fromkeys(Signatory(role=_clean(office), name=name) for office, name in signed))


def of_government(blocks: Sequence[LayoutBlock]) -> list[LayoutBlock]:
    """Leave out the officials of parliament, with the names below them: they sign its reports, not the answers."""
    texts = [block.text.text.strip() for block in blocks]
    theirs = {n for n, text in enumerate(texts) if OFFICIALS.fullmatch(text)}
    theirs |= {n + 1 for n in theirs if texts[n].endswith(",")}
    return [block for n, block in enumerate(blocks) if n not in theirs]


def officials(blocks: Sequence[LayoutBlock]) -> tuple[Signatory, ...]:
    """The officials of parliament who sign a report, each with the name below: "De griffier van de commissie"."""
    texts = [text for block in blocks for text in _texts(block)]
    return tuple(
        Signatory(role=_clean(office), name=name)
        for office, name in pairwise(texts)
        if OFFICIALS.fullmatch(office) and SURNAME.fullmatch(name) and not OFFICIALS.fullmatch(name)
    )


def _texts(block: LayoutBlock) -> list[str]:
    return [plain_text(line).strip() for line in block.lines] or [block.text.text.strip()]


def signatories(blocks: Iterable[LayoutBlock]) -> tuple[Signatory, ...]:
    """The offices that sign, each with the name below it, in printed order; columns from left to right."""
    lines = [line for block in blocks for line in block.lines]
    found = [signatory for column in _columns(lines) for signatory in _signed(column)]
    offices = [signatory for signatory in found if signatory.role]
    return tuple(dict.fromkeys(offices or found))


def _columns(lines: list[Line]) -> list[list[str]]:
    """The texts of the lines, by column where two stand on one row; else all in one column."""
    doubled = [b for a, b in pairwise(lines) if abs(a.y - b.y) < 3 and a.page == b.page]
    if doubled:
        border = min(line.x0 for line in doubled) - 5
        return [[plain_text(line) for line in lines if (line.x0 < border) == left] for left in (True, False)]
    rows = [SIDE_BY_SIDE.split(plain_text(line).strip()) for line in lines]
    if sum(len(row) == 2 for row in rows) < 2:
        return [[" ".join(row) for row in rows]]
    return [[text for text in column if text] for column in zip_longest(*rows, fillvalue="")]


def is_person(text: str) -> bool:
    """Whether a text is the name of a person, with initials or titles."""
    return len(text) < LONGEST_NAME and PERSON.fullmatch(text) is not None


def plain_text(line: Line) -> str:
    """The text of a line as it looks: a soft hyphen that is printed is a hyphen."""
    return line.text.replace("\xad", "-")


def _signed(texts: list[str]) -> list[Signatory]:
    """The signatories in a column: an office may take several lines, and may stand behind or below the name."""
    found: list[Signatory] = []
    role: str | None = None
    for text in (part.strip() for line in texts for part in NAME_BEHIND.split(line)):
        if VALEDICTION.fullmatch(text) or ADDRESS.fullmatch(text):
            continue
        position = POSITION.fullmatch(text)
        if position and position["name"]:
            found.append(Signatory(role=position["role"], name=position["name"]))
        elif position and found and found[-1].role is None:
            found[-1] = Signatory(role=position["role"], name=found[-1].name)
        elif is_person(text) and not OFFICE.fullmatch(text) and (role is None or not _unfinished(role)):
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
    """Whether the text of an office continues on the next line."""
    return role.endswith((" van", " en", " voor", " de")) or role.count("(") > role.count(")")


def _clean(role: str | None) -> str | None:
    return role.rstrip(" ,:") if role else None
