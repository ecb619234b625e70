"""A library keeps what was found in its letters, and exchanges are found by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamerbrief import search as public_search
from kamerbrief.errors import BadSearch, LibraryError
from kamerbrief.insight import with_insight
from kamerbrief.library import connection, migrations
from kamerbrief.library.catalogue import Library
from kamerbrief.library.integrity import problems
from kamerbrief.library.search import SearchRequest, search
from kamerbrief.library.store import Store
from libraries import letter_of, library_of, store

SLUICES = letter_of(
    "sluizen.pdf",
    ("Hoeveel sluizen zijn er?", "Er zijn twaalf sluizen."),
    ("Wanneer gaan de sluizen weer open?", "Dat hangt af van de onderdelen."),
    factions=("VVD",),
    date="2024-01-01",
)
BRIDGES = letter_of(
    "bruggen.pdf",
    ("Wie betaalt de brug?", "De provincie betaalt de brug."),
    ("Waarom betaalt de provincie de brug?", "Zie het antwoord op de vorige vraag."),
    ("Komt er nog een brug?", ""),
    factions=("SP",),
    date="2022-01-01",
)


@pytest.fixture
def library(library_file: Path) -> Library:
    return library_of(library_file, with_insight(BRIDGES), SLUICES)


def found(library: Library, words: str = "", **wanted: object) -> list[str]:
    """Each hit as the start of its letter's name, its number, and the sentence that is shown."""
    results = search(library, SearchRequest(words, **wanted))  # type: ignore[arg-type]
    return [f"{one.path.rpartition('/')[2][:4]} {one.number} {one.snippet.text}" for one in results.found]


def test_exchanges_with_open_questions_are_found_the_newest_first(library: Library) -> None:
    assert found(library, findings=("unanswered",)) == [
        "slui 2 Wanneer gaan de sluizen weer open?",
        "brug 3 Komt er nog een brug?",
    ]
    assert found(library, findings=("unanswered",), limit=1, factions=("SP",)) == ["brug 3 Komt er nog een brug?"]
    assert [one.snippet.page for one in public_search(library, findings=["unanswered"]).found] == [2, 3]


def test_words_and_findings_go_together(library: Library) -> None:
    assert found(library, "sluis", findings=("unanswered",)) == ["slui 2 Wanneer gaan de sluizen weer open?"]
    assert found(library, "brug", findings=("refers",)) == ["brug 2 Waarom betaalt de provincie de brug?"]
    assert found(library, findings=("refers",)) == ["brug 2 Zie het antwoord op de vorige vraag."]
    assert found(library, findings=("refers", "unanswered")) == []
    with pytest.raises(BadSearch, match="it has no words"):
        found(library)


def test_findings_go_with_their_letter(library: Library) -> None:
    assert list(problems(library.path)) == []
    with Store(library.path) as opened:
        opened.remove([SLUICES.source.sha256])
        assert list(opened.db.execute("SELECT kind FROM finding ORDER BY kind")) == [("refers",), ("unanswered",)]
    store(library.path, with_insight(BRIDGES))
    assert found(Library(library.path), findings=("refers",)) == ["brug 2 Zie het antwoord op de vorige vraag."]


def test_an_older_library_gets_a_place_for_findings(library_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as older:
        older.setattr(connection, "STEPS", migrations.STEPS[:1])
        Store(library_file).db.close()
    with pytest.raises(LibraryError, match="has no findings; kamerbrief library add --again"):
        found(Library(library_file), findings=("refers",))  # reading upgrades nothing
    assert found(library_of(library_file, BRIDGES), findings=("refers",)) == [
        "brug 2 Zie het antwoord op de vorige vraag."
    ]
