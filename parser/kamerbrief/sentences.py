"""Where Dutch sentences end: the sentences of a text, and whether a text ends with one."""

from __future__ import annotations

import re
from typing import NamedTuple

from kamerbrief.model import Listing, Paragraph, Part
from kamerbrief.patterns import pattern


class SentenceSpan(NamedTuple):
    """A stretch of a text, as offsets."""

    start: int
    end: int


STOPS = (".", "?", "!", "…", ";")
"""What ends a sentence, or an item of a list."""
CLOSERS = "”’\"'»)]"
"""What may close behind a stop."""
END = pattern(
    rf"(?<![.?!…])[.?!…]++[{re.escape(CLOSERS)}]*+(?=\s)",
    hits=("Klopt dat? Zo nee, waarom niet?", "Hij zei ‘nee.’ Daarna niets."),
    misses=("een bedrag van 1.250 euro", "Klopt dat?"),
)
"""Where a sentence may end inside a text: its stop, what closes behind it, and white space."""
OPENER = pattern(
    r"\s+[‘“„\"'«(\[–-]*\s?[A-ZÀ-Þ0-9€]|\s*$|\s+[a-z]-",
    how="match",
    hits=(" Zo nee, waarom niet?", " “Zeker.”", " 30 procent", " e-mail"),
    misses=(" en ging door.", "Zo nee"),
)
"""What the next sentence starts with: a capital, a figure, or an opening sign before these."""
SURE_OPENER = pattern(
    r"\s+(?:Zij|Deze leden|Dit lid|Voorts|Daarnaast|Tevens|Bovendien|Daarbij|Vervolgens|Ten slotte|Tot slot|Graag"
    r"|Gaarne|Zo (?:ja|nee)|De leden van de|Het kabinet|De regering|De minister|De staatssecretaris|Hiervoor|Daarom)\b",
    how="match",
    hits=(" Zij vragen", " De leden van de SP-fractie"),
    misses=(" De Vries", " Zijlstra", " Kamer"),
)
"""What no name begins with: behind an abbreviation or initials too, a new sentence starts here."""
ROUGH_BREAK = pattern(
    r"(?<=[.?!])\s", hits=("Klopt dat? Zo nee", "de heer J. Bos"), misses=("een bedrag van 1.250 euro", "Namelijk: dit")
)
"""Where a sentence may end, abbreviations included."""
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
WORD_BEFORE = pattern(r"[\w.’'-]+$", hits=("met de heer J.A.",), misses=("met de heer ",))
"""The word before a stop, with the stops inside it."""
FOLLOW_UP = pattern(
    r"(?:zo (?:ja|nee|niet)|indien (?:ja|nee|niet)|waarom (?:wel|niet)|en zo)\b",
    re.I,
    how="match",
    hits=("Zo nee, waarom niet?", "Waarom niet?"),
    misses=("Waarom is de brug dicht?", "Zonee"),
)
"""How a question begins that only goes on with the one before it."""
INITIAL = pattern(r"(?:^|\.)[A-ZÀ-Þ]\.$", hits=("J.", "A.B."), misses=("EU.", "art."))
"""The initials of a name."""


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, or as an item of a list: with a stop, and what closes behind it.

    >>> ends_sentence("Dat klopt.”"), ends_sentence("Namelijk:")
    (True, False)
    """
    return text.rstrip().rstrip(CLOSERS).endswith(STOPS)


def ends_clause(text: str) -> bool:
    """Whether a text ends as a paragraph may: as a sentence does, or with a colon."""
    return text.rstrip().rstrip(CLOSERS).endswith((*STOPS, ":"))


def roughly(text: str) -> list[str]:
    """The sentences of a text, where it does not matter that abbreviations part them too; faster than `split`."""
    return ROUGH_BREAK.split(text)


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
    if set(match.group()) & set("?!…"):
        return True
    end = match.start() + 1
    word = WORD_BEFORE.search(text, max(0, end - LONGEST), end)
    last = word.group() if word else ""
    shortened = last.casefold() in SHORT or INITIAL.search(last)
    return not shortened or SURE_OPENER.match(text, match.end()) is not None


def questions(part: Part) -> tuple[str, ...]:
    """The sentences of a part that end in a question mark, in order."""
    texts: list[str] = []
    for block in part.blocks:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        elif isinstance(block, Listing):
            texts += block.items
    sentences = (text[start:end] for text in texts for start, end in split(text))
    return tuple(sentence for sentence in sentences if sentence.rstrip(CLOSERS + " ").endswith("?"))


def is_follow_up(question: str) -> bool:
    """Whether a question says nothing without the one before it.

    >>> is_follow_up("Zo nee, waarom niet?"), is_follow_up("Waarom?"), is_follow_up("Waarom is de brug dicht?")
    (True, True, False)
    """
    return FOLLOW_UP.match(question) is not None or len(question.split()) < 3
