"""Which role each block has: evidence weighed over the whole letter."""

from __future__ import annotations

import pytest

from kamerbrief.layout import LayoutBlock
from kamerbrief.structure.evidence.cues import CUES
from kamerbrief.structure.evidence.evidence import gather
from kamerbrief.structure.evidence.letter_landmarks import closes, is_marker, opens
from kamerbrief.structure.evidence.lexical_cohesion import cohesion
from kamerbrief.structure.evidence.marked_blocks import with_mark
from kamerbrief.structure.form.grammar import compose
from kamerbrief.structure.roles import segment
from pages import block

HEAD = block("Vragen en opmerkingen van de leden van de fractie van de VVD", bold=True)
MARK = block("Antwoord")
RULES = compose("answers.marked", "questions.plain", "askers.factions", "voice.person", "order.turn")
ASK = block("De leden van de VVD-fractie vragen of het zwembad open blijft. Kan de regering dat toezeggen?")
YES = block("Ja, dat kan ik toezeggen.")


def roles(*blocks: LayoutBlock) -> str:
    """The first letters of the roles: hqmaq..."""
    return "".join(role.name[0] for role in segment(gather(blocks), RULES).roles)


def test_a_letter_of_two_exchanges() -> None:
    assert roles(HEAD, ASK, MARK, YES, ASK, MARK, YES) == "hqmaqma"


def test_a_second_paragraph_of_an_answer_stays_with_it() -> None:
    more = block("Daarnaast heb ik met gemeenten afgesproken dat zij de openingstijden verruimen.")
    assert roles(HEAD, ASK, MARK, YES, more, ASK, MARK, YES) == "hqmaaqma"


def test_a_question_may_open_without_naming_who_asks() -> None:
    opening = block("Kan de regering garanderen dat ook kleine zwembaden open blijven?")
    assert roles(HEAD, ASK, MARK, YES, opening, MARK, YES) == "hqmaqma"


def test_a_question_needs_no_question_mark() -> None:
    wish = block("Voorts vernemen deze leden graag hoe de regering dit gaat betalen.")
    assert roles(HEAD, ASK, MARK, YES, wish, MARK, YES) == "hqmaqma"


def test_a_quotation_on_what_was_asked_belongs_to_the_question() -> None:
    rules = compose("answers.unmarked", "questions.plain", "askers.factions", "voice.person", "order.turn")
    lead, quote = block("In het rapport staat daarover het volgende:"), block("‘Wie zwemt, verdrinkt niet.’")
    after = block("Gaarne vernemen deze leden of deze conclusie wordt gedeeld.")
    found = segment(gather([HEAD, ASK, lead, quote, after, YES]), rules).roles
    assert "".join(role.name[0] for role in found) == "hqqqqa"


def test_a_theme_among_the_questions_of_a_faction_is_a_heading_where_all_are_asked_first() -> None:
    rules = compose("answers.marked", "questions.plain", "askers.factions", "voice.person", "order.section")
    theme = block("Openingstijden", italic=True)
    found = segment(gather([HEAD, ASK, theme, ASK, MARK, YES, MARK, YES]), rules).roles
    assert "".join(role.name[0] for role in found) == "hqhqmama"


def test_members_named_in_an_answer_do_not_make_it_a_question() -> None:
    answer = block("In antwoord op de vraag van de leden van de VVD-fractie kan ik melden dat het zwembad open blijft.")
    more = block("Met de leden van de VVD-fractie ben ik van mening dat zwemles belangrijk is.")
    assert roles(HEAD, ASK, MARK, answer, more, ASK, MARK, YES) == "hqmaaqma"


def test_a_quotation_speaks_for_somebody_else() -> None:
    quoted = block("De beheerder schreef: ‘Waarom gaat het zwembad dicht?’ Ik heb hem geantwoord.")
    assert roles(HEAD, ASK, MARK, YES, quoted, ASK, MARK, YES) == "hqmaaqma"


def test_type_outvotes_wording() -> None:
    odd = block("Zwembaden zijn er genoeg in dit land.", italic=True)
    asks = [block("Hoeveel zwembaden zijn er?", italic=True) for _ in range(3)]
    body = [part for ask in asks for part in (ask, MARK, block("Er zijn er zeshonderd."))]
    assert roles(HEAD, *body, odd, asks[0], MARK, YES) == "hqmaqmaqmaqqma"


def test_a_paragraph_over_the_page_is_joined_unless_the_evidence_is_strong() -> None:
    onward = block("Het overleg met de gemeenten loopt nog.", loose=True)
    asking = block("De leden van de VVD-fractie vragen waarom. Kan de regering dat uitleggen?", loose=True)
    assert roles(HEAD, ASK, MARK, YES, onward, ASK, MARK, YES) == "hqmaaqma"
    assert roles(HEAD, ASK, MARK, YES, asking, MARK, YES) == "hqmaqma"


