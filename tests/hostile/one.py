"""Read one file by itself, so that what goes wrong with it stays here: `python tests/hostile/one.py FILE`.

Prints a line of JSON: how it ended, and how its words differ from those that pdfminer's own text has.
"""

from __future__ import annotations

import io
import json
import logging
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

from pdfminer.high_level import extract_text

from kamerbrief.errors import KamerbriefError
from kamerbrief.reading import read


def words(text: str) -> Counter[str]:
    """The letters and digits of a text by kind; spaces may stand elsewhere."""
    return Counter(character for character in unicodedata.normalize("NFKC", text) if character.isalnum())


def differences(data: bytes) -> tuple[int, int, int] | None:
    """How many characters only pdfminer reads in a PDF, how many only we read, and how many there are.

    None where either does not read it.
    """
    try:
        own = words(" ".join(line.text for page in read(data).pages for line in page.lines))
        text = extract_text(io.BytesIO(data))
    except (KamerbriefError, Exception):  # what is wrong with the file is told by the command itself
        return None
    theirs = words(re.sub(r"\(cid:\d+\)", "", text))
    return (theirs - own).total(), (own - theirs).total(), theirs.total()


def main(name: str) -> None:
    """Compare, and print what differs."""
    logging.disable()
    data = Path(name).read_bytes()
    print(json.dumps(differences(data) if b"%PDF-" in data[:1024] else None))


if __name__ == "__main__":
    main(sys.argv[1])
