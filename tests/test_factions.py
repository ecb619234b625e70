"""Who is meant by a name; which factions a text names stands in cases/factions_named.txt."""

from __future__ import annotations

import pytest

from kamerbrief.errors import UnknownFaction
from kamerbrief.factions import all_factions, canonical, resolve, squash


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("d66", "D66"),
        ("D'66", "D66"),
        ("gl", "GroenLinks"),
        ("CU", "ChristenUnie"),
        ("christenunie", "ChristenUnie"),
        ("Partij voor de Dieren", "PvdD"),
        ("pvdd-fractie", "PvdD"),
        ("GL-PvdA", "GroenLinks-PvdA"),
        ("PvdA/GroenLinks", "GroenLinks-PvdA"),
        ("FvD", "FVD"),
        ("fractie-Otten", "Otten"),
        ("Groep Van Haga", "Groep Van Haga"),
        ("van haga", "Groep Van Haga"),
        ("lid Omtzigt", "Omtzigt"),
        ("50plus", "50PLUS"),
    ],
)
def test_any_spelling_is_understood(said: str, first: str) -> None:
    assert resolve(said)[0] == first


def test_a_merged_faction_is_found_under_the_name_of_either_half() -> None:
    assert resolve("PvdA") == ("PvdA", "GroenLinks-PvdA")
    assert resolve("GroenLinks-PvdA") == ("GroenLinks-PvdA",)


def test_an_unknown_name_says_what_was_meant_and_what_the_letter_has() -> None:
    with pytest.raises(UnknownFaction, match=r"did you mean GroenLinks\? This letter has: VVD, SP\."):
        resolve("groenlinx", ("VVD", "SP"))


def test_a_faction_of_the_letter_that_the_facts_lack_is_understood() -> None:
    assert resolve("fractie-jansen", ("Jansen",)) == ("Jansen",)


def test_no_two_factions_share_a_spelling() -> None:
    owners: dict[str, str] = {}
    for faction in all_factions():
        for spelling in faction.spellings:
            assert owners.setdefault(squash(spelling), faction.name) == faction.name


def test_mergers_name_factions_that_exist() -> None:
    assert all(canonical(part) == part for faction in all_factions() for part in faction.merged)
