"""Settings for all tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("kamerbrief", deadline=None)  # speed is for the benchmarks
settings.load_profile("kamerbrief")


@pytest.fixture(autouse=True, scope="session")
def _cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No test, nor a program that it starts, touches the cache of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("cache")
        patch.setenv("KAMERBRIEF_CACHE", str(folder))
        patch.delenv("KAMERBRIEF_NO_CACHE", raising=False)
        yield folder
