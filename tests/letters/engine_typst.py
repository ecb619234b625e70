"""Sets a letter with Typst: its source is written here, its line breaking and its notes are Typst's own."""

from __future__ import annotations

import re
from functools import cache

import typst

from letters.content import NOTE, Content
from letters.fonts import folders
from letters.look import gap_before, indented, size_of, style_of
from letters.pages import SHEETS, mark_text
from letters.script import Piece
from letters.stationery import Label, opening_of, running_of

SANS = ("Source Sans Pro", "Roboto")
SERIF = ("Libertinus Serif", "New Computer Modern")
SPECIAL = re.compile(r"[\\#$*_`<>@~\[\]=+/\"'-]")


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(font_paths=[str(f) for f in folders()], ignore_system_fonts=True)


def pdf_of(content: Content, pieces: list[Piece]) -> bytes:
    """The letter as PDF."""
    made = _compiler().compile(input=source_of(content, pieces).encode(), format="pdf")
    assert isinstance(made, bytes)  # a list of them is made of pictures only
    return made


def source_of(content: Content, pieces: list[Piece]) -> str:
    """The letter as Typst's source."""
    carrier, head = content.form["carrier"], content.head
    signature = [f"De {head['office']},", head["signer"]]
    salute = ["Geachte voorzitter,"] if carrier in ("letter", "annex") else []
    parts = [_settings(content), f"#v({SHEETS[carrier].first_top - SHEETS[carrier].top}pt)"]
    parts += [_outside(content, text) for text in [*salute, *content.introduction]]
    parts += [_outside(content, t) for t in signature] + ["#pagebreak()"] if carrier == "annex" else []
    before: Piece | None = Piece("text") if carrier != "annex" else None
    for piece in _rows_together(pieces):
        parts += [_gap(content, piece, before), _printed(content, piece)]
        before = piece
    parts += [_outside(content, t) for t in signature] if carrier in ("letter", "kamerstuk") else []
    return "\n\n".join(filter(None, parts))


def _settings(content: Content) -> str:
    """The page, the type, and what stands on each page."""
    form, sheet = content.form, SHEETS[content.form["carrier"]]
    size = size_of(form) + (0.5 if form["family"] == "sans" else 0)
    fonts = SERIF if form["family"] == "serif" else SANS
    font = fonts[int(content.head["reference"]) % 2]
    labels = "".join(_label(one) for one in running_of(content, 2, 0))
    first = "".join(_label(one) for one in [*running_of(content, 1, 0), *opening_of(content)])
    bottom = 842 - sheet.bottom
    hyphens, justified = _bool(form["hyphens"] == "yes"), _bool(form["align"] == "justified")
    margins = f"left: {sheet.left}pt, right: {595 - sheet.right}pt, top: {sheet.top}pt, bottom: {bottom}pt"
    return f"""#set document(date: none)
#set text(font: ("{font}", "Libertinus Serif"), size: {size}pt, lang: "nl", hyphenate: {hyphens})
#set text(costs: (widow: 0%, orphan: 0%))
#set par(justify: {justified}, leading: 0.62em, spacing: 0.62em)
#set block(spacing: 0.62em)
#set page(paper: "a4", margin: ({margins}), background: context {{
  let n = counter(page).get().first()
  let total = counter(page).final().first()
  if n == 1 {{ [{first}] }} else {{ [{labels}] }}
}})
#show footnote.entry: set text(size: {size - 2}pt)"""


def _label(label: Label) -> str:
    """A line of the stationery at its place; page numbers are counted."""
    text = re.sub(r"^Pagina \d+ van 0$", "Pagina #n van #total", escaped(label.text))
    if label.right and label.y > 780:
        text = "#n"
    weight = "bold" if "B" in label.style else "regular"
    body = f'#text(font: "{SANS[0]}", size: {label.size}pt, weight: "{weight}")[{text}]'
    align = f"top + right, dx: {label.x - 595}pt" if label.right else f"top + left, dx: {label.x}pt"
    return f"#place({align}, dy: {round(label.y - label.size * 0.75, 1)}pt)[#set par(leading: 0pt);{body}]"


def _bool(value: bool) -> str:
    return "true" if value else "false"


