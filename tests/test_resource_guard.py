"""Whatever never ends is ended, and nothing is that ends by itself."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import suppress

import pytest

from kamerbrief.errors import DamagedFile
from kamerbrief.resource_guard import guarded


def forever() -> None:
    while True:
        pass


def stubbornly() -> None:
    with suppress(BaseException):
        forever()
    forever()


def fill_memory() -> None:
    kept = []
    while True:
        kept.append(bytes(2**16))


def test_what_never_ends_is_ended() -> None:
    with pytest.raises(DamagedFile, match="made to harm"), guarded(0, seconds=0.2):
        forever()


def test_even_where_every_exception_is_caught() -> None:
    with pytest.raises(DamagedFile), guarded(0, seconds=0.2):
        stubbornly()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell how much memory is taken")
def test_what_takes_too_much_memory_is_ended() -> None:
    with pytest.raises(DamagedFile), guarded(0, memory=50 * 2**20):
        fill_memory()


def test_in_another_thread() -> None:
    found: list[str] = []

    def work() -> None:
        try:
            with guarded(0, seconds=0.2):
                forever()
        except DamagedFile as error:
            found.append(str(error))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert len(found) == 1


def test_what_ends_by_itself_is_left_alone() -> None:
    for _ in range(50):
        with guarded(0):
            pass
    assert not [thread for thread in threading.enumerate() if thread.name == "kamerbrief-guard" and thread.is_alive()]


def test_its_own_errors_pass() -> None:
    with pytest.raises(KeyError), guarded(0):
        raise KeyError("a")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells threads apart")
def test_what_another_thread_computes_is_not_counted() -> None:
    over = threading.Event()
    other = threading.Thread(target=lambda: [None for _ in iter(over.is_set, True)])
    other.start()
    try:
        with guarded(0, seconds=0.2):
            over.wait(0.6)
    finally:
        over.set()
        other.join()


def test_a_profiler_goes_on_after_a_guarded_parse() -> None:
    steps = "with guarded(1): pass\nimport cProfile\ncProfile.run('sum(map(len, [()] * 9))')"
    done = subprocess.run(
        [sys.executable, "-c", f"from kamerbrief.resource_guard import guarded\n{steps}"],
        timeout=60,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "function calls" in done.stdout
