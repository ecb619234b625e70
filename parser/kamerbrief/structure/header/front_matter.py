"""Correct the roles of the blocks before the first question, which their place tells better than their words."""

from __future__ import annotations

from collections.abc import Sequence

from kamerbrief.layout import LayoutBlock
from kamerbrief.structure.evidence.wording.letterheads import DATE_ALONE, SALUTATION
from kamerbrief.structure.evidence.wording.publications import CONTENTS, KIND, PART
from kamerbrief.structure.evidence.wording.signatures import OFFICE, OFFICIALS, SURNAME, VALEDICTION
from kamerbrief.structure.header.fields import FieldReader
from kamerbrief.structure.header.kamerstuk import last_docket_line
from kamerbrief.structure.header.signatories import is_person, plain_text
from kamerbrief.structure.roles import Role

LONGEST_HEAD = 12
"""Words of a head at most."""


def front_length(roles: Sequence[str]) -> int:
    """How many blocks stand before the first question or its label."""
    return next((n for n, role in enumerate(roles) if role in ("label", "question")), len(roles))


def settle_front(blocks: Sequence[LayoutBlock], roles: Sequence[Role]) -> list[Role]:
    """The roles, in which values of labels and the title of a Kamerstuk are letterhead, and signatures are closing.

    Only what stands before the first question changes.
    """
    end = front_length([role.name for role in roles])
    front, names = blocks[:end], [role.name for role in roles[:end]]
    changed = dict.fromkeys(_title(front), "letterhead")
    changed |= {n: "letterhead" for n in range(end) if names[n] == "introduction" and _heads(front[n].words.strip())}
    changed |= dict.fromkeys(_values(front, names), "letterhead")
    changed |= dict.fromkeys(_signatures(front), "closing")
    return [Role(changed.get(n, role.name), role.margin) for n, role in enumerate(roles)]


def _title(front: Sequence[LayoutBlock]) -> list[int]:
    """The blocks of the title of a Kamerstuk: all above its kind and date, on the first page."""
    texts = [block.words.strip() for block in front if block.page == front[0].page]
    last = last_docket_line(texts)
    if any(SALUTATION.fullmatch(text) for text in texts[:last]):
        return []
    return [n for n in range(last + 1) if not texts[n].endswith((".", "?", ":"))]


def _heads(text: str) -> bool:
    """Whether a line introduces nothing: the kind of a document, the head of its contents, or that of a part."""
    short = len(text.split()) < LONGEST_HEAD and not text.endswith((".", ":", "?"))
    return short and any(pattern.match(text) for pattern in (KIND, CONTENTS, PART))


def _values(front: Sequence[LayoutBlock], roles: Sequence[str]) -> list[int]:
    """The blocks that are the value of a label above them."""
    reader = FieldReader()
    found: list[int] = []
    for n, (block, role) in enumerate(zip(front, roles, strict=True)):
        value = reader.read(block.words, label=role == "letterhead")
        if value or DATE_ALONE.fullmatch(block.words.strip()):
            found.append(n)
    return found


def _signatures(front: Sequence[LayoutBlock]) -> list[int]:
    """The blocks that hold a valediction or an office, and the name below it where that is a block of its own."""
    found: list[int] = []
    for n, block in enumerate(front):
        below = front[n + 1].words.strip() if n + 1 < len(front) else ""
        lines = [plain_text(line).strip() for line in block.lines] or [block.words.strip()]
        signed = lines[1:] if VALEDICTION.fullmatch(lines[0]) else lines
        if _signs(" ".join(signed), below):
            found += [n, n + 1]
        elif not signed or (len(signed) > 1 and _signs(" ".join(signed[:-1]), signed[-1])):
            found.append(n)
    return found


def _signs(office: str, name: str) -> bool:
    """Whether an office and the name below it are a signature; officials of parliament may sign by surname alone."""
    if OFFICIALS.fullmatch(office):
        return SURNAME.fullmatch(name) is not None
    return bool(OFFICE.fullmatch(office) and is_person(name)) and not OFFICE.fullmatch(name)