def test_letterhead_introduction_and_signature() -> None:
    blocks = [
        block("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"),
        block("Postbus 20018"),
        block("Datum 3 mei 2024"),
        block("Betreft Beantwoording vragen over zwembaden"),
        block("Geachte voorzitter,"),
        block("Hierbij bied ik u de antwoorden aan op de vragen van de fracties van de VVD en D66 over zwembaden."),
        *(HEAD, ASK, MARK, YES),
        block("Hoogachtend,"),
        block("De Minister van Sport,"),
        block("A.B. de Vries"),
    ]
    assert roles(*blocks) == "lllll" + "i" + "hqma" + "ccc"


def test_thin_evidence_has_a_small_margin() -> None:
    plain = block("Het zwembad heeft drie baden en een glijbaan van twintig meter.")
    sure = segment(gather([HEAD, ASK, MARK, YES, ASK, MARK, YES]), RULES).roles[4]
    thin = segment(
        gather([HEAD, ASK, MARK, YES, plain, block("Hoe staat het met het zwembad?"), MARK, YES]), RULES
    ).roles[4]
    assert thin.margin < sure.margin


def test_no_blocks_have_no_roles() -> None:
    assert segment(gather([]), RULES).roles == []


@pytest.mark.parametrize("cue", ["person", "office", "address"])
def test_a_text_without_end_is_no_name(cue: str) -> None:
    assert not CUES[cue](with_mark(block("A" + "-a" * 5000)))


@pytest.mark.parametrize(
    "text",
    [
        "Antwoord",
        "Antwoord:",
        "ANTWOORD",
        "Antwoorden",
        "Reactie van de minister",
        "Antwoord op de vragen van de leden van de D66-fractie",
        "Antwoord van het kabinet",
    ],
)
def test_markers(text: str) -> None:
    assert is_marker(text)


@pytest.mark.parametrize(
    "text",
    [
        "Antwoord van Minister Helder (Volksgezondheid) (ontvangen 13 juni 2024)",
        "Antwoorden op vragen naar aanleiding van voorstel COM(2021)120",
        "Antwoord op deze vraag is niet te geven.",
        "Antwoordapparaat",
        "Reactie blijft uit",
    ],
)
def test_what_only_looks_like_a_marker(text: str) -> None:
    assert not is_marker(text)


def test_a_marker_opens_a_block_only_after_a_whole_sentence() -> None:
    assert opens("Antwoord", "Is dat zo?")
    assert not opens("Antwoord", "Daarop is het")


def test_a_heading_of_two_lines_is_not_closed_by_its_first() -> None:
    assert not closes("Vragen en opmerkingen van de leden van de fracties van GroenLinks en", "de PvdA")
    assert closes("Vragen en opmerkingen van de leden van de fractie van de VVD", "De leden vragen")


def test_cohesion_is_with_the_neighbour_that_shares_words() -> None:
    texts = ["zwembaden en badmeesters", "de badmeesters van zwembaden", "bruggen en sluizen", "sluizen bij bruggen"]
    ties = cohesion(texts)
    assert ties[1] > 0 > ties[2]


@pytest.mark.parametrize(
    ("block", "line", "parted"),
    [
        ("Onderwerp Beantwoording vragen over zwembaden", "Hierbij bied ik u de antwoorden aan op de vragen", True),
        ("Onderwerp Antwoorden eerste termijn", "Antwoorden op vragen gesteld in de eerste termijn", True),
        ("Betreft Vragen over zwembaden", "Geachte voorzitter,", True),
        ("Betreft Vragen over zwembaden", "aan het retouradres met vermelding", True),
        ("Geachte voorzitter,", "Met belangstelling las ik uw brief.", True),
        ("Ik hoop u te hebben geantwoord.", "Hoogachtend,", True),
        ("Hoogachtend,", "de minister van Sport,", True),
        ("3 oktober 2024", "Betreft", True),
        ("II Reactie van de Minister van Justitie en Veiligheid", "Ik dank de leden voor hun inbreng.", True),
        # near misses
        ("II Reactie van de Minister van", "Justitie en Veiligheid", False),
        ("Deze reactie van de minister", "Ik dank de leden", False),
        ("Ik noem de datum en het", "onderwerp", False),
        ("Onderwerp Beantwoording vragen over de", "Antwoorden op vragen", False),
        ("Betreft Beantwoording vragen over zwembaden en", "over duikplanken in Drenthe", False),
        ("In deze brief gaat de", "geachte afgevaardigde in op", False),
    ],
)
def test_fields_greetings_and_valedictions_stand_alone(block: str, line: str, parted: bool) -> None:
    assert (opens(line, block) or closes(block, line)) is parted
