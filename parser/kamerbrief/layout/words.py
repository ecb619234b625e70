"""Words that line ends and extraction broke, mended with evidence: the document's own words first,
then a Dutch word list (simplemma's)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise

from kamerbrief.layout.marks import Marked

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
HYPHENS = "-\u2010\u00ad"
ADDRESS = re.compile(r"(?:https?://|www\.)\S*[-/_.=&?~%]$")
"""A web address that its line's end breaks."""
ADDRESS_WHOLE = re.compile(r"(?:https?://|www\.)\S+\w$")
ADDRESS_ON = re.compile(r"\w*[/_=%&#?]|[\w-]+\.(?:html?|aspx|php|pdf|nl|eu|com|org)\b", re.I)
"""What is no word but goes on with a web address: "menten/2021", "%202022.pdf"."""
LONGEST = 200
"""No word is longer, and no web address that a line's end breaks."""
RARELY = 0.03
"""A document with fewer lines than this share ending in a hyphen does not break words itself."""
SOFT = "\u2010\u00ad"
"""Hyphens that only typesetting puts in."""
UNSEEN = re.compile("\u00ad(?=[a-zà-ÿ])")
"""A soft hyphen inside a word; before a capital or at a word's end it is one that is seen."""
NAME = re.compile(r"\b[A-Z0-9]{2,}$")
"""An abbreviation, which goes on with a hyphen that is seen: VVD-fractie."""
INSIDE = re.compile(r"[^\W\d]-[^\W\d]")
SUSPENDED = {"en", "of", "en/of", "dan", "tot", "als", "noch", "evenals", "maar", "respectievelijk", "c.q."}
"""Words after which "grens- en kustwacht" keeps both its hyphen and its space."""
TAIL = re.compile(rf"(?P<word>[\w’']+(?:-[\w’']+)*)[{HYPHENS}]$")
HEAD = re.compile(r"[\w’']+(?:[-/][\w’']+)*")
INNER = re.compile(rf"(?P<left>\b[^\W_]+(?:-[^\W_]+)*)[{HYPHENS}] (?P<right>[^\W\d_]+)")
ONSETS = frozenset(
    "b bl br c ch chl chr cl cr d dr dw f fj fl fr g gl gn gr h ij j k kl km kn kr kw l m n p pj pl pn pr ps r s sc "
    "sch schr scr sf sh sj sk sl sm sn sp spl spr st str sw t th tj tr ts tw v vl vr w wr x z zw".split()
)
"""How a Dutch word can begin, up to its first vowel."""
VOWELS = "aeiouyàáâäèéêëìíîïòóôöùúûü"


@cache
def _known(word: str) -> bool:
    """Whether a Dutch word list has the word."""
    from simplemma import is_known

    return bool(is_known(word, lang="nl"))


