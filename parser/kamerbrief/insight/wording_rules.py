"""Rules as data: the files in `wording/`, in which every rule has lines that it finds and near misses.

    [parts]
    who = "ik|wij"

    [[rule]]
    name = "refers"
    about = "The answer points to another one."
    regex = ['verwijs\\w* {{who}} naar', 'zie het antwoord']
    hits = ["Hiervoor verwijs ik naar het antwoord op vraag 3."]
    misses = ["De arts verwijst patiënten naar de kliniek."]

`{{who}}` stands for the expression of that name in `parts`; the members of a list are alternatives. Case does not
matter. Other fields of a rule are in its `data`. `tests/test_patterns.py` tries the examples of every rule.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from kamerbrief.patterns import pattern

PART = pattern(r"\{\{(\w+)\}\}", hits=("verwijs {{who}}",), misses=(r"\w{2,3}", "{who}"))
"""The name of a part in the expression of a rule."""


class WordingRule(NamedTuple):
    """A rule of a wording file."""

    name: str
    regex: re.Pattern[str]
    about: str
    """What it finds, in a sentence."""
    data: dict[str, Any]
    """The other fields of the rule in its file."""


@cache
def rules(name: str) -> dict[str, WordingRule]:
    """Return the rules of the file `wording/NAME.toml` by their names, in the order of the file.

    Raises KeyError where a rule lacks a field or uses a part that the file does not have.
    """
    text = files("kamerbrief.insight").joinpath("wording", f"{name}.toml").read_text(encoding="utf-8")
    return parse_rules(text)


def parse_rules(text: str) -> dict[str, WordingRule]:
    """Return the rules in the text of a wording file."""
    content = tomllib.loads(text)
    parts: dict[str, str] = {}
    for key, regex in content.get("parts", {}).items():
        parts[key] = _filled(regex, parts)
    return {one["name"]: _rule(one, parts) for one in content["rule"]}


def _rule(fields: dict[str, Any], parts: dict[str, str]) -> WordingRule:
    """Compile one rule and register its examples."""
    regex = pattern(
        _filled(fields["regex"], parts),
        re.IGNORECASE,
        hits=tuple(fields["hits"]),
        misses=tuple(fields["misses"]),
    )
    rest = {key: fields[key] for key in fields.keys() - {"name", "regex", "about", "hits", "misses"}}
    return WordingRule(fields["name"], regex, fields["about"], rest)


def _filled(regex: str | list[str], parts: dict[str, str]) -> str:
    """Join alternatives, and put the named parts into an expression."""
    joined = "|".join(regex) if isinstance(regex, list) else regex
    return PART.sub(lambda found: f"(?:{parts[found[1]]})", joined)
