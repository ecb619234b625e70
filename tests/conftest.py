"""Settings for all tests."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("kamerbrief", deadline=None)  # speed is for the benchmarks
settings.load_profile("kamerbrief")
