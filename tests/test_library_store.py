"""Letters are stored and read back, with the paths where they were seen."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given

from kamerbrief.errors import LibraryError, UnknownId
from kamerbrief.library.catalogue import Library
from kamerbrief.library.integrity import problems
from kamerbrief.library.migrations import STEPS
from kamerbrief.library.passages import sides_of
from kamerbrief.library.records import letter_of as read_back
from kamerbrief.library.records import record
from kamerbrief.library.store import Failed, Store
from kamerbrief.model import Letter
from libraries import letter_of, library_of, sha_of, store
from strategies import letters

ROADS = letter_of("wegen.pdf", ("Hoeveel wegen zijn er?", "Er zijn veel wegen."))
BRIDGES = letter_of(
    "bruggen.pdf", ("Zijn er bruggen?", "Ja. Zeven bruggen."), ("En tunnels?", "Ook."), date="2020-01-02"
)


def test_a_letter_comes_back_whole(library_file: Path) -> None:
    library = library_of(library_file, ROADS, BRIDGES)
    assert library.letter(ROADS.source.sha256) == ROADS
    assert list(library.letters()) == [BRIDGES, ROADS]
    assert list(problems(library_file)) == []


@given(letters())
def test_any_letter_reads_back_equal_with_the_passages_that_it_has(letter: Letter) -> None:
    from kamerbrief.library.passage_offsets import stored_exchanges

    made = record(letter)
    assert read_back(made.json) == letter
    stored = [[list(side) for side in one.sides] for one in stored_exchanges(made.text, made.layout)]
    assert stored == [[list(side) for side in sides_of(one)] for one in letter.exchanges]


def test_the_same_content_is_one_letter_in_many_places(library_file: Path) -> None:
    store(library_file, ROADS)
    with Store(library_file) as opened:
        opened.save(seen=[("/elders/kopie.pdf", ROADS.source.sha256)])
        assert opened.knows(ROADS.source.sha256)
        assert not opened.knows(BRIDGES.source.sha256)
    library = Library(library_file)
    assert [path for path, _, _ in library.places_of(ROADS.source.sha256)] == [
        "/brieven/wegen.pdf",
        "/elders/kopie.pdf",
    ]
    assert library.info().letters == 1


def test_what_is_written_again_is_replaced(library_file: Path) -> None:
    store(library_file, ROADS, BRIDGES)
    changed = letter_of("wegen.pdf", ("Wat nu?", "Niets."))
    library = library_of(library_file, changed)
    assert library.letter(ROADS.source.sha256) == changed
    assert library.info().exchanges == 3
    assert list(problems(library_file)) == []


def test_what_vanished_is_marked_and_comes_back(library_file: Path) -> None:
    store(library_file, ROADS, BRIDGES)
    with Store(library_file) as opened:
        assert opened.mark_vanished("/brieven", ["/brieven/bruggen.pdf"]) == ["/brieven/wegen.pdf"]
        assert opened.mark_vanished("/brieven", ["/brieven/bruggen.pdf"]) == []
        assert opened.mark_vanished("/brie", []) == []
    assert [row.vanished for row in Library(library_file).list_letters()] == [False, True]
    with Store(library_file) as opened:
        opened.save(seen=[("/nieuw/wegen.pdf", ROADS.source.sha256)])
    assert [(row.path, row.vanished) for row in Library(library_file).list_letters()] == [
        ("/brieven/bruggen.pdf", False),
        ("/nieuw/wegen.pdf", False),
    ]


def test_a_letter_taken_out_leaves_nothing(library_file: Path) -> None:
    store(library_file, ROADS, BRIDGES)
    with Store(library_file) as opened:
        opened.remove([ROADS.source.sha256])
    library = Library(library_file)
    assert list(library.letters()) == [BRIDGES]
    assert library.places_of(ROADS.source.sha256) == []
    assert list(problems(library_file)) == []


def test_failures_have_reasons_until_the_file_is_read(library_file: Path) -> None:
    with Store(library_file) as opened:
        opened.save(failed=[Failed("/brieven/wegen.pdf", "ab" * 32, "stuk")])
        assert opened.failed_before("ab" * 32) == "stuk"
        assert opened.failed_before("cd" * 32) is None
    assert Library(library_file).failures() == [("/brieven/wegen.pdf", "stuk")]
    assert library_of(library_file, ROADS).failures() == []


def test_ids_are_as_short_as_they_can_be(library_file: Path) -> None:
    twins = [letter_of("wegen-a.pdf", ("A?", "B.")), letter_of("wegen-b.pdf", ("A?", "C."))]
    library = library_of(library_file, *twins, BRIDGES)
    assert library.letter(sha_of("bruggen.pdf")[:4].upper()) == BRIDGES
    assert library.short_id(sha_of("bruggen.pdf")) == sha_of("bruggen.pdf")[:8]
    assert len(library.short_id(sha_of("wegen-a.pdf"))) == 14
    assert library.ids("7765") == [library.short_id(sha_of(name)) for name in ("wegen-a.pdf", "wegen-b.pdf")]
    with pytest.raises(UnknownId, match="several"):
        library.letter(sha_of("wegen-a.pdf")[:8])
    for wrong in ("ffff", "f", "zzzz"):
        with pytest.raises(UnknownId, match="no letter"):
            library.letter(wrong)


def test_without_a_library_it_says_how_to_make_one(library_file: Path) -> None:
    with pytest.raises(LibraryError, match="library add"):
        Library(library_file)


def older_library(path: Path, *letters: Letter) -> None:
    """Make a library of version 2, the last in which every letter has a number of pages."""
    with pytest.MonkeyPatch.context() as patch:
        for module in ("connection", "file_header", "migrations"):
            patch.setattr(f"kamerbrief.library.{module}.STEPS", STEPS[:2])
        store(path, *letters)
        with Store(path) as opened:
            assert opened.db.pragma("user_version") == 2


def test_an_older_library_is_read_as_it_is_and_upgraded_when_it_is_written(library_file: Path) -> None:
    one, other = letter_of("een.pdf", ("Vraag?", "Antwoord.")), letter_of("ander.pdf", ("Vraag?", "Antwoord."))
    older_library(library_file, one)
    before = library_file.read_bytes()
    assert list(problems(library_file)) == []
    assert [row.pages for row in Library(library_file).list_letters()] == [1]
    assert library_file.read_bytes() == before
    unpaged = msgspec.structs.replace(other, source=msgspec.structs.replace(other.source, pages=None))
    store(library_file, unpaged)
    assert list(problems(library_file)) == []
    assert {row.path: row.pages for row in Library(library_file).list_letters()} == {
        "/brieven/een.pdf": 1,
        "/brieven/ander.pdf": None,
    }
    with Store(library_file) as opened:
        assert opened.db.pragma("user_version") == len(STEPS)


def test_a_number_of_pages_that_an_older_library_did_not_know_is_null(library_file: Path) -> None:
    one = letter_of("een.txt", ("Vraag?", "Antwoord."))
    unpaged = msgspec.structs.replace(one, source=msgspec.structs.replace(one.source, pages=None))
    store(library_file, unpaged)
    with Store(library_file) as opened:
        opened.db.execute("UPDATE letter SET pages = 0")
    assert [row.pages for row in Library(library_file).list_letters()] == [None]
    assert list(problems(library_file)) == []


def test_json_that_unpacks_without_end_is_damaged() -> None:
    import zlib

    with pytest.raises(zlib.error, match="too large"):
        read_back(zlib.compress(bytes(2**28 + 1), 9))
    with pytest.raises(zlib.error, match="cut short"):
        read_back(record(ROADS).json[:-1])
