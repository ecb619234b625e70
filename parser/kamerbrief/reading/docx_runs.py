"""Read the runs of a Word file's paragraphs: text in one style, breaks, and references to notes.

Elements are those of WordprocessingML (ECMA-376, part 1, 17.3), as lxml gives them. Word keeps no pages; it notes where
a page started when it last showed the file (`w:lastRenderedPageBreak`), and where its writer asked for a new one (a
hard page break, `w:br w:type="page"`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from kamerbrief.reading.docx_styles import CHARACTER, Look, Styles, either, is_on, look_of, value_of
from kamerbrief.reading.limits import check_length
from kamerbrief.reading.normalise import plain

RUN, BOX, TEXT, PROPERTIES = (qn(f"w:{name}") for name in ("r", "txbxContent", "t", "rPr"))
STYLE, VANISH, UNDERLINE, TYPE, ID = (qn(f"w:{name}") for name in ("rStyle", "vanish", "u", "type", "id"))
RENDERED, BREAK, RETURN = (qn(f"w:{name}") for name in ("lastRenderedPageBreak", "br", "cr"))
SKIPPED = {qn(f"w:{name}") for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr")}
SKIPPED.add("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
"""Elements whose text does not show."""
SIGNS = {qn("w:tab"): " ", qn("w:noBreakHyphen"): "-"}
"""Elements that stand for a character."""
REFERENCES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
"""Elements that refer to a note, and the kind of note."""


class NoteReference(NamedTuple):
    """Where the text refers to a note."""

    kind: str
    """footnote or endnote."""
    id: str
    page: int


class Piece(NamedTuple):
    """A part of a paragraph."""

    kind: str
    """text, note, page or line; the last two are breaks."""
    text: str
    bold: bool
    italic: bool


@dataclass(slots=True)
class RunReader:
    """Reads runs in the order of the text and keeps count of pages and notes."""

    styles: Styles
    page: int = 1
    """The page of what is read now."""
    broken: bool = False
    """Whether a hard page break was read last, and no text since."""
    bare: bool = False
    """Whether the line that is being read has text that is not underlined."""
    references: list[NoteReference] = field(default_factory=list)
    """The references to notes met so far, in order."""
    boxes: list[Any] = field(default_factory=list)
    """The text boxes met so far."""
    unresolved: dict[int, None] = field(default_factory=dict)
    """The pages with an entity in their text: what it stands for is unknown, since entities are not looked up."""

    def turn(self) -> None:
        """Go on to the next page. Raises DamagedFile where there are too many."""
        self.page += 1
        check_length(0, self.page)

    def pieces(self, element: Any, look: Look) -> Iterator[Piece]:
        """The pieces of an element of a paragraph whose style has this look, in order; keeps text boxes apart."""
        for child in element:
            if child.tag == RUN:
                yield from self.run(child, look)
            else:
                yield from self._other(child, look)

    def run(self, element: Any, look: Look) -> Iterator[Piece]:
        """The pieces of a run, which is text in one style; none of a hidden run."""
        properties = element.find(PROPERTIES)
        if properties is not None:
            if is_on(properties, VANISH):
                return
            look = either(look_of(properties), either(self._named(properties), look))
        style = bool(look[0]), bool(look[1])
        underlined = properties is not None and value_of(properties.find(UNDERLINE)) not in (None, "none")
        for child in element:
            tag = child.tag
            if tag == TEXT:
                text = plain(self._text(child)).replace("\u00ad", "")
                self.broken = self.broken and not text.strip()
                self.bare = self.bare or not (underlined or not text.strip())
                yield Piece("text", text, *style)
            elif tag in SIGNS:
                yield Piece("text", SIGNS[tag], *style)
            elif tag in REFERENCES:
                self.references.append(NoteReference(REFERENCES[tag], child.get(ID), self.page))
                yield Piece("note", str(len(self.references)), *style)
            elif tag == RENDERED or (tag == BREAK and child.get(TYPE) == "page"):
                if self._turns(hard=tag == BREAK):
                    yield Piece("page", "", *style)
            elif tag in (BREAK, RETURN):
                yield Piece("line", "", *style)
            else:
                yield from self._other(child, look)

    def _other(self, element: Any, look: Look) -> Iterator[Piece]:
        """The pieces of an element that may hold runs."""
        if element.tag == BOX:
            self.boxes.append(element)
        elif is_entity(element):
            self.unresolved[self.page] = None
        elif element.tag not in SKIPPED:
            yield from self.pieces(element, look)

    def _named(self, properties: Any) -> Look:
        """The look of the character style that the properties of a run name, or of the usual one."""
        return self.styles.look(value_of(properties.find(STYLE)), CHARACTER)

    def _text(self, element: Any) -> str:
        """The text of an element, also that behind a comment or an entity in it."""
        if not len(element):
            return element.text or ""
        if any(map(is_entity, element)):
            self.unresolved[self.page] = None
        return "".join([element.text or "", *(child.tail or "" for child in element)])

    def _turns(self, *, hard: bool) -> bool:
        """Whether a page break starts a page: not one that Word rendered for the hard break just before it."""
        turns = hard or not self.broken
        self.broken = hard
        return turns


def is_entity(element: Any) -> bool:
    """Whether lxml left an entity here (its tags of what is no element are functions)."""
    return getattr(element.tag, "__name__", "") == "Entity"
