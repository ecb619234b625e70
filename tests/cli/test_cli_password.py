"""Passwords: given, asked for, wrong and missing."""

from __future__ import annotations

import pytest

from kamerbrief.errors import PasswordNeeded
from kamerbrief.model import Letter
from kamerbrief_cli.loading import read


@pytest.fixture
def asked(letter: Letter, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A letter that opens with `geheim`; what is typed is taken from the list."""
    typed: list[str] = []

    def read_letter(path: str, *, password: str | None = None, **_: object) -> Letter:
        if password != "geheim":
            raise PasswordNeeded(f"{path}: encrypted; give its password with --password")
        return letter

    monkeypatch.setattr("kamerbrief.parse.read_letter", read_letter)
    monkeypatch.setattr("kamerbrief_cli.loading.can_ask", lambda: True)
    monkeypatch.setattr("kamerbrief_cli.loading.ask_password", lambda _: typed.pop(0))
    return typed


def test_the_password_is_asked_for(asked: list[str], letter: Letter) -> None:
    asked.append("geheim")
    assert read("a.pdf") == letter


def test_a_wrong_password_may_be_mended_twice(
    asked: list[str], letter: Letter, capsys: pytest.CaptureFixture[str]
) -> None:
    asked.extend(["fout", "weer fout", "geheim"])
    assert read("a.pdf") == letter
    assert capsys.readouterr().err.count("kamerbrief: a.pdf: encrypted") == 2


def test_after_three_it_is_enough(asked: list[str]) -> None:
    asked.extend(["1", "2", "3", "geheim"])
    with pytest.raises(PasswordNeeded):
        read("a.pdf")
    assert asked == ["geheim"]


@pytest.mark.parametrize(("path", "password"), [("a.pdf", "fout"), ("-", None)])
def test_nothing_is_asked_where_it_makes_no_sense(asked: list[str], path: str, password: str | None) -> None:
    asked.append("geheim")
    with pytest.raises(PasswordNeeded):
        read(path, password)
    assert asked == ["geheim"]


def test_nothing_is_asked_without_a_terminal(asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    asked.append("geheim")
    monkeypatch.setattr("kamerbrief_cli.loading.can_ask", lambda: False)
    with pytest.raises(PasswordNeeded):
        read("a.pdf")
