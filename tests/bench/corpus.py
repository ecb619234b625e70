"""Make a corpus: `python tests/bench/corpus.py FOLDER COUNT [PAGES]` writes COUNT different letters as PDF.

The PDFs are compressed and have one text operator a line, as those of word processors have. Each letter's plain text
(`pdftotext`) is written to FOLDER-text, to measure tools that search text.
"""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent / "samples")]

from paper import Paper, _furniture, _letterhead, _row, _rows  # noqa: E402
from setting import LEFT, RIGHT, Row, Sheet, set_pages  # noqa: E402
from source import Source  # noqa: E402
from writing import letter  # noqa: E402


def pdf_of(source: Source) -> bytes:
    """Return the letter as PDF."""
    paper = Paper("Times" if "serif" in source.styles else "Helvetica")
    paper.set_compression(True)
    sheets = set_pages(source, cache(paper.measure))
    for number, sheet in enumerate(sheets, 1):
        paper.add_page()
        if number == 1:
            _letterhead(paper, source)
        _furniture(paper, source, number, len(sheets))
        for row in sheet.rows:
            _line(paper, row, fill="justified" in source.styles and row.full)
    return bytes(paper.output())


def _line(paper: Paper, row: Row, *, fill: bool) -> None:
    """Print a row as one string. `fill`: justify the row by widening the spaces."""
    if row.cells:
        _rows(paper, Source({"style": "bare"}, [], {}), Sheet([row]))
    elif any(raised for word in row.words for _, raised in word):
        _row(paper, row, fill=fill)
    else:
        text = row.text()
        left = (RIGHT - LEFT - paper.measure(text, row.style, row.size)) / max(1, text.count(" ")) if fill else 0.0
        paper.set_font(paper.family, row.style, row.size)
        paper.set_xy(row.x, row.y)
        paper._out(f"BT {left:.3f} Tw ET")
        paper.text(row.x, row.y, text)
        paper._out("BT 0 Tw ET")


def write(folder: Path, pages: int, number: int) -> None:
    """Write one letter, as PDF and as text."""
    name = f"brief-{number:06}"
    path = folder / f"{number // 1000:03}" / f"{name}.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pdf_of(letter(number, pages)))
    text = folder.with_name(f"{folder.name}-text") / f"{name}.txt"
    text.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["pdftotext", "-layout", str(path), str(text)], check=True)


def main() -> None:
    """Write the letters, on all processors."""
    folder, count, pages = Path(sys.argv[1]), int(sys.argv[2]), int((sys.argv[3:] or ["15"])[0])
    with ProcessPoolExecutor() as pool:
        for _ in pool.map(partial(write, folder, pages), range(count), chunksize=4):
            pass


if __name__ == "__main__":
    main()
