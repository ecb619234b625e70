"""Letters of any content, for properties."""

from __future__ import annotations

from hypothesis import strategies as st

from kamerbrief.model import (
    Exchange,
    Footnote,
    ItemMark,
    Letter,
    Listing,
    NoteMark,
    Paragraph,
    Part,
    Section,
    Source,
    Table,
)

RUDE = st.sampled_from(
    """# ## > - + * 1. 12) a. = == --- === *** ___ | |a| ` `` ``` ~~~ ~~ [x] [^1] [a](b) ![a](b) ![ <b> </b> <!-- <http://a.nl>
    &amp; &#42; \\ \\\\ \\* _a_ *a* **a** a_b_c $x$ ! !! http://a.nl/_b_ :: [^1]: (2) ( : = @ =1+1 naïef €""".split()
)
WORDS = st.one_of(RUDE, st.text(alphabet="abcDE1 .,?!*_#[]()<>&|\\`~-+=:$\t", min_size=1, max_size=8))
TEXTS = st.lists(WORDS, min_size=1, max_size=8).map(" ".join).filter(lambda text: bool(text.strip()))
PAGES = st.integers(1, 9)


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    text = draw(TEXTS)
    offsets = sorted(draw(st.sets(st.integers(0, len(text)), max_size=2)))
    notes = tuple(NoteMark(offset=offset, marker=str(n + 1)) for n, offset in enumerate(offsets))
    return Paragraph(text=text, page=draw(PAGES), notes=notes)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 3))
    cells = st.one_of(st.just(""), TEXTS)
    rows = draw(st.lists(st.lists(cells, min_size=width, max_size=width).map(tuple), min_size=1, max_size=3))
    return Table(rows=tuple(rows), page=draw(PAGES))


@st.composite
def listings(draw: st.DrawFn) -> Listing:
    items = tuple(draw(st.lists(TEXTS, min_size=1, max_size=3)))
    kind = draw(st.sampled_from(["-", "a.", "1."]))
    markers = tuple(kind if kind == "-" else f"{'abc'[n] if kind == 'a.' else n + 1}." for n in range(len(items)))
    notes = (ItemMark(item=0, offset=len(items[0]), marker="1"),) if draw(st.booleans()) else ()
    return Listing(items=items, markers=markers, page=draw(PAGES), notes=notes)


PARTS = st.lists(st.one_of(paragraphs(), tables(), listings()), max_size=3).map(
    lambda blocks: Part(blocks=tuple(blocks))
)
NOTES = st.lists(TEXTS, max_size=2).map(
    lambda texts: tuple(Footnote(marker=str(n + 1), text=text, page=1) for n, text in enumerate(texts))
)


@st.composite
def letters(draw: st.DrawFn) -> Letter:
    count = draw(st.integers(1, 3))
    exchanges = tuple(
        Exchange(
            number=n + 1,
            factions=tuple(draw(st.lists(st.sampled_from(["VVD", "D66", "GroenLinks-PvdA"]), max_size=2, unique=True))),
            question=draw(PARTS),
            answer=draw(PARTS),
            footnotes=draw(NOTES),
            pages=(n + 1, n + 2),
        )
        for n in range(count)
    )
    source = Source(name="brief.pdf", sha256="0" * 64, media_type="application/pdf", pages=9)
    return Letter(
        source=source,
        genre="schriftelijk-overleg",
        subject=draw(st.one_of(st.none(), TEXTS)),
        date="2024-05-03",
        introduction=tuple(draw(st.lists(TEXTS, max_size=2))),
        sections=(Section(heading=draw(TEXTS), page=1, exchanges=exchanges),),
    )
