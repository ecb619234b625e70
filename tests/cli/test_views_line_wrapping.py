"""Lines are wrapped exactly as Rich wraps them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from kamerbrief_cli.views.line_wrapping import breaks, wrapped

CONSOLE = Console(width=80, color_system="standard", force_terminal=True)


def lines(text: Text, width: int) -> list[str]:
    found = wrapped(text, CONSOLE, CONSOLE.options.update(width=width))
    return ["".join(segment.text for segment in line).rstrip() for line in found]


@given(st.text(alphabet="ab é’–€.", max_size=120), st.integers(min_value=1, max_value=30))
def test_lines_are_those_of_rich(text: str, width: int) -> None:
    text = " ".join(text.split())
    assert lines(Text(text), width) == [line.plain.rstrip() for line in Text(text).wrap(CONSOLE, width)]


@pytest.mark.parametrize(
    "text", ["een\nregel", "een\ttab", "日本", "e\u0301e\u0301n", "onverbrekelijk", "zacht\xadstreepje"]
)
def test_what_is_left_to_rich(text: str) -> None:
    assert breaks(text, 5) is None


@pytest.mark.parametrize("text", [Text("een brief", "bold"), Text.assemble(("een", "bold"), " brief")])
def test_every_line_keeps_its_style(text: Text) -> None:
    first, *_ = wrapped(text, CONSOLE, CONSOLE.options.update(width=4))
    style = first[0].style
    assert style is not None
    assert style.bold
