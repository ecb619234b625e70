"""Words that extraction broke inside a line."""

from __future__ import annotations

import pytest

from kamerbrief.layout.annotated_text import AnnotatedText
from kamerbrief.layout.vocabulary import Vocabulary
from kamerbrief.layout.word_repair import Mender
from kamerbrief.model import NoteMark


@pytest.mark.parametrize(
    ("text", "others", "mended"),
    [
        ("dat asie lzoekers vertrouwen", ["de asielzoekers"], "dat asielzoekers vertrouwen"),
        ("deze le- den", ["de leden"], "deze leden"),
        ("deze EU- strategie", ["de EU-strategie"], "deze EU-strategie"),
        ("de bewindsperso nen zijn", [], "de bewindspersonen zijn"),
        ("om (a lsnog) terug", [], "om (alsnog) terug"),
        # near misses: two words that are words, and a hyphen that waits for its other half
        ("een tweederangs procedure", ["een tweederangsprocedure"], "een tweederangs procedure"),
        ("de kustwacht verordening", ["de kustwachtverordening"], "de kustwacht verordening"),
        ("grens- en kustwacht", [], "grens- en kustwacht"),
        ("de oud-collega's met ervaring", [], "de oud-collega's met ervaring"),
        ("de bibliothee k in het dorp", ["de bibliotheek in", "een in"], "de bibliotheek in het dorp"),
        ("de geme enten zijn", ["de gemeenten", "de gemeenten"], "de gemeenten zijn"),
        ("dat u graag een en ander", [], "dat u graag een en ander"),
        # near misses by their shape: an abbreviation, a capital, other signs than one blank between the halves
        ("de bewindsperso nen. Dat", [], "de bewindsperso nen. Dat"),
        ("de ge Meente in", ["de gemeente", "de gemeente"], "de ge Meente in"),
        ("de ge  meente in", ["de gemeente", "de gemeente"], "de ge  meente in"),
        ("de ge, meente in", ["de gemeente", "de gemeente"], "de ge, meente in"),
    ],
)
def test_words_broken_inside_a_line(text: str, others: list[str], mended: str) -> None:
    assert Mender(Vocabulary.of([text, *others], thorough=True)).mend(AnnotatedText(text)).text == mended


def test_marks_move_along_with_mended_text() -> None:
    text = AnnotatedText("deze le- den vragen", (NoteMark(offset=19, marker="1"),))
    mended = Mender(Vocabulary.of(["de leden"])).mend(text)
    assert (mended.text, mended.notes[0].offset) == ("deze leden vragen", 17)


def test_several_broken_words_of_one_text_and_its_marks() -> None:
    vocabulary = Vocabulary.of(["de asielzoekers zijn", "de gemeenten zijn", "de gemeenten"], thorough=True)
    text = AnnotatedText("asie lzoekers, geme enten en asie lzoekers", (NoteMark(offset=42, marker="1"),))
    mended = Mender(vocabulary).mend(text)
    assert (mended.text, mended.notes[0].offset) == ("asielzoekers, gemeenten en asielzoekers", 39)


@pytest.mark.parametrize(
    ("other", "text", "whole"),
    [
        ("een BNC-fiche", "de ef\u00adfecten", "de effecten"),  # it has its own hyphens: nobody sees these
        ("een fiche", "een BNC\u00adfiche", "een BNC-fiche"),  # it has no others
        ("een BNC-fiche", "een EU\u2010plan", "een EU-plan"),
    ],
)
def test_hyphens_inside_a_line(other: str, text: str, whole: str) -> None:
    assert Mender(Vocabulary.of([other, text])).mend(AnnotatedText(text)).text == whole
