"""What a letter says -> the pieces that are printed, in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from letters.content import NOTE, Block, Content, Exchange, Question, Section
from letters.marks import answer_mark, part_headings, question_mark

BULLETS = {"bullet": "•", "dash": "-", "symbol": "\uf0b7", "letter": ""}


@dataclass(frozen=True, slots=True)
class Piece:
    """One printed block."""

    kind: str
    """intro, part, theme, section, contents, mark, reply, text, restated, item, quote, table, grid, note"""
    text: str = ""
    side: str = ""
    """question or answer"""
    rows: tuple[tuple[str, ...], ...] = ()
    first: bool = False
    """It follows a heading or a mark, not a paragraph."""
    turn: bool = False
    """A page may be made to end before it ("paragraph": after its first line)."""
    cells: tuple[tuple[Piece, ...], ...] = field(default=())
    """The pieces in each cell of a grid's row."""


def script_of(content: Content) -> list[Piece]:
    """All pieces behind the introduction, with the notes' markers numbered in the order of print."""
    return _numbered(content, _first_ones(list(_pieces(content))))


def _pieces(content: Content) -> Iterator[Piece]:
    form = content.form
    body = list(_body(content))
    if form["toc"] == "yes":
        yield Piece("part", "Inhoud")
        yield from _contents(content, [p.text for p in body if p.kind in ("part", "theme", "section")])
    yield from body
    if form["notes"] == "hand" and content.notes:
        yield Piece("notes")


def _contents(content: Content, headings: list[str]) -> Iterator[Piece]:
    """The table of contents, in some letters with pages."""
    for n, text in enumerate(headings):
        leader = f" {'.' * max(3, 80 - len(text))} {2 + n // 3}" if content.variant % 2 else ""
        yield Piece("contents", text + leader)


def _body(content: Content) -> Iterator[Piece]:
    """The questions and answers in the order of the form."""
    form, order = content.form, content.form["order"]
    if form["mark"] == "table":
        yield from _grid(content)
        return
    if order == "parts":
        asking, answering = part_headings(content)
        yield Piece("part", asking)
        yield from _sections(content, "question")
        yield Piece("part", answering)
        yield from _sections(content, "answer")
        return
    yield from _sections(content, "both" if order == "turn" else "section")


def _sections(content: Content, sides: str) -> Iterator[Piece]:
    for section in content.sections:
        if sides == "answer" and not section.exchanges:
            continue
        if section.above:
            yield Piece("theme", section.above)
        if section.heading:
            yield Piece("theme" if content.form["themes"] == "only" else "section", section.heading)
        if section.silent:
            yield Piece("text", section.silent, "question")
        yield from _exchanges(content, section, sides)


def _exchanges(content: Content, section: Section, sides: str) -> Iterator[Piece]:
    """A section's questions, or its answers, or each question with its answer, or first these, then those."""
    if sides == "section":
        yield from _exchanges(content, section, "question")
        for exchange in section.exchanges:
            yield from _answer(content, exchange)
        return
    for exchange in section.exchanges:
        if exchange.theme:
            yield Piece("theme", exchange.theme)
        if sides != "answer":
            yield from _question(content, exchange)
        if sides != "question":
            yield from _answer(content, exchange)


def _question(content: Content, exchange: Exchange) -> Iterator[Piece]:
    """The questions of an exchange with their marks."""
    form = content.form
    yield from (_block(content, b, "question") for b in exchange.opening)
    if exchange.asked:
        yield Piece("mark", exchange.asked, "question")
    merged = len(exchange.questions) > 1 and form["mark"] in ("line", "vraag") and hash_of(exchange) % 2 == 0
    if merged:
        yield Piece("mark", question_mark(form["mark"], exchange.labels), "question")
    for question in exchange.questions:
        yield from _one(content, question, marked=not merged)


def _one(content: Content, question: Question, *, marked: bool) -> Iterator[Piece]:
    mark = content.form["mark"]
    pieces = [_block(content, b, "question") for b in question.blocks]
    if question.label and mark == "dot":
        pieces[0] = replace(pieces[0], text=f"{question.label}. {pieces[0].text}")
    elif question.label and marked:
        yield Piece("mark", question_mark(mark, [question.label]), "question")
    yield from pieces


def _answer(content: Content, exchange: Exchange) -> Iterator[Piece]:
    """An answer with its mark."""
    form = content.form
    turn = form["turn"]
    pieces = [_block(content, b, "answer") for b in exchange.answer]
    mark = answer_mark(form["answer"], exchange.labels, colon=content.variant % 3 == 0)
    if form["answer"] == "inline":
        pieces[0] = replace(pieces[0], text=f"Antwoord: {pieces[0].text}")
    elif form["answer"] == "number" and form["mark"] == "dot":
        pieces[0] = replace(pieces[0], text=f"{exchange.labels[0]}. {pieces[0].text}")
    elif mark:
        yield Piece("reply", mark, "answer", turn=turn == "between")
    if turn == "marker" or turn == "paragraph" or (turn == "between" and not mark):
        pieces[0] = replace(pieces[0], turn=True)
    if turn == "list" and len(pieces) > 1:
        pieces[-1] = replace(pieces[-1], turn=True)
    yield from pieces


def _block(content: Content, block: Block, side: str) -> Piece:
    if block.kind == "table":
        return Piece("table", side=side, rows=tuple(map(tuple, block.rows)))
    if block.kind == "item":
        bullet = block.letter or BULLETS[content.form["lists"]]
        return Piece("item", f"{bullet}\t{block.text}", side)
    return Piece(block.kind, block.text, side)


def _grid(content: Content) -> Iterator[Piece]:
    """A table with a row for each exchange."""
    for section in content.sections:
        if section.heading:
            yield Piece("theme", section.heading)
        head = tuple((Piece("text", t),) for t in ("Nr.", "Vraag", "Antwoord"))
        yield Piece("grid", cells=head)
        for exchange in section.exchanges:
            number = (Piece("text", exchange.labels[0]),)
            asking = tuple(_block(content, b, "question") for b in exchange.asking)
            answer = tuple(_block(content, b, "answer") for b in exchange.answer)
            yield Piece("grid", cells=(number, asking, answer))


def _first_ones(pieces: list[Piece]) -> list[Piece]:
    """Each piece that follows a heading or a mark knows it."""
    before = ["text", *(p.kind for p in pieces)]
    heads = ("part", "theme", "section", "mark", "reply")
    return [replace(p, first=b in heads) for p, b in zip(pieces, before, strict=False)]


def _numbered(content: Content, pieces: list[Piece]) -> list[Piece]:
    """The markers numbered in the order of print, in the pieces and in what the letter says."""
    printed = [t for p in pieces for t in (p.text, *(c.text for cell in p.cells for c in cell))]
    keys = list(dict.fromkeys(key for text in printed for key in NOTE.findall(text)))
    numbers = {key: str(n) for n, key in enumerate(keys, 1)}
    content.notes = {number: content.notes[key] for key, number in numbers.items()}

    def put(text: str) -> str:
        return NOTE.sub(lambda m: f"⟦{numbers[m[1]]}⟧", text)

    for exchange in content.exchanges():
        for block in exchange.blocks:
            block.text = put(block.text)
    return [
        replace(p, text=put(p.text), cells=tuple(tuple(replace(c, text=put(c.text)) for c in x) for x in p.cells))
        for p in pieces
    ]


def hash_of(exchange: Exchange) -> int:
    """A number of an exchange that is the same in each run."""
    return sum(map(ord, exchange.questions[0].blocks[0].text))
