"""Rules as data: the files in `wording/`, in which every rule has lines that it finds and near misses.

    [parts]
    who = "ik|wij"

    [[rule]]
    name = "refers"
    about = "The answer points to another one."
    needs = ["verwijs", "zie"]
    regex = ['verwijs\\w* {{who}} naar', 'zie het antwoord']
    hits = ["Hiervoor verwijs ik naar het antwoord op vraag 3."]
    misses = ["De arts verwijst patiënten naar de kliniek."]

`{{who}}` stands for the expression of that name in `parts`; the members of a list are alternatives. A sentence without
any of the words in `needs` (in small letters) is passed over at once. Other fields of a rule are in its `data`.

Case does not matter. In a file that says `small_letters = true`, expressions are written in small letters and tried on
the sentence in small letters, which is quicker; a rule with `cased = true` is tried on the sentence as it is.
`tests/test_patterns.py` tries the examples of every rule.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any, Literal

from kamerbrief.patterns import pattern

LONGEST = 2_000
"""Characters of a sentence that are looked at, from its start or (`at_end`) its end; no real sentence is longer."""
Letters = Literal["any", "small", "cased"]
PART = pattern(r"\{\{(\w+)\}\}", hits=("verwijs {{who}}",), misses=(r"\w{2,3}", "{who}"))
"""The name of a part in the expression of a rule."""


@dataclass(frozen=True)
class WordingRule:
    """A rule of a wording file."""

    name: str
    expression: str
    about: str
    """What it finds, in a sentence."""
    needs: tuple[str, ...]
    """Words in small letters, of which every text that it finds has one; any text may be found if there are none."""
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    letters: Letters = "any"
    """Whether case does not matter, the text is tried in small letters, or as it is."""
    at_end: bool = False
    """Whether the end of a very long text is looked at, and not its start."""
    data: dict[str, Any] = field(default_factory=dict, hash=False)
    """The other fields of the rule in its file."""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The expression, compiled when it is first used, with its examples registered."""
        small = self.letters == "small"
        hits, misses = (tuple(map(small_letters, some)) if small else some for some in (self.hits, self.misses))
        return pattern(self.expression, re.IGNORECASE if self.letters == "any" else 0, hits=hits, misses=misses)

    def may_find(self, lowered: str) -> bool:
        """Whether the rule may find something in a text in small letters: one of the words that it needs is there."""
        return not self.needs or any(word in lowered for word in self.needs)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text, or None; quicker than the expression alone where `needs` are missing.

        Its offsets are those of the text, or of its last LONGEST characters where a longer one is looked at `at_end`.
        """
        window = text if len(text) <= LONGEST else text[-LONGEST:] if self.at_end else text[:LONGEST]
        lowered = small_letters(window)
        if not self.may_find(lowered):
            return None
        return self.regex.search(lowered if self.letters == "small" else window)


@lru_cache(maxsize=4096)
def small_letters(text: str) -> str:
    """Return a text in small letters, as long as it was."""
    return text.replace("\u0130", "i").lower()


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
    letters: Letters = "small" if content.get("small_letters") else "any"
    return {one["name"]: _rule(one, parts, letters) for one in content["rule"]}


def _rule(fields: dict[str, Any], parts: dict[str, str], letters: Letters) -> WordingRule:
    """Make a rule of its fields in the file."""
    known = {"name", "regex", "about", "needs", "hits", "misses", "cased", "at_end"}
    return WordingRule(
        name=fields["name"],
        expression=_filled(fields["regex"], parts),
        about=fields["about"],
        needs=tuple(fields.get("needs", ())),
        hits=tuple(fields["hits"]),
        misses=tuple(fields["misses"]),
        letters="cased" if fields.get("cased") else letters,
        at_end=fields.get("at_end", False),
        data={key: fields[key] for key in fields.keys() - known},
    )


def _filled(regex: str | list[str], parts: dict[str, str]) -> str:
    """Join alternatives, and put the named parts into an expression."""
    joined = "|".join(regex) if isinstance(regex, list) else regex
    return PART.sub(lambda found: f"(?:{parts[found[1]]})", joined)
