"""Unpack a Word file with a bound on what comes out, whatever the file says about itself.

A Word file is a zip of parts (ECMA-376, part 2). Each part says how large it is, and that may be a lie; zipfile and
python-docx believe it. Here what comes out is counted.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

LARGEST_XML = 40 * 2**20
"""The most bytes that the XML of a file may unpack to."""
MOST_SIGNS = 2_500_000
"""The most tags and attributes that the XML of a file may have; each takes some hundred bytes when it is read. A
letter has 4,000 on a page."""
MOST_PARTS = 5_000
"""The most parts of a file."""
CHUNK = 2**16
"""Bytes that are unpacked at a time."""
READ = (".xml", ".rels")
"""How the names of parts end that are read."""
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The methods of packing that a Word file may use."""
CONTENT_TYPES = "[Content_Types].xml"
OTHER_KINDS = re.compile(
    rb"application/vnd\.(?:ms-word\.(?:document|template)\.macroEnabled(?:Template)?"
    rb"|openxmlformats-officedocument\.wordprocessingml\.template)\.main\+xml"
)
"""How files with macros and templates declare their main part."""
MAIN_PART = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


class TooMuch(Exception):
    """A Word file holds far more than a letter does."""


@dataclass(slots=True)
class _Allowed:
    """What the parts that are still to be unpacked may come to."""

    size: int = LARGEST_XML
    signs: int = MOST_SIGNS

    def take(self, content: bytes) -> None:
        """Count what has come out. Raises TooMuch where it is more than a file may hold."""
        self.size -= len(content)
        self.signs -= content.count(b"<") + content.count(b"=")
        if self.size < 0 or self.signs < 0:
            raise TooMuch


def unpacked(data: bytes) -> io.BytesIO:
    """The file as a zip in which nothing is packed, for python-docx to open.

    Parts that are not XML, such as pictures and macros, are empty in it; nobody here reads them. The main part is
    declared as that of a plain document: files of other kinds (.docm, .dotx, .dotm) have the same parts, and
    python-docx refuses them.

    Raises TooMuch where the XML is more than LARGEST_XML, MOST_SIGNS or MOST_PARTS, and what zipfile and zlib raise
    where the file is broken.
    """
    allowed, out = _Allowed(), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as copy:
        names = dict.fromkeys(archive.namelist())
        if len(names) > MOST_PARTS:
            raise TooMuch
        for name in names:
            content = _content(archive, name, allowed) if name.lower().endswith(READ) else b""
            copy.writestr(name, OTHER_KINDS.sub(MAIN_PART, content) if name == CONTENT_TYPES else content)
    out.seek(0)
    return out


def _content(archive: zipfile.ZipFile, name: str, allowed: _Allowed) -> bytes:
    """What a part unpacks to."""
    if archive.getinfo(name).compress_type not in METHODS:
        raise zipfile.BadZipFile("packed in a way that no Word file is")
    pieces = []
    with archive.open(name) as part:
        while piece := part.read(CHUNK):
            allowed.take(piece)
            pieces.append(piece)
    return b"".join(pieces)
