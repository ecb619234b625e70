"""Settings for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("kamerbrief", deadline=None)  # speed is for the benchmarks
settings.load_profile("kamerbrief")


@pytest.fixture(autouse=True)
def library_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of the test's own, in its processes too; the user's is never touched."""
    path = tmp_path / "library.sqlite"
    monkeypatch.setenv("KAMERBRIEF_LIBRARY", str(path))
    return path
