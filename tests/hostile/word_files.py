"""Makers of Word files from scratch: each part is written by hand, so that it may be as odd as a test needs it.

A maker takes how much there is to be of what it is about, and gives the file.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping

Maker = Callable[[int], bytes]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
LETTER = (
    "Vragen en opmerkingen van de leden van de fractie van de VVD",
    "De leden van de VVD-fractie lezen over wegen. Hoeveel wegen zijn er?",
    "Antwoord",
    "Er zijn 139.000 kilometer wegen.",
)


def paragraph(text: str = "", properties: str = "", more: str = "") -> str:
    """A paragraph with one run of text, and more elements behind it."""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    properties = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{properties}{run}{more}</w:p>"


OPENING = "".join(map(paragraph, LETTER))
CELL = f"<w:tc>{paragraph('1')}</w:tc>"


def document(body: str, *, head: str = "", opening: str = OPENING) -> str:
    """The main part with a letter before `body`. `head` stands before its root element."""
    return f'<?xml version="1.0"?>{head}<w:document xmlns:w="{W}"><w:body>{opening}{body}</w:body></w:document>'


def word_file(main: str, parts: Mapping[str, str] | None = None, *, name: str = "word/document.xml") -> bytes:
    """A Word file. `parts`: the other parts by the kind of relation that the main part has to them."""
    parts = parts or {}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        kinds = "".join(
            f'<Override PartName="/word/{kind}.xml" ContentType="{KIND}{kind.rstrip("0123456789")}+xml"/>'
            for kind in parts
        )
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.'
            'openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{name}" ContentType="{KIND}document.main+xml"/>{kinds}</Types>',
        )
        archive.writestr("_rels/.rels", relations({"rId1": ("officeDocument", name)}))
        named = {f"r{n}": (kind.rstrip("0123456789"), f"{kind}.xml") for n, kind in enumerate(parts)}
        archive.writestr("word/_rels/document.xml.rels", relations(named))
        archive.writestr(name, main)
        for kind, xml in parts.items():
            archive.writestr(f"word/{kind}.xml", xml)
    return out.getvalue()


def relations(named: Mapping[str, tuple[str, str]]) -> str:
    """A part of relations: by id the kind and the target."""
    rows = (
        f'<Relationship Id="{name}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for name, (kind, target) in named.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def root(name: str, content: str) -> str:
    """A part of WordprocessingML."""
    return f'<?xml version="1.0"?><w:{name} xmlns:w="{W}">{content}</w:{name}>'


def lying(data: bytes, name: str, size: int) -> bytes:
    """The file with a part that says it unpacks to `size` bytes, in both places where a zip says so."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = archive.getinfo(name)
    said, other = struct.pack("<II", part.compress_size, part.file_size), struct.pack("<II", part.compress_size, size)
    return data.replace(said, other)


def filled(count: int) -> bytes:
    """A main part of many megabytes of blanks."""
    return word_file(document(" " * count * 1000))


def styled(count: int) -> bytes:
    """Many runs in a style, at the end of a chain of as many styles."""
    chain = "".join(
        f'<w:style w:type="character" w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(count)
    )
    run = '<w:r><w:rPr><w:rStyle w:val="s0"/></w:rPr><w:t>weg </w:t></w:r>'
    return word_file(document(paragraph(more=run * count)), {"styles": root("styles", chain)})


def style_loop(count: int) -> bytes:
    """Runs in styles that are based on each other in a circle."""
    circle = "".join(
        f'<w:style w:type="{kind}" w:styleId="{kind}{n}"><w:basedOn w:val="{kind}{(n + 1) % 3}"/></w:style>'
        for kind in ("paragraph", "character")
        for n in range(3)
    )
    run = '<w:r><w:rPr><w:rStyle w:val="character1"/></w:rPr><w:t>weg </w:t></w:r>'
    body = paragraph(properties='<w:pStyle w:val="paragraph1"/>', more=run * count)
    return word_file(document(body), {"styles": root("styles", circle)})


