"""Regular expressions find sentences, table rows and list items."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kamerbrief.errors import BadPattern
from kamerbrief.library.grep import Hit, Query, compile_query, count, hits
from kamerbrief.model import (
    Exchange,
    Footnote,
    Letter,
    Listing,
    NoteMark,
    PageTurn,
    Paragraph,
    Part,
    Section,
    Source,
    Table,
)
from kamerbrief.selection import select

FIRST = Exchange(
    number=1,
    factions=("VVD",),
    question=Part(blocks=(Paragraph(text="Het zwembad lekt. Wat kost dat? Graag antwoord.", page=1),)),
    answer=Part(
        blocks=(
            Paragraph(
                text="Het lek is dicht. Het zwembad is weer open.",
                page=1,
                turns=(PageTurn(offset=18, page=2),),
                notes=(NoteMark(offset=17, marker="1"),),
            ),
            Table(rows=(("Zwembad", "Kosten"), ("Zuid", "12")), page=2),
        )
    ),
    footnotes=(Footnote(marker="1", text="Zwembadkrant, nr. 3.", page=1),),
    pages=(1, 2),
)
SECOND = Exchange(
    number=2,
    factions=("D66", "SP"),
    question=Part(blocks=(Paragraph(text="Is zwemles verplicht?", page=2),)),
    answer=Part(blocks=(Listing(items=("zwemles (A)", "zwembad"), page=2),)),
    pages=(2, 2),
)
LETTER = Letter(
    source=Source(name="brief.pdf", sha256="", media_type="application/pdf", pages=2),
    genre="schriftelijk-overleg",
    sections=(
        Section(heading="VVD", page=1, exchanges=(FIRST,)),
        Section(heading="D66 en SP", page=2, exchanges=(SECOND,)),
    ),
)


def found(query: Query) -> list[Hit]:
    return list(hits(LETTER, compile_query(query)))


def texts(query: Query) -> list[str]:
    return [hit.text for hit in found(query)]


def test_the_unit_is_a_sentence_a_row_or_an_item() -> None:
    assert texts(Query("(?i)zwembad")) == [
        "Het zwembad lekt.",
        "Het zwembad is weer open.",
        "Zwembad | Kosten",
        "Zwembadkrant, nr. 3.",
        "zwembad",
    ]


def test_a_hit_says_where_it_stands() -> None:
    hit = found(Query("weer open"))[0]
    assert (hit.letter, hit.number, hit.factions, hit.part, hit.page) == ("brief.pdf", 1, ("VVD",), "answer", 2)
    assert [hit.text[a:b] for a, b in hit.spans] == ["weer open"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query("zwembad", part="questions"), ["Het zwembad lekt."]),
        (Query("zwem", part="answers", factions=("SP",)), ["zwemles (A)", "zwembad"]),
        (Query("ZWEMLES", ignore_case=True), ["Is zwemles verplicht?", "zwemles (A)"]),
        (Query("zwem", whole_word=True), []),
        (Query("lek", whole_word=True), ["Het lek is dicht."]),
        (Query("(A)", fixed=True), ["zwemles (A)"]),
        (Query("e", invert=True, part="questions", factions=("VVD",)), ["Wat kost dat?", "Graag antwoord."]),
        (Query("zwem", max_count=1), ["Het zwembad lekt."]),
    ],
)
def test_flags(query: Query, expected: list[str]) -> None:
    assert texts(query) == expected


def test_context_is_sentences_of_the_same_side() -> None:
    (hit,) = found(Query("Wat kost", before=2, after=1))
    assert (hit.before, hit.after) == (("Het zwembad lekt.",), ("Graag antwoord.",))


def test_a_footnote_goes_with_the_side_that_has_its_marker() -> None:
    assert [hit.part for hit in found(Query("krant", part="answers"))] == ["footnote"]
    assert found(Query("krant", part="questions")) == []


def test_exchanges_are_counted() -> None:
    assert count(hits(LETTER, compile_query(Query("zwem")))) == 2


def test_a_bad_pattern_says_so() -> None:
    with pytest.raises(BadPattern, match="not a valid regular expression"):
        compile_query(Query("("))
    assert replace(compile_query(Query("(", fixed=True)).query, pattern="x").fixed


def test_selecting_keeps_numbers_and_drops_empty_sections() -> None:
    assert [e.number for e in select(LETTER, factions=("SP",)).exchanges] == [2]
    assert [s.heading for s in select(LETTER, numbers=(1,)).sections] == ["VVD"]
    assert select(LETTER, factions=("SP",), numbers=(1,)).sections == ()
    assert select(LETTER) is LETTER
