"""Text as extraction tools leave it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kamerbrief.errors import EmptyFile, NotALetter
from kamerbrief.reading import read


def texts(data: bytes) -> list[list[str]]:
    return [[line.text for line in page.lines] for page in read(data).pages]


def test_form_feeds_are_page_starts() -> None:
    assert texts(b"een\ntwee\n\fdrie\n\f") == [["een", "twee"], ["drie"]]


def test_one_leading_space_is_a_page_start() -> None:
    page = "".join(f"regel {n}\n\n" for n in range(30))
    pages = texts(f" Eerste regel\n\n{page} Tweede bladzijde\n\n{page}".encode())
    assert [lines[0] for lines in pages] == ["Eerste regel", "Tweede bladzijde"]


def test_indented_text_is_one_page() -> None:
    assert len(texts(b"kop\n inspringen\n  verder\n gewoon\n")) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert texts("coördinatie ‘één’ – €".encode(encoding)) == [["coördinatie ‘één’ – €"]]


def test_double_spacing_is_no_paragraph_and_an_extra_blank_line_is() -> None:
    rows = ["aa", "", "bb", "", " ", "", "cc", "", "dd", "", "ee", "", "ff", "", "gg"]
    lines = read("\n".join(rows).encode()).pages[0].lines
    steps = [round(b.y - a.y) for a, b in pairwise(lines)]
    assert steps[0] == steps[2] == min(steps)
    assert steps[1] > 1.5 * steps[0]


def test_columns_are_told_apart() -> None:
    assert texts(b"Aantal    12    14\n") == [["Aantal", "12", "14"]]


@pytest.mark.parametrize("data", [b"", b" \n\f\n"])
def test_nothing_in_it(data: bytes) -> None:
    with pytest.raises(EmptyFile, match="empty"):
        read(data)


@pytest.mark.parametrize(
    ("data", "what"), [(b"PK\x03\x04rest", "zip file"), (b"\x89PNG\r\n", "picture"), (b"a\0b\0c\0d", "neither")]
)
def test_foreign_files_are_named(data: bytes, what: str) -> None:
    with pytest.raises(NotALetter, match=what):
        read(data)
