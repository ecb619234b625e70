"""Fuzz with atheris: files that reach code that none before them reached are kept, and changed further.

`tests/fuzz.py --corpus` runs this in a process of its own; `CORPUS` is a folder of files, and grows.
"""

from __future__ import annotations

import random
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1])]

atheris: Any = import_module("atheris")  # it may not be installed where types are checked

with atheris.instrument_imports(include=["kamerbrief"]):
    import kamerbrief.export
    import kamerbrief.insight
    import kamerbrief.layout
    import kamerbrief.parse
    import kamerbrief.reading.docx
    import kamerbrief.reading.pdf
    import kamerbrief.reading.plain_text
    import kamerbrief.structure  # noqa: F401 - imported here so that they are instrumented
    from fuzz import SECONDS, attempt
    from mutations import mutated

LARGEST = 100_000
"""The most bytes of an input."""
MEMORY = 1_500
"""MiB; libFuzzer and the coverage take some of it themselves."""


def one(data: bytes) -> None:
    """Read an input; what is wrong becomes an exception, at which libFuzzer keeps the input and stops."""
    wrong = attempt(data)
    if wrong is not None and not isinstance(wrong, bool):
        raise AssertionError(wrong)


def change(data: bytes, most: int, seed: int) -> bytes:
    """Change an input as files of its kind are changed; now and then as libFuzzer does."""
    rng = random.Random(seed)
    if not data or rng.random() < 0.2:
        return bytes(atheris.Mutate(data, most))
    try:
        return mutated(rng, data, data)[:most]
    except Exception:  # a zip that is damaged already cannot be taken apart
        return bytes(atheris.Mutate(data, most))


def main(corpus: str, keep: str, seconds: str, seed: str) -> None:
    """Run for so many seconds, or until something is found."""
    flags = (
        f"-max_total_time={seconds}",
        f"-timeout={10 * SECONDS}",
        f"-report_slow_units={10 * SECONDS}",
        f"-rss_limit_mb={MEMORY}",
        f"-max_len={LARGEST}",
    )
    more = (f"-artifact_prefix={keep}/found-", f"-seed={seed}", "-print_final_stats=1", "-verbosity=1")
    atheris.Setup([sys.argv[0], *flags, *more, corpus], one, custom_mutator=change)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
