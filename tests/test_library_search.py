"""What `search` finds, in which order, and the syntax of its queries."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamerbrief.case_folding import plain
from kamerbrief.errors import BadSearch
from kamerbrief.library.catalogue import Library
from kamerbrief.library.query_parser import parse_query
from kamerbrief.library.search import SearchRequest, search
from kamerbrief.library.word_tokens import stem
from libraries import letter_of, library_of

RETURN = letter_of(
    "terugkeer.pdf",
    (
        "Deze leden vragen naar vrijwillige terugkeer. Kost dat veel?",
        "De vrijwillige terugkeer is geregeld. Het kost niets.",
    ),
    ("Wie wordt teruggestuurd?", "Wie vrijwillig is teruggekeerd, niet. De terugkeer van anderen wel."),
    factions=("D66", "GroenLinks"),
    members=("Van der Meer", "Coördes"),
    date="2021-08-30",
)
ROADS = letter_of(
    "wegen.pdf",
    ("Hoeveel wegen zijn er in Curaçao?", "De coördinatie van de weg is aan de provincie. Wij zien geen bruggen."),
    factions=("VVD",),
    date="2019-05-01",
    chamber="Tweede Kamer",
    genre="kamervragen",
    minister="S. Coopmans",
)


@pytest.fixture
def library(library_file: Path) -> Library:
    return library_of(library_file, RETURN, ROADS)


def found(library: Library, words: str, **wanted: object) -> list[str]:
    """Each hit as the start of its letter's name and its number."""
    results = search(library, SearchRequest(words, **wanted))  # type: ignore[arg-type]
    return [f"{one.path.rpartition('/')[2][:5]}{one.number}" for one in results.found]


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("terugkeren", ["terug1", "terug2"]),
        ("weg", ["wegen1"]),
        ("brug", ["wegen1"]),
        ("coordinatie curacao", ["wegen1"]),
        ("Coördinatie", ["wegen1"]),
        ('"vrijwillige terugkeer"', ["terug1"]),
        ('"vrijwillig terugkeer"', []),
        ('"weg"', ["wegen1"]),
        ('"wegen aan"', []),
        ("terugge*", ["terug2"]),
        ("teruggek* OR brug", ["terug2", "wegen1"]),
        ("terugkeer NOT anderen", ["terug1"]),
        ("kost AND (terugkeer OR weg)", ["terug1"]),
        ("NEAR(terugkeer geregeld, 2)", ["terug1"]),
        ("NEAR(leden niets, 2)", []),
        ("kost vrijwillig", ["terug1"]),
        ("zebra", []),
    ],
)
def test_words(library: Library, words: str, hits: list[str]) -> None:
    assert sorted(found(library, words)) == hits


@pytest.mark.parametrize(
    ("wanted", "hits"),
    [
        ({"factions": ("D66", "SP")}, ["terug1", "terug2"]),
        ({"factions": ("GroenLinks-PvdA",)}, []),
        ({"member": "coordes"}, ["terug1", "terug2"]),
        ({"member": "vandermeer"}, ["terug1", "terug2"]),
        ({"minister": "coopmans"}, ["wegen1"]),
        ({"minister": "minister van wegen"}, ["terug1", "terug2", "wegen1"]),
        ({"since": "2020"}, ["terug1", "terug2"]),
        ({"until": "2019"}, ["wegen1"]),
        ({"since": "2019-05", "until": "2019-05-01"}, ["wegen1"]),
        ({"genre": "kamervragen"}, ["wegen1"]),
        ({"chamber": "eerste"}, ["terug1", "terug2"]),
        ({"part": "questions"}, ["terug1", "wegen1"]),
        ({"limit": 1}, ["wegen1"]),
        ({"sort": "date"}, ["terug1", "terug2", "wegen1"]),
    ],
)
def test_filters(library: Library, wanted: dict[str, object], hits: list[str]) -> None:
    assert sorted(found(library, "vrijwillig OR wegen", **wanted))[-len(hits) or 99 :] == hits


def test_the_best_come_first_and_the_newest_where_asked(library: Library) -> None:
    assert found(library, "terugkeer OR geregeld OR kost")[0] == "terug1"
    assert found(library, "provincie OR anderen", sort="date") == ["terug2", "wegen1"]


def test_a_hit_shows_the_letter_s_own_words_and_their_page(library: Library) -> None:
    (one,) = search(library, SearchRequest("coordinatie provincies")).found
    assert (one.snippet.part, one.snippet.page) == ("answer", 1)
    assert one.snippet.text == "De coördinatie van de weg is aan de provincie."
    assert [one.snippet.text[a:b] for a, b in one.snippet.spans] == ["coördinatie", "provincie"]
    assert (one.date, one.factions, one.chamber) == ("2019-05-01", ("VVD",), "Tweede Kamer")


