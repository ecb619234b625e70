"""Importing the reader, and reading a PDF with it, leaves pdfminer.six as any other program would find it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "samples" / "zwemveiligheid.pdf"
PROGRAM = """
import importlib, inspect, logging, pkgutil, sys
from pathlib import Path
import pdfminer

modules = [importlib.import_module(found.name) for found in pkgutil.iter_modules(pdfminer.__path__, "pdfminer.")]


def state():
    holders = {id(holder): holder for module in modules for holder in (module, *vars(module).values())
               if holder is module or inspect.isclass(holder)}
    loggers = [logging.getLogger(name) for name in ("pdfminer", *(module.__name__ for module in modules))]
    return (
        {(holder, name): value for holder in holders.values() for name, value in vars(holder).items()},
        [(logger.level, logger.handlers[:], logger.filters[:], logger.propagate) for logger in loggers],
    )


def same(before, after):
    values = before[0].keys() == after[0].keys() and all(value is after[0][key] for key, value in before[0].items())
    return values and before[1] == after[1]


before = state()
from kamerbrief.reading.pdf import read_pdf
assert same(before, state()), "importing changes pdfminer"
assert read_pdf(Path(sys.argv[1]).read_bytes()).pages
assert same(before, state()), "reading changes pdfminer"
pdfminer.pdftypes.zlib = None
assert not same(before, state()), "this check sees no change"
print(len(before[0]))
"""


def test_pdfminer_is_left_as_it_was() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(SAMPLE)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 1_000


def test_a_broken_pdf_says_nothing_on_standard_error() -> None:
    program = "import sys; from kamerbrief.errors import DamagedFile; from kamerbrief.reading.pdf import read_pdf\n"
    program += "try: read_pdf(open(sys.argv[1], 'rb').read()[:3000])\nexcept DamagedFile: print('damaged')"
    done = subprocess.run([sys.executable, "-c", program, str(SAMPLE)], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("damaged\n", "")