@dataclass(frozen=True)
class Vocabulary:
    """The words of one document, and what a break in a word most likely was."""

    counts: Counter[str] = field(default_factory=Counter)
    breaks: tuple[tuple[str, str], ...] = ()
    """The two sides of every plain hyphen at a line's end."""
    soft: int = 0
    """How many lines end in a hyphen that only typesetting puts in."""
    lines: int = 0
    thorough: bool = False
    """Ask the word list about every rare pair: for text, whose words no geometry holds together."""
    hidden: bool = False
    """Soft hyphens inside a line are not seen: the document has plain ones there. Else they are its hyphens."""

    @classmethod
    def of(cls, lines: Iterable[str], *, thorough: bool = False) -> Vocabulary:
        """Learn from lines; a line's last word does not count where a hyphen follows it, nor the next's first."""
        lines = list(lines)
        hidden = any(INSIDE.search(line) for line in lines)
        counts: Counter[str] = Counter()
        breaks: list[tuple[str, str]] = []
        broken: str | None = None
        by_soft = False
        total = soft = 0
        for line in (_without_hidden(line) if hidden else line for line in lines):
            total += 1
            tail = TAIL.search(line) if line[-1:] in HYPHENS else None
            words = WORD.findall(line[: tail.start()] if tail else line)
            if broken and (head := HEAD.match(line)):
                if not by_soft:
                    breaks.append((broken, head.group()))
                words = words[1:]
            counts.update(word.casefold() for word in words)
            broken, by_soft = (tail["word"] if tail else None), line[-1:] in SOFT
            soft += bool(tail) and by_soft
        return cls(counts, tuple(breaks), soft, total, thorough, hidden)

    def joint(self, before: str, after: str) -> tuple[str, str]:
        """What to do where `before` ends a line and `after` starts the next: (before, what goes between)."""
        if before[-1:] in " ,;:!" or not (before[-1:] in ".?" or ADDRESS_ON.match(after) or not before[-1:].isalnum()):
            return before, " "
        before, start = before[-LONGEST:], before[:-LONGEST]
        left, between = self._joint(before, after)
        return start + left, between

    def _joint(self, before: str, after: str) -> tuple[str, str]:
        if ADDRESS.search(before) and after[:1].isalnum():
            return before, ""
        if before[-1].isalnum():
            return before, "" if ADDRESS_WHOLE.search(before) and not _is_words(after) else " "
        tail, head = TAIL.search(before), HEAD.match(after)
        if not tail or not head:
            return before, "" if before.endswith("/") and head else " "
        if before[-1] not in SOFT and self._is_suspended(tail["word"], head.group()):
            return before, " "
        keep = self._keeps_hyphen(tail["word"], head.group(), soft=before[-1] in SOFT)
        return (before[:-1] + "-", "") if keep else (before[:-1], "")

    def _is_suspended(self, left: str, right: str) -> bool:
        """ "grens- en kustwacht"; but "zo-" with "als" is one word, where line ends break words."""
        whole = (left.split("-")[-1] + right).casefold()
        broken = right != "en" and (self.counts[whole] or (self.hyphenates and _known(whole)))
        return right in SUSPENDED and not broken

    def _keeps_hyphen(self, left: str, right: str, *, soft: bool) -> bool:
        compound, right = right, re.split("[-/]", right)[0]
        last = left.split("-")[-1]
        hyphened = self.counts[f"{last}-{right}".casefold()] + self.counts[f"{left}-{right}".casefold()]
        wholes = {f"{a}{b}".casefold() for a in (last, left) for b in (right, compound)}
        whole = sum(self.counts[word] for word in wholes)
        if hyphened or whole:
            return hyphened >= whole and not (soft and whole)
        if soft:
            return False
        if last.isupper() and right.isupper() and self.hyphenates and _known((last + right).casefold()):
            return False
        if last.isupper() or last[-1].isdigit() or not right[0].islower():
            return True
        if not self.hyphenates or self._is_name(last):
            return True
        return _clash(last, right) and not _known((last + right).casefold())

    def _is_name(self, word: str) -> bool:
        """A name that stands on its own elsewhere too, and so was not broken: "Frontex-operaties"."""
        return word[0].isupper() and self.counts[word.casefold()] > 1 and not _known(word.casefold())

    @cached_property
    def hyphenates(self) -> bool:
        """Whether the document breaks words at line ends, with a plain hyphen, that have none of their own.

        Such documents do it all the time, unless they have another hyphen for it. The few hyphens of
        the others are settled by the words themselves: as a whole they must be words for it.
        """
        if self.soft > max(2, len(self.breaks) / 4):
            return False
        cases = [(a.split("-")[-1], b) for a, b in self.breaks if b not in SUSPENDED and b[0].islower()]
        cases = [(a, b) for a, b in cases if not self.counts[f"{a}-{b}".casefold()]]
        rarely = len(self.breaks) < RARELY * self.lines
        told = [a for a, b in cases if self._is_broken_by_hyphen(a, b, surely=rarely)]
        return len(told) > 0.3 * len(cases)

    def _is_broken_by_hyphen(self, left: str, right: str, *, surely: bool) -> bool:
        whole = (left + right).casefold()
        if surely:
            return bool(self.counts[whole]) or _known(whole)
        return bool(self.counts[whole]) or not self.is_word(right)

    def is_word(self, word: str) -> bool:
        """Whether this stands on its own elsewhere in the document, or in a word list."""
        return self.counts[word.casefold()] > 1 or _known(word.casefold())

    def mend(self, text: Marked) -> Marked:
        """The text with the words mended that were broken inside a line, and all hyphens plain ones."""
        for found in reversed(list(re.finditer("[\u2010\u00ad]", text.text))):
            unseen = (
                self.hidden and UNSEEN.match(text.text, found.start()) and not NAME.search(text.text[: found.start()])
            )
            text = text.sub(found.start(), found.end(), "" if unseen else "-")
        return self._mend_blanks(self._mend_hyphens(text))

    def _mend_hyphens(self, text: Marked) -> Marked:
        """ "le- den" -> "leden", "EU- strategie" -> "EU-strategie"; "grens- en" stays."""
        for found in reversed(list(INNER.finditer(text.text))):
            left, right = found["left"], found["right"]
            last = left.split("-")[-1]
            whole, hyphened = f"{last}{right}".casefold(), f"{last}-{right}".casefold()
            if right in SUSPENDED:
                continue
            if self.counts[whole] > self.counts[hyphened] or (
                self.thorough and not self.counts[hyphened] and _known(whole)
            ):
                text = text.sub(found.end("left"), found.start("right"), "")
            elif self.counts[hyphened]:
                text = text.sub(found.end("left"), found.start("right"), "-")
        return text

    def _mend_blanks(self, text: Marked) -> Marked:
        """ "asie lzoekers" -> "asielzoekers": one half at least is no word, the whole is."""
        words = list(re.finditer(r"(?<![\w’'-])[^\W\d_]+(?![\w’'-])", text.text))
        for left, right in reversed(list(pairwise(words))):
            blank = text.text[left.end() : right.start()] == " "
            short = right.end() - right.start() < 4 and text.text[right.end() : right.end() + 1] == "."
            if blank and not short and self._is_broken(left.group(), right.group()):
                text = text.sub(left.end(), right.start(), "")
        return text

    def _is_broken(self, left: str, right: str) -> bool:
        whole = (left + right).casefold()
        if self.counts[right.casefold()] > 1 or not right[0].islower():
            return False
        if len(left) == 1 and left not in "uUéà" and _unsayable(right):
            return True
        if not (self.counts[whole] > 1 or _unsayable(right) or self.thorough):
            return False
        if self.is_word(right) and (self.is_word(left) or (len(right) > 4 and self.counts[whole] < 2)):
            return False
        return bool(self.counts[whole]) or _known(whole)


def _without_hidden(line: str) -> str:
    return line[:-1].replace("\u00ad", "") + line[-1:]


def _is_words(text: str) -> bool:
    """ "en/of" is no part of an address."""
    found = re.match(r"[\w/]+", text)
    return found is not None and found.group() in SUSPENDED


def _unsayable(word: str) -> bool:
    """No Dutch word begins like this, or it has no vowel."""
    onset = re.match(rf"[^{VOWELS}]*", word.casefold())
    return bool(onset and ((onset.group() not in ONSETS and onset.group()) or onset.end() == len(word)))


def _clash(left: str, right: str) -> bool:
    """Two vowels that would read as one sound keep the hyphen between them: re-integratie."""
    pair = left[-1:].casefold() + right[:1].casefold()
    return pair in {"aa", "ee", "oo", "uu", "ae", "ai", "au", "ei", "eu", "ie", "ij", "oe", "oi", "ou", "ui"}
