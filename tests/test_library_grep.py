"""`grep` over a library finds what it finds in the letters themselves, with the indexes and without."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kamerbrief.case_folding import caseless
from kamerbrief.library.grep import Hit, Query, compile_query, hits
from kamerbrief.library.passages import SIDES
from kamerbrief.library.regex_prefilter.joined_matching import joinable
from kamerbrief.library.regex_prefilter.literals import required
from kamerbrief.library.regex_prefilter.trigram_query import to_query
from kamerbrief.library.regex_search import folder_walk_order, scan
from kamerbrief.model import Letter
from libraries import letter_of, library_of
from strategies import letters

ATOMS = st.one_of(
    st.sampled_from(
        "a b c D E 1 ab bcD abc1 cDE naïef ï € \\. \\* \\| \\s \\S \\w \\W \\d \\D \\b \\B . ^ $ \\A \\Z".split()
    ),
    st.sampled_from(["[abc]", "[^a]", "[a-z1]", "[^\\n]", "[\\w ]", "[ \\t]", " ", "\\n", "(?=a)", "(?!b)", "(?<=a)"]),
    st.sampled_from(["(?<!\\w)", "(?!\\w)", "(?i:ab)", "(?>a+)", "ss", "ß", "ſ", "k"]),
)
REPEATS = st.sampled_from(["", "", "", "*", "+", "?", "{2}", "{1,3}", "{0,2}", "+?", "*?", "++", "{101,}"])
# A repeated group has no end of its own here: one that has, inside another, takes `re` itself time without end.
PATTERNS = st.recursive(
    st.tuples(ATOMS, REPEATS).map("".join),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map("|".join),
        st.tuples(inner, st.sampled_from(["", "?", "{2}"])).map(lambda pair: f"({pair[0]}){pair[1]}"),
    ),
    max_leaves=6,
)

FLAGS = ("ignore_case", "whole_word", "invert", "fixed")


def compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


@settings(max_examples=100)
@given(letters(), PATTERNS, st.data())
def test_hits_are_the_same_with_and_without_indexes(letter: Letter, pattern: str, data: st.DataObject) -> None:
    assume(compiles(pattern))
    flag: dict[str, Any] = data.draw(st.sampled_from([{}, *({name: True} for name in FLAGS)]))
    part: Literal["all", "questions", "answers"] = data.draw(st.sampled_from(["all", "questions", "answers"]))
    plain = Query(pattern, part=part, before=data.draw(st.integers(0, 1)))
    query = compile_query(replace(plain, **flag))
    expected = list(hits(letter, query))
    with tempfile.TemporaryDirectory() as folder:
        library = library_of(Path(folder) / "l.sqlite", letter)
        for pruned in (True, False):
            ((path, found),) = scan(library, query, pruned=pruned)
            assert (path, list(found)) == (f"/brieven/{letter.source.name}", expected)
            matched = found.matched_passages()
            assert matched is None or [
                (n, who, SIDES[side][0], page, text) for n, who, side, page, text in matched
            ] == [without_spans(hit) for hit in expected]
        library.db.close()


def without_spans(hit: Hit) -> tuple[object, ...]:
    """A hit as its place and text."""
    return hit.number, hit.factions, hit.part, hit.page, hit.text


@given(PATTERNS, st.text("abcDE1 .|*ſsßkK\nï", max_size=30))
def test_what_matches_holds_what_is_required(pattern: str, text: str) -> None:
    assume(compiles(pattern))
    for flags in (0, re.IGNORECASE):
        regex = re.compile(pattern, flags)
        if regex.search(text):
            assert holds(required(regex), caseless(text))


def holds(formula: object, text: str) -> bool:
    from kamerbrief.library.regex_prefilter.literals import AllOf, Literal

    if isinstance(formula, Literal):
        return formula.text in text
    parts = [holds(part, text) for part in formula.parts]  # type: ignore[attr-defined]
    return all(parts) if isinstance(formula, AllOf) else any(parts)


def test_characters_that_re_takes_for_one_another_are_one() -> None:
    cased = [chr(code) for code in range(sys.maxunicode) if len({chr(code).lower(), chr(code).upper(), chr(code)}) > 1]
    cased += [chr(code) for code in (0x131, 0x130, 0x17F, 0x212A, 0x2126, 0xB5, 0x345, 0x1FBE)]
    for char in cased:
        regex = re.compile(re.escape(char), re.IGNORECASE)
        kin = {char.lower(), char.upper(), char.swapcase(), char.casefold(), char.title()}
        assert {caseless(one) for one in kin if regex.fullmatch(one)} <= {caseless(char)}


@pytest.mark.parametrize(
    ("pattern", "query"),
    [
        ("Frontex", '"fro" AND "ron" AND "ont" AND "nte" AND "tex"'),
        ("zwe(m|p)+", '("zwe" AND "wem") OR ("zwe" AND "wep")'),
        ("ab?", None),
        (r"\d+", None),
        ("x*abc", '"abc"'),
        ("[ab]cd", '("acd") OR ("bcd")'),
        ("(?i)ABC(?=def)", '("def") AND ("abc")'),
        ("gemeenteraadsverkiezingen", '"gem" AND "ent" AND "aad" AND "ver" AND "ezi" AND "gen"'),
    ],
)
def test_what_is_looked_up(pattern: str, query: str | None) -> None:
    found = to_query(required(re.compile(pattern)))
    grams = None if found is None else set(re.findall('"..."', found))
    assert grams == (None if query is None else set(re.findall('"..."', query)))


@pytest.mark.parametrize(
    "pattern", ["^a", "a$", "(?!ab)c", "a*", "[^x]*y", "(?s).+", "(?>a)b", r"a\Z", "(?<=a)b", r"\Bb"]
)
def test_what_an_end_decides_is_not_run_over_all_at_once(pattern: str) -> None:
    assert not joinable(re.compile(pattern))


@pytest.mark.parametrize(
    "pattern", ["Frontex", r"(?<!\w)(?:weg)(?!\w)", r"\d+ euro", "a|bc", r"[a-z]+-fractie", "a.*b"]
)
def test_what_may_be_run_over_all_at_once(pattern: str) -> None:
    assert joinable(re.compile(pattern))


def test_an_unknown_tree_asks_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    from re import _parser  # type: ignore[attr-defined]

    monkeypatch.setattr(_parser, "parse", lambda *_: [("SOMETHING_NEW", None)])
    assert to_query(required(re.compile("Frontex"))) is None
    assert not joinable(re.compile("Frontex"))


def test_letters_come_in_the_order_of_their_folders(library_file: Path) -> None:
    paths = ["/a/z.pdf", "/a/b/a.pdf", "/a/b.pdf", "/a/c/a.pdf"]
    assert sorted(paths, key=folder_walk_order) == ["/a/b.pdf", "/a/z.pdf", "/a/b/a.pdf", "/a/c/a.pdf"]
    made = [letter_of(name, ("Een weg?", "Ja.")) for name in ("b.pdf", "a.pdf")]
    found = scan(library_of(library_file, *made), compile_query(Query("weg")))
    assert [(path, [hit.text for hit in own]) for path, own in found] == [
        ("/brieven/a.pdf", ["Een weg?"]),
        ("/brieven/b.pdf", ["Een weg?"]),
    ]
