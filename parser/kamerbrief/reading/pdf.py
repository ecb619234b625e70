"""Read a PDF into pages of lines, with pdfminer.six."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1

from kamerbrief.errors import DamagedFile, KamerbriefError, PasswordNeeded
from kamerbrief.reading.glyph_runs import GlyphRun
from kamerbrief.reading.line_assembly import lines_of
from kamerbrief.reading.ocr_layer import set_right
from kamerbrief.reading.page_lines import Document, Page, Rule
from kamerbrief.reading.pdf_device import Device
from kamerbrief.reading.pdf_document import BoundedPDFDocument
from kamerbrief.reading.pdf_font_loading import BoundedResourceManager
from kamerbrief.reading.pdf_interpreter import Interpreter
from kamerbrief.reading.pdf_limits import LARGEST_STREAM, MOST_PAGES, LimitExceeded


class PaintedPage(NamedTuple):
    """What one page of a PDF paints; lengths in points, as in `page_lines`."""

    width: float
    height: float
    runs: list[GlyphRun]
    rules: list[Rule]
    pictures: int
    """The number of pictures."""


def read_pdf(data: bytes, *, password: str | None = None) -> Document:
    """Read the pages of a PDF file.

    Reading leaves pdfminer.six as it was: what is bounded or done otherwise here is done in subclasses.

    Raises PasswordNeeded where the file is encrypted and `password` does not open it, and DamagedFile where it
    cannot be read to its end or goes over a bound of `pdf_limits`.
    """
    try:
        with _without_complaints():
            document = BoundedPDFDocument(data, password or "")
            expected = _expected(document)
            painted = list(_pages(document))
            layers = set_right([page.runs for page in painted])
    except PDFPasswordIncorrect as error:
        what = "the password is wrong" if password else "the PDF is encrypted"
        raise PasswordNeeded(f"{what}; give its password with --password") from error
    except PDFEncryptionError as error:
        raise PasswordNeeded("the PDF is encrypted in a way that cannot be read; get a copy without") from error
    except (LimitExceeded, MemoryError) as error:
        raise DamagedFile("the PDF holds far more than a letter does (made to harm?); it is not read") from error
    except RecursionError as error:
        raise DamagedFile("the PDF's objects point at each other in a circle; get a fresh copy") from error
    except KamerbriefError:
        raise
    except Exception as error:  # pdfminer takes a file's word for nearly everything, and fails in every way there is
        raise DamagedFile("the PDF is broken and cannot be read; get a fresh copy of it") from error
    _check(painted, expected)
    spaced = _sets_spaces(painted)
    pages = (page._replace(runs=runs) for page, runs in zip(painted, layers, strict=True))
    return Document("application/pdf", tuple(_page(n, page, spaced=spaced) for n, page in enumerate(pages, 1)))


@contextmanager
def _without_complaints() -> Iterator[None]:
    """Keep pdfminer's log messages off standard error; a program that has set up logging still gets them.

    Python prints the messages of a logger that nobody handles. Each call adds a handler of its own and takes it
    away, so that threads may read at the same time.
    """
    logger, handler = logging.getLogger("pdfminer"), logging.NullHandler()
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


def _page(number: int, page: PaintedPage, *, spaced: bool) -> Page:
    lines = lines_of(number, page.runs, spaced=spaced, rules=page.rules)
    return Page(number, page.width, page.height, lines, tuple(page.rules), page.pictures)


def _pages(document: BoundedPDFDocument) -> Iterator[PaintedPage]:
    """What each page paints. Raises DamagedFile that names the pages whose content is missing."""
    manager = BoundedResourceManager()
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
        yield PaintedPage(width, height, device.runs, device.rules, device.pictures)
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
        inflate.decompress(stream.rawdata, LARGEST_STREAM)
    except zlib.error:
        return True
    if inflate.unconsumed_tail:
        raise LimitExceeded
    return not inflate.eof


def _expected(document: BoundedPDFDocument) -> int | None:
    """The number of pages that the PDF itself says it has; None where it does not say."""
    pages = resolve1(document.catalog.get("Pages"))
    count = resolve1(pages.get("Count")) if isinstance(pages, dict) else None
    return count if isinstance(count, int) else None


def _check(painted: list[PaintedPage], expected: int | None) -> None:
    """Raise DamagedFile where there are no pages, or fewer than expected."""
    if not painted:
        raise DamagedFile("the PDF has no readable pages (cut short?); get a fresh copy of it")
    if expected is not None and len(painted) < expected:
        raise DamagedFile(f"the PDF says {expected} pages and only {len(painted)} can be read; get a fresh copy of it")


def _sets_spaces(painted: list[PaintedPage]) -> bool:
    """Whether the file sets spaces between its words, and does not only leave gaps."""
    text = "".join(run.text for page in painted for run in page.runs)
    return text.count(" ") > len(text) / 25
