"""Join words that are broken at the end of a line, and tell whether their hyphen stays.

What a word most likely was is told by the other words of the document, then by a Dutch word list (simplemma's).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property

from kamerbrief.layout.hyphenated_words import (
    HEAD,
    SOFT,
    hides_soft_hyphens,
    is_soft,
    tail_of,
    without_halves,
    without_hidden,
    word_counts,
)
from kamerbrief.layout.web_addresses import is_cut, may_be_whole, may_go_on
from kamerbrief.patterns import pattern

LONGEST = 200
"""No word is longer, and no part of a web address that the end of a line breaks."""
RARELY = 0.03
"""A document in which fewer lines than this share end in a hyphen does not break words itself."""
A_FEW = 5
"""So few broken words tell little by their halves, which are often words too: "aan-geven"."""
CAMEL = pattern("[a-z][A-Z]", hits=("ChristenUnie", "PvdA"), misses=("Volt", "VVD", "SGP-leden"))
"""A capital inside a word: a name, which no line end breaks."""
SUSPENDED = {"en", "of", "en/of", "dan", "tot", "als", "noch", "evenals", "maar", "respectievelijk", "c.q."}
"""Words after which "grens- en kustwacht" keeps both its hyphen and its space."""
PAIR = pattern(r"\w–$", hits=("tussen Tiel–", "2023–"), misses=("de leden –", "Tiel–Sprok"))
"""The first half of two words that a dash makes a pair of, at the end of a line."""
FIRST_HALF = pattern(r"[-/]", hits=("PvdA-fractie", "en/of"), misses=("fractie",))
WORDS_IN_FRONT = pattern(r"[\w/]+", how="match", hits=("en/of de",), misses=("– en",))


@cache
def known(word: str) -> bool:
    """Whether a Dutch word list has the word."""
    from simplemma import is_known

    return bool(is_known(word, lang="nl"))


@dataclass(frozen=True)
class Vocabulary:
    """The words of one document, which tell what a break in a word most likely was."""

    counts: Counter[str] = field(default_factory=Counter)
    breaks: tuple[tuple[str, str], ...] = ()
    """The two sides of each plain hyphen at the end of a line."""
    soft: int = 0
    """How many lines end in a hyphen that only typesetting puts in."""
    lines: int = 0
    thorough: bool = False
    """Whether to ask the word list about every rare pair: for text, in which places do not tell what is one word."""
    hidden: bool = False
    """Whether soft hyphens inside a line are invisible; in a document without plain ones there they are its hyphens."""

    @classmethod
    def of(cls, lines: Iterable[str], *, thorough: bool = False) -> Vocabulary:
        """The words of these lines, without the halves of words that a hyphen at the end of a line breaks."""
        lines = list(lines)
        hidden = hides_soft_hyphens(lines)
        if hidden:
            lines = list(map(without_hidden, lines))
        tails = list(map(tail_of, lines))
        heads = [tail and HEAD.match(line) for tail, line in zip([None, *tails], lines, strict=False)]
        counts = word_counts(" ".join(map(without_halves, lines, tails, heads)))
        broken = [(tail, head) for tail, head in zip(tails, heads[1:], strict=False) if tail and head]
        breaks = tuple((tail["word"], head.group()) for tail, head in broken if not is_soft(tail))
        soft = sum(1 for tail in tails if tail and is_soft(tail))
        return cls(counts, breaks, soft, len(lines), thorough, hidden)

    def joint(self, before: str, after: str) -> tuple[str, str]:
        """How to join a line to the text before it: that text, perhaps without its hyphen, and what goes between."""
        if before[-1:] in " ,;:!" or not (before[-1:] in ".?" or may_go_on(after) or not before[-1:].isalnum()):
            return before, " "
        before, start = before[-LONGEST:], before[:-LONGEST]
        left, between = self._joint(before, after)
        return start + left, between

    def _joint(self, before: str, after: str) -> tuple[str, str]:
        """How to join two lines between which a word or a web address may be broken."""
        if is_cut(before) and after[:1].isalnum():
            return before, ""
        if before[-1].isalnum():
            return before, "" if may_be_whole(before) and not _is_words(after) else " "
        tail, head = tail_of(before), HEAD.match(after)
        if not tail or not head:
            return before, "" if head and self._goes_on(before, head.group()) else " "
        if before[-1] not in SOFT and self._is_suspended(tail["word"], head.group()):
            return before, " "
        keep = self._keeps_hyphen(tail["word"], head.group(), soft=before[-1] in SOFT)
        return (before[:-1] + "-", "") if keep else (before[:-1], "")

    def _goes_on(self, before: str, right: str) -> bool:
        """Whether a word goes on behind a slash or a dash at the end of a line: "Tiel–" and "Waardenburg"."""
        return before.endswith("/") or (PAIR.search(before) is not None and right not in SUSPENDED)

    def _is_suspended(self, left: str, right: str) -> bool:
        """Whether a hyphen stands for a word that follows later, as in "grens- en kustwacht".

        "zo-" with "als" behind it is one word, in a document whose line ends break words.
        """
        whole = (left.split("-")[-1] + right).casefold()
        broken = right != "en" and (self.counts[whole] or (self.hyphenates and known(whole)))
        return right in SUSPENDED and not broken

    def _keeps_hyphen(self, left: str, right: str, *, soft: bool) -> bool:
        """Whether the hyphen between two halves is part of the word; `soft`: only typesetting puts such a hyphen in."""
        compound, right = right, FIRST_HALF.split(right)[0]
        last = left.split("-")[-1]
        hyphened = self.counts[f"{last}-{right}".casefold()] + self.counts[f"{left}-{right}".casefold()]
        wholes = {f"{a}{b}".casefold() for a in (last, left) for b in (right, compound)}
        whole = sum(self.counts[word] for word in wholes)
        if hyphened or whole:
            return hyphened >= whole and not (soft and whole)
        if CAMEL.search(last):
            return True
        if soft:
            return (
                not self.hidden and right[0].islower() and ((last.isupper() and len(last) > 1) or self._is_name(last))
            )
        if last.isupper() and right.isupper() and self.hyphenates and known((last + right).casefold()):
            return False
        if last.isupper() or last[-1].isdecimal() or not right[0].islower():
            return True
        if not self.hyphenates or self._is_name(last):
            return True
        return _clash(last, right) and not known((last + right).casefold())

    def _is_name(self, word: str) -> bool:
        """Whether a word is a name that stands on its own elsewhere too, and so was not broken: "Frontex-operaties"."""
        return word[0].isupper() and self.counts[word.casefold()] > 1 and not known(word.casefold())

    @cached_property
    def hyphenates(self) -> bool:
        """Whether the document breaks words at line ends with a plain hyphen.

        A document that does so does it all the time, unless it has another hyphen for it. Where few lines end in
        a hyphen, it must join halves into words that are known.
        """
        if self.soft > max(2, len(self.breaks) / 4):
            return False
        cases = [(a.split("-")[-1], b) for a, b in self.breaks if b not in SUSPENDED and b[0].islower()]
        cases = [(a, b) for a, b in cases if not self.counts[f"{a}-{b}".casefold()]]
        rarely = len(self.breaks) < RARELY * self.lines
        told = [a for a, b in cases if self._is_broken_by_hyphen(a, b, surely=rarely)]
        return len(told) > 0.3 * len(cases)

    def _is_broken_by_hyphen(self, left: str, right: str, *, surely: bool) -> bool:
        """Whether two halves are one word without their hyphen; `surely`: only where the whole word is known."""
        whole = (left + right).casefold()
        asked = (surely or len(self.breaks) <= A_FEW) and not _is_abbreviation(left)  # loading the list takes long
        if self.counts[whole] or (asked and known(whole)):
            return True
        return not surely and not self.is_word(right)

    def is_word(self, word: str) -> bool:
        """Whether a word stands elsewhere in the document, or in the word list."""
        return self.counts[word.casefold()] > 1 or known(word.casefold())


def _is_abbreviation(word: str) -> bool:
    """Whether a word is one that no line end breaks, as "IND" or "D66"."""
    return (word.isupper() and len(word) > 1) or any(map(str.isdigit, word))


def _is_words(text: str) -> bool:
    """Whether a line starts with words such as "en/of", which go on with no address."""
    found = WORDS_IN_FRONT.match(text)
    return found is not None and found.group() in SUSPENDED


def _clash(left: str, right: str) -> bool:
    """Whether two vowels would read as one sound, so that the hyphen between them is kept: re-integratie."""
    pair = left[-1:].casefold() + right[:1].casefold()
    return pair in {"aa", "ee", "oo", "uu", "ae", "ai", "au", "ei", "eu", "ie", "ij", "oe", "oi", "ou", "ui"}
