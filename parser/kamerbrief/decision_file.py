"""Keep what a person decided about a letter in a small TOML file beside it, bound to the content of the letter.

`brief.pdf` has its decisions in `brief.pdf.decisions.toml`. Where the file goes, the decisions are gone.
"""

from __future__ import annotations

import json
import os

import msgspec

from kamerbrief.errors import BadDecision, NotReadable
from kamerbrief.input_files import read_file
from kamerbrief.model import Decision, Value

SUFFIX = ".decisions.toml"
MOST_BYTES = 128 * 1024
"""The largest file that is read; a letter in which every paragraph is decided has less."""
HEAD = "# Decided by hand with `kamerbrief check --set`; holds for the letter with this SHA-256 only."
PLACED = ("exchange", "page")
"""The fields that a parse fills in, and the file does not have."""


class Decisions(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person decided about one letter."""

    letter: str
    """The SHA-256 of the letter's file."""
    decision: tuple[Decision, ...] = ()


def decisions_path(letter: str | os.PathLike[str]) -> str:
    """Return the path of the file with the decisions on a letter."""
    return os.fspath(letter) + SUFFIX


def decisions_beside(letter: str | os.PathLike[str]) -> Decisions | None:
    """Read the decisions beside a letter; None where there are none. Raises BadDecision where they cannot be read."""
    path = decisions_path(letter)
    if not os.path.lexists(path):
        return None
    try:
        data = read_file(path)
    except NotReadable as error:
        raise _bad(path, f"is not right: {error}") from error
    if len(data) > MOST_BYTES:
        raise _bad(path, "is too large")
    try:
        return msgspec.toml.decode(data, type=Decisions)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise _bad(path, f"does not hold decisions ({error})") from error


def _bad(path: str, fault: str) -> BadDecision:
    return BadDecision(f"the file {os.path.basename(path)} {fault}; correct it, or remove it")  # noqa: PTH119


def as_toml(decisions: Decisions) -> str:
    """Write decisions as TOML that a person can read."""
    lines = [HEAD, f"letter = {_quoted(decisions.letter)}"]
    for decision in decisions.decision:
        fields = {key: value for key, value in msgspec.to_builtins(decision).items() if key not in PLACED}
        lines += ["", "[[decision]]", *(f"{key} = {_written(value)}" for key, value in fields.items())]
    return "\n".join(lines) + "\n"


def _written(value: object) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_written, value))}]"
    return _quoted(value) if isinstance(value, str) else str(value)


def _quoted(text: str) -> str:
    """A text as a basic string of TOML, which has the escapes of JSON."""
    plain = text.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(plain, ensure_ascii=False).replace("\x7f", "\\u007f")
