"""A PDF file as pdfminer.six reads it, with a bound on its streams and on its references."""

from __future__ import annotations

import io

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream
from pdfminer.psparser import PSKeyword

from kamerbrief.reading.pdf_limits import LONGEST_CHAIN
from kamerbrief.reading.pdf_streams import BoundedStream


class BoundedPDFParser(PDFParser):
    """pdfminer's parser of a file's objects, whose streams are BoundedStreams."""

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Act on a keyword of the file; where it ends a stream, put the bounded stream in its place."""
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            start, found = self.curstack[-1]
            if isinstance(found, PDFStream):
                self.curstack[-1] = start, BoundedStream.of(found)


class BoundedPDFDocument(PDFDocument):
    """A PDF document in which no reference leads back to itself."""

    def __init__(self, data: bytes, password: str = "") -> None:
        """Read the tables and the trailer of the file `data`.

        Raises PDFPasswordIncorrect and PDFEncryptionError, and much else where the file is damaged.
        """
        super().__init__(BoundedPDFParser(io.BytesIO(data)), password)

    def getobj(self, objid: int) -> object:
        """The object with this number, never another reference.

        pdfminer follows a reference until it gives an object, so references in a circle would keep it busy for
        ever. Raises PDFObjectNotFound where there is no such object or LONGEST_CHAIN references lead to none.
        """
        found = super().getobj(objid)
        for _ in range(LONGEST_CHAIN):
            if not isinstance(found, PDFObjRef):
                return found
            found = super().getobj(found.objid)
        raise PDFObjectNotFound(objid)
