"""How the styles of a Word file look: whether text in a style is bold or italic (ECMA-376, part 1, 17.7)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

PARAGRAPH, CHARACTER = "paragraph", "character"
"""Kinds of style."""
OFF = ("0", "false", "off")
"""Values that turn a property off."""
Look = tuple[bool | None, bool | None]
"""Bold and italic; None where nothing is said about it."""
NOTHING: Look = (None, None)


@dataclass(slots=True)
class Styles:
    """The styles of one file. Each look is worked out once, together with those that its style is based on."""

    kinds: dict[str, str] = field(default_factory=dict)
    """The kind of each style, by its id."""
    bases: dict[str, str] = field(default_factory=dict)
    """The id of the style that a style is based on."""
    own: dict[str, Look] = field(default_factory=dict)
    """What each style says by itself."""
    usual: dict[str, str] = field(default_factory=dict)
    """The id of the default style of each kind."""
    known: dict[str | None, Look] = field(default_factory=lambda: {None: NOTHING})
    """The looks worked out so far."""

    @classmethod
    def of(cls, word: Any) -> Styles:
        """Read the styles of a python-docx document."""
        found = cls()
        for style in word.styles.element.iterchildren(qn("w:style")):
            name, kind = style.get(qn("w:styleId")), style.get(qn("w:type"), PARAGRAPH)
            if name is None or name in found.kinds:
                continue
            found.kinds[name] = kind
            found.own[name] = look_of(style.find(qn("w:rPr")))
            if base := value_of(style.find(qn("w:basedOn"))):
                found.bases[name] = base
            if style.get(qn("w:default"), "0") not in OFF:
                found.usual[kind] = name
        return found

    def look(self, name: str | None, kind: str) -> Look:
        """The look of the style with this id, or of the default style where there is none of this kind."""
        start = name if name is not None and self.kinds.get(name) == kind else self.usual.get(kind)
        chain: list[str] = []
        at = start
        while at is not None and at not in self.known:
            self.known[at] = NOTHING  # where styles are based on each other in a circle, it ends here
            chain.append(at)
            at = self.bases.get(at)
        below = self.known.get(at, NOTHING)
        for each in reversed(chain):
            below = self.known[each] = either(self.own.get(each, NOTHING), below)
        return self.known[start]


def either(first: Look, second: Look) -> Look:
    """What the first look says, and where it says nothing, the second."""
    bold, italic = first
    return (second[0] if bold is None else bold, second[1] if italic is None else italic)


def look_of(properties: Any) -> Look:
    """What the properties of a run (w:rPr) say."""
    if properties is None:
        return NOTHING
    return is_on(properties, qn("w:b")), is_on(properties, qn("w:i"))


def is_on(properties: Any, tag: str) -> bool | None:
    """Whether a property of a run is on; None where it is not there."""
    found = properties.find(tag)
    return None if found is None else found.get(qn("w:val")) not in OFF


def value_of(element: Any) -> str | None:
    """The w:val of an element, which may be None."""
    value: str | None = None if element is None else element.get(qn("w:val"))
    return value
