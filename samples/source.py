"""Read a sample's source, from which its PDF, its text and its expected parse (the truth) are made.

A source has header lines (`name: value`), then one block on each line: `# heading @ who asks`, `? question`,
`= answer`, `| cell | cell` (a table row), `- item` or `a) item` or `1. item`, `^1 footnote`; `{1}` is the marker of a
footnote. Genres that are not faction by faction print marks of their own: `! Vraag 3 @ 3` marks a question, with its
printed numbers, `! Vraag van het lid X (CDA) @ X / CDA` one with who asks, `!= Antwoord op vraag 3` an answer;
`@ CDA, SP` gives who asks what follows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MONTHS: tuple[str, ...] = tuple(
    "januari februari maart april mei juni juli augustus september oktober november december".split()
)
ITEM = re.compile(r"(?:-|[a-z]\)|\d\.)\s")
"""The marker of a list item."""
MARK = re.compile(r"\{(\d+)\}")
"""The marker of a footnote."""


@dataclass(slots=True)
class Piece:
    """A block: its kind (introduction, heading, question, answer, item, table, mark, ...) and its text."""

    kind: str
    text: str = ""
    rows: list[list[str]] = field(default_factory=list)
    factions: list[str] = field(default_factory=list)
    """The factions who ask what stands under a heading, or what follows."""
    members: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    """The numbers printed in a mark."""


@dataclass(slots=True)
class Source:
    """One sample letter."""

    head: dict[str, str]
    pieces: list[Piece]
    notes: dict[str, str]

    @property
    def styles(self) -> set[str]:
        """The styles it is printed in: sidebar or heads, bold-marker, italic-questions, justified, ruled, serif."""
        styles = set(self.head["style"].split(", "))
        return styles | {"marked"} if self.genre == "schriftelijk-overleg" else styles

    @property
    def genre(self) -> str:
        """The genre of the letter."""
        return self.head.get("genre", "schriftelijk-overleg")

    @property
    def askers(self) -> tuple[list[str], list[str]]:
        """The members who ask all questions, and their factions."""
        members, _, factions = self.head.get("askers", " / ").partition(" / ")
        return [m for m in members.strip().split(", ") if m], [f for f in factions.split(", ") if f]

    @property
    def signers(self) -> list[tuple[str, str]]:
        """Office and name of those who sign."""
        pairs = (s.split(" / ") for s in self.head.get("signed", "").split(" // ") if s)
        return [(role, name) for role, name in pairs]


def read(path: Path) -> Source:
    """Read a source file."""
    top, body = path.read_text(encoding="utf-8").split("\n\n", 1)
    head = dict(line.split(": ", 1) for line in top.splitlines())
    source = Source(head, [], {})
    for line in filter(None, body.splitlines()):
        if line.startswith("^"):
            marker, text = line[1:].split(" ", 1)
            source.notes[marker] = text
        elif line.startswith("|"):
            if source.pieces[-1].kind != "table":
                source.pieces.append(Piece("table"))
            source.pieces[-1].rows.append([cell.strip() for cell in line[1:].split("|")])
        else:
            source.pieces.append(_piece(line))
    return source


def _piece(line: str) -> Piece:
    """Parse one line into a block."""
    kinds = {"? ": "question", "= ": "answer"}
    if line.startswith("# "):
        text, _, factions = line[2:].partition(" @ ")
        return Piece("heading", text, factions=[f for f in factions.split(", ") if f])
    if line.startswith("@ "):
        return Piece("askers", factions=line[2:].split(", "))
    if line.startswith("!= "):
        return Piece("answer-mark", line[3:])
    if line.startswith("! "):
        return _mark(line[2:])
    if line[:2] in kinds:
        return Piece(kinds[line[:2]], line[2:])
    return Piece("item" if ITEM.match(line) else "introduction", line)


def _mark(line: str) -> Piece:
    """Parse the mark of a question."""
    text, _, askers = line.partition(" @ ")
    members, slash, factions = askers.partition(" / ")
    if slash:
        return Piece("mark", text, factions=factions.split(", "), members=members.split(", "))
    return Piece("mark", text, labels=askers.split(", "))


def truth(source: Source) -> dict[str, Any]:
    """Return what a perfect parse gives, in the shape of the gold files."""
    head = source.head
    day, month, year = head["date"].split()
    return {
        "genre": source.genre,
        "chamber": head["chamber"],
        "subject": head["subject"],
        "date": f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}",
        "reference": head["reference"],
        "signatories": [{"role": role, "name": name} for role, name in source.signers],
        "introduction": [_plain(p.text) for p in source.pieces if p.kind == "introduction"],
        "sections": _sections(source),
    }


def _sections(source: Source) -> list[dict[str, Any]]:
    """Return the sections with their exchanges."""
    sections: list[dict[str, Any]] = []
    members, factions = source.askers
    labels: list[str] = []
    answered = True
    for piece in source.pieces:
        if piece.kind == "heading":
            sections.append({"heading": piece.text, "exchanges": []})
            factions, answered = piece.factions or factions, True
        elif piece.kind in ("askers", "mark"):
            factions, members = piece.factions or factions, piece.members or members
            labels = (labels if not answered else []) + piece.labels
        elif piece.kind == "question" and answered:
            sections = sections or [{"heading": "", "exchanges": []}]
            sections[-1]["exchanges"].append(_exchange(members, factions))
        if piece.kind in ("question", "answer", "item", "table"):
            _add_to_exchange(piece, sections[-1]["exchanges"][-1], source.notes)
            sections[-1]["exchanges"][-1]["labels"] = labels
            answered = piece.kind != "question"
    return sections


def _exchange(members: list[str], factions: list[str]) -> dict[str, Any]:
    """Return an empty exchange."""
    fields = {"labels": [], "members": members, "factions": factions}
    return {**fields, "question": [], "answer": [], "tables": [], "footnotes": []}


def _add_to_exchange(piece: Piece, exchange: dict[str, Any], notes: dict[str, str]) -> None:
    """Add a block to an exchange."""
    if piece.kind == "table":
        exchange["tables"].append({"rows": piece.rows})
        return
    text = _plain(piece.text)
    exchange["question" if piece.kind == "question" else "answer"].append(text.removeprefix("- "))
    exchange["footnotes"] += [{"marker": m, "text": notes[m]} for m in MARK.findall(piece.text)]


def _plain(text: str) -> str:
    """Return the text without footnote markers."""
    return MARK.sub("", text)
