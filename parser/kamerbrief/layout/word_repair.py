"""Words that extraction broke inside a line, mended with the same evidence as those at line ends."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

from kamerbrief.layout.annotated_text import AnnotatedText
from kamerbrief.layout.vocabulary import SUSPENDED, Vocabulary, known

ODD = re.compile("[\u2010\u00ad]")
"""Hyphens that only typesetting puts in."""
UNSEEN = re.compile("\u00ad(?=[a-zà-ÿ])")
"""A soft hyphen inside a word; before a capital or at a word's end it is one that is seen."""
NAME = re.compile(r"\b[A-Z0-9]{2,}$")
"""An abbreviation, which goes on with a hyphen that is seen: VVD-fractie."""
INNER = re.compile(r"(?P<left>\b[^\W_]+(?:-[^\W_]+)*)- (?P<right>[^\W\d_]+)")
FIRST = re.compile(r"[^\W\d_]+(?![\w’'-])")
LAST = re.compile(r"(?<![\w’'-])[^\W\d_]+\Z")
"""The words between which a blank may stand that breaks one."""
ONSETS = frozenset(
    "b bl br c ch chl chr cl cr d dr dw f fj fl fr g gl gn gr h ij j k kl km kn kr kw l m n p pj pl pn pr ps r s sc "
    "sch schr scr sf sh sj sk sl sm sn sp spl spr st str sw t th tj tr ts tw v vl vr w wr x z zw".split()
)
"""How a Dutch word can begin, up to its first vowel."""
ONSET = re.compile("[^aeiouyàáâäèéêëìíîïòóôöùúûü]*")


class Mender:
    """Mends the texts of one document."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._rests = _Rests(vocabulary)

    def mend(self, text: AnnotatedText) -> AnnotatedText:
        """The text with the words mended that were broken inside a line, and all hyphens plain ones."""
        return self._mend_blanks(self._mend_hyphens(self._plain_hyphens(text)))

    def _plain_hyphens(self, text: AnnotatedText) -> AnnotatedText:
        if "\u2010" not in text.text and "\u00ad" not in text.text:
            return text
        for found in reversed(list(ODD.finditer(text.text))):
            hidden = self.vocabulary.hidden and UNSEEN.match(text.text, found.start())
            unseen = hidden and not NAME.search(text.text[: found.start()])
            text = text.sub(found.start(), found.end(), "" if unseen else "-")
        return text

    def _mend_hyphens(self, text: AnnotatedText) -> AnnotatedText:
        """ "le- den" -> "leden", "EU- strategie" -> "EU-strategie"; "grens- en" stays."""
        for found in reversed(list(INNER.finditer(text.text))) if "- " in text.text else ():
            joint = self._joint(found["left"].split("-")[-1], found["right"])
            if joint is not None:
                text = text.sub(found.end("left"), found.start("right"), joint)
        return text

    def _joint(self, left: str, right: str) -> str | None:
        """What stands between the halves of a word: a hyphen or nothing; None where they are no halves."""
        counts = self.vocabulary.counts
        whole, hyphened = f"{left}{right}".casefold(), f"{left}-{right}".casefold()
        if right in SUSPENDED:
            return None
        if counts[whole] > counts[hyphened] or (self.vocabulary.thorough and not counts[hyphened] and known(whole)):
            return ""
        return "-" if counts[hyphened] else None

    def _mend_blanks(self, text: AnnotatedText) -> AnnotatedText:
        """ "asie lzoekers" -> "asielzoekers": one half at least is no word, the whole is."""
        tokens = text.text.split(" ")
        rests = list(map(self._rests.__getitem__, tokens))
        broken = [n for n, rest in enumerate(rests) if rest and n and self._goes_on(tokens[n - 1], rest)]
        starts = list(accumulate(len(token) + 1 for token in tokens)) if broken else []
        for n in reversed(broken):
            text = text.sub(starts[n - 1] - 1, starts[n - 1], "")
        return text

    def _goes_on(self, token: str, rest: str) -> bool:
        """Whether a rest may go on from the word that a token ends with, and does."""
        left = token if token.isalpha() else _group(LAST.search(token))
        count = self.vocabulary.counts.get((left + rest).casefold(), 0)
        likely = count > 1 or self.vocabulary.thorough or _unsayable(rest)
        return likely and left != "" and self._is_broken(left, rest, count)

    def _is_broken(self, left: str, right: str, count: int) -> bool:
        """Whether two halves are no words of their own; their whole stands elsewhere `count` times."""
        if len(left) == 1 and left not in "uUéà" and _unsayable(right):
            return True
        is_word = self.vocabulary.is_word
        if is_word(right) and (is_word(left) or (len(right) > 4 and count < 2)):
            return False
        return count > 0 or known((left + right).casefold())


class _Rests(dict[str, str]):
    """For what may follow a blank: the rare word that it begins with, which may be the rest of another; or nothing.

    Each token of a document is looked at once, however often it stands there.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.counts = vocabulary.counts

    def __missing__(self, token: str) -> str:
        self[token] = rest = self._rest(token) if token[:1].islower() else ""
        return rest

    def _rest(self, token: str) -> str:
        word = token if token.isalpha() else _group(FIRST.match(token))
        abbreviated = len(word) < 4 and token.startswith(".", len(word))
        return "" if abbreviated or self.counts.get(word.casefold(), 0) > 1 else word


def _group(found: re.Match[str] | None) -> str:
    return found.group() if found else ""


@lru_cache(4096)
def _unsayable(word: str) -> bool:
    """No Dutch word begins like this, or it has no vowel."""
    onset = ONSET.match(word.casefold())
    return bool(onset and ((onset.group() not in ONSETS and onset.group()) or onset.end() == len(word)))
