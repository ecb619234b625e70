"""Words that line ends broke."""

from __future__ import annotations

import pytest

from kamerbrief.layout.vocabulary import Vocabulary


def joined(before: str, after: str, *others: str) -> str:
    vocabulary = Vocabulary.of([*others, before, after])
    left, joint = vocabulary.joint(before, after)
    return left + joint + after


@pytest.mark.parametrize(
    ("before", "after", "others", "whole"),
    [
        ("en re-", "integratie", ["de re-integratie is"], "en re-integratie"),
        ("en re-", "integratie", [], "en re-integratie"),  # two vowels that would clash
        ("de COVID-", "pandemie", [], "de COVID-pandemie"),
        ("de Covid-", "19 pandemie", [], "de Covid-19 pandemie"),
        ("het EU-", "beleid", [], "het EU-beleid"),
        ("grens-", "en kustwacht", [], "grens- en kustwacht"),
        ("positief-", "dan wel negatief", [], "positief- dan wel negatief"),
        ("de zorgverze-", "keraars", ["de zorgverzekeraars zijn"], "de zorgverzekeraars"),
        ("een stikstofproblema-", "tiek", [], "een stikstofproblematiek"),
        ("samen\u00ad", "werking", [], "samenwerking"),
        ("herintegratie\u2010", "ondersteuning", [], "herintegratieondersteuning"),
        ("gewone", "woorden", [], "gewone woorden"),
        ("tussen Tiel–", "Waardenburg", [], "tussen Tiel–Waardenburg"),
        ("in de periode 2023–", "2026", [], "in de periode 2023–2026"),
        ("de leden –", "allen aanwezig", [], "de leden – allen aanwezig"),
        ("in 2023–", "en later", [], "in 2023– en later"),
        # a few halves that are words themselves
        ("kan de minister aan-", "geven", ["de minister is"] * 20, "kan de minister aangeven"),
        ("en/", "of anders", [], "en/of anders"),
    ],
)
def test_hyphens_at_line_ends(before: str, after: str, others: list[str], whole: str) -> None:
    assert joined(before, after, *others) == whole


def test_a_name_keeps_its_hyphen_where_line_ends_break_words() -> None:
    others = ["de gezond-", "heid van Rontex en", "de gezondheid, Rontex"]
    assert joined("de Rontex-", "operaties", *others) == "de Rontex-operaties"
    assert joined("de Neder-", "landse", *others) == "de Nederlandse"


@pytest.mark.parametrize("hyphen", ["-", "\u00ad"])
@pytest.mark.parametrize("name", ["ChristenUnie", "GroenLinks-PvdA", "VVD", "D66"])
def test_a_faction_keeps_its_hyphen_however_it_is_set(name: str, hyphen: str) -> None:
    others = [f"de gezond{hyphen}", f"heid en de over{hyphen}", "heid van gezondheid en overheid"]
    assert joined(f"leden van de {name}{hyphen}", "fractie", *others) == f"leden van de {name}{hyphen}fractie".replace(
        "\u00ad", "-"
    )


def test_a_plain_hyphen_is_the_word_s_own_where_typesetting_has_another() -> None:
    others = ["de gezond\u2010", "heid en de zieken\u2010", "huizen en de over\u2010", "heid"]
    assert joined("de vreemde-", "lingen", *others) == "de vreemde-lingen"
    assert joined("de vreemde\u2010", "lingen", *others) == "de vreemdelingen"


def test_a_suspended_hyphen_stays_and_a_broken_word_does_not() -> None:
    others = ["zoals gezegd", "de gezond-", "heid en de gezondheid"]
    assert joined("zo-", "als het is", *others) == "zoals het is"
    assert joined("grens-", "als kustwacht", *others) == "grens- als kustwacht"


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("zie https://www.", "voorbeeld.nl/stuk", "zie https://www.voorbeeld.nl/stuk"),
        ("zie https://www.voorbeeld.nl/docu", "menten/2021", "zie https://www.voorbeeld.nl/documenten/2021"),
        ("zie www.voorbeeld.nl/a", "%20b.pdf", "zie www.voorbeeld.nl/a%20b.pdf"),
        ("zie https://www.voorbeeld.nl/stuk", "en/of elders", "zie https://www.voorbeeld.nl/stuk en/of elders"),
        ("zie https://www.voorbeeld.nl/stuk", "van mei", "zie https://www.voorbeeld.nl/stuk van mei"),
        ("dat is zo.", "Voorbeeld/zaak", "dat is zo. Voorbeeld/zaak"),
    ],
)
def test_web_addresses_over_line_ends(before: str, after: str, whole: str) -> None:
    assert joined(before, after) == whole
