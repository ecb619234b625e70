"""The command `export`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from kamerbrief.errors import ExitCode

if TYPE_CHECKING:
    from cli.conftest import Invoke, Letters


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, letters: Letters) -> Path:
    """An empty folder, and a second letter."""
    monkeypatch.chdir(tmp_path)
    letters["paden.pdf"] = msgspec.structs.replace(letters["wegen.pdf"], subject="Paden")
    return tmp_path


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_one_letter_as_json(invoke: Invoke) -> None:
    code, out, err = invoke("export", "wegen.pdf", "--to", "json")
    assert (code, err) == (ExitCode.OK, "")
    assert json.loads(out)["subject"] == "Antwoorden over wegen"


def test_several_letters_as_json_are_an_array(invoke: Invoke) -> None:
    found = json.loads(invoke("export", "wegen.pdf", "paden.pdf", "--to", "json").out)
    assert [letter["subject"] for letter in found] == ["Antwoorden over wegen", "Paden"]


def test_several_letters_as_csv_are_one_table(invoke: Invoke) -> None:
    one = list(csv.reader(io.StringIO(invoke("export", "wegen.pdf", "--to", "csv").out)))
    two = list(csv.reader(io.StringIO(invoke("export", "wegen.pdf", "paden.pdf", "--to", "csv").out)))
    assert len(one) == 4
    assert len(two) == 7
    assert two[0] == one[0]
    assert two.count(one[0]) == 1


def test_a_faction_only(invoke: Invoke) -> None:
    out = invoke("export", "wegen.pdf", "--to", "json", "--party", "vvd").out
    numbers = [one["number"] for section in json.loads(out)["sections"] for one in section["exchanges"]]
    assert numbers == [1]


def test_a_bad_letter_among_good_ones(invoke: Invoke, here: Path) -> None:
    code, _, err = invoke("export", "weg.pdf", "wegen.pdf", "--to", "md", "-o", "uit")
    assert code == ExitCode.NOT_READABLE
    assert err == "kamerbrief: weg.pdf: there is no such file; check the path\n"
    assert files(here) == ["uit/wegen.md"]


def test_a_bad_letter_alone_prints_nothing(invoke: Invoke) -> None:
    assert invoke("export", "weg.pdf", "--to", "json").out == ""


def test_a_file(invoke: Invoke, here: Path) -> None:
    assert invoke("export", "wegen.pdf", "--to", "md", "-o", "w.markdown") == (ExitCode.OK, "", "")
    assert "tunnels" in (here / "w.markdown").read_text(encoding="utf-8")


def test_a_dash_is_standard_output(invoke: Invoke, here: Path) -> None:
    assert invoke("export", "wegen.pdf", "--to", "md", "-o", "-") == invoke("export", "wegen.pdf", "--to", "md")
    assert files(here) == []


@pytest.mark.parametrize("output", ["uit/", "."])
def test_a_folder(invoke: Invoke, here: Path, output: str) -> None:
    assert invoke("export", "wegen.pdf", "--to", "csv", "-o", output).code == ExitCode.OK
    assert files(here) == [str(Path(output) / "wegen.csv")]


def test_nothing_is_written_over(invoke: Invoke, here: Path) -> None:
    (here / "wegen.md").write_text("oud")
    code, out, err = invoke("export", "wegen.pdf", "--to", "md", "-o", "wegen.md")
    assert (code, out) == (ExitCode.OUTPUT, "")
    assert err.count("\n") == 1
    assert "--force" in err
    assert (here / "wegen.md").read_text() == "oud"


def test_what_is_forced_is_written_over(invoke: Invoke, here: Path) -> None:
    (here / "wegen.md").write_text("oud")
    assert invoke("export", "wegen.pdf", "--to", "md", "-o", "wegen.md", "--force").code == ExitCode.OK
    assert "tunnels" in (here / "wegen.md").read_text(encoding="utf-8")


def test_a_letter_is_never_written_over_by_itself(invoke: Invoke, here: Path) -> None:
    (here / "wegen.pdf").write_text("de brief")
    code, _, err = invoke("export", "wegen.pdf", "--to", "md", "-o", "./wegen.pdf", "--force")
    assert code == ExitCode.OUTPUT
    assert "the letter itself" in err
    assert (here / "wegen.pdf").read_text() == "de brief"


def test_letters_of_one_name_get_a_file_each(invoke: Invoke, here: Path) -> None:
    invoke("export", "a/wegen.pdf", "b/wegen.pdf", "--to", "md", "-o", "uit")
    assert files(here) == ["uit/wegen.pdf-2.md", "uit/wegen.pdf.md"]


def test_a_file_is_no_folder(invoke: Invoke, here: Path) -> None:
    (here / "uit").write_text("oud")
    code, _, err = invoke("export", "wegen.pdf", "paden.pdf", "--to", "md", "-o", "uit")
    assert code == ExitCode.OUTPUT
    assert "not a folder" in err


def test_an_unknown_faction_fails_once(invoke: Invoke, here: Path) -> None:
    code, _, err = invoke("export", "wegen.pdf", "paden.pdf", "--to", "md", "-o", "uit", "-p", "vvdd")
    assert code == ExitCode.UNKNOWN_FACTION
    assert err.count("\n") == 1
    assert files(here) == []


def test_a_terminal_gets_no_escape_codes_of_a_letter(
    invoke: Invoke, letters: Letters, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters["wegen.pdf"] = msgspec.structs.replace(letters["wegen.pdf"], subject="\x1b[31mrood\x9b0m")
    monkeypatch.setattr("kamerbrief_cli.joined_exports.on_terminal", lambda: True)
    for form in ("md", "json", "csv"):
        out = invoke("export", "wegen.pdf", "--to", form).out
        assert "\x1b" not in out
        assert "\x9b" not in out
