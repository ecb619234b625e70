"""The script that measures made letters, as a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent / "letters" / "measure.py"


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="no SIGPIPE here")
def test_a_reader_that_stops_ends_it_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    arguments = [sys.executable, str(SCRIPT), "--count", "1", "--jobs", "1", "--engine", "fpdf2"]
    done = subprocess.run(arguments, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (-signal.SIGPIPE, b"")
