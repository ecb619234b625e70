"""Find the rules among the paths that a PDF page paints: the thin lines that tables and forms are drawn with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pdfminer.utils import Matrix, PathSegment, Point, apply_matrix_pt

from kamerbrief.reading.page_lines import Rule

FAR = 1e9
"""Points; what stands further off, or at no finite number, is on no page."""
THIN = 2.5
"""Points; a painted box no thicker than this is a rule."""


def rules_of(path: Sequence[PathSegment], ctm: Matrix, height: float, *, stroked: bool) -> Iterator[Rule]:
    """The rules of one painted path.

    `ctm`: the matrix from the path's space to the page's. `height`: that of the page, in points. `stroked`: whether
    the path's outline is painted and not only its inside.
    """
    for points in _parts(path, ctm):
        if 2 <= len(points) <= 6:
            yield from _rules(points, height, stroked=stroked)


def _parts(path: Sequence[PathSegment], ctm: Matrix) -> Iterator[list[Point]]:
    """The corners of each part of a path, in the page's space with y upwards."""
    points: list[Point] = []
    for segment in path:
        if segment[0] == "m":
            yield points
            points = []
        if segment[0] in "mlvyc" and len(segment) >= 3:
            points.append(apply_matrix_pt(ctm, segment[-2:]))
        elif segment[0] == "h" and points:
            points.append(points[0])
    yield points


def _rules(points: list[Point], height: float, *, stroked: bool) -> Iterator[Rule]:
    """The rule that a straight stroke or a thin box is, or the four edges of a stroked box."""
    left, right = min(p[0] for p in points), max(p[0] for p in points)
    top, bottom = (height - pick(p[1] for p in points) for pick in (max, min))
    if not max(abs(left), abs(right), abs(top), abs(bottom)) < FAR:
        return
    if bottom - top <= THIN and right - left > THIN:
        middle = (top + bottom) / 2
        yield Rule(left, middle, right, middle)
    elif right - left <= THIN and bottom - top > THIN:
        middle = (left + right) / 2
        yield Rule(middle, top, middle, bottom)
    elif stroked and len(points) >= 4:
        yield from (Rule(left, y, right, y) for y in (top, bottom))
        yield from (Rule(x, top, x, bottom) for x in (left, right))
