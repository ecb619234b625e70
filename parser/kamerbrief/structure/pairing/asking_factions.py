"""Tell from a question which factions ask it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kamerbrief.factions import named_in
from kamerbrief.patterns import pattern
from kamerbrief.structure.evidence.sentence_cues import faction_opens
from kamerbrief.structure.evidence.wording.members import JOINS, MEMBERS_OPEN, MEMBERS_PRINTED
from kamerbrief.structure.evidence.wording.questions import ASKING, HAD_ASKED, INDIRECT
from kamerbrief.structure.evidence.wording.running_text import SENTENCE_BREAK

ALONG = pattern(
    rf"{JOINS.pattern}|\bmede namens\b",
    re.I,
    hits=("De leden van de CDA-fractie sluiten zich hierbij aan", "Zij vragen dit mede namens de leden van de SGP"),
    misses=("De leden sluiten zich af", "namens de leden van de SGP"),
)
"""What a faction says that joins another's question."""
THESE = pattern(
    r"(?:de leden van )?deze|genoemde|voornoemde|dezelfde|laatstgenoemde|de aan het woord",
    re.I,
    how="match",
    hits=("Deze leden", "De leden van deze fractie", "De aan het woord zijnde leden", "voornoemde leden"),
    misses=("De leden van de fractie", "de genoemde leden"),
)
"""How members are called that were named before."""
OF_OTHERS = pattern(
    r"\b(?:vra(?:ag|gen)|opmerking(?:en)?|inbreng|antwoord(?:en)?|zorg(?:en)?|motie|amendement|voorstel|verzoek"
    r"|initiatief\w*|betoog|standpunt|suggestie|pleidooi|bijdrage)\s(?:\w+\s){0,3}?(?:van|door)\s$"
    r"|\b(?:aan|(?<!, )naar|met|bij|tegen)\s$",
    re.I,
    hits=("In reactie op de vraag van ", "het amendement dat is ingediend door ", "Met "),
    misses=("Daarom vragen ", "de vraag van toen; ", "Met name "),
)
"""What stands before members whose question, motion or worry is spoken of: they do not ask here."""
TOGETHER = pattern(
    r"(?:,|\ben|\bof|\bevenals|\bals(?:ook|mede)|\bsamen met|\bzowel|\bals|\bmede namens|\bmet wie"
    r"|\b(?:gesteund|bijgevallen|gevolgd) door)\s$",
    re.I,
    hits=(
        "De leden van de VVD-fractie en ",
        "De leden van de SP-fractie, evenals ",
        "zowel de fractie van D66 als ",
        "daarin gesteund door ",
    ),
    misses=("De leden van de VVD-fractie vragen ", "De leden die ", "omdat "),
)
"""What stands before members who ask together with those before them."""


COMPANIONS = pattern(
    r"(?:samen met|mede namens|evenals|net als|tezamen met|in navolging van)\s",
    re.I,
    how="fullmatch",
    hits=("Samen met ", "Mede namens "),
    misses=("Met ", "Namens "),
)
"""What stands before members at the head of a sentence whose subject comes later: they ask together with it."""
NOUN_PHRASE = pattern(
    r"""(?: \ben\sdie\b
          | \b(?: de | het | deze | leden | fracties? | fractieleden | groep | lid | van | voor | en | evenals | als
             | alsook | alsmede | mede | namens | samen | met )\b(?!-)
          | \b[A-Z0-9][\w’'-]* | \b[\w-]+-fractie\b | [\s,/&()] )+""",
    re.X,
    how="match",
    hits=(" de fracties van GroenLinks, de PvdA en Volt vragen", " van de Partij voor de Dieren-fractie"),
    misses=("vragen de VVD", "lezen dat"),
)
"""The words with which a sentence names members, behind "De leden van": up to the verb."""
TAKES_NOTE = pattern(
    r"\bkennis\s?genomen\b|\bdank(?:en|t)\b"
    r"|\b(?:met|veel|grote) (?:belangstelling|interesse|waardering|instemming|zorgen?)\b",
    hits=("hebben met belangstelling kennisgenomen van", "danken de regering", "met veel interesse"),
    misses=("neemt kennis van", "met zorgverleners"),
)
"""How members open before they ask anything."""


