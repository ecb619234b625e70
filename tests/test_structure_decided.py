"""What a person decided about a paragraph, an exchange or the form holds in the letter, whatever the cues say."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from conservation import of_body, of_letter
from kamerbrief.errors import NotALetter
from kamerbrief.layout import LayoutBlock, lay_out
from kamerbrief.model import Decision, Letter, Verb
from kamerbrief.reading import read
from kamerbrief.structure import understand, written_out
from kamerbrief.structure.decided import is_form, traits_of
from kamerbrief.structure.evidence import letter_landmarks
from kamerbrief.structure.form.forms import Form
from kamerbrief.structure.paragraph_names import find_paragraph, name_of
from pages import block
from structured import SOURCE, body_of, evidence_of, said

SAMPLES = Path(__file__).parent.parent / "samples"
LETTER = (
    "*Vragen en opmerkingen van de leden van de VVD-fractie*",
    "De leden van de VVD-fractie vragen hoeveel wegen er zijn. Kan de minister die tellen?",
    "Ik heb de wegen geteld: het zijn er veel.",
    "Ook wil ik de paden tellen.",
    "De leden van de VVD-fractie vragen ten slotte naar bruggen. Hoeveel bruggen zijn er?",
    "Ik ken er zeven, en ik verwacht er dit jaar nog een.",
)


def decided(*decisions: Decision, texts: tuple[str | LayoutBlock, ...] = LETTER) -> Letter:
    """The letter of these texts, with these decisions."""
    body = body_of(*texts)
    return written_out(body, SOURCE, understand(body, decisions=decisions))


def on(verb: Verb, at: str, *value: str) -> Decision:
    return Decision(verb=verb, at=at, value=value)


def sides(letter: Letter) -> list[tuple[str, ...]]:
    """The first words of question and answer of each exchange."""
    return [tuple(" ".join(side.split()[:2]) for side in said(exchange)) for exchange in letter.exchanges]


def test_without_decisions_there_are_two_exchanges() -> None:
    letter = decided()
    assert [one.factions for one in letter.exchanges] == [("VVD",), ("VVD",)]
    assert said(letter.exchanges[0])[1].endswith("paden tellen.")
    assert letter.decisions == ()


def test_a_paragraph_is_put_on_the_other_side() -> None:
    letter = decided(on("question", "Ook wil ik de paden"))
    assert len(letter.exchanges) == 2
    assert said(letter.exchanges[1])[0].startswith("Ook wil ik de paden tellen. De leden")
    letter = decided(on("answer", "De leden van de VVD-fractie vragen ten slotte"))
    assert len(letter.exchanges) == 1
    assert said(letter.exchanges[0])[1].endswith("nog een.")


def test_a_paragraph_is_taken_out() -> None:
    letter = decided(on("aside", "Ook wil ik"))
    assert "paden" not in said(letter.exchanges[0])[1]
    assert [aside.text for aside in letter.asides if aside.kind == "remark"] == ["Ook wil ik de paden tellen."]


def test_a_paragraph_is_a_heading() -> None:
    letter = decided(on("heading", "Ook wil ik"))
    assert [section.heading for section in letter.sections][1:] == ["Ook wil ik de paden tellen."]


def test_an_exchange_starts_within_an_answer_and_within_a_question() -> None:
    assert len(decided(on("split", "Ook wil ik")).exchanges) == 2
    two = (*LETTER[:2], "De leden vragen ook naar paden. Zijn er paden?", *LETTER[2:])
    assert len(decided(texts=two).exchanges) == 2
    letter = decided(on("split", "De leden vragen ook naar paden"), texts=two)
    assert [bool(said(one)[1]) for one in letter.exchanges] == [False, True, True]


def test_an_exchange_is_joined_to_the_one_before() -> None:
    letter = decided(on("join", "De leden van de VVD-fractie vragen ten slotte"))
    (exchange,) = letter.exchanges
    assert said(exchange)[0].endswith("Hoeveel bruggen zijn er?")
    assert said(exchange)[1].endswith("nog een.")


def test_a_paragraph_moves_to_another_exchange() -> None:
    letter = decided(on("to", "Ook wil ik", "De leden van de VVD-fractie vragen ten slotte"))
    assert said(letter.exchanges[1])[1].startswith("Ook wil ik de paden tellen. Ik ken er zeven")


def test_who_asks_is_told() -> None:
    letter = decided(on("factions", "De leden van de VVD-fractie vragen ten slotte", "CDA", "SP"))
    assert [one.factions for one in letter.exchanges] == [("VVD",), ("CDA", "SP")]


def test_the_letter_tells_what_was_decided_and_where() -> None:
    (told,) = decided(on("split", "De leden van de VVD-fractie vragen ten slotte")).decisions
    assert (told.verb, told.exchange, told.page) == ("split", 2, 1)


def test_a_decision_that_fits_nothing_is_a_warning() -> None:
    letter = decided(on("answer", "Deze woorden staan er niet"), on("genre", "", "kamervragen"))
    assert [warning.code for warning in letter.warnings if warning.code == "decision-unused"] == ["decision-unused"]
    assert [one.verb for one in letter.decisions] == ["genre"]
    assert letter.genre == "kamervragen"


def test_the_order_of_decisions_does_not_matter() -> None:
    some = (
        on("split", "De leden vragen ook naar paden"),
        on("to", "Ik heb de wegen geteld", "De leden van de VVD-fractie vragen hoeveel"),
    )
    two = (*LETTER[:2], "De leden vragen ook naar paden. Zijn er paden?", *LETTER[2:])
    one, other = decided(*some, texts=two), decided(*reversed(some), texts=two)
    assert one.sections == other.sections
    assert sides(one)[0] == ("De leden", "Ik heb")
    assert one.warnings == other.warnings == ()


def test_a_form_is_known_again_by_its_traits() -> None:
    evidence = evidence_of(*LETTER)
    turn, parts = (
        Form("unmarked", "plain", "factions", "person"),
        Form("unmarked", "plain", "factions", "person", second_part=2),
    )
    for form, other in ((turn, parts), (parts, turn)):
        values = traits_of(form, evidence.blocks)
        assert is_form(form, values, evidence.blocks)
        assert not is_form(other, values, evidence.blocks)


def test_a_form_that_no_reading_has_changes_nothing() -> None:
    letter = decided(Decision(verb="form", value=("answers=marked", "questions=plain", "order=turn")))
    assert letter.sections == decided().sections
    assert [warning.code for warning in letter.warnings] == ["decision-unused"]


@pytest.mark.parametrize("name", ["molenwet.pdf", "fietspont.pdf", "waterbuffers.pdf", "bibliotheekfonds.pdf"])
def test_no_decision_loses_or_doubles_a_word(name: str) -> None:
    body = lay_out(read((SAMPLES / name).read_bytes()), letter_landmarks)
    blocks = understand(body).evidence.blocks
    names = [name_of(block, blocks) for block in blocks if block.words.strip()]
    verbs: tuple[Verb, ...] = ("question", "answer", "heading", "aside", "split", "join", "to", "factions")
    random, kept, refused = Random(1), 0, 0
    for _ in range(40):
        some = [
            _any(random.choice(verbs), random.choice(names), random.choice(names)) for _ in range(random.choice((1, 3)))
        ]
        understood = understand(body, decisions=some)
        try:
            letter = written_out(body, SOURCE, understood)
        except NotALetter:
            refused += 1
            continue
        assert of_letter(letter) == of_body(body), some
        unused = [warning for warning in letter.warnings if warning.code == "decision-unused"]
        assert len(letter.decisions) + len(unused) == len(some)
        kept += len(letter.decisions)
    assert kept > 20
    assert refused < 10


def _any(verb: Verb, name: tuple[str, int], other: tuple[str, int]) -> Decision:
    value = {"to": (other[0],), "factions": ("SP",)}.get(verb, ())
    return Decision(verb=verb, at=name[0], nth=name[1], value=value, value_nth=other[1])


def test_a_paragraph_over_a_page_turn_moves_as_a_whole() -> None:
    rest = block("en dat zijn er meer dan vorig jaar.", loose=True, page=2)
    letter = decided(on("aside", "Ook wil ik"), texts=(*LETTER[:4], rest, *LETTER[4:]))
    assert "vorig jaar" not in said(letter.exchanges[0])[1]
    letter = decided(on("to", "Ook wil ik", LETTER[4]), texts=(*LETTER[:4], rest, *LETTER[4:]))
    assert said(letter.exchanges[1])[1].startswith("Ook wil ik de paden tellen. en dat zijn er meer")


def test_paragraphs_that_begin_alike_are_counted() -> None:
    texts = ("Ja.", "Nee.", "Ja.", "Ja, dat klopt.")
    blocks = evidence_of(*texts).blocks
    assert [name_of(one, blocks) for one in blocks] == [("Ja.", 1), ("Nee.", 1), ("Ja.", 2), ("Ja, dat klopt.", 1)]
    for one in blocks:
        assert find_paragraph(*name_of(one, blocks), blocks) is one
    assert find_paragraph("Ja.", 4, blocks) is None
    assert find_paragraph("JA dat   klopt", 1, blocks) is blocks[3]
