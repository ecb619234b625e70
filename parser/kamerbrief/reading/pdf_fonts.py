"""What a font makes of the codes in a string: their text and how far they move on."""

from __future__ import annotations

from codecs import charmap_decode

from pdfminer.pdffont import PDFFont, PDFSimpleFont, PDFUnicodeNotDefined

from kamerbrief.reading.pdf_limits import LimitExceeded
from kamerbrief.sanitise import encodable

BOLD = "bold black heavy semibold demi".split()
ITALIC = "italic oblique kursiv cursief".split()
SPACE = 32
UNMET = "\ufffe"
"""What `charmap_decode` takes for no letter."""
MOST_LETTERS = 100_000
"""Bytes in one piece of text."""

Codes = bytes | list[int]
"""Of a simple font its bytes, of a composite one numbers."""


class GlyphTexts(dict[int, str]):
    """The text of each code of a font, filled as they come."""

    def __init__(self, font: PDFFont) -> None:
        super().__init__()
        self.font = font

    def __missing__(self, code: int) -> str:
        try:
            text = self.font.to_unichr(code)
        except PDFUnicodeNotDefined:
            text = "\ufffd"
        self[code] = text = encodable(text)
        return text


class GlyphWidths(dict[int, float]):
    """The width of each code of a font, filled as they come."""

    def __init__(self, font: PDFFont) -> None:
        super().__init__()
        self.font = font

    def __missing__(self, code: int) -> float:
        self[code] = width = self.font.char_width(code)
        return width


class FontStyle:
    """A font as this reader needs it."""

    def __init__(self, font: PDFFont) -> None:
        self.font = font
        self.simple = isinstance(font, PDFSimpleFont)
        self.spaced = not font.is_multibyte()
        """Whether its spaces can be set wider (ISO 32000-1, 9.3.3)."""
        name = str(font.fontname).casefold()
        self.bold = any(word in name for word in BOLD) or bool(font.flags & 1 << 18)
        self.italic = (
            any(word in name for word in ITALIC) or bool(font.flags & 1 << 6) or abs(font.italic_angle or 0) > 2
        )
        self.texts = GlyphTexts(font)
        self.letters = [UNMET] * 256
        self.alphabet = "".join(self.letters)
        self.text_of, self.width_of = self.texts.__getitem__, GlyphWidths(font).__getitem__

    def codes(self, strings: list[bytes]) -> Codes:
        """The codes in strings; a code never goes on into the next string."""
        if sum(map(len, strings)) > MOST_LETTERS:
            raise LimitExceeded
        if self.simple:
            return b"".join(strings)
        return [code for string in strings for code in self.font.decode(string)]

    def text(self, codes: Codes) -> str:
        """What codes read."""
        if isinstance(codes, bytes):
            try:
                return charmap_decode(codes, "strict", self.alphabet)[0]  # pyright: ignore[reportArgumentType]  # takes a str
            except UnicodeDecodeError:
                self._meet(codes)
        return "".join(map(self.text_of, codes))

    def _meet(self, codes: bytes) -> None:
        """Put codes into the alphabet; not those that are several letters, or none."""
        for code in set(codes):
            text = self.text_of(code)
            if len(text) == 1:
                self.letters[code] = text
        self.alphabet = "".join(self.letters)

    def advance(self, codes: Codes, wide: float, each: float, space: float) -> float:
        """How far codes move on: by their widths in type sizes, and by what is added to each code and each space."""
        moved = sum(map(self.width_of, codes)) * wide + len(codes) * each
        return moved + codes.count(SPACE) * space if space and self.spaced else moved