def escaped(text: str) -> str:
    """A text as Typst's source."""
    return SPECIAL.sub(lambda m: "\\" + m[0], text)


def _marked(content: Content, text: str) -> str:
    """A text with its notes."""
    if content.form["notes"] != "foot":
        return escaped(mark_text(content, text))
    start, *rest = NOTE.split(text)
    found = escaped(start)
    for key, after in zip(rest[::2], rest[1::2], strict=True):
        found += f"#footnote[{escaped(content.notes[key])}]{escaped(after)}"
    return found


def _outside(content: Content, text: str) -> str:
    """A paragraph outside of the questions and answers."""
    return f"#v(0.7em)\n#block[{_marked(content, text)}]"


def _gap(content: Content, piece: Piece, before: Piece | None) -> str:
    """The room above a piece, and the turn of a page where one is wished for."""
    gap = gap_before(content.form, piece, before)
    turn = "#context { if here().position().y > 590pt { colbreak(weak: true) } }\n" if piece.turn else ""
    return turn + (f"#v({0.62 + 1.2 * gap:.2f}em, weak: true)" if gap else "")


def _printed(content: Content, piece: Piece) -> str:
    """A piece as Typst's source."""
    form = content.form
    if piece.kind == "notes":
        return "\n".join(f"#block[\\[{key}\\] {escaped(text)}]" for key, text in content.notes.items())
    if piece.kind == "grid":
        return _grid(content, piece)
    if piece.kind == "table":
        return _table(piece, ruled=form["tables"] == "ruled")
    body = _typed(_unlisted(content, piece), style_of(form, piece))
    if piece.kind == "item":
        bullet, text = body.split("\t", 1) if "\t" in body else ("", body)
        return f"#block(inset: (left: 10pt))[#grid(columns: (14pt, 1fr), [{bullet}], [{text}])]"
    if piece.kind == "quote":
        return f"#block(inset: (x: 24pt))[{body}]"
    if piece.kind in ("part", "theme", "section", "mark", "reply"):
        sticky = piece.kind != "reply" or form["turn"] != "marker"
        return f"#block(sticky: {_bool(sticky)})[{body}]"
    return f"#block[{'#h(1.4em)' if indented(form, piece) else ''}{body}]"


def _unlisted(content: Content, piece: Piece) -> str:
    """A piece's text; a number at its start makes it a hanging paragraph in some letters, and never a heading."""
    text = _marked(content, piece.text)
    if piece.kind == "text" and int(content.head["reference"]) % 2:
        return text
    return re.sub(r"^(\d+)\. ", r"\1\. ", text)


def _typed(body: str, style: str) -> str:
    """Source in a type."""
    if style == "U":
        return f"#underline[{body}]"
    options = [*(['weight: "bold"'] if "B" in style else []), *(['style: "italic"'] if "I" in style else [])]
    return f"#text({', '.join(options)})[{body}]" if options else body


def _table(piece: Piece, *, ruled: bool) -> str:
    columns = len(piece.rows[0])
    cells = "".join(f"[{escaped(cell)}], " for row in piece.rows for cell in row)
    align = f"({', '.join(['left', *['right'] * (columns - 1)])})"
    return f"#table(columns: {columns}, stroke: {'0.4pt' if ruled else 'none'}, align: {align}, inset: 4pt, {cells})"


def _rows_together(pieces: list[Piece]) -> list[Piece]:
    """The pieces, the rows of a grid as one."""
    found: list[Piece] = []
    for piece in pieces:
        if piece.kind == "grid" and found and found[-1].kind == "grid":
            found[-1] = Piece("grid", cells=found[-1].cells + piece.cells)
        else:
            found.append(piece)
    return found


def _grid(content: Content, piece: Piece) -> str:
    """A table of questions and answers; a row may go on over the page."""
    cells = []
    for n, cell in enumerate(piece.cells):
        texts = [_marked(content, c.text.replace("\t", " ")) for c in cell]
        body = "".join(f"#block(spacing: 0.9em)[{text}]" for text in texts)
        cells.append(f"[{_typed(body, 'B') if n < 3 else body}]")
    stroke = "0.4pt" if int(content.head["reference"]) % 3 else "none"
    return f"#table(columns: (8%, 37%, 55%), stroke: {stroke}, inset: 4pt, {', '.join(cells)})"
