"""Word files: paragraphs, looks, tables, notes, lists and page breaks."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn

from conservation import of_document, of_letter
from kamerbrief.errors import DamagedFile, NotALetter
from kamerbrief.export.json import plain
from kamerbrief.model import Letter
from kamerbrief.parse import parse_letter
from kamerbrief.reading import read
from kamerbrief.reading.docx_numbering import written
from pages import laid_out

SHARED = Path(__file__).parent.parent.parent / "shared" / "letters"


def saved(word: Any) -> bytes:
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def letter_of(*paragraphs: str) -> Any:
    word = docx.Document()
    for text in ("Inbreng van de leden van de SP-fractie", "Hoe zit dat?", "Antwoord", *paragraphs):
        word.add_paragraph(text)
    return word


def parsed(word: Any) -> Letter:
    return parse_letter(saved(word), "brief.docx")


def blocks(word: Any) -> list[str]:
    return [block.words for block in laid_out(read(saved(word))).blocks]


def test_paragraphs_are_whole_however_long() -> None:
    text = "Een lange alinea. " * 40
    assert blocks(letter_of(text))[-1] == text.strip()


def test_a_label_before_a_line_break_stands_alone_and_a_wrapped_sentence_goes_on() -> None:
    word = letter_of()
    word.add_paragraph("Antwoord\nJa.")
    word.add_paragraph("Dit is een zin die de schrijver met de hand heeft afgebroken, en die daarna\nverder gaat.")
    assert blocks(word)[-3:-1] == ["Antwoord", "Ja."]
    assert blocks(word)[-1].endswith("die daarna verder gaat.")


def test_looks_come_from_runs_and_from_styles() -> None:
    word = docx.Document()
    word.add_paragraph().add_run("vet").bold = True
    word.add_heading("Kop", level=1)
    slanted: Any = word.add_paragraph("schuin", style="Body Text").style
    slanted.font.italic = True
    found = laid_out(read(saved(word))).blocks
    assert [(b.bold, b.italic) for b in found] == [(True, False), (True, False), (False, True)]


def test_a_table_of_data_is_one_and_a_table_that_arranges_is_not() -> None:
    word = letter_of("Zie de tabel.")
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Jaar", "Aantal", "2020", "12"], strict=True):
        cell.text = text
    frame = word.add_table(rows=1, cols=2)
    frame.cell(0, 0).text, frame.cell(0, 1).text = "De Minister van Sport,", "A. de Vries"
    assert [b.rows for b in laid_out(read(saved(word))).blocks if b.rows] == [(("Jaar", "Aantal"), ("2020", "12"))]
    assert parsed(word).signatories[0].name == "A. de Vries"


def test_a_numbered_table_may_start_at_any_number() -> None:
    word = letter_of("Zie de tabel.")
    asked = "Kunt u uiteenzetten waarom voor deze gemeenten nog steeds geen aansluiting mogelijk is?"
    answer = "Dat komt doordat de netbeheerders eerst de aansluitingen van ziekenhuizen en scholen aanleggen. " * 2
    rows = [("Nr.", "Vraag", "Antwoord"), ("8", asked, answer), ("9", asked, answer)]
    table = word.add_table(rows=3, cols=3)
    for cell, text in zip(table._cells, [text for row in rows for text in row], strict=True):
        cell.text = text
    (found,) = [b.rows for b in laid_out(read(saved(word))).blocks if b.rows]
    assert [row[0] for row in found] == ["Nr.", "8", "9"]


def test_page_breaks_are_pages() -> None:
    word = letter_of("Eerst.")
    word.add_page_break()
    word.add_paragraph("Daarna.")
    letter = parsed(word)
    assert letter.source.pages == 2
    assert letter.exchanges[0].pages == (1, 2)


def broken_page(word: Any, kind: str) -> None:
    """Adds a paragraph that starts with a page break: "hard", or "rendered" by Word."""
    run = word.add_paragraph().add_run()
    if kind == "hard":
        run.add_break(WD_BREAK.PAGE)
    else:
        run._r.append(OxmlElement("w:lastRenderedPageBreak"))


@pytest.mark.parametrize(
    ("breaks", "pages"),
    [
        (["hard"], 2),
        (["rendered"], 2),
        (["hard", "rendered"], 2),
        (["hard", "rendered", "text", "hard", "rendered", "text", "rendered"], 4),
        (["rendered", "text", "hard", "text"], 3),
        (["hard", "text", "rendered"], 3),
        (["hard", "hard"], 3),
    ],
)
def test_a_turn_that_the_file_marks_twice_counts_once(breaks: list[str], pages: int) -> None:
    word = letter_of("Ja.")
    for kind in breaks:
        if kind == "text":
            word.add_paragraph("En verder.")
        else:
            broken_page(word, kind)
    word.add_paragraph("Slot.")
    document = read(saved(word))
    assert len(document.pages) == pages
    assert document.pages[-1].lines[-1].text == "Slot."


def test_cells_that_turn_the_page_together_turn_it_once() -> None:
    word = letter_of("Ja.")
    for cell in word.add_table(rows=1, cols=2).rows[0].cells:
        cell.paragraphs[0].add_run()._r.append(OxmlElement("w:lastRenderedPageBreak"))
        cell.add_paragraph("Een cel.")
    assert len(read(saved(word)).pages) == 2


def test_a_note_stands_on_the_page_of_its_mark() -> None:
    letter = parse_letter(with_note(), "brief.docx")
    assert [(note.text, note.page) for note in letter.exchanges[0].footnotes] == [("De noot.", 2)]


def with_note() -> bytes:
    """A letter whose answer has a footnote on its second page."""
    word = letter_of("Ja.")
    broken_page(word, "rendered")
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), "2")
    word.add_paragraph("Dat staat elders.").add_run()._r.append(reference)
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>De noot.</w:t></w:r></w:p></w:footnote>'
    xml = f'<w:footnotes xmlns:w="{nsmap["w"]}">{note}</w:footnotes>'.encode()
    part = Part(PackURI("/word/footnotes.xml"), "application/xml", xml, word.part.package)
    word.part.relate_to(part, RT.FOOTNOTES)
    return saved(word)


def test_without_page_breaks_no_page_is_known() -> None:
    letter = parsed(letter_of("Ja."))
    assert [(warning.code, warning.page) for warning in letter.warnings] == [("no-pages", None)]
    assert (letter.source.pages, letter.exchanges[0].pages, letter.sections[0].page) == (None, None, None)


def test_lists_are_counted_as_word_shows_them() -> None:
    word = letter_of("Drie dingen:")
    for text in ("een", "twee"):
        word.add_paragraph(text, style="List Number")._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 1
    assert len(blocks(word)) == 6
    assert (written(28, "lowerLetter"), written(9, "lowerRoman"), written(3, "decimal")) == ("b", "ix", "3")


def test_hidden_and_deleted_text_is_not_read() -> None:
    word = letter_of("Dit blijft.")
    word.paragraphs[-1].add_run(" geheim").font.hidden = True
    deleted = OxmlElement("w:del")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = " weg"
    run.append(text)
    deleted.append(run)
    word.paragraphs[-1]._p.append(deleted)
    assert blocks(word)[-1] == "Dit blijft."


def test_headers_stand_beside_the_text_and_give_the_reference() -> None:
    word = letter_of("Ja.")
    for text in ("Ons kenmerk", "3437286"):
        word.sections[0].header.add_paragraph(text)
    letter = parsed(word)
    assert letter.reference == "3437286"
    assert "3437286" in {aside.text for aside in letter.asides}


def test_no_word_is_lost() -> None:
    word = letter_of("Ja.", "Nee.")
    word.sections[0].footer.add_paragraph("Pagina 1 van 1")
    data = saved(word)
    assert of_letter(parse_letter(data, "x")) == of_document(read(data))


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
def test_files_with_macros_and_templates_are_read_as_others(kind: str) -> None:
    data = saved(letter_of("Ja."))
    plain_kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as other:
        for name in archive.namelist():
            other.writestr(name, archive.read(name).replace(plain_kind.encode(), kind.encode()))
    assert kind.encode() in out.getvalue()
    assert read(out.getvalue()) == read(data)


def test_a_glyph_of_a_symbol_font_before_a_paragraph_is_a_bullet() -> None:
    assert blocks(letter_of("\uf0b7\teen zaak"))[-1] == "• een zaak"


def test_a_broken_word_file_is_refused() -> None:
    data = saved(letter_of("Ja."))
    with pytest.raises(DamagedFile, match="Word file is broken"):
        read(data[: len(data) // 2] + b"word/document.xml")


def test_a_zip_that_is_no_letter_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("iets.txt", "iets")
    with pytest.raises(NotALetter, match="zip"):
        read(out.getvalue())


@pytest.mark.skipif(not SHARED.exists(), reason="the shared letters are not on this machine")
def test_the_founding_letter_reads_the_same_as_its_pdf() -> None:
    both = [parse_letter((SHARED / f"com2021-120.{kind}").read_bytes(), kind) for kind in ("docx", "pdf")]
    texts = [[(e.factions, plain(e.question), plain(e.answer)) for e in letter.exchanges] for letter in both]
    assert texts[0] == texts[1]
    assert [n.text for e in both[0].exchanges for n in e.footnotes if n.text] == [
        n.text for e in both[1].exchanges for n in e.footnotes if n.text
    ]
