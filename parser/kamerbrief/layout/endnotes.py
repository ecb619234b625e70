"""Notes at the end of the text: "[1] NOS, 23 mei 2024" below, "[1]" where the text refers to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kamerbrief.layout.marks import Marked
from kamerbrief.model import NoteMark

NOTE = re.compile(r"\[(\d{1,3})\]\s+(?=\S)")


def find_endnotes(texts: Sequence[Marked]) -> list[tuple[str, list[int]]]:
    """The notes after the text: each marker with the indexes of the texts that its note is made of.

    They are numbered on from 1, the last text of all is one of them, and the text before has their markers.
    """
    starts = [(found[1], n) for n, text in enumerate(texts) if (found := NOTE.match(text.text))]
    first = next((k for k in range(len(starts) - 1, -1, -1) if starts[k][0] == "1"), None)
    run = starts[first:] if first is not None else []
    if not run or [marker for marker, _ in run] != [str(k + 1) for k in range(len(run))]:
        return []
    body = " ".join(text.text for text in texts[: run[0][1]])
    if not all(f"[{marker}]" in body for marker, _ in run) or len(texts) - run[-1][1] > 3:
        return []
    ends = [n for _, n in run[1:]] + [len(texts)]
    return [(marker, list(range(n, end))) for (marker, n), end in zip(run, ends, strict=True)]


def note_text(texts: Sequence[Marked]) -> str:
    """The text of a note without its number."""
    return NOTE.sub("", " ".join(text.text for text in texts), count=1).strip()


def unbracket(text: Marked, markers: set[str]) -> Marked:
    """The text, its bracketed markers cut out and kept as marks."""
    for found in reversed(list(re.finditer(r"\s?\[(\d{1,3})\]", text.text))):
        if found[1] in markers:
            cut = text.sub(found.start(), found.end(), "")
            notes = (*cut.notes, NoteMark(offset=found.start(), marker=found[1]))
            text = Marked(cut.text, tuple(sorted(notes, key=lambda note: note.offset)), cut.turns)
    return text
