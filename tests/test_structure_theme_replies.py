"""Questions of several factions with answers that stand under themes, in another order."""

from __future__ import annotations

import pytest

from kamerbrief.structure.interpretation import best_interpretation
from kamerbrief.structure.pairing import two_part_reports
from kamerbrief.structure.pairing.exchange_builder import build
from kamerbrief.structure.pairing.two_part_reports import pair_parts
from kamerbrief.structure.roles import Role
from structured import evidence_of

FERRY = "De leden van de VVD-fractie vragen wat de veerboot naar Texel kost."
POOL = "Deze leden vragen ook of het zwembad in Assen open blijft."
MILL = "De leden van de SP-fractie vragen wie de molens van Kinderdijk onderhoudt."
BOATS = "Deze leden vragen voorts of de overtocht met de veerboot naar Texel goedkoper wordt."
NOTHING = "De leden van de FVD-fractie hebben kennisgenomen van de brief."
FACTIONS = [f"*Inbreng van de leden van de {name}-fractie*" for name in ("VVD", "SP", "FVD")]
ASKED = ("*I Vragen*", FACTIONS[0], FERRY, POOL, FACTIONS[1], MILL, BOATS, FACTIONS[2], NOTHING)
PART_TWO = "*II Reactie van de minister*"
MILLS = "De leden van de SP-fractie vragen wie de molens van Kinderdijk onderhoudt. Dat doet een stichting."
POOLS = "Het zwembad in Assen blijft open."
FERRIES = "De leden van de fracties van de VVD en de SP vragen naar de veerboot naar Texel. Die kost niets."

HEADING, QUESTION = Role("heading", 9.0), Role("question", 9.0)


def exchanges(*answers: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Question and answer of each exchange, as paragraphs."""
    headings = best_interpretation(evidence_of(*ASKED, PART_TWO, *answers), members=False).headings
    drafts = [draft for heading in headings for draft in heading.drafts]
    return [(tuple(b.words for b in d.question), tuple(b.words for b in d.answer)) for d in drafts]


def test_answers_find_their_questions_in_any_order_and_serve_several_factions() -> None:
    found = exchanges("*Erfgoed*", MILLS, "*Water*", POOLS, FERRIES)
    assert found == [((FERRY, BOATS), (FERRIES,)), ((POOL,), (POOLS,)), ((MILL,), (MILLS,))]


def test_what_goes_on_after_an_answer_stays_with_it() -> None:
    more = "Over de hoogte van de bijdrage is nog geen besluit genomen."
    found = exchanges("*Erfgoed*", MILLS, more, "*Water*", FERRIES, POOLS)
    assert found[2] == ((MILL,), (MILLS, more))


def test_what_is_said_before_the_first_theme_answers_nobody() -> None:
    found = exchanges("Ik dank de leden voor hun inbreng.", "*Erfgoed*", MILLS, "*Water*", FERRIES, POOLS)
    assert [answer for _, answer in found] == [(FERRIES,), (POOLS,), (MILLS,)]


def test_a_question_may_be_quoted_before_its_answer() -> None:
    quoted = "«Wie onderhoudt de molens van Kinderdijk?»"
    found = exchanges("*Erfgoed*", quoted, "Een stichting doet dat.", "*Water*", FERRIES, POOLS)
    assert found[2] == ((MILL,), (quoted, "Een stichting doet dat."))


def test_a_question_that_nobody_answers_stands_alone() -> None:
    found = exchanges("*Erfgoed*", MILLS, "*Water*", FERRIES)
    assert ((POOL,), ()) in found


def test_an_answer_that_names_a_faction_is_no_introduction_though_no_theme_stands_over_it() -> None:
    found = exchanges(MILLS, "*Water*", FERRIES, POOLS)
    assert [answer for _, answer in found] == [(FERRIES,), (POOLS,), (MILLS,)]


def test_themes_with_nothing_under_them_answer_nothing() -> None:
    asked = build(evidence_of(FACTIONS[0], FERRY, FACTIONS[1], MILL).blocks, [HEADING, QUESTION] * 2)
    found = pair_parts(asked, evidence_of(PART_TWO, "*Erfgoed*", "*Water*").blocks, [HEADING] * 3)
    assert [[draft.answer for draft in heading.drafts] for heading in found] == [[()], [()]]


def test_far_too_many_are_not_all_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(two_part_reports, "paired_freely", None)
    monkeypatch.setattr(two_part_reports, "MOST_COMPARED", 5)
    assert exchanges("*Erfgoed*", MILLS, "*Water*", FERRIES, POOLS)
