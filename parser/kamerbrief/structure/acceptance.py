"""Tell a letter that answers questions from one that only looks like it: a bill, a motion, minutes, a decision note."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kamerbrief.errors import NotALetter
from kamerbrief.factions import named_in
from kamerbrief.layout import AsideLine
from kamerbrief.model import Exchange, Source
from kamerbrief.patterns import pattern
from kamerbrief.structure.evidence.evidence import Evidence
from kamerbrief.structure.interpretation import Interpretation
from kamerbrief.structure.pairing.drafts import ExchangeDraft, all_drafts

ASKS = frozenset({"has_question", "asks_indirectly", "they_ask", "joins"})
"""Cues of a paragraph that asks something."""
MEMBERS_ASK = frozenset({"members_ask", "members_open", "they_ask", "joins"})
"""Cues of a paragraph in which members of a faction are the ones who ask."""
ANNOUNCED = frozenset({"announces", "title", "address"})
"""Cues of what says that answers follow, or who sends them to whom."""
PARLIAMENT = pattern(
    r"\b(?:eerste|tweede|uw|de) kamer\b(?! van)|\bkamer(?:leden|lid|brief|stuk(?:ken)?)\b"
    r"|\bde (?:minister|staatssecretaris|regering)\b",
    re.I,
    hits=("De voorzitter van de Tweede Kamer", "(Kamerstuk 29 325, nr. 187)", "De minister van Financiën"),
    misses=("het ministerie van Financiën", "de Kamer van Koophandel", "in de kamers"),
)
"""A document that has to do with parliament or the government."""
DUTCH = frozenset(
    "aan bij dat deze dit een heeft het hoe ik met naar niet ook op uit van voor waarom wat welke wordt zijn".split()
)
"""Common words of Dutch that the languages around it do not have, or hardly."""
OF_LETTERS = pattern(
    r"\b(?:vra(?:ag|gen)|antwoord(?:en)?|kamer(?:leden|lid|brief|stuk(?:ken)?)?|fractie|leden|regering"
    r"|staatssecretaris)\b",
    re.I,
    hits=("Vraag 1", "de leden", "Kamerstuk 1"),
    misses=("Question 1", "the ministers", "answers"),
)
"""A word that letters have, also short ones."""
LEAST_DUTCH = 0.03
"""Share of the words that must be common Dutch ones in a document without words of letters; in Dutch it is a fifth."""
PAIRS = 3
"""Questions and answers, each behind its printed mark, that need nobody named who asks."""
KNOWN = 0.5
"""Share of the exchanges of which something must say who asks, or which number the question has."""
ASKING = 0.5
"""Share of the questions that must ask something."""
BY_MEMBERS = 0.5
"""Share of the questions in which members must ask, where only wording tells questions from answers and no heading
names a faction."""
COVERED = 0.3
"""Share of the text that must stand in exchanges where nothing but wording tells them."""


def check(
    evidence: Evidence,
    reading: Interpretation,
    exchanges: Sequence[Exchange],
    source: Source,
    beside: Sequence[AsideLine] = (),
) -> None:
    """Raise NotALetter where no reading finds questions that somebody asks, with their answers.

    Questions that wait for their answer are a letter where members are named who ask them. `beside` are the lines that
    stand beside the text, which may name parliament too.
    """
    drafts = all_drafts(reading.headings)
    cues = {id(block): given for block, given in zip(evidence.blocks, evidence.cues, strict=True)}
    answered = any(draft.answer and draft.question for draft in drafts)
    waiting = bool(drafts) and any(exchange.members for exchange in exchanges)
    asks = ASKS | {"members_asked"} if reading.form.tense == "past" else ASKS
    asking = _share([_gives(draft, cues, asks) for draft in drafts if draft.question])
    told = _by_marks(evidence, reading, exchanges, beside) or _by_wording(evidence, reading, exchanges, cues)
    accepted = (answered and asking >= ASKING and told) or (waiting and not answered)
    if not accepted or is_foreign(" ".join(block.words for block in evidence.blocks)):
        raise NotALetter(_message(evidence, source))


def is_foreign(text: str) -> bool:
    """Whether a text is in another language than Dutch, and has none of the words of a letter.

    >>> is_foreign("What does the bridge cost? Nothing."), is_foreign("Wat kost de brug? Niets.")
    (True, False)
    """
    words = text.casefold().split()
    return sum(word in DUTCH for word in words) < LEAST_DUTCH * len(words) and not OF_LETTERS.search(text)


def _by_marks(
    evidence: Evidence, reading: Interpretation, exchanges: Sequence[Exchange], beside: Sequence[AsideLine]
) -> bool:
    """Whether printed marks part the exchanges, in a document of parliament, and there are several or all are known."""
    marked = reading.form.answers == "marked" or reading.form.questions == "numbered"
    known = _share([bool(e.labels or e.factions or e.members) for e in exchanges]) >= KNOWN
    several = known or len(exchanges) >= PAIRS
    return marked and several and _of_parliament(evidence, reading, exchanges, beside)


def _of_parliament(
    evidence: Evidence, reading: Interpretation, exchanges: Sequence[Exchange], beside: Sequence[AsideLine]
) -> bool:
    """Whether anything says that questions of parliament are answered: who asks, what announces it, who is named."""
    told = any(cues & (ANNOUNCED | MEMBERS_ASK) for cues in evidence.cues)
    named = any(exchange.members for exchange in exchanges) or any(named_in(h.text) for h in reading.headings)
    texts = [*(block.words for block in evidence.blocks), *(aside.line.text for aside in beside)]
    return told or named or PARLIAMENT.search(" ".join(texts)) is not None


def _by_wording(
    evidence: Evidence, reading: Interpretation, exchanges: Sequence[Exchange], cues: dict[int, frozenset[str]]
) -> bool:
    """Whether wording alone tells the exchanges well enough: members ask, and most of the text is theirs."""
    drafts = all_drafts(reading.headings)
    known = _share([bool(e.factions or e.members) for e in exchanges]) >= KNOWN
    headed = any(named_in(heading.text) for heading in reading.headings)
    members = headed or _share([_gives(draft, cues, MEMBERS_ASK) for draft in drafts]) > BY_MEMBERS
    placed = sum(len(block.words) for draft in drafts for block in (*draft.question, *draft.answer))
    covered = placed >= COVERED * sum(len(block.words) for block in evidence.blocks)
    return known and members and covered


def _gives(draft: ExchangeDraft, cues: dict[int, frozenset[str]], wanted: frozenset[str]) -> bool:
    """Whether any paragraph of a question gives one of these cues."""
    return any(cues.get(id(block), frozenset()) & wanted for block in draft.question)


def _share(told: Sequence[bool]) -> float:
    return sum(told) / len(told) if told else 0.0


def _message(evidence: Evidence, source: Source) -> str:
    first = next((b.text.text for b in evidence.blocks if len(b.text.text) > 3), "")
    pages = "1 page" if source.pages == 1 else f"{source.pages} pages"
    start = first if len(first) < 60 else f"{first[:57]}..."
    return f"no questions with answers in it ({pages}, beginning '{start}'); is this the right file?"
