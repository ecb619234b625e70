"""Prepare the text of a block for the cues, once: without quotations, without case, as words, as sentences."""

from __future__ import annotations

from functools import cached_property, lru_cache

from kamerbrief.case_folding import caseless
from kamerbrief.patterns import pattern
from kamerbrief.structure.evidence.wording.members import MEMBERS
from kamerbrief.structure.evidence.wording.running_text import QUOTED, SENTENCE_BREAK

WORD = pattern(r"\w+", hits=("brug", "12"), misses=("", " – "))
"""A word or a number."""


class TextFeatures:
    """A text, in the forms in which cues look at it."""

    def __init__(self, text: str) -> None:
        self.stripped = text.strip()
        self.bare = QUOTED.sub(" ", text)
        """Without what it quotes: a quotation speaks for somebody else."""
        self.caseless = caseless(self.bare)
        self.words = len(text.split())

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words in it, in small letters."""
        return frozenset(WORD.findall(self.caseless))

    @cached_property
    def names_members(self) -> bool:
        """Whether it names members: "de leden van de fractie", "deze leden"."""
        return MEMBERS.search(self.caseless) is not None

    @cached_property
    def sentences(self) -> list[tuple[str, str]]:
        """Its sentences, without what they quote, each also caseless."""
        return [(one, caseless(one)) for one in SENTENCE_BREAK.split(self.bare)]


features_of = lru_cache(maxsize=1024)(TextFeatures)
"""The features of a text; those of the letter at hand are kept."""
