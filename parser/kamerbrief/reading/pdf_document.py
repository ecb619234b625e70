"""pdfminer's document, read faster where its objects have common forms, and with an end to every reference."""

from __future__ import annotations

import io

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef

from kamerbrief.reading.content_stream import UnusualStream
from kamerbrief.reading.pdf_objects import object_at

LONGEST_CHAIN = 30
"""References that may refer to each other in a row."""


class BoundedPDFDocument(PDFDocument):
    """A document in which no object leads back to itself."""

    def __init__(self, data: bytes, password: str = "") -> None:
        self.data = data
        super().__init__(PDFParser(io.BytesIO(data)), password)

    def getobj(self, objid: int) -> object:
        """The object, never another reference to follow: pdfminer follows them for ever."""
        found = super().getobj(objid)
        for _ in range(LONGEST_CHAIN):
            if not isinstance(found, PDFObjRef):
                return found
            found = super().getobj(found.objid)
        raise PDFObjectNotFound(objid)

    def _getobj_parse(self, pos: int, objid: int) -> object:
        try:
            return object_at(self, self.data, pos, objid)
        except UnusualStream:
            return super()._getobj_parse(pos, objid)
