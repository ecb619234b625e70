"""Dutch text -> sentences, told by what ends one and what only looks like it."""

from __future__ import annotations

import re
from typing import NamedTuple

from kamerbrief.model import Listing, Paragraph, Part


class SentenceSpan(NamedTuple):
    """A stretch of a text, as offsets."""

    start: int
    end: int


END = re.compile(r"[.?!…]+[”’\"'»)\]]*(?=\s)")
"""Where a sentence may end: its mark, what closes after it, and white space."""
OPENER = re.compile(r"\s+[‘“„\"'«(\[–-]*\s?[A-ZÀ-Þ0-9€]|\s*$|\s+[a-z]-")
"""What the next sentence starts with: a capital, a figure, or an opening sign before these."""
SHORT = frozenset(
    """a.d. a.h.w. a.i. art. bijv. blz. bv. ca. c.q. c.s. d.d. dd. dhr. d.m.v. dr. drs. d.w.z. e.a. e.d. e.e.a. enz.
    e.v. evt. excl. fig. gem. hfst. i.c. i.e. i.h.b. i.h.k.v. incl. ing. i.o. i.p.v. ir. i.s.m. i.t.t. i.v.m. jhr. jl.
    max. m.b.t. m.b.v. mevr. mgr. min. m.i. m.i.v. mln. mld. m.m.v. mr. m.u.v. mw. n.a.v. nl. no. nr. nrs.
    n.v.t. o.a. o.b.v. o.g.v. o.i. o.i.d. o.l.v. o.m. o.v.v. p. par. pag. pct. p.m. prof. resp. s.v.p. t.a.v.
    t.b.v. t.g.v. t.h.v. tel. t.n.v. t.o.v. t.w. t.z.t. u.a. vgl. v.l.n.r. vnl. vs. v.v. w.o. zgn. z.g.
    z.s.m.""".split()
)
"""Abbreviations that a sentence rarely ends with."""
LONGEST = 40
"""Characters before a full stop in which an abbreviation is looked for."""
WORD_BEFORE = re.compile(r"[\w.’'-]+$")
FOLLOW_UP = re.compile(r"(?:zo (?:ja|nee|niet)|indien (?:ja|nee|niet)|waarom (?:wel|niet)|en zo)\b", re.I)
INITIAL = re.compile(r"(?:^|\.)[A-ZÀ-Þ]\.$")


def split(text: str) -> tuple[SentenceSpan, ...]:
    """The sentences of a text, in order; together they hold all of it but white space between them.

    >>> [text[a:b] for text in ["Ja, m.b.t. art. 3. Nee?"] for a, b in split(text)]
    ['Ja, m.b.t. art. 3.', 'Nee?']
    """
    found: list[SentenceSpan] = []
    start = 0
    for end in [*(match.end() for match in END.finditer(text) if _ends(text, match)), len(text)]:
        piece = text[start:end]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            found.append(SentenceSpan(start + lead, start + len(piece.rstrip())))
        start = end
    return tuple(found)


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence ends here: not after an abbreviation or an initial, and a new one must follow."""
    if not OPENER.match(text, match.end()):
        return False
    if match.group()[0] in "?!…":
        return True
    end = match.start() + 1
    word = WORD_BEFORE.search(text, max(0, end - LONGEST), end)
    last = word.group() if word else ""
    return last.casefold() not in SHORT and not INITIAL.search(last)


def questions(part: Part) -> tuple[str, ...]:
    """The sentences of a part that end in a question mark, in order."""
    texts: list[str] = []
    for block in part.blocks:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        elif isinstance(block, Listing):
            texts += block.items
    sentences = (text[start:end] for text in texts for start, end in split(text))
    return tuple(sentence for sentence in sentences if sentence.rstrip("”’\"'») ]").endswith("?"))


def is_follow_up(question: str) -> bool:
    """Whether a question says nothing without the one before it.

    >>> is_follow_up("Zo nee, waarom niet?"), is_follow_up("Waarom?"), is_follow_up("Waarom is de brug dicht?")
    (True, True, False)
    """
    return FOLLOW_UP.match(question) is not None or len(question.split()) < 3
