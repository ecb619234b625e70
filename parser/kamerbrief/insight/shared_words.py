"""Measure how much texts of one letter are about the same: the share of words in common, rare words counting more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from Stemmer import Stemmer

from kamerbrief.factions import without_names
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
Stems = Counter[str]
"""The stems of the words of a text, each with how often it stands there."""
LEAST_INSIDE = 6
"""Letters that the part of a compound must have to be found in it: *criteria* in *evaluatiecriteria*."""
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


def stems_of(text: str) -> Stems:
    """Return the stems of the words of a text that say what it is about, each with how often it stands there.

    Names of factions are left out: they say who, and not what.

    >>> stems_of("De leden van de VVD-fractie vragen naar de nachttreinen en de nachttrein.")
    Counter({'nachttrein': 2})
    """
    return Counter(_stem_words(text))


@lru_cache(maxsize=2048)
def _stem_words(text: str) -> tuple[str, ...]:
    words = (word for word in WORD.findall(without_names(text).casefold()) if word not in COMMON)
    return tuple(_STEMMER.stemWords(list(words)))


def names_in(text: str) -> frozenset[str]:
    """Return the stems of the words that a text writes with a capital inside a sentence: names say most.

    >>> sorted(names_in("De rol van Frontex is groot. Dat geldt ook voor de Marechaussee."))
    ['frontex', 'marechaussee']
    """
    words = (found.group(1).casefold() for found in NAME.finditer(without_names(text)))
    return frozenset(_STEMMER.stemWords([word for word in words if word not in COMMON]))


class WordWeights(NamedTuple):
    """How much each word of a letter says: a word in few of its texts says more."""

    texts: int
    counts: Counter[str]
    """In how many texts each stem stands."""

    @classmethod
    def of(cls, texts: Iterable[str]) -> WordWeights:
        """Return the weights of the words in these texts."""
        bags = [stems_of(text) for text in texts]
        return cls(len(bags), Counter(stem for bag in bags for stem in bag))

    def weight(self, stem: str) -> float:
        """Return the weight of a stem; one that no text has weighs as one that a single text has."""
        return math.log(1 + self.texts / max(1, self.counts[stem]))

    def share(self, some: Iterable[str], others: Stems, names: frozenset[str] = frozenset()) -> float:
        """Return the share of some stems, by weight, that are among others: 0 to 1; often counts more than once.

        `names` are stems that weigh NAME_WEIGHT times as much.
        """
        weights = {stem: self.weight(stem) * (NAME_WEIGHT if stem in names else 1) for stem in some}
        whole = sum(weights.values())
        return sum(weight * _found(stem, others) for stem, weight in weights.items()) / whole if whole else 0.0


def _found(stem: str, others: Stems) -> float:
    """How much of a stem is among others, 0 to 1: how often it stands there, or how many letters its parts have."""
    times = others[stem]
    if not times and len(stem) >= LEAST_INSIDE:
        times = sum(count for other, count in others.items() if stem in other)
    if times:
        return times / (times + ONCE)
    parts = [other for other in others if len(other) >= LEAST_INSIDE and other in stem]
    return min(1.0, sum(map(len, parts)) / len(stem)) / (1 + ONCE)
