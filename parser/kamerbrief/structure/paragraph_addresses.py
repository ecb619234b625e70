"""Address a paragraph by the number of its exchange, such as 7 or 7.a2, or by the words with which it begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kamerbrief.errors import BadDecision
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.pairing.drafts import ExchangeDraft, paragraphs
from kamerbrief.structure.paragraph_names import name_of, paragraphs_named

SIDES = {"q": "question", "a": "answer"}


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of the paragraphs of a letter, as its exchanges are numbered now."""

    drafts: Sequence[ExchangeDraft]
    blocks: Sequence[MarkedBlock]

    def of(self, block: MarkedBlock) -> str:
        """The address of a paragraph: 7.a2 in an exchange, else the words with which it begins."""
        for number, draft in enumerate(self.drafts, 1):
            for letter, side in SIDES.items():
                for n, paragraph in enumerate(paragraphs(getattr(draft, side)), 1):
                    if any(one is block for one in paragraph):
                        return f"{number}.{letter}{n}"
        return name_of(block, self.blocks)[0]

    def find(self, address: str) -> MarkedBlock:
        """The paragraph at an address. Raises BadDecision where there is none, or words that several begin with."""
        number, _, place = address.partition(".")
        if number.isdecimal() and number.isascii() and (not place or place[:1] in SIDES):
            return self._numbered(int(number), place, address)
        found = paragraphs_named(address, self.blocks)
        if len(found) != 1:
            there = f"{len(found)} paragraphs begin" if found else "no paragraph begins"
            raise BadDecision(f"{there} with '{address}'; give its number, such as 7.a2, or more of its words")
        return found[0]

    def _numbered(self, number: int, place: str, address: str) -> MarkedBlock:
        if not 0 < number <= len(self.drafts):
            raise BadDecision(f"{address}: the letter has exchanges 1 to {len(self.drafts)}")
        draft = self.drafts[number - 1]
        if not place:
            return draft.first
        found = paragraphs(getattr(draft, SIDES[place[0]]))
        if not (place[1:].isdecimal() and place.isascii() and 0 < int(place[1:]) <= len(found)):
            raise BadDecision(
                f"{address}: the {SIDES[place[0]]} of exchange {number} has {len(found)} paragraphs, "
                f"{number}.{place[0]}1 and so on"
            )
        return found[int(place[1:]) - 1][0]
