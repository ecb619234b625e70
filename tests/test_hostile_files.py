"""Files made to harm, small: each is a letter or a line of error, in bounded time and memory.

`tests/hostile/campaign.py --made` reads the same files at their full size.
"""

from __future__ import annotations

import json
import sys
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from pdfminer.pdfdocument import PDFEncryptionError

from handmade import letter as pdf_letter
from handmade import pdf
from hostile import campaign, pdf_files, text_files, word_files
from hostile.campaign import Outcome
from kamerbrief.errors import DamagedFile, KamerbriefError, PasswordNeeded
from kamerbrief.export.json import plain
from kamerbrief.model import Letter
from kamerbrief.parse import parse_letter
from kamerbrief.reading import docx_package, limits, pdf_device, pdf_font_loading, read
from kamerbrief.reading.docx_package import unpacked

MAKERS = {**pdf_files.MAKERS, **word_files.MAKERS, **text_files.MAKERS}


def outcome(name: str, size: int) -> Letter | str:
    try:
        return parse_letter(MAKERS[name](size), name)
    except KamerbriefError as error:
        return str(error)


@pytest.mark.parametrize("name", MAKERS)
def test_a_little_of_it_is_a_letter_or_a_line_of_error(name: str) -> None:
    found = outcome(name, 200)
    assert isinstance(found, Letter) or (found and "\n" not in found)


LONG = {
    **dict.fromkeys(("text-hyphens-in-list", "text-number-hyphens-in-title", "text-markers-in-close"), 16_000),
    **dict.fromkeys(("text-hyphens-in-close", "text-digits-in-close"), 30_000),
    "text-note-lines-in-answer": 16_000,
    **dict.fromkeys(("text-items-in-notes", "text-members-in-answer", "text-short-lines-in-answer"), 16_000),
    "text-letters-and-digits-in-answer": 40_000,
    "text-dots-in-answer": 30_000,
    **dict.fromkeys(("docx-notes", "docx-breaks", "docx-styled", "docx-runs", "docx-lists"), 4_000),
    "docx-wide_table": 8_000,
}
"""What took time, or memory, with the square of its length, and a length at which that shows."""


@pytest.mark.parametrize("name", LONG)
def test_a_long_one_takes_a_time_in_proportion(name: str) -> None:
    data = MAKERS[name](LONG[name])
    start = time.process_time()
    assert parse_letter(data, name).exchanges
    assert time.process_time() - start < 4


FAR_TOO_MUCH = {
    "pdf-numbers_shown": 600_000,
    "pdf-saves": 20_100,
    "pdf-long_texts": 300,
    "pdf-many_ranges": 5,
    "pdf-many_widths": 5,
    "docx-filled": 42_000,
    "docx-page_breaks": 5_100,
    "docx-many_parts": 5_100,
    "text-pages-in-answer": 10_100,
}


@pytest.mark.parametrize("name", FAR_TOO_MUCH)
def test_far_too_much_is_refused(name: str) -> None:
    with pytest.raises(DamagedFile, match=r"made to harm\?"):
        parse_letter(MAKERS[name](FAR_TOO_MUCH[name]), name)


