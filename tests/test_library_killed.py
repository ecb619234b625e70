"""An add that is killed at any moment leaves every letter complete or absent."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from random import Random

import pytest

from hostile.killed_adds import killed_adds
from library_files import some_letters


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_every_letter_is_whole_or_absent(library_file: Path, tmp_path: Path) -> None:
    folder = some_letters(tmp_path / "brieven", 60)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    told = list(killed_adds(library_file, folder, times=4, chance=Random(1), longest=1.5, env=env))
    assert len(told) == 4
    assert [one.problems for one in told] == [[]] * 4
    assert [one.lost for one in told] == [0] * 4
