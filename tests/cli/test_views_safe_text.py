"""Text made safe for a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamerbrief_cli.views.safe_text import clean, clean_lines


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("\x1b[31mrood", "�[31mrood"),
        ("\x9b31mrood", "�31mrood"),
        ("\x1b]0;titel\x07", "�]0;titel�"),
        ("a\rb", "a b"),
        ("a\nb\tc\x0cd", "a b c d"),
        ("a\u2028b\x85c", "a b c"),
        ("a\u202eb", "a�b"),
        ("a\x7fb", "a�b"),
    ],
)
def test_what_a_terminal_obeys_is_replaced(text: str, safe: str) -> None:
    assert clean(text) == safe


@pytest.mark.parametrize("text", ["één ‘vraag’ – € 3", "[bold]x[/bold]", "Öztürk", "a\N{NO-BREAK SPACE}b", "日本"])
def test_what_is_only_text_stays(text: str) -> None:
    assert clean(text) == text


@settings(deadline=None)  # the machine may be busy
@given(st.text())
def test_any_text_keeps_its_length_and_loses_its_controls(text: str) -> None:
    safe = clean(text)
    assert len(safe) == len(text)
    assert not any(unicodedata.category(character) == "Cc" for character in safe)
    assert len(safe.splitlines()) <= 1


def test_line_ends_stay_where_there_are_lines() -> None:
    assert clean_lines("a\tb\r\nc\x1b[0m\u2028d\n") == "a\tb\r\nc�[0m d\n"