def test_a_long_passage_is_cut_around_the_match(library_file: Path) -> None:
    text = "wel " * 200 + "zebrapad " + "niet " * 200
    (one,) = search(library_of(library_file, letter_of("lang.pdf", (text, "Nee."))), SearchRequest("zebrapad")).found
    assert [one.snippet.text[a:b] for a, b in one.snippet.spans] == ["zebrapad"]
    assert len(one.snippet.text) < 400
    assert one.snippet.text[0] == one.snippet.text[-1] == "…"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("terugker", {}),  # a form of terugkeer
        ("provnicie bruhgen", {"provnicie": "provincie", "bruhgen": "bruggen"}),
        ("coordinatei", {"coordinatei": "coordinatie"}),
        ('"bruhgen"', {}),
        ("qqqq", {}),
    ],
)
def test_did_you_mean(library: Library, words: str, meant: dict[str, str]) -> None:
    assert search(library, SearchRequest(words)).suggestions == meant


@pytest.mark.parametrize(
    "words",
    [
        '"weg',
        "weg OR",
        "OR weg",
        "(weg",
        "weg)",
        "NOT weg",
        "--",
        "",
        "NEAR()",
        "NEAR(a b, x)",
        "NEAR(a b",
        "a , b",
        "AND",
    ],
)
def test_what_is_no_search_says_so(library: Library, words: str) -> None:
    with pytest.raises(BadSearch, match="is not a valid query: "):
        search(library, SearchRequest(words))


def test_what_is_no_date_says_so(library: Library) -> None:
    with pytest.raises(BadSearch, match="not a date"):
        search(library, SearchRequest("weg", since="gisteren"))


@given(
    st.lists(st.sampled_from('a weg "weg b" AND OR NOT NEAR ( ) , 3 * terug* = : ^ { } - + \' x’s'.split()), max_size=8)
)
def test_any_words_are_a_search_or_say_why_not(tmp_path_factory: pytest.TempPathFactory, words: list[str]) -> None:
    path = tmp_path_factory.getbasetemp() / "any.sqlite"
    library = Library(path) if path.exists() else library_of(path, ROADS)
    with suppress(BadSearch):
        search(library, SearchRequest(" ".join(words)))
    library.db.close()


@pytest.mark.parametrize(
    "forms",
    [
        "weg wegen",
        "brug bruggen",
        "terugkeer terugkeren teruggekeerd",
        "maatregel maatregelen",
        "huis huizen",
        "gemeente gemeenten",
    ],
)
def test_forms_of_a_word_share_their_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


def test_plain_words_have_no_accents() -> None:
    assert plain("Één coördinatie") == "een coordinatie"


def test_a_query_is_grouped_as_it_is_read() -> None:
    assert parse_query("a b OR c NOT d").query == '(("a" AND "b") OR ("c" NOT "d"))'


def nested(level: int) -> str:
    """A query that needs the most of FTS5's parser: brackets to the right of an operator, so many deep."""
    return "weg OR (" * level + "brug" + ")" * level


def test_a_query_may_have_800_nots(library: Library) -> None:
    assert found(library, "weg" + " NOT fiets" * 800) == ["wegen1"]
    assert found(library, "weg" + " NOT fiets" * 800 + " NOT brug") == []
    assert parse_query("a NOT b NOT c").query == '("a" NOT ("b" OR "c"))'


def test_brackets_in_brackets_up_to_what_sqlite_can_read(library: Library) -> None:
    assert found(library, nested(29)) == ["wegen1"]
    assert found(library, "(" * 30 + "weg" + ")" * 30) == ["wegen1"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (nested(31), "too many brackets"),
        ("(" * 300 + "weg" + ")" * 300, "too many brackets"),
        ("weg AND (brug OR fiets NOT (" * 20 + "a" + "))" * 20, "too many brackets"),
        ("weg " * 2001, "more than 2000 words"),
        ("weg \udcff", "not valid text"),
        (f"NEAR(weg brug, {'9' * 20})", "not a number of words"),
    ],
    ids=range(6),
)
def test_a_query_that_is_too_much_is_one_short_line(library: Library, words: str, says: str) -> None:
    with pytest.raises(BadSearch, match=says) as caught:
        found(library, words)
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize("option", ["member", "minister", "genre", "chamber"])
def test_a_filter_that_is_no_text(library: Library, option: str) -> None:
    with pytest.raises(BadSearch, match="not valid text"):
        found(library, "weg", **{option: "\udcff"})


def test_any_limit_will_do(library: Library) -> None:
    assert found(library, "weg", limit=10**20) == ["wegen1"]


def test_suggestions_end_soon(library: Library) -> None:
    results = search(library, SearchRequest("x" * 100_000 + "".join(f" wegeen{n}" for n in range(1500))))
    assert (results.found, len(results.suggestions)) == ([], 10)
