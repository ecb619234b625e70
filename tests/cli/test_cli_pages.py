"""A letter without pages on the screen: no command names a page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from cli.conftest import Invoke

TEXT = """Inbreng van de leden van de SP-fractie

Hoeveel wegen zijn er?

Antwoord

Er zijn veel wegen.
"""


@pytest.fixture
def brief(tmp_path: Path) -> str:
    path = tmp_path / "brief.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("command", [["show"], ["questions"], ["factions"], ["export", "--to", "md"]])
def test_no_page_is_named(invoke: Invoke, brief: str, command: list[str]) -> None:
    code, out, _ = invoke(command[0], brief, *command[1:])
    assert code == 0
    assert "SP" in out
    assert "p. " not in out
    assert "None" not in out


def test_grep_leaves_the_field_of_the_page_empty(invoke: Invoke, brief: str) -> None:
    assert invoke("grep", "Er zijn veel", brief).out.removeprefix(brief) == ":1:SP::answer: Er zijn veel wegen.\n"


@pytest.mark.parametrize(("command", "field"), [(["questions"], "page"), (["factions"], "pages")])
def test_json_has_null(invoke: Invoke, brief: str, command: list[str], field: str) -> None:
    (one,) = json.loads(invoke(*command, brief, "--json").out)
    assert one[field] is None