def lists(count: int) -> bytes:
    """As many lists as there are paragraphs."""
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    kind = f'<w:abstractNum w:abstractNumId="0">{"".join(map(level.format, range(9)))}</w:abstractNum>'
    each = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/></w:num>' for n in range(1, count + 1))
    marks = (f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{n}"/></w:numPr>' for n in range(1, count + 1))
    body = "".join(paragraph("weg", mark) for mark in marks)
    return word_file(document(body), {"numbering": root("numbering", kind + each)})


def long_labels(count: int) -> bytes:
    """Lists whose label is as long as the file, at every paragraph."""
    pattern = "%1" * count
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="{pattern}"/></w:lvl>'
    kind = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    numbering = kind + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    body = paragraph("weg", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') * count
    return word_file(document(body), {"numbering": root("numbering", numbering)})


def runs(count: int) -> bytes:
    """One paragraph of many runs, every other one bold."""
    pair = "<w:r><w:t>we</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>g </w:t></w:r>"
    return word_file(document(paragraph(more=pair * (count // 2))))


def breaks(count: int) -> bytes:
    """One paragraph of many lines broken by hand, none of which ends a sentence."""
    return word_file(document(paragraph("woord " * 20, more="<w:r><w:br/><w:t>en</w:t></w:r>" * count)))


def page_breaks(count: int) -> bytes:
    """Many pages, all of them empty."""
    return word_file(document(paragraph(more='<w:r><w:br w:type="page"/></w:r>' * count)))


def wide_table(count: int) -> bytes:
    """A table of one row."""
    return word_file(document(f"<w:tbl><w:tr>{CELL * count}</w:tr></w:tbl>"))


def long_table(count: int) -> bytes:
    """A table of many rows."""
    row = f"<w:tr>{CELL * 2}</w:tr>"
    return word_file(document(f"<w:tbl>{row * count}</w:tbl>"))


def nested_tables(count: int) -> bytes:
    """Tables in tables, with many cells in the innermost."""
    start, end = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    row = f"<w:tr>{CELL}</w:tr>"
    inner = f"<w:tbl>{row * count}</w:tbl>"
    return word_file(document(start * 40 + inner + end * 40))


def notes(count: int) -> bytes:
    """A long note that the text refers to again and again."""
    note = '<w:footnote w:id="2">' + paragraph("noot " * count) + "</w:footnote>"
    body = paragraph(more='<w:r><w:t>a</w:t><w:footnoteReference w:id="2"/></w:r>' * count)
    return word_file(document(body), {"footnotes": root("footnotes", note)})


def headers(count: int) -> bytes:
    """Many headers."""
    return word_file(document(""), {f"header{n}": root("hdr", paragraph("kop")) for n in range(min(count, 2000))})


def text_boxes(count: int) -> bytes:
    """Text boxes in text boxes, and many beside each other."""
    start, end = "<w:r><w:pict><w:txbxContent><w:p>", "</w:p></w:txbxContent></w:pict></w:r>"
    inner = "<w:r><w:t>diep</w:t></w:r>"
    return word_file(document(paragraph(more=(start * 10 + inner + end * 10) * (count // 10))))


def entities(count: int) -> bytes:
    """Text behind entities."""
    body = paragraph("voor &e; achter " * count)
    return word_file(document(body, head='<!DOCTYPE x [<!ENTITY e "weg">]>'))


def attributes(count: int) -> bytes:
    """An element with many attributes."""
    named = " ".join(f'a{n}=""' for n in range(count))
    return word_file(document(f"<w:p {named}/>"))


def deep(count: int) -> bytes:
    """Elements in elements."""
    depth = min(count, 120)
    return word_file(document("<w:sdt><w:sdtContent>" * depth + paragraph("diep") + "</w:sdtContent></w:sdt>" * depth))


def other_name(count: int) -> bytes:
    """A main part whose name does not say that it is XML."""
    return word_file(document(paragraph("weg " * count)), name="word/document.xml.bin")


def false_sizes(count: int) -> bytes:
    """A main part that says it is small."""
    return lying(filled(count), "word/document.xml", 1000)


def many_parts(count: int) -> bytes:
    """A zip of very many parts."""
    out = io.BytesIO(word_file(document("")))
    with zipfile.ZipFile(out, "a") as archive:
        for n in range(count):
            archive.writestr(f"word/x{n}.xml", "")
    return out.getvalue()


def rich() -> bytes:
    """A letter with something of everything that is read, to change at random."""
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"/><w:style w:type="character" w:styleId="V">'
        '<w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="K"><w:basedOn w:val="N"/>'
        "<w:rPr><w:i/></w:rPr></w:style>"
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/>'
        '<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("jaar", "2020"))
    box = "<w:r><w:pict><w:txbxContent>" + paragraph("kader") + "</w:txbxContent></w:pict></w:r>"
    body = (
        paragraph("Kop", '<w:pStyle w:val="K"/>')
        + paragraph("een", item)
        + paragraph("twee", item, box)
        + f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>"
        + paragraph("Vraag 2", '<w:pStyle w:val="K"/>')
        + paragraph("Wat kost dat?", more='<w:r><w:br w:type="page"/><w:t>Nog iets?</w:t></w:r>')
        + paragraph("Antwoord 2", '<w:pStyle w:val="K"/>')
        + paragraph("Niets.", more='<w:r><w:rPr><w:rStyle w:val="V"/></w:rPr><w:footnoteReference w:id="2"/></w:r>')
        + paragraph("Eerste regel", more="<w:r><w:lastRenderedPageBreak/><w:br/><w:tab/><w:t>tweede</w:t></w:r>")
    )
    parts = {
        "styles": root("styles", styles),
        "numbering": root("numbering", numbering),
        "footnotes": root("footnotes", '<w:footnote w:id="2">' + paragraph("Kamerstuk 1") + "</w:footnote>"),
        "header1": root("hdr", paragraph("Ons kenmerk")),
        "footer1": root("ftr", paragraph("Pagina 1")),
    }
    return word_file(document(body), parts)


MAKERS: dict[str, Maker] = {
    f"docx-{make.__name__}": make
    for make in (
        filled,
        styled,
        style_loop,
        lists,
        long_labels,
        runs,
        breaks,
        page_breaks,
        wide_table,
        long_table,
        nested_tables,
        notes,
        headers,
        text_boxes,
        entities,
        attributes,
        deep,
        other_name,
        false_sizes,
        many_parts,
    )
}
"""The makers by name."""
