"""How the pieces of a letter look, whatever engine prints them: type, gaps and indents by trait."""

from __future__ import annotations

from letters.forms import Form
from letters.script import Piece

HEADS = ("part", "theme", "section")


def style_of(form: Form, piece: Piece) -> str:
    """The type of a piece: "", "B" (bold), "I" (italic), "BI" or "U" (underlined)."""
    if piece.kind == "part":
        return "B"
    if piece.kind == "theme":
        only = form["themes"] in ("only", "above") or form["heading_type"] == "italic"
        return "B" if only else "I"
    if piece.kind == "section":
        return _type(form["heading_type"])
    if piece.kind in ("mark", "reply"):
        questioned = piece.side == "question" and form["answer"] in ("italic", "bold")
        return _type(form["answer"] if questioned else form["mark_type"])
    if piece.kind == "restated":
        return "I"
    if piece.side == "question" and form["answer"] in ("italic", "bold"):
        return _type(form["answer"])
    return ""


def _type(name: str) -> str:
    return {"bold": "B", "italic": "I", "underlined": "U"}.get(name, "")


def gap_before(form: Form, piece: Piece, before: Piece | None) -> float:
    """The blank lines above a piece."""
    if before is None or piece.kind == "contents" or piece.kind == before.kind == "grid":
        return 0.0
    if piece.kind == "part" or before.kind == "contents":
        return 2.0
    if piece.kind in HEADS:
        return 0.5 if before.kind in HEADS else 1.0
    if piece.first:
        return 0.0
    if piece.kind == "item":
        return 0.0
    if piece.kind in ("table", "quote") or before.kind in ("table", "quote"):
        return 0.7
    if piece.kind in ("mark", "reply"):
        return 0.0 if form["paragraphs"] == "indent" and piece.kind == "reply" else 1.0
    return 1.0 if form["paragraphs"] == "blank" else 0.0


def indented(form: Form, piece: Piece) -> bool:
    """Whether the first line of a piece is indented."""
    return form["paragraphs"] == "indent" and piece.kind in ("text", "restated") and not piece.first


def size_of(form: Form) -> float:
    """The size of the running text in points."""
    return 8.5 if form["size"] == "small" else 9.5 if form["family"] == "sans" else 10.5
