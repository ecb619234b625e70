"""The command `show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from kamerbrief.errors import ExitCode

if TYPE_CHECKING:
    from cli.conftest import Invoke, Letters

pytestmark = pytest.mark.usefixtures("letters")


def test_a_letter_in_a_pipe_is_plain_text(invoke: Invoke) -> None:
    code, out, err = invoke("show", "wegen.pdf")
    assert (code, err) == (ExitCode.OK, "")
    assert "── 2 · GroenLinks, PvdA · p. 2–3 ──" in out
    assert "\x1b" not in out
    assert not [line for line in out.splitlines() if line != line.rstrip()]


def test_the_width_of_a_pipe_is_columns_or_80(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    assert max(map(len, invoke("show", "wegen.pdf").out.splitlines())) == 80
    monkeypatch.setenv("COLUMNS", "50")
    assert max(map(len, invoke("show", "wegen.pdf").out.splitlines())) == 50
    monkeypatch.setenv("COLUMNS", "wide")
    assert max(map(len, invoke("show", "wegen.pdf").out.splitlines())) == 80


@pytest.mark.parametrize("name", ["gl", "GroenLinks", "PVDA"])
def test_a_faction_by_any_of_its_names(invoke: Invoke, name: str) -> None:
    code, out, _ = invoke("show", "wegen.pdf", "--party", name)
    assert code == ExitCode.OK
    assert "tunnels" in out
    assert "kilometer" not in out


def test_several_factions(invoke: Invoke) -> None:
    code, out, err = invoke("show", "wegen.pdf", "-p", "vvd", "-p", "pvda")
    assert (code, err) == (ExitCode.OK, "")
    assert "kilometer" in out
    assert "tunnels" in out


def test_a_faction_that_asks_nothing_here(invoke: Invoke) -> None:
    code, out, err = invoke("show", "wegen.pdf", "--party", "sp")
    assert (code, out) == (ExitCode.NO_MATCH, "")
    assert err == "kamerbrief: wegen.pdf: no questions by SP; factions in this letter: VVD, GroenLinks, PvdA\n"


def test_a_faction_that_asks_nothing_beside_one_that_does(invoke: Invoke) -> None:
    code, out, err = invoke("show", "wegen.pdf", "-p", "sp", "-p", "vvd")
    assert code == ExitCode.OK
    assert "kilometer" in out
    assert err.startswith("kamerbrief: wegen.pdf: no questions by SP;")


def test_a_faction_that_nobody_knows(invoke: Invoke) -> None:
    code, out, err = invoke("show", "wegen.pdf", "--party", "groenlink")
    assert (code, out) == (ExitCode.UNKNOWN_FACTION, "")
    assert err.count("\n") == 1
    assert "did you mean GroenLinks" in err
    assert "VVD, GroenLinks, PvdA" in err


@pytest.mark.parametrize(
    ("words", "numbers"),
    [(["2"], {2}), (["2-3"], {2, 3}), (["1,3"], {1, 3}), (["1", "2–9"], {1, 2, 3})],
)
def test_exchanges_by_number(invoke: Invoke, words: list[str], numbers: set[int]) -> None:
    code, out, _ = invoke("show", "wegen.pdf", *(part for word in words for part in ("--exchange", word)))
    assert code == ExitCode.OK
    assert {number for number in (1, 2, 3) if f"── {number} · " in out} == numbers


@pytest.mark.parametrize("word", ["x", "0", "3-", "-3", "5-3", "1.5", "", "²"])
def test_what_is_no_number(invoke: Invoke, word: str) -> None:
    code, out, err = invoke("show", "wegen.pdf", f"--exchange={word}")
    assert (code, out) == (ExitCode.USAGE, "")
    assert err.startswith(f"kamerbrief: --exchange {word}".rstrip())


def test_an_exchange_that_is_not_there(invoke: Invoke) -> None:
    code, out, err = invoke("show", "wegen.pdf", "--exchange", "9", "--party", "gl")
    assert (code, out) == (ExitCode.NO_MATCH, "")
    assert err == "kamerbrief: wegen.pdf: no such exchange; the letter has exchanges 2–3 by GroenLinks\n"


def test_no_pager_in_a_pipe(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kamerbrief_cli.pager.show", lambda _: pytest.fail("paged"))
    assert invoke("show", "wegen.pdf").code == ExitCode.OK


@pytest.mark.parametrize(("flag", "paged"), [("--pager", True), ("--no-pager", False)])
def test_a_long_letter_on_a_terminal_is_paged(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch, flag: str, paged: bool
) -> None:
    shown: list[str] = []

    def show(text: str) -> bool:
        shown.append(text)
        return True

    monkeypatch.setattr("kamerbrief_cli.pager.show", show)
    monkeypatch.setattr("kamerbrief_cli.terminal.on_terminal", lambda: True)
    monkeypatch.setenv("LINES", "20")
    out = invoke("show", "wegen.pdf", flag).out
    assert bool(shown) is paged
    assert bool(out) is not paged


def test_what_fits_is_not_paged(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kamerbrief_cli.pager.show", lambda _: pytest.fail("paged"))
    monkeypatch.setattr("kamerbrief_cli.terminal.on_terminal", lambda: True)
    monkeypatch.setenv("LINES", "200")
    assert "tunnels" in invoke("show", "wegen.pdf").out


def test_markup_in_a_letter_is_text(invoke: Invoke, letters: Letters) -> None:
    letters["wegen.pdf"] = msgspec.structs.replace(letters["wegen.pdf"], subject="[red]\x1b[31mrood[/red]")
    assert "[red]�[31mrood[/red]\n" in invoke("show", "wegen.pdf").out
