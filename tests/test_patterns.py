"""Every regular expression of the parser matches its examples and none of its near misses."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import kamerbrief
from kamerbrief import insight
from kamerbrief.insight.wording_rules import parse_rules, rules
from kamerbrief.patterns import REGISTERED, PatternExamples, pattern

COVERED = (
    "kamerbrief.insight",
    "kamerbrief.layout",
    "kamerbrief.printed_marks",
    "kamerbrief.sentences",
    "kamerbrief.structure",
)
"""The rooms in which every compiled pattern must have examples, by the start of their modules' names."""

MODULES = [
    import_module(found.name)
    for found in pkgutil.walk_packages(kamerbrief.__path__, "kamerbrief.")
    if found.name.startswith(COVERED)
]
WORDING = {file.stem: rules(file.stem) for file in sorted(Path(insight.__path__[0]).glob("wording/*.toml"))}
"""The rules of every wording file."""
COMPILED = [rule.regex for found in WORDING.values() for rule in found.values()]
"""Their expressions; compiling them registers their examples."""
EXAMPLES = [examples for examples in REGISTERED if examples.module.startswith("kamerbrief.")]


def constants(module: ModuleType) -> list[tuple[str, re.Pattern[str]]]:
    """The compiled patterns among a module's constants, also those in its tuples, lists and mappings."""
    found: list[tuple[str, re.Pattern[str]]] = []
    for name, value in vars(module).items():
        held = value.values() if isinstance(value, dict) else value if isinstance(value, tuple | list) else [value]
        found += [(name, one) for one in held if isinstance(one, re.Pattern)]
    return found


def name_of(examples: PatternExamples) -> str:
    names = [name for module in MODULES for name, regex in constants(module) if regex is examples.regex]
    names += [
        f"{file}.{rule.name}"
        for file, found in WORDING.items()
        for rule in found.values()
        if rule.regex is examples.regex
    ]
    return f"{examples.module.removeprefix('kamerbrief.')}.{names[0] if names else examples.regex.pattern[:30]}"


@pytest.mark.parametrize("examples", EXAMPLES, ids=name_of)
def test_a_pattern_matches_its_hits_and_none_of_its_misses(examples: PatternExamples) -> None:
    assert examples.hits
    assert examples.misses
    assert [text for text in examples.hits if not examples.finds(text)] == []
    assert [text for text in examples.misses if examples.finds(text)] == []


@pytest.mark.parametrize("module", [m for m in MODULES if m.__name__.startswith(COVERED)], ids=lambda m: m.__name__)
def test_every_pattern_of_a_module_has_examples(module: ModuleType) -> None:
    known = {id(examples.regex) for examples in REGISTERED}
    assert [name for name, regex in constants(module) if id(regex) not in known] == []


def test_a_pattern_is_tried_in_the_way_in_which_it_is_used() -> None:
    try:
        pattern(r"\d+", how="fullmatch", hits=("12",), misses=("12 leden",))
        made = REGISTERED[-1]
        assert made.module == __name__
        assert [made.finds(text) for text in ("12", "12 leden")] == [True, False]
    finally:
        REGISTERED.pop()


@pytest.mark.parametrize("file", WORDING)
def test_every_hit_of_a_rule_has_a_word_that_the_rule_needs(file: str) -> None:
    hits = {examples.regex: examples.hits for examples in EXAMPLES}
    missed = [(rule.name, hit) for rule in WORDING[file].values() for hit in hits[rule.regex] if not rule.search(hit)]
    assert missed == []


RULES = """
[parts]
who = "ik|wij"
points = 'verwijs(en)? {{who}}'

[[rule]]
name = "refers"
about = "The answer points to another one."
needs = ["verwijs", "zie"]
regex = ['{{points}} naar', 'zie het antwoord']
hits = ["Daarvoor verwijs ik naar vraag 3.", "Zie het antwoord op vraag 3."]
misses = ["De arts verwijst naar de kliniek."]
certain = true
"""


def test_a_wording_file_has_rules_of_named_parts_with_examples() -> None:
    before = len(REGISTERED)
    try:
        rule = parse_rules(RULES)["refers"]
        assert isinstance(rule.regex, re.Pattern)
        (examples,) = REGISTERED[before:]
        assert (rule.needs, rule.data) == (("verwijs", "zie"), {"certain": True})
        assert rule.search("Daarvoor VERWIJS ik naar u.")
        assert not rule.search("Daarvoor wijs ik naar u.")
        assert [examples.finds(text) for text in (*examples.hits, *examples.misses)] == [True, True, False]
        with pytest.raises(KeyError):
            parse_rules(RULES.replace("who = ", "whom = "))
    finally:
        del REGISTERED[before:]
