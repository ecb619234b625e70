"""Put numbers into a TOML file and leave all else as it is: order, comments and spacing."""

from __future__ import annotations

import re
from collections.abc import Mapping

Key = tuple[str, str]
"""The header of a table, such as "cues.asks", and a name in it; "" where no header stands above."""
HEADER = re.compile(r"\[([^\]]+)\]")
VALUE = re.compile(r"(?P<name>[\w.-]+)(?P<equals>\s*=\s*)(?P<value>-?\d+(?:\.\d+)?)(?P<rest>\s*(?:#.*)?)$")


def with_values(text: str, values: Mapping[Key, float]) -> str:
    """The text with these numbers; a name that it does not have is put at the end of its table.

    Raises KeyError where it does not have the table either.
    """
    lines: list[str] = []
    table = ""
    left = dict(values)
    for line in text.split("\n"):
        header, number = HEADER.match(line), VALUE.match(line)
        if header:
            _add(lines, {key: left.pop(key) for key in [*left] if key[0] == table})
            table = header[1]
        if number and (table, number["name"]) in left:
            new = shown(left.pop((table, number["name"])))
            rest = _aligned(number["rest"], len(new) - len(number["value"]))
            line = f"{number['name']}{number['equals']}{new}{rest}"
        lines.append(line)
    _add(lines, {key: left.pop(key) for key in [*left] if key[0] == table})
    if left:
        raise KeyError(f"no table for {sorted(left)}")
    return "\n".join(lines)


def shown(value: float) -> str:
    """A number as it is written by hand: 3 and 0.5, not 3.0."""
    return str(int(value)) if value == int(value) else str(value)


def _aligned(rest: str, longer: int) -> str:
    """What stands behind a number, its comment where it stood, at least two spaces away."""
    comment = rest.lstrip()
    return " " * max(2, len(rest) - len(comment) - longer) + comment if comment else ""


def _add(lines: list[str], values: Mapping[Key, float]) -> None:
    """Put names behind the last line of a table that is no blank and no comment of its own."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    lines[end:end] = [f"{name} = {shown(value)}" for (_, name), value in values.items()]
