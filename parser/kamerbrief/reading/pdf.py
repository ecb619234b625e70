"""PDF -> pages of lines, with pdfminer.six."""

from __future__ import annotations

import logging
import warnings
import zlib
from collections.abc import Iterator

from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1

from kamerbrief.errors import DamagedFile, KamerbriefError, PasswordNeeded
from kamerbrief.reading.glyph_runs import GlyphRun
from kamerbrief.reading.line_assembly import lines_of
from kamerbrief.reading.page_lines import Document, Page, Rule
from kamerbrief.reading.pdf_device import Device
from kamerbrief.reading.pdf_document import BoundedPDFDocument
from kamerbrief.reading.pdf_interpreter import Interpreter
from kamerbrief.reading.pdf_limits import LARGEST, LimitExceeded

MOST_PAGES = 5_000
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def read_pdf(data: bytes, *, password: str | None = None) -> Document:
    """The pages of a PDF.

    Raises PasswordNeeded where it is encrypted and `password` does not open it, DamagedFile where it
    cannot be read to its end.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            document = BoundedPDFDocument(data, password or "")
            expected = _expected(document)
            found = list(_pages(document))
    except PDFPasswordIncorrect as error:
        what = "the password is wrong" if password else "the PDF is encrypted"
        raise PasswordNeeded(f"{what}; give its password with --password") from error
    except PDFEncryptionError as error:
        raise PasswordNeeded(f"the PDF is encrypted in a way that cannot be read ({error})") from error
    except (LimitExceeded, MemoryError) as error:
        raise DamagedFile("the PDF holds far more than a letter does (made to harm?); it is not read") from error
    except RecursionError as error:
        raise DamagedFile("the PDF's objects point at each other in a circle; get a fresh copy") from error
    except KamerbriefError:
        raise
    except Exception as error:  # pdfminer takes a file's word for nearly everything, and fails in every way there is
        raise DamagedFile("the PDF is broken and cannot be read; get a fresh copy of it") from error
    _check(found, expected)
    spaced = _spaced(found)
    pages = tuple(
        Page(n, width, height, lines_of(n, chunks, spaced=spaced, rules=rules), tuple(rules), pictures)
        for n, (width, height, chunks, rules, pictures) in enumerate(found, 1)
    )
    return Document("application/pdf", pages)


Found = tuple[float, float, list[GlyphRun], list[Rule], int]
"""A page as it comes: width, height, chunks, rules, number of pictures."""


def _pages(document: BoundedPDFDocument) -> Iterator[Found]:
    manager = PDFResourceManager()
    device = Device(manager)
    interpreter = Interpreter(manager, device)
    lost: list[int] = []
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if number > MOST_PAGES:
            raise LimitExceeded
        x0, y0, x1, y1 = page.mediabox
        width, height = (y1 - y0, x1 - x0) if page.rotate in (90, 270) else (x1 - x0, y1 - y0)
        device.clear(height)
        if any(_is_lost(resolve1(stream)) for stream in page.contents):
            lost.append(number)
            continue
        interpreter.process_page(page)
        yield width, height, device.chunks, device.rules, device.pictures
    if lost:
        which = f"page {lost[0]}" if len(lost) == 1 else f"pages {', '.join(map(str, lost))}"
        raise DamagedFile(f"part of the PDF is missing: {which} cannot be read; get a fresh copy of it")


def _is_lost(stream: object) -> bool:
    """Whether a page's content is not there, or stops before its end."""
    if not isinstance(stream, PDFStream):
        return True
    filters = [str(getattr(name, "name", name)) for name, _ in stream.get_filters()]
    if filters != ["FlateDecode"] or stream.decipher or not stream.rawdata:
        return False
    inflate = zlib.decompressobj()
    try:
        inflate.decompress(stream.rawdata, LARGEST)
    except zlib.error:
        return True
    if inflate.unconsumed_tail:
        raise LimitExceeded
    return not inflate.eof


def _expected(document: BoundedPDFDocument) -> int | None:
    """The number of pages that the PDF itself says it has."""
    pages = resolve1(document.catalog.get("Pages"))
    count = resolve1(pages.get("Count")) if isinstance(pages, dict) else None
    return count if isinstance(count, int) else None


def _check(found: list[Found], expected: int | None) -> None:
    if not found:
        raise DamagedFile("the PDF has no readable pages (cut short?); get a fresh copy of it")
    if expected is not None and len(found) < expected:
        raise DamagedFile(f"the PDF says {expected} pages and only {len(found)} can be read; get a fresh copy of it")


def _spaced(found: list[Found]) -> bool:
    text = "".join(chunk.text for page in found for chunk in page[2])
    return text.count(" ") > len(text) / 25
