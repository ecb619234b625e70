"""Settings for all tests."""

from __future__ import annotations

from collections.abc import Iterator
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


@pytest.fixture(autouse=True, scope="session")
def _cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No test, nor a program that it starts, touches the cache of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("cache")
        patch.setenv("KAMERBRIEF_CACHE", str(folder))
        patch.delenv("KAMERBRIEF_NO_CACHE", raising=False)
        yield folder
