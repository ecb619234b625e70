"""Mend words that text extraction broke inside a line, by the same evidence as words at line ends."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from re import Match

from kamerbrief.layout.annotated_text import AnnotatedText
from kamerbrief.layout.vocabulary import SUSPENDED, Vocabulary, known
from kamerbrief.patterns import pattern

ODD = pattern("[\u2010\u00ad]", hits=("le\u00adden", "VVD\u2010fractie"), misses=("VVD-fractie",))
"""Hyphens that only typesetting puts in."""
UNSEEN = pattern("\u00ad(?=[a-zà-ÿ])", hits=("le\u00adden",), misses=("GroenLinks\u00adPvdA", "grens\u00ad en"))
"""A soft hyphen inside a word, which is invisible; before a capital or at the end of a word it is not."""
NAME = pattern(r"\b[A-Z0-9]{2,}$", hits=("de VVD", "D66"), misses=("de leden", "A"))
"""An abbreviation, behind which a soft hyphen is not invisible: VVD-fractie."""
INNER = pattern(
    r"(?P<left>\b[^\W_]+)- (?P<right>[^\W\d_]+)",
    hits=("de le- den", "GroenLinks-PvdA- fractie"),
    misses=("de leden – en", "COVID- 19"),
)
"""A hyphen with a blank behind it inside a line."""
FIRST = pattern(r"[^\W\d_]+(?![\w’'-])", how="match", hits=("lzoekers,", "lzoekers"), misses=("12", "’s"))
"""The word with which a token begins that may be the rest of another one."""
LAST = pattern(r"(?<![\w’'-])[^\W\d_]+\Z", hits=("(asie", "asie"), misses=("VVD-asie", "asie,"))
"""The word with which a token ends that may go on behind a blank."""
ONSETS = frozenset(
    "b bl br c ch chl chr cl cr d dr dw f fj fl fr g gl gn gr h ij j k kl km kn kr kw l m n p pj pl pn pr ps r s sc "
    "sch schr scr sf sh sj sk sl sm sn sp spl spr st str sw t th tj tr ts tw v vl vr w wr x z zw".split()
)
"""How a Dutch word can begin, up to its first vowel."""
ONSET = pattern("[^aeiouyàáâäèéêëìíîïòóôöùúûü]+", how="match", hits=("lzoekers", "strand"), misses=("asiel", "één", ""))
"""The consonants before the first vowel of a word."""


class Mender:
    """Mends the texts of one document, whose words are the evidence."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._rests = _Rests(vocabulary)

    def mend(self, text: AnnotatedText) -> AnnotatedText:
        """The text with broken words mended, and with plain hyphens only."""
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
        """Close words with a hyphen and a blank inside: "le- den" -> "leden", "EU- strategie" -> "EU-strategie"."""
        for found in reversed(list(INNER.finditer(text.text))) if "- " in text.text else ():
            joint = self._joint(found["left"], found["right"])
            if joint is not None:
                text = text.sub(found.end("left"), found.start("right"), joint)
        return text

    def _joint(self, left: str, right: str) -> str | None:
        """What belongs between the halves of a word: a hyphen or nothing; None where they are two words."""
        counts = self.vocabulary.counts
        whole, hyphened = f"{left}{right}".casefold(), f"{left}-{right}".casefold()
        if right in SUSPENDED:
            return None
        if counts[whole] > counts[hyphened] or (self.vocabulary.thorough and not counts[hyphened] and known(whole)):
            return ""
        return "-" if counts[hyphened] else None

    def _mend_blanks(self, text: AnnotatedText) -> AnnotatedText:
        """Close words with a blank inside, of which one half at least is no word: "asie lzoekers" -> "asielzoekers"."""
        tokens = text.text.split(" ")
        rests = list(map(self._rests.__getitem__, tokens))
        broken = [n for n, rest in enumerate(rests) if rest and n and self._goes_on(tokens[n - 1], rest)]
        starts = list(accumulate(len(token) + 1 for token in tokens)) if broken else []
        for n in reversed(broken):
            text = text.sub(starts[n - 1] - 1, starts[n - 1], "")
        return text

    def _goes_on(self, token: str, rest: str) -> bool:
        """Whether a token ends with a word of which this is the rest."""
        left = token if token.isalpha() else _group(LAST.search(token))
        count = self.vocabulary.counts.get((left + rest).casefold(), 0)
        likely = count > 1 or self.vocabulary.thorough or _unsayable(rest)
        return likely and left != "" and self._is_broken(left, rest, count)

    def _is_broken(self, left: str, right: str, count: int) -> bool:
        """Whether two halves are one word, which stands elsewhere in the document `count` times."""
        if len(left) == 1 and left not in "uUéà" and _unsayable(right):
            return True
        is_word = self.vocabulary.is_word
        if is_word(right) and (is_word(left) or (len(right) > 4 and count < 2)):
            return False
        return count > 0 or known((left + right).casefold())


class _Rests(dict[str, str]):
    """For each token the rare word with which it begins, which may be the rest of another word; or nothing.

    A token is looked at once, however often it stands in the document.
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


def _group(found: Match[str] | None) -> str:
    return found.group() if found else ""


@lru_cache(4096)
def _unsayable(word: str) -> bool:
    """Whether no Dutch word begins like this, or it has no vowel."""
    onset = ONSET.match(word.casefold())
    return onset is not None and (onset.group() not in ONSETS or onset.end() == len(word))