def askers_of(
    question: Sequence[str], answer: str, *, of_heading: tuple[str, ...], inherited: tuple[str, ...]
) -> tuple[str, ...]:
    """The factions that ask a question of several paragraphs.

    Those who only take note before somebody else asks do not. Where nobody is named, the answer may tell.
    """
    told: dict[str, None] = {}
    before = inherited
    for paragraph in question:
        before = asking_factions(paragraph, of_heading=of_heading, inherited=before)
        if paragraph is question[-1] or not _takes_note(paragraph):
            told |= dict.fromkeys(before)
    named = of_heading or any(named_in(paragraph) or MEMBERS_PRINTED.search(paragraph) for paragraph in question)
    return (not named and _thanked(answer)) or tuple(told) or of_heading


def _takes_note(paragraph: str) -> bool:
    """Whether members only take note of something, and ask nothing."""
    asks = "?" in paragraph or INDIRECT.search(paragraph.casefold())
    return not asks and TAKES_NOTE.search(paragraph) is not None


def _thanked(answer: str) -> tuple[str, ...]:
    """The factions of whom the first sentence of an answer says that they asked."""
    first = SENTENCE_BREAK.split(answer)[0]
    return tuple(subjects(first)) if HAD_ASKED.search(first) and MEMBERS_OPEN.match(first.casefold()) else ()


def asking_factions(text: str, *, of_heading: tuple[str, ...], inherited: tuple[str, ...]) -> tuple[str, ...]:
    """The factions that ask a question: those of its heading and who joins in; else those that it names as asking.

    `inherited` are those who asked before: "deze leden" at the beginning are them, and so is who is not named at all.
    """
    sentences = SENTENCE_BREAK.split(text)
    if of_heading:
        joining = [name for sentence in sentences for name in _joining(sentence, of_heading)]
        return tuple(dict.fromkeys((*of_heading, *joining)))
    found: dict[str, None] = {}
    for sentence in sentences:
        if ASKING.search(sentence) or MEMBERS_OPEN.match(sentence.casefold()) or ALONG.search(sentence) or not found:
            found |= dict.fromkeys(subjects(sentence, () if found else inherited))
    return tuple(found) or _named_anywhere(sentences) or inherited


def _joining(sentence: str, of_heading: tuple[str, ...]) -> list[str]:
    """The factions that join the question of another, ask together with it, or go on with a sentence of their own."""
    named = subjects(sentence, of_heading)
    together = len(named) > 1 and not set(of_heading).isdisjoint(named)
    own = MEMBERS_OPEN.match(sentence.casefold()) and ASKING.search(sentence)
    return named if together or own or ALONG.search(sentence) else []


def subjects(sentence: str, inherited: tuple[str, ...] = ()) -> list[str]:
    """The factions whose members ask in a sentence: the first that are named, and those who ask together with them.

    `inherited` are those whom "deze leden" mean.
    """
    found = list(named_in(sentence)[:1]) if faction_opens(sentence) else []
    accompanied = False
    for members in MEMBERS_PRINTED.finditer(sentence):
        before = sentence[: members.start()]
        leads = COMPANIONS.fullmatch(before) is not None
        together = bool(found) and (accompanied or TOGETHER.search(before))
        if not together and not leads and (found or OF_OTHERS.search(before)):
            continue
        names = named_in(_noun_phrase(sentence, members))
        found += names or (inherited if THESE.match(members.group()) and not found else ())
        accompanied = leads
    return found


def _noun_phrase(sentence: str, members: re.Match[str]) -> str:
    """The words with which a sentence names members: up to the verb."""
    phrase = NOUN_PHRASE.match(sentence, members.end())
    return sentence[members.start() : phrase.end() if phrase else members.end()]


def _named_anywhere(sentences: Sequence[str]) -> tuple[str, ...]:
    """The factions of the first sentence that names any, but for those whose question is spoken of."""
    for sentence in sentences:
        names = [
            name
            for members in MEMBERS_PRINTED.finditer(sentence)
            if not OF_OTHERS.search(sentence[: members.start()])
            for name in named_in(sentence[members.start() :])
        ]
        if names:
            return tuple(dict.fromkeys(names))
    return ()
