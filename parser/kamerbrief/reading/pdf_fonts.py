"""Decode the character codes in a string of a PDF with its font: their text, and how wide it is set."""

from __future__ import annotations

from codecs import charmap_decode

from pdfminer.pdffont import PDFFont, PDFSimpleFont, PDFUnicodeNotDefined

from kamerbrief.reading.pdf_limits import LONGEST_TEXT, MOST_GLYPHS, LimitExceeded
from kamerbrief.sanitise import REPLACEMENT, encodable

BOLD = "bold black heavy semibold demi".split()
ITALIC = "italic oblique kursiv cursief".split()
"""Words in the name of a font that tell its style."""
FORCE_BOLD, ITALIC_FLAG = 1 << 18, 1 << 6
"""Flags of a font descriptor that tell its style (ISO 32000-1, 9.8.2)."""
SPACE = 32
"""The code of a space, which word spacing widens (ISO 32000-1, 9.3.3)."""
UNMET = "\ufffe"
"""Stands in a font's alphabet for a code that has not been met; `charmap_decode` fails at it."""

Codes = bytes | list[int]
"""Character codes: of a simple font the bytes of its string, of a composite font numbers."""


class GlyphTexts(dict[int, str]):
    """The text of each character code of a font, looked up when a code is first met.

    Raises LimitExceeded where it is longer than LONGEST_TEXT.
    """

    def __init__(self, font: PDFFont) -> None:
        super().__init__()
        self.font = font

    def __missing__(self, code: int) -> str:
        try:
            text = self.font.to_unichr(code)
        except PDFUnicodeNotDefined:
            text = REPLACEMENT
        if len(text) > LONGEST_TEXT:
            raise LimitExceeded
        self[code] = text = encodable(text)
        return text


class GlyphWidths(dict[int, float]):
    """The width of each character code of a font in type sizes, looked up when a code is first met."""

    def __init__(self, font: PDFFont) -> None:
        super().__init__()
        self.font = font

    def __missing__(self, code: int) -> float:
        self[code] = width = self.font.char_width(code)
        return width


class FontStyle:
    """Whether a font is bold or italic, and the texts and widths of its codes."""

    def __init__(self, font: PDFFont) -> None:
        self.font = font
        self.simple = isinstance(font, PDFSimpleFont)
        self.spaced = not font.is_multibyte()
        """Whether word spacing widens its spaces (ISO 32000-1, 9.3.3)."""
        name = str(font.fontname).casefold()
        self.bold = any(word in name for word in BOLD) or bool(font.flags & FORCE_BOLD)
        self.italic = (
            any(word in name for word in ITALIC) or bool(font.flags & ITALIC_FLAG) or abs(font.italic_angle or 0) > 2
        )
        self.texts = GlyphTexts(font)
        self.letters = [UNMET] * 256
        """The character of each code that has been met and is one character."""
        self.alphabet = "".join(self.letters)
        self.text_of, self.width_of = self.texts.__getitem__, GlyphWidths(font).__getitem__

    def codes(self, strings: list[bytes]) -> Codes:
        """The character codes in strings, each of which holds whole codes.

        Raises LimitExceeded where the strings hold more than MOST_GLYPHS bytes.
        """
        if sum(map(len, strings)) > MOST_GLYPHS:
            raise LimitExceeded
        if self.simple:
            return b"".join(strings)
        return [code for string in strings for code in self.font.decode(string)]

    def text(self, codes: Codes) -> str:
        """The text that codes show; REPLACEMENT for a code that has none."""
        if isinstance(codes, bytes):
            try:
                return charmap_decode(codes, "strict", self.alphabet)[0]  # pyright: ignore[reportArgumentType]  # takes a str
            except UnicodeDecodeError:
                self._meet(codes)
        return "".join(map(self.text_of, codes))

    def _meet(self, codes: bytes) -> None:
        """Put the characters of codes into the alphabet; codes that are several characters, or none, stay out."""
        for code in set(codes):
            text = self.text_of(code)
            if len(text) == 1:
                self.letters[code] = text
        self.alphabet = "".join(self.letters)

    def advance(self, codes: Codes, wide: float, each: float, space: float) -> float:
        """How far codes move on, in text space (ISO 32000-1, 9.4.4).

        `wide`: the type size, in which widths count. `each`: what is added behind each code. `space`: what is
        added behind each space.
        """
        moved = sum(map(self.width_of, codes)) * wide + len(codes) * each
        return moved + codes.count(SPACE) * space if space and self.spaced else moved
