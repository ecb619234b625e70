"""Whatever never ends is ended, and nothing is that ends by itself."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import weakref
from contextlib import suppress

import pytest

from kamerbrief import resource_guard
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
    with pytest.raises(DamagedFile, match="made to harm"):
        guarded(forever, 0, seconds=0.2)


def test_even_where_every_exception_is_caught() -> None:
    with pytest.raises(DamagedFile):
        guarded(stubbornly, 0, seconds=0.2)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell how much memory is taken")
def test_what_takes_too_much_memory_is_ended() -> None:
    with pytest.raises(DamagedFile):
        guarded(fill_memory, 0, memory=50 * 2**20)


def test_its_own_exception_never_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    """It did, where work took long in C and then failed: the exception waited for the next step, outside the guard."""
    monkeypatch.setattr(resource_guard, "TICK", 0.0005)
    one, other = socket.socketpair()
    with one, other:
        one.settimeout(0.02)
        for _ in range(20):
            with pytest.raises((DamagedFile, TimeoutError)):
                guarded(lambda: one.recv(1), 0, seconds=-1)
            list(map(str, range(1000)))  # here it would be raised late


def test_what_filled_the_memory_is_let_go() -> None:
    kept: list[weakref.ref[set[int]]] = []

    def work() -> None:
        large = set(range(10))
        kept.append(weakref.ref(large))
        forever()

    with pytest.raises(DamagedFile) as caught:
        guarded(work, 0, seconds=0.1)
    assert caught.value
    assert kept[0]() is None


def test_in_another_thread() -> None:
    found: list[str] = []

    def work() -> None:
        try:
            guarded(forever, 0, seconds=0.2)
        except DamagedFile as error:
            found.append(str(error))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert len(found) == 1


def test_what_ends_by_itself_is_left_alone() -> None:
    for _ in range(50):
        assert guarded(lambda: 3, 0) == 3
    assert not [thread for thread in threading.enumerate() if thread.name == "kamerbrief-guard" and thread.is_alive()]


def test_its_own_errors_pass() -> None:
    with pytest.raises(KeyError):
        guarded(lambda: dict[str, str]()["a"], 0)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells threads apart")
def test_what_another_thread_computes_is_not_counted() -> None:
    over = threading.Event()
    other = threading.Thread(target=lambda: [None for _ in iter(over.is_set, True)])
    other.start()
    try:
        guarded(lambda: over.wait(0.6), 0, seconds=0.2)
    finally:
        over.set()
        other.join()


def test_a_profiler_goes_on_after_a_guarded_parse() -> None:
    steps = "guarded(int, 1)\nimport cProfile\ncProfile.run('sum(map(len, [()] * 9))')"
    done = subprocess.run(
        [sys.executable, "-c", f"from kamerbrief.resource_guard import guarded\n{steps}"],
        timeout=60,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "function calls" in done.stdout
