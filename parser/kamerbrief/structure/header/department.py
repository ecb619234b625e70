"""The ministry and the directorate that write a letter."""

from __future__ import annotations

from collections.abc import Sequence

from kamerbrief.layout.header_fields import labelled
from kamerbrief.reading.page_lines import Line
from kamerbrief.structure.evidence.wording.letterheads import MINISTRY, SITE


def department(texts: Sequence[str], beside: Sequence[Line]) -> list[str]:
    """The ministry that the texts of the letterhead name, then the directorate named in the lines beside the body."""
    ministry = next((found.group().strip(" -,") for text in texts if (found := MINISTRY.search(text))), None)
    return [*([ministry] if ministry else []), *_directorate(beside)]


def _directorate(lines: Sequence[Line]) -> list[str]:
    """The directorate, from the first line that names one to the address or the next label."""
    start = next((n for n, line in enumerate(lines) if _names_directorate(line)), None)
    if start is None:
        return []
    found: list[list[Line]] = [[lines[start]]]
    for before, line in zip(lines[start:], lines[start + 1 :], strict=False):
        other = (labelled(line.text) or ("", ""))[0] not in ("", "department")
        if line.page != before.page or other or SITE.search(line.text) or line.y - before.y > 2 * line.size:
            break
        bare = len(found) == 1 and len(found[0]) == 1 and "-" in before.text
        if (line.bold and before.bold) or (not before.bold and bare):
            found[-1].append(line)
        else:
            found.append([line])
    return [" ".join(line.text for line in group) for group in found]


def _names_directorate(line: Line) -> bool:
    found = labelled(line.text)
    return found is not None and found[0] == "department"
