"""Review the parse of a letter: list what is uncertain, and keep what a person decides in a file beside the letter."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, get_args

import msgspec

from kamerbrief.decision_file import Decisions, as_toml, decisions_beside, decisions_path
from kamerbrief.errors import BadDecision
from kamerbrief.export.atomic_files import write_new
from kamerbrief.factions import asked_by, resolve
from kamerbrief.model import Decision, Letter, Verb
from kamerbrief.parse import ParsedLetter, parse_file
from kamerbrief.structure import Understood
from kamerbrief.structure.decided import traits_of
from kamerbrief.structure.genre import GENRES
from kamerbrief.structure.open_decisions import Doubt, open_decisions
from kamerbrief.structure.pairing.drafts import all_drafts
from kamerbrief.structure.paragraph_addresses import Addresses
from kamerbrief.structure.paragraph_names import name_of

FORMS = ("as-read", "other")
"""What may be decided about the form: that of the parse, or that of the next best reading."""
PLACES = ("question", "answer", "heading", "aside", "split", "join", "to")
"""Verbs of which the last one about a paragraph holds: each says where the paragraph belongs."""
WRITE = "write 7:split, 7.q2:answer, 7:join, 7.a1:to=8, 7:factions=D66, genre=kamervragen or form=other"


class Review(NamedTuple):
    """A letter with what is uncertain in its parse, the least sure first."""

    letter: Letter
    doubts: list[Doubt]


def review(path: str | Path, *, password: str | None = None, genre: str | None = None) -> Review:
    """Parse a letter and list what is uncertain in it and was not decided. Raises what `read_letter` raises."""
    return _reviewed(parse_file(path, password=password, genre=genre))


def decide(path: str | Path, choices: Sequence[str], *, password: str | None = None) -> Review:
    """Keep decisions in the file beside a letter, and return the review of the letter with them.

    `choices` are written as `check --set` takes them, such as "7:split"; numbers are those of the letter as it was
    before all of them. Raises BadDecision, and changes nothing, where one of them cannot be understood or applied.
    """
    kept = decisions_beside(path)
    before = parse_file(path, password=password, decisions=kept)
    sha256 = before.letter.source.sha256
    if kept and kept.letter != sha256:
        raise BadDecision(f"{decisions_path(path)}: made on another content of the letter; remove the file first")
    known = asked_by(before.letter)
    made = []
    for choice in choices:
        of_form = choice.startswith("form=")
        made.append(_decision(choice, (_formless(path, password, kept) if of_form else before).understood, known))
    decisions = Decisions(letter=sha256, decision=_merged(kept.decision if kept else (), made))
    after = parse_file(path, password=password, decisions=decisions)
    _check_applied(choices, made, after)
    write_new(Path(decisions_path(path)), as_toml(decisions), force=True)
    return _reviewed(after)


def _reviewed(parsed: ParsedLetter) -> Review:
    evidence, reading, _, decided = parsed.understood
    doubts = open_decisions(evidence, reading, parsed.letter.exchanges, decided)
    if not parsed.paged:
        doubts = [msgspec.structs.replace(doubt, page=None) for doubt in doubts]
    return Review(parsed.letter, doubts)


def _formless(path: str | Path, password: str | None, kept: Decisions | None) -> ParsedLetter:
    """The letter as it is read where nothing is decided about its form."""
    others = tuple(one for one in kept.decision if one.verb != "form") if kept else ()
    return parse_file(path, password=password, decisions=Decisions(letter=kept.letter if kept else "", decision=others))


def _decision(choice: str, understood: Understood, known: Sequence[str]) -> Decision:
    """The decision that a choice such as "7.a1:to=8" means; `known` are the factions of the letter.

    Raises BadDecision, or UnknownFaction.
    """
    address, _, told = choice.rpartition(":")
    verb, equals, value = told.partition("=")
    if verb in ("genre", "form") and not address:
        return _about_letter(verb, value, choice, understood)
    address = address.strip().strip("'\"“”")
    if not address or verb not in get_args(Verb) or bool(equals) != (verb in ("to", "factions")):
        raise BadDecision(f"{choice}: this is no decision; {WRITE}")
    blocks = understood.evidence.blocks
    addresses = Addresses(all_drafts(understood.reading.headings), blocks)
    at, nth = name_of(addresses.find(address), blocks)
    if verb == "to":
        words, count = name_of(addresses.find(value), blocks)
        return Decision(verb="to", at=at, nth=nth, value=(words,), value_nth=count)
    names = tuple(dict.fromkeys(resolve(name, known)[0] for name in value.split(",") if name.strip()))
    return msgspec.convert({"verb": verb, "at": at, "nth": nth, "value": names}, Decision)


def _about_letter(verb: str, value: str, choice: str, understood: Understood) -> Decision:
    """A decision about the whole letter. Raises BadDecision."""
    allowed = GENRES if verb == "genre" else FORMS
    if value not in allowed:
        raise BadDecision(f"{choice}: the {verb} may be {', '.join(allowed)}")
    if verb == "genre":
        return Decision(verb="genre", value=(value,))
    reading = understood.reading if value == "as-read" else understood.reading.rival
    if reading is None:
        raise BadDecision(f"{choice}: the letter cannot be read in another form")
    return Decision(verb="form", value=traits_of(reading.form, understood.evidence.blocks))


def _merged(before: Sequence[Decision], made: Sequence[Decision]) -> tuple[Decision, ...]:
    """All decisions; a later one replaces an earlier one that says the same kind of thing about the same paragraph."""
    found = {_subject(one): one for one in before}
    for one in made:
        found.pop(_subject(one), None)
        found[_subject(one)] = one
    return tuple(found.values())


def _subject(one: Decision) -> tuple[str, str, int]:
    return ("place" if one.verb in PLACES else one.verb, one.at, one.nth)


def _check_applied(choices: Sequence[str], made: Sequence[Decision], after: ParsedLetter) -> None:
    """Raise BadDecision for the first decision that the parse cannot keep to."""
    _, lost = after.understood.decided.applied(after.understood.reading.headings, after.understood.reading.form)
    left = [msgspec.structs.replace(one, exchange=None, page=None) for one in lost]
    for choice, one in zip(choices, made, strict=True):
        if one in left:
            raise BadDecision(f"{choice}: the letter cannot be read so; nothing was decided")