@pytest.mark.parametrize("name", ["text-short-lines-in-answer", "text-cells-in-answer", "docx-lists", "pdf-pages"])
def test_more_lines_than_any_letter_has(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_LINES", 500)
    data = MAKERS[name](6_000 if name.startswith("text") else 600)
    with pytest.raises(DamagedFile, match="more than 500 lines"):
        parse_letter(data, name)


BOUNDS = [
    (pdf_device, "MOST_RUNS_IN_ALL", "pdf-pages", 20),
    (pdf_device, "MOST_CHARACTERS", "pdf-pages", 20),
    (pdf_font_loading, "LARGEST_TABLE", "pdf-long_table", 200),
    (docx_package, "MOST_SIGNS", "docx-attributes", 200),
]


@pytest.mark.parametrize(("module", "bound", "name", "count"), BOUNDS, ids=lambda value: str(value))
def test_a_bound_holds_where_it_is_passed(
    module: object, bound: str, name: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = MAKERS[name](count)
    assert isinstance(parse_letter(data, name), Letter)
    if bound == "MOST_SIGNS":
        monkeypatch.setattr(docx_package._Allowed.__init__, "__defaults__", (docx_package.LARGEST_XML, 100))
    else:
        monkeypatch.setattr(module, bound, 500)
    with pytest.raises(DamagedFile, match="made to harm"):
        parse_letter(data, name)


def test_rules_beyond_the_bound_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf_files.rules(400)
    assert sum(len(page.rules) for page in read(data).pages) == 400
    monkeypatch.setattr(pdf_device, "MOST_RULES_IN_ALL", 50)
    assert sum(len(page.rules) for page in read(data).pages) == 50


@pytest.mark.parametrize("said", [1000, 50_000_000])
def test_what_a_part_says_of_its_size_does_not_count(said: int) -> None:
    """It took the memory of what came out, 2 GiB of a file of 1 MiB."""
    data = word_files.lying(word_files.filled(60_000), "word/document.xml", said)
    tracemalloc.start()
    try:
        with pytest.raises((zipfile.BadZipFile, docx_package.TooMuch)):
            unpacked(data)
        assert tracemalloc.get_traced_memory()[1] < 50 * 2**20
    finally:
        tracemalloc.stop()


def test_styles_in_a_circle_end() -> None:
    assert parse_letter(word_files.style_loop(3), "x").exchanges


def answers(letter: Letter) -> str:
    return " ".join(text for exchange in letter.exchanges for text in plain(exchange.answer))


def test_text_behind_an_entity_is_read_and_the_entity_is_a_warning() -> None:
    letter = parse_letter(word_files.entities(2), "x")
    assert answers(letter).count("achter") == 2
    assert [warning.code for warning in letter.warnings if "entity" in warning.message] == ["no-text"]


def test_a_note_that_is_referred_to_twice_is_read_once() -> None:
    letter = parse_letter(word_files.notes(3), "x")
    assert sum((note.text or "").count("noot") for one in letter.exchanges for note in one.footnotes) == 3


def test_a_text_box_in_a_text_box_is_read() -> None:
    letter = parse_letter(word_files.text_boxes(10), "x")
    assert [aside.text for aside in letter.asides if aside.kind == "sidebar"] == ["diep"]


def test_what_is_read_of_a_word_file() -> None:
    letter = parse_letter(word_files.rich(), "x")
    assert [(one.labels, one.pages) for one in letter.exchanges] == [((), (1, 1)), (("2",), (1, 3))]
    assert [note.text for one in letter.exchanges for note in one.footnotes] == ["Kamerstuk 1"]
    assert {"kader", "Ons kenmerk", "Pagina 1"} <= {aside.text for aside in letter.asides}
    assert {"c) een", "d) twee"} <= {line.text for page in read(word_files.rich()).pages for line in page.lines}


def test_the_error_of_a_cipher_that_is_not_known_is_short(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise PDFEncryptionError("Unknown filter: param=" + "x" * 2000)

    monkeypatch.setattr("kamerbrief.reading.pdf.BoundedPDFDocument", fail)
    with pytest.raises(PasswordNeeded) as caught:
        parse_letter(pdf(pdf_letter()), "x")
    assert len(str(caught.value)) < 100


def test_words_apart_by_less_than_usual_stay_apart() -> None:
    """Of a court's PDF: where it justifies a line, its words stand 0.18 of a type size apart."""
    row = b"BT /F1 10 Tf 20 %d Td [(ligt) -180 (aan) -180 (de) -180 (weg)] TJ ET "
    data = pdf_files.last_page(b"".join(row % (700 - 12 * n) for n in range(3)))
    texts = [line.text for line in read(data).pages[-1].lines]
    assert texts == ["ligt aan de weg"] * 3


def a_run(folder: Path, *more: str) -> tuple[int, list[Outcome]]:
    record = folder.parent / "run.jsonl"
    before, sys.argv = sys.argv, ["campaign.py", str(folder), "--record", str(record), *more]
    try:
        code = campaign.main()
    finally:
        sys.argv = before
    return code, [Outcome(**json.loads(row)) for row in record.read_text().splitlines()]


def test_a_campaign_reads_all_files_and_goes_on_where_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "letter.pdf").write_bytes(pdf(pdf_letter()))
    ballast = b"1" * (campaign.MOST_MEMORY << 20)  # what this process takes is not counted
    code, found = a_run(folder, "--compare")
    assert (code, [(one.name, one.exit, one.wrong) for one in found]) == (0, [("letter.pdf", 0, "")])
    assert len(ballast) > found[0].memory << 20
    assert found[0].compared is not None
    assert found[0].printed > 500
    (folder / "none.txt").write_text("niets")
    monkeypatch.setattr(campaign, "MOST_SECONDS", 0.0)
    code, found = a_run(folder)
    assert code == 1  # all take more than nothing
    assert [(one.name, one.exit) for one in found] == [("letter.pdf", 0), ("none.txt", 8)]
    assert "| .pdf | 1 | 1 | 0 |" in capsys.readouterr().out


def test_what_a_campaign_calls_wrong() -> None:
    fine = Outcome("x", "", 8, 1.0, 100, 1, "kamerbrief: x: no", 0)
    assert fine.wrong == ""
    assert Outcome("x", "", 1, 1.0, 100, 30, "Traceback (most recent call last):", 0).wrong.startswith(
        "traceback, exit 1"
    )
    assert Outcome("x", "", 0, 11.0, 501, 0, "", 0).wrong == "11 s, 501 MiB, no letter printed"
    assert Outcome("x", "", -9, 1.0, 100, 1, "y" * 500, 0).wrong == "exit -9, a long line of error"
