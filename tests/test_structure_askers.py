"""Who asks, as titles name members and their factions."""

from __future__ import annotations

import pytest

from kamerbrief.structure.header.askers import askers_in, best_askers


@pytest.mark.parametrize(
    ("text", "members", "factions"),
    [
        ("Vragen van het lid Van Haga (Groep Van Haga) aan de Minister", "Van Haga", "Groep Van Haga"),
        (
            "de leden Bos (D66), Ali (GroenLinks-PvdA) en Van Es (SP) over",
            "Bos, Ali, Van Es",
            "D66, GroenLinks-PvdA, SP",
        ),
        ("de leden Bos en Ali (beiden VVD) aan de Ministers", "Bos, Ali", "VVD"),
        ("de leden Bos, Ali (GroenLinks-PvdA), Es (CDA)", "Bos, Ali, Es", "GroenLinks-PvdA, CDA"),
        ("de leden Inge vanDijk (CDA) en Bos(PVV) aan", "Inge van Dijk, Bos", "CDA, PVV"),
        ("het lid DaniëlleJansen (Nieuw Sociaal Contract) aan", "Daniëlle Jansen", "NSC"),
        ("de leden Ten Cate (CDA) en de heer Bos (D66)", "Ten Cate, Bos", "CDA, D66"),
        ("het lid Bos over bruggen", "Bos", ""),
    ],
)
def test_members_and_factions(text: str, members: str, factions: str) -> None:
    found = askers_in(text)
    assert (", ".join(found.members), ", ".join(found.factions)) == (members, factions)


@pytest.mark.parametrize(
    "text", ["De leden van de VVD-fractie vragen iets.", "de leden van de fracties van D66 en Volt", "Er zijn leden."]
)
def test_factions_are_no_members(text: str) -> None:
    assert askers_in(text).members == ()


def test_a_text_with_factions_is_preferred() -> None:
    assert best_askers(["de vragen van het lid Bos", "van het lid Bos (CDA)"]).factions == ("CDA",)
