"""Numbers of printed lists; which marks there are stands in cases/printed_marks.txt."""

from __future__ import annotations

from kamerbrief.printed_marks import numbers_in


def test_a_range_that_runs_backwards_is_two_numbers() -> None:
    assert list(numbers_in("9-4")) == ["9", "4"]
