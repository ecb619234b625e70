"""A regular expression that takes too long on a sentence is stopped there; the rest is searched."""

from __future__ import annotations

import re
import signal
import threading
import time
import warnings
from pathlib import Path
from types import SimpleNamespace

import pytest

from kamerbrief import grep
from kamerbrief.errors import BadPattern, SlowPattern
from kamerbrief.library import grep as grep_module
from kamerbrief.library import limited_matching, match_limit
from kamerbrief.library.grep import Query, compile_query, hits
from kamerbrief.library.match_limit import MatchLimit, MatchTooLong
from kamerbrief.library.regex_search import scan
from libraries import letter_of, library_of

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="nothing can be stopped here")

EVIL = "(a+)+$"
"""Takes twice as long for each letter more in a run of a's that no line end follows."""
RUN = "Zin " + "a" * 60 + "!"
SLOW = letter_of("slow.pdf", (f"Wegen. {RUN} Ook dat is na", f"Bruggen. {RUN} Aa"))
QUICK = letter_of("quick.pdf", ("Hoeveel wegen telt Aa", "Bruggen."))


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(match_limit, "SECONDS", 0.1)


def found(query: Query, path: Path) -> tuple[list[str], list[str]]:
    """What a query finds in the library, and of which letters something is left out."""
    left_out: list[str] = []
    library = library_of(path, SLOW, QUICK)
    compiled = compile_query(query, lambda letter, _: left_out.append(letter))
    return [hit.text for _, of_letter in scan(library, compiled) for hit in of_letter], left_out


def test_the_rest_of_the_letter_and_the_other_letters_are_searched(library_file: Path) -> None:
    texts, left_out = found(query=Query(EVIL), path=library_file)
    assert texts == ["Hoeveel wegen telt Aa", "Ook dat is na", "Aa"]
    assert left_out == ["slow.pdf", "slow.pdf"]


def test_what_is_left_out_is_no_hit_of_the_inverse_either(library_file: Path) -> None:
    texts, left_out = found(query=Query(EVIL, invert=True), path=library_file)
    assert texts == ["Bruggen.", "Wegen.", "Bruggen."]
    assert left_out == ["slow.pdf", "slow.pdf"]


def test_an_expression_that_is_run_over_a_whole_letter(library_file: Path) -> None:
    """It is quick on every line but one: the joined text takes too long, and then only that line does."""
    row = "X" + " x" * 1500
    library = library_of(library_file, letter_of("rij.pdf", (f"Een = twee. {row}", "Drie = vier.")))
    left_out: list[str] = []
    compiled = compile_query(Query(".*.*.*.*="), lambda letter, _: left_out.append(letter))
    ((_, of_letter),) = scan(library, compiled)
    assert of_letter.joined
    assert of_letter.matched_passages() is None
    assert [hit.text for hit in of_letter] == ["Een = twee.", "Drie = vier."]
    assert left_out == ["rij.pdf"]


def test_after_some_sentences_the_letter_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited_matching, "BATCH", 2)
    letter = letter_of("slow.pdf", (" ".join([RUN] * 5 + ["Aa"]), "Aa"))
    said: list[str] = []
    compiled = compile_query(Query(EVIL), lambda _, why: said.append(why))
    assert list(hits(letter, compiled)) == []
    assert ["rest of the letter" in why for why in said] == [False, False, True]


def test_a_program_gets_an_error_that_names_the_letter() -> None:
    with pytest.raises(SlowPattern, match=r"slow\.pdf: .* exchange 1"):
        list(grep(EVIL, [QUICK, SLOW]))
    assert [hit.text for hit in grep("wegen", [QUICK, SLOW], ignore_case=True)] == ["Hoeveel wegen telt Aa", "Wegen."]


def test_other_work_is_not_stopped() -> None:
    with MatchLimit():
        pass
    until = time.process_time() + 0.3
    while time.process_time() < until:
        pass


def test_without_a_timer_nothing_is_stopped() -> None:
    """As in a thread, or where the program that uses kamerbrief handles the signal itself."""
    works = []
    thread = threading.Thread(target=lambda: works.append(MatchLimit().works))
    thread.start()
    thread.join()
    before = signal.signal(signal.SIGVTALRM, lambda *_: None)
    try:
        works.append(MatchLimit().works)
    finally:
        signal.signal(signal.SIGVTALRM, before)
    assert works == [False, False]
    assert MatchLimit().works


def test_an_expression_that_takes_long_to_compile(monkeypatch: pytest.MonkeyPatch) -> None:
    def compile_slowly(*_: object) -> None:
        while True:
            pass

    monkeypatch.setattr(grep_module, "re", SimpleNamespace(compile=compile_slowly, IGNORECASE=2, error=re.error))
    with pytest.raises(BadPattern, match="takes too long to read"):
        compile_query(Query("a"))


def test_a_block_that_computes_too_long_is_stopped() -> None:
    def forever() -> None:
        with MatchLimit():
            while True:
                pass

    with pytest.raises(MatchTooLong):
        forever()


@pytest.mark.parametrize("pattern", ["\udcff", "wegen \udcff"])
def test_a_pattern_that_is_no_text(pattern: str) -> None:
    with pytest.raises(BadPattern, match="not valid text"):
        compile_query(Query(pattern))


@pytest.mark.parametrize("pattern", [r"\udcffabc", "(?:wegen|(?:bruggen|" * 120 + "paden" + "))" * 120, "[[W]egen"])
def test_an_odd_pattern_finds_the_same_with_the_index(library_file: Path, pattern: str) -> None:
    library = library_of(library_file, SLOW, QUICK)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        compiled = compile_query(Query(pattern))
        pruned, whole = (
            [hit for _, of_letter in scan(library, compiled, pruned=pruned) for hit in of_letter]
            for pruned in (True, False)
        )
    assert pruned == whole
    assert bool(whole) is ("udcff" not in pattern)


@pytest.mark.parametrize("most", [10**20, 2**63])
def test_any_count_will_do(most: int) -> None:
    assert len(list(grep("wegen", QUICK, max_count=most, before=most, after=most))) == 1
