"""Measure how much texts of one letter are about the same: the share of words in common, rare words counting more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from Stemmer import Stemmer

from kamerbrief.factions import all_factions
from kamerbrief.patterns import pattern

_STEMMER = Stemmer("dutch")
WORD = pattern(r"[^\W\d_]{4,}", hits=("reëel", "het sluisje"), misses=("de dag", "12345"))
"""Words long enough to say what a text is about."""
NAME = pattern(
    r"(?<=[a-zë,:;)] )([A-ZÀ-Þ][\w’-]{3,})",
    hits=("van Frontex", "bij de Raad"),
    misses=("Daarom is dit zo. Ook", "de EU"),
)
"""A word with a capital that does not open a sentence."""
NAME_WEIGHT = 2.0
"""How much more a name says than another word."""
ONCE = 0.4
"""How much is missing where a word stands in a text once: it counts for 1 / (1 + ONCE), and for more if repeated."""
LEAST_INSIDE = 6
"""Letters that the part of a compound must have to be found in it: *criteria* in *evaluatiecriteria*."""
SHORTEST_COMPOUND = 10
"""The fewest letters of a compound whose parts are looked for."""
MOST_TEXT, MOST_STEMS = 30_000, 80
"""Characters of a text, and stems of what is looked for, that are used: a bound for texts made to keep us busy."""
COMMON = frozenset(
    """aangeven aangegeven aanzien alleen alle allen ander andere anders antwoord antwoorden bepaalde bent bereid
        betreft beter betrekking bijvoorbeeld binnen blijft blijven boven buiten daar daarbij daarin daarmee daarnaast
    daarom daarop daartoe daarvan daarvoor deel deelt deze dezelfde door dient dienen deels eens eerste echter
    elkaar enkele ervan extra fractie fracties gaan gaat geeft geen gegeven gelijk genoemde gebruik geldt gevallen
    graag heeft hebben hier hierbij hierin hiermee hierop hierover hiertoe hiervan hiervoor hoeveel hoeverre hoewel
    indien inzake inzicht jaar jaren kabinet kader kamer kamerbrief komen komt krijgen kunnen kunt laatste laten leden
    maar manier mate mede meer meerdere mening met mijn minister moet moeten mogelijk mogelijke naar namelijk niet
    nieuwe nodig nog omdat onder ondanks onze over overig overige partijen precies reactie reeds regering samen
    sinds slechts soort specifiek staan staat staatssecretaris steeds sommige tegen ten tenzij terwijl tevens tijd
    tijdens toch toelichten toelichting tot totaal tussen tweede uitleggen uiteenzetten uw vaak vanaf vanuit vanwege
    vergelijkbare verder verschillende verwachten verwacht verwijs verwijst verwijzen verwezen vinden vindt
    volgende volgens volledig voor vooral voorgaande vorige vraag vragen waar waarbij waarin waarom waarop waarover
    waarvan waarvoor wanneer want waren weer wegens welk welke wel werd werden wijze willen word worden wordt
    worden zal zelf zeer zich zien ziet zijn zoals zonder zouden zowel zullen zult""".split()
)
"""Words that stand in any question and answer."""


class StemBag(NamedTuple):
    """The stems of the words of a text that say what it is about."""

    counts: Counter[str]
    """How often each stem stands in the text."""
    joined: str
    """All stems in one text, to see quickly whether one of them has some letters in it."""
    parts: tuple[str, ...]
    """The stems that are long enough to be found in a compound."""

    @classmethod
    def of(cls, counts: Counter[str]) -> StemBag:
        """Return the bag of stems counted before."""
        return cls(counts, " ".join(counts), tuple(stem for stem in counts if len(stem) >= LEAST_INSIDE))

    def has(self, stem: str) -> float:
        """Return how much of a stem is in the bag, 0 to 1: how often it stands there, or how much its parts cover."""
        times = self.counts.get(stem, 0)
        if not times and len(stem) >= LEAST_INSIDE and stem in self.joined:
            times = sum(self.counts[other] for other in self.parts if stem in other)
        if times:
            return times / (times + ONCE)
        if len(stem) < SHORTEST_COMPOUND:
            return 0.0
        letters = sum(len(other) for other in self.parts if other in stem)
        return min(1.0, letters / len(stem)) / (1 + ONCE)


@lru_cache(maxsize=4096)
def stems_of(text: str) -> StemBag:
    """Return the stems of a text. Names of factions are left out: they say who, and not what.

    >>> stems_of("De leden van de ChristenUnie-fractie vragen naar de nachttreinen en de nachttrein.").counts
    Counter({'nachttrein': 2})
    """
    words = [
        word
        for word in WORD.findall(text[:MOST_TEXT].casefold())
        if word not in COMMON and word not in _faction_words()
    ]
    return StemBag.of(Counter(_STEMMER.stemWords(words)))


def names_in(text: str) -> frozenset[str]:
    """Return the stems of the words that a text writes with a capital inside a sentence: names say most.

    >>> sorted(names_in("De rol van Frontex is groot. Dat geldt ook voor de Marechaussee."))
    ['frontex', 'marechaussee']
    """
    words = [found.group(1).casefold() for found in NAME.finditer(text[:MOST_TEXT])]
    own = [word for word in words if word not in COMMON and not _faction_words().intersection(WORD.findall(word))]
    return frozenset(_STEMMER.stemWords(own))


@cache
def _faction_words() -> frozenset[str]:
    """The names of factions that are a single word, and the parts of those that have a hyphen."""
    spellings = (spelling for faction in all_factions() for spelling in faction.spellings if " " not in spelling)
    return frozenset(word for spelling in spellings for word in WORD.findall(spelling.casefold()))


class WeighedStems(NamedTuple):
    """What to look for in other texts: stems, each with its weight."""

    weights: dict[str, float]
    whole: float
    """The sum of the weights."""

    def share_in(self, bag: StemBag) -> float:
        """Return the share of the stems, by weight, that a bag has: 0 to 1."""
        return sum(weight * bag.has(stem) for stem, weight in self.weights.items()) / self.whole if self.whole else 0.0


class WordWeights(NamedTuple):
    """How much each word of a letter says: a word in few of its texts says more."""

    texts: int
    counts: Counter[str]
    """In how many texts each stem stands."""

    @classmethod
    def of(cls, texts: Iterable[Iterable[str]]) -> WordWeights:
        """Return the weights of the words in these texts, each given as its sentences."""
        bags = [{stem for sentence in text for stem in stems_of(sentence).counts} for text in texts]
        return cls(len(bags), Counter(stem for bag in bags for stem in bag))

    def weigh(self, text: str) -> WeighedStems:
        """Return the stems of a text with their weights; names weigh NAME_WEIGHT times as much as other words."""
        names = names_in(text)
        stems = islice(stems_of(text).counts, MOST_STEMS)
        weights = {stem: self._weight(stem) * (NAME_WEIGHT if stem in names else 1) for stem in stems}
        return WeighedStems(weights, sum(weights.values()))

    def _weight(self, stem: str) -> float:
        """The weight of a stem; one that no text has weighs as one that a single text has."""
        return math.log(1 + self.texts / max(1, self.counts[stem]))
