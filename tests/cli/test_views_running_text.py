"""How footnote markers and page turns are shown in text."""

from __future__ import annotations

import pytest
from rich.style import Style

from kamerbrief.model import ItemMark, Listing, NoteMark, PageTurn, Paragraph
from kamerbrief_cli.views.running_text import item_text, running_text

TEXT = "Eerst dit, dan dat."


def shown(*, notes: tuple[NoteMark, ...] = (), turns: tuple[PageTurn, ...] = (), turned: bool = False) -> str:
    paragraph = Paragraph(text=TEXT, page=2, notes=notes, turns=turns)
    return running_text(paragraph, style="", turned=turned).plain


def test_a_marker_stands_at_its_place() -> None:
    assert shown(notes=(NoteMark(offset=10, marker="3"),)) == "Eerst dit,[3] dan dat."


def test_markers_at_both_ends() -> None:
    notes = (NoteMark(offset=19, marker="b"), NoteMark(offset=0, marker="a"))
    assert shown(notes=notes) == "[a]Eerst dit, dan dat.[b]"


@pytest.mark.parametrize("offset", [10, 11, 8], ids=["before the space", "after it", "within a word"])
def test_a_page_turn_stands_between_words(offset: int) -> None:
    assert shown(turns=(PageTurn(offset=offset, page=3),)) == "Eerst dit, [p. 3] dan dat."


def test_a_page_turn_at_the_end() -> None:
    assert shown(turns=(PageTurn(offset=17, page=3),)) == "Eerst dit, dan dat. [p. 3]"


def test_a_new_page_at_the_start() -> None:
    assert shown(turned=True) == "[p. 2] Eerst dit, dan dat."


def test_a_marker_and_a_turn_at_one_place() -> None:
    both = shown(notes=(NoteMark(offset=10, marker="1"),), turns=(PageTurn(offset=10, page=3),))
    assert both == "Eerst dit,[1] [p. 3] dan dat."


def test_a_marker_is_text_and_no_escape_code() -> None:
    assert shown(notes=(NoteMark(offset=19, marker="\x1b[2J"),)) == "Eerst dit, dan dat.[�[2J]"


def test_a_marker_in_an_item_of_a_list() -> None:
    listing = Listing(items=("hout", "staal"), page=1, notes=(ItemMark(item=1, offset=5, marker="4"),))
    assert [item_text(listing, item, style="").plain for item in (0, 1)] == ["hout", "staal[4]"]


def test_citations_are_links_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Zie dit (Stb. 2020, 118) en dat."
    paragraph = Paragraph(text=text, page=2, notes=(NoteMark(offset=7, marker="1"), NoteMark(offset=23, marker="2")))
    plain = running_text(paragraph, style="", turned=True)
    assert not [one for one in plain.spans if isinstance(one.style, Style)]
    monkeypatch.setattr("kamerbrief_cli.views.running_text.is_plain", lambda: False)
    shown = running_text(paragraph, style="", turned=True)
    assert shown.plain == "[p. 2] Zie dit[1] (Stb. 2020, 118[2]) en dat."
    (link,) = [one for one in shown.spans if isinstance(one.style, Style) and one.style.link]
    assert shown.plain[link.start : link.end] == "Stb. 2020, 118"
    assert isinstance(link.style, Style)
    assert link.style.link == "https://zoek.officielebekendmakingen.nl/stb-2020-118.html"
