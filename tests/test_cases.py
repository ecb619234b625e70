"""Cases in plain text: a file in `cases/` for each rule, and in it cases of a title, an input and what is expected.

To add a case, write it into its file: a title line, a full stop, the input, a full stop, what is expected, a full stop,
each full stop on a line of its own. To add a rule, write a file and a function in RULES that says the outcome as text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from kamerbrief.factions import canonical, named_in
from kamerbrief.insight.references import with_references
from kamerbrief.insight.subquestions import subquestions, with_subquestions
from kamerbrief.model import Exchange, Letter, Paragraph, Part, Section, Source
from kamerbrief.printed_marks import mark_of
from kamerbrief.sentences import split
from kamerbrief.structure.header.dates import find_date
from kamerbrief.structure.pairing.asking_factions import asking_factions

CASES = Path(__file__).parent / "cases"
NOTHING = "nothing"
"""What a case expects where the rule finds nothing."""


def sentences(text: str) -> str:
    """Each sentence on a line."""
    return "\n".join(text[start:end] for start, end in split(text))


def factions_named(text: str) -> str:
    """Each faction on a line, by its canonical name."""
    return "\n".join(named_in(text)) or NOTHING


def printed_marks(text: str) -> str:
    """What a mark says, a line each, and what it opens."""
    mark = mark_of(text)
    if mark is None:
        return NOTHING
    said = {"side": mark.side, "numbers": " ".join(mark.numbers), "who": mark.who, "opens": text[mark.end :]}
    return "\n".join(f"{name}: {value}" for name, value in said.items() if value)


def dates(text: str) -> str:
    """The date as ISO 8601."""
    return find_date(text) or NOTHING


def who_asks(text: str) -> str:
    """Each faction that asks, on a line; lines in front may say `heading: X, Y` and `before: X, Y`."""
    *lines, question = text.splitlines()
    known = {key: tuple(names.split(", ")) for key, _, names in (line.partition(": ") for line in lines)}
    found = asking_factions(question, of_heading=known.get("heading", ()), inherited=known.get("before", ()))
    return "\n".join(found) or NOTHING


def asked(text: str) -> str:
    """Each sentence that asks something, on a line."""
    found = subquestions(Part(blocks=(Paragraph(text=text, page=1),)))
    return "\n".join(one.text for one in found) or NOTHING


LINE = re.compile(
    r"(?P<number>\d+) ?(?P<who>[^(:]*?) ?(?:\((?P<labels>[^)]*)\))?: (?P<question>[^|]*) \| (?P<answer>.*)"
)
"""An exchange of a letter: its number, who asks, the printed numbers, the question and the answer."""


def references(text: str) -> str:
    """The exchanges to which each answer of a letter points, by the number of its own exchange."""
    letter = with_subquestions(lettered([found for line in text.splitlines() if (found := LINE.fullmatch(line))]))
    targets = {
        one.number: ", ".join(str(number) for reference in one.references or () for number in reference.targets)
        for one in with_references(letter).exchanges
    }
    return "\n".join(f"{number}: {found}" for number, found in targets.items() if found) or NOTHING


def lettered(lines: list[re.Match[str]]) -> Letter:
    """A letter with an exchange for each line; those of one asker are a section."""
    sections: dict[str, list[Exchange]] = {}
    for found in lines:
        factions = tuple(filter(None, map(canonical, found["who"].split(", "))))
        one = Exchange(
            number=int(found["number"]),
            labels=tuple((found["labels"] or "").split(", ")) if found["labels"] else (),
            factions=factions,
            members=() if factions or not found["who"] else (found["who"],),
            question=Part(blocks=(Paragraph(text=found["question"], page=1),)),
            answer=Part(blocks=(Paragraph(text=found["answer"], page=1),)),
            pages=(1, 1),
        )
        sections.setdefault(found["who"], []).append(one)
    return Letter(
        source=Source(name="x.pdf", sha256="", media_type="text/plain", pages=1),
        genre="",
        sections=tuple(Section(heading=who, page=1, exchanges=tuple(ones)) for who, ones in sections.items()),
    )


RULES: dict[str, Callable[[str], str]] = {
    "asking_factions": who_asks,
    "dates": dates,
    "factions_named": factions_named,
    "printed_marks": printed_marks,
    "references": references,
    "subquestions": asked,
    "sentences": sentences,
}
"""The function that runs the cases of `cases/NAME.txt`."""


class Case(NamedTuple):
    """A case of a rule, and the line of its title."""

    rule: str
    line: int
    title: str
    given: str
    expected: str


def cases_of(rule: str, text: str) -> Iterator[Case]:
    """The cases in a file. Raises ValueError where the last one lacks a part."""
    parts: list[str] = []
    part: list[str] = []
    first = 0
    for number, line in enumerate(text.splitlines(), 1):
        if line != ".":
            if not parts and not part:
                first = number
            part += [line] if parts or line else []
            continue
        parts.append("\n".join(part))
        part = []
        if len(parts) == 3:
            yield Case(rule, first, *parts)
            parts = []
    if parts or part:
        raise ValueError(f"cases/{rule}.txt, line {first}: a case is a title, an input and what is expected")


ALL = [case for rule in RULES for case in cases_of(rule, (CASES / f"{rule}.txt").read_text(encoding="utf-8"))]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.rule}:{case.line} {case.title}")
def test_case(case: Case) -> None:
    assert RULES[case.rule](case.given) == case.expected


def test_every_file_has_a_rule_and_each_title_stands_once() -> None:
    assert sorted(path.stem for path in CASES.iterdir()) == sorted(RULES)
    titles = [(case.rule, case.title) for case in ALL]
    assert len(set(titles)) == len(titles)


def test_a_case_that_lacks_a_part_is_refused() -> None:
    with pytest.raises(ValueError, match="line 8"):
        list(cases_of("x", "one\n.\na\n.\nb\n.\n\ntwo\n.\na\n.\n"))
    assert list(cases_of("x", "one\n.\na\n\nb\n.\nc\n.\n")) == [Case("x", 1, "one", "a\n\nb", "c")]
