"""Read a file into pages of lines. Its content tells what kind of file it is; its name does not count."""

from __future__ import annotations

from collections.abc import Iterator

from kamerbrief.errors import EmptyFile, NotALetter, NoText
from kamerbrief.model import Warning
from kamerbrief.reading.limits import check_length
from kamerbrief.reading.page_lines import Document

FOREIGN = {
    b"PK\x03\x04": "a zip file and no Word letter",
    b"\xd0\xcf\x11\xe0": "an old Word file (.doc)",
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"{\\rtf": "a rich text file (.rtf)",
    b"\x1f\x8b": "a gzip file",
}
"""How files begin that cannot be read, and what each is called."""

LARGEST_TEXT = 8 * 2**20
"""The most bytes of a plain text; about 2,500 pages."""


def read(data: bytes, *, password: str | None = None) -> Document:
    """Read the pages of a PDF, a Word file or a plain text.

    `password` opens an encrypted PDF.

    Raises EmptyFile, NotALetter where the file is something else, NoText where it is a scan without text, and
    DamagedFile and PasswordNeeded as `read_pdf` and `read_docx` do.
    """
    if not data.strip():
        raise EmptyFile("the file is empty; fetch it again")
    if b"%PDF-" in data[:1024]:
        from kamerbrief.reading.pdf import read_pdf

        return _with_text(read_pdf(data, password=password))
    if data.startswith(b"PK\x03\x04") and b"word/document.xml" in data:
        from kamerbrief.reading.docx import read_docx

        return _with_text(read_docx(data))
    for start, name in FOREIGN.items():
        if data.startswith(start):
            raise NotALetter(f"this is {name}; save it as PDF, Word or plain text first")
    if data.count(b"\0") > len(data) / 100 and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NotALetter("this is neither a PDF nor a Word file nor a text")
    if len(data) > LARGEST_TEXT:
        raise NotALetter(f"this text is larger than {LARGEST_TEXT >> 20} MiB, and no letter is")
    from kamerbrief.reading.plain_text import read_text

    return _with_text(read_text(data))


def _with_text(document: Document) -> Document:
    """The document itself; raises NoText where no page has text, DamagedFile at too many lines."""
    check_length(sum(len(page.lines) for page in document.pages))
    if not any(page.lines for page in document.pages):
        raise NoText(
            f"none of its {len(document.pages)} pages has a text layer (a scan?); "
            "make one first: ocrmypdf -l nld IN.pdf OUT.pdf"
        )
    return document


def about_pages(document: Document) -> Iterator[Warning]:
    """A warning for each page without text, or of which text could not be read: it is missing from the letter."""
    for number, what in document.missing:
        message = what if number is None else f"page {number}: {what}"
        yield Warning(code="no-text", message=message, page=number)
    for page in document.pages if document.measured else ():
        if not page.lines:
            what = "a picture without text (a scan?); ocrmypdf -l nld reads it" if page.pictures else "no text (blank?)"
            yield Warning(code="no-text", message=f"page {page.number}: {what}", page=page.number)
