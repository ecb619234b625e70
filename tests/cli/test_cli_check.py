"""The command `check`: what is uncertain is shown with both readings, and what is decided holds until its file goes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import planted
from kamerbrief import read_letter
from kamerbrief.errors import ExitCode
from letters.scoring import score

if TYPE_CHECKING:
    from cli.conftest import Invoke

REAL = Path(__file__).parents[3] / "shared" / "fresh" / "real" / "vso-wetenschapsbudget-29338-289.pdf"
SAMPLES = Path(__file__).parents[2] / "samples"
Run = Callable[..., tuple[int, str]]
Export = Callable[[str | Path], dict[str, Any]]
DOUBTS = {
    "answer_like_a_question": ("boundary", "4.q1:answer"),
    "without_an_answer": ("unanswered", "4:split"),
    "nobody_asks": ("asker", "1:factions=VVD"),
}
"""The letters of `planted` with the kind of doubt in each, and what decides it rightly."""


@pytest.fixture(autouse=True)
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAMERBRIEF_LIBRARY", str(tmp_path / "library.sqlite"))
    monkeypatch.setenv("KAMERBRIEF_CACHE", str(tmp_path / "cache"))


@pytest.fixture(params=DOUBTS)
def doubtful(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, dict[str, Any], str, str]:
    """A letter with a planted doubt: its path, its truth, the kind of the doubt, and what decides it."""
    make: Callable[[], planted.Planted] = getattr(planted, request.param)
    data, truth = make()
    path = tmp_path / f"{request.param}.pdf"
    path.write_bytes(data)
    return (path, truth, *DOUBTS[request.param])


@pytest.fixture
def run(invoke: Invoke) -> Run:
    """Run the program; return its exit code and what it printed."""

    def ran(*arguments: str | Path) -> tuple[int, str]:
        code, out, err = invoke(*map(str, arguments))
        return code, out + err

    return ran


@pytest.fixture
def parsed(run: Run) -> Export:
    """The letter at a path, or with an id, as the program exports it."""

    def exported(place: str | Path) -> dict[str, Any]:
        code, out = run("export", place, "--to", "json")
        assert code == ExitCode.OK, out
        found: dict[str, Any] = json.loads(out)
        return found

    return exported


def test_the_program_decides_and_its_next_run_knows(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(planted.nobody_asks()[0])
    program, env = [sys.executable, "-m", "kamerbrief_cli"], {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    for arguments, code in (([], 1), (["--set", "1:factions=VVD"], 0), ([], 0)):
        assert (
            subprocess.run([*program, "check", str(path), *arguments], capture_output=True, env=env).returncode == code
        )
    command = [*program, "show", str(path), "--party", "vvd", "-e", "1"]
    shown = subprocess.run(command, capture_output=True, text=True, env=env)
    assert planted.NAMELESS[:40] in shown.stdout


def test_a_planted_doubt_is_found_decided_and_kept_until_its_file_goes(
    doubtful: tuple[Path, dict[str, Any], str, str], run: Run, parsed: Export
) -> None:
    path, truth, kind, choice = doubtful
    code, out = run("check", path, "--json")
    assert code == ExitCode.NO_MATCH
    (letter,) = json.loads(out)
    assert [(one["kind"], one["page"]) for one in letter["uncertain"]] == [(kind, 1)]
    before = parsed(path)

    assert run("check", path, "--set", choice)[0] == ExitCode.OK
    assert run("check", path)[0] == ExitCode.OK
    after = parsed(path)
    assert [one["verb"] for one in after["decisions"]] == [choice.rpartition(":")[2].partition("=")[0]]
    figures = score(truth, after)
    assert figures["exchanges"] == 1.0

    assert run("library", "add", path)[0] == ExitCode.OK
    number = after["source"]["sha256"][:12]
    assert parsed(number)["sections"] == after["sections"]
    Path(f"{path}.decisions.toml").unlink()
    assert run("check", path)[0] == ExitCode.NO_MATCH
    assert parsed(path) == before
    assert parsed(number)["decisions"] == after["decisions"]
    assert run("library", "add", "--again", path)[0] == ExitCode.OK
    assert parsed(number) == before


def test_saying_that_all_was_read_rightly_changes_nothing_else(
    doubtful: tuple[Path, dict[str, Any], str, str], invoke: Invoke
) -> None:
    path = str(doubtful[0])
    before = read_letter(path)
    (letter,) = json.loads(invoke("check", path, "--json").out)
    kept = [argument for one in letter["uncertain"] for argument in ("--set", one["keep"])]
    code, out, _ = invoke("check", path, *kept)
    assert (code, out) == (ExitCode.OK, f"{path}: nothing uncertain, 1 decided by hand in {path}.decisions.toml\n")
    after = read_letter(path)
    assert planted.without_confidence(after) == planted.without_confidence(before)
    assert after.asides == before.asides


def test_what_is_decided_reaches_the_library_with_again(tmp_path: Path, run: Run, parsed: Export) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(planted.answer_like_a_question()[0])
    assert run("library", "add", path)[0] == ExitCode.OK
    number = parsed(path)["source"]["sha256"][:12]
    run("check", path, "--set", "4.q1:answer")
    assert parsed(number)["decisions"] == []
    assert run("library", "add", "--again", path)[0] == ExitCode.OK
    assert [one["verb"] for one in parsed(number)["decisions"]] == ["answer"]
    Path(f"{path}.decisions.toml").write_text("letter = ", encoding="utf-8")
    code, out = run("library", "add", "--again", path)
    assert code == ExitCode.USAGE
    assert "brief.pdf.decisions.toml does not hold decisions" in out


@pytest.mark.skipif(not REAL.exists(), reason="the published letter is not here")
def test_the_least_sure_of_a_published_report_is_what_it_gets_wrong(tmp_path: Path, run: Run, parsed: Export) -> None:
    path = tmp_path / REAL.name
    path.write_bytes(REAL.read_bytes())
    gold = json.loads(REAL.with_suffix(".gold.json").read_text(encoding="utf-8"))
    before = score(gold, parsed(path))["words_placed"]
    code, out = run("check", path)
    assert code == ExitCode.NO_MATCH
    assert "1. p. 6 " in out
    (letter,) = json.loads(run("check", path, "--json")[1])
    kept = [argument for one in letter["uncertain"] for argument in ("--set", one["keep"])]
    assert run("check", path, *kept)[0] == ExitCode.OK
    assert score(gold, parsed(path))["words_placed"] == before
    lost = "De Leden van de GroenLinks-PvdA-fractie vragen hoeveel minder"
    assert f"--set '{lost}:answer'" in out
    assert run("check", path, "--set", f"{lost}:answer", "--set", "NWO subsidiebudgetten:answer")[0] == ExitCode.OK
    assert run("check", path)[0] == ExitCode.OK
    assert score(gold, parsed(path))["words_placed"] > before


def test_both_readings_are_shown_with_a_few_words_and_the_page(invoke: Invoke, tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(planted.answer_like_a_question()[0])
    code, out, err = invoke("check", str(path))
    assert (code, err) == (ExitCode.NO_MATCH, "")
    lines = out.splitlines()
    assert lines[0] == f"{path}: 1 uncertain"
    assert lines[2].startswith("1. p. 1 · sure 0.")
    assert lines[3].startswith("   read exchange 4 starts with “De leden van de fractie wezen in dit verband")
    assert lines[4] == "        --set 4:split"
    assert lines[5].startswith("   or   that goes on with the answer to exchange 3, behind “…")
    assert lines[6] == "        --set 4.q1:answer"


def test_a_folder_shows_only_the_letters_with_something_uncertain(invoke: Invoke, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "a.pdf").write_bytes((SAMPLES / "fietspont.pdf").read_bytes())
    assert invoke("check", str(folder)).code == ExitCode.OK
    (folder / "b.pdf").write_bytes(planted.nobody_asks()[0])
    code, out, _ = invoke("check", str(folder))
    assert code == ExitCode.NO_MATCH
    assert "b.pdf: 1 uncertain" in out
    assert "a.pdf" not in out
    (folder / "c.pdf").write_bytes(b"")
    code, out, err = invoke("check", str(folder), "--json")
    assert code == ExitCode.USAGE
    assert [len(one["uncertain"]) for one in json.loads(out)] == [0, 1]
    assert "c.pdf" in err


def test_gold_is_the_letter_as_decided(invoke: Invoke, tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    data, truth = planted.answer_like_a_question()
    path.write_bytes(data)
    code, out, _ = invoke("check", str(path), "--set", "4.q1:answer", "--gold")
    assert code == ExitCode.OK
    gold = json.loads(out)
    assert score(truth, gold)["exchanges"] == 1.0
    assert '"verb":"answer"' in gold["notes"][1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.pdf", "b.pdf", "--set", "1:split"], "one letter"),
        (["samples", "--set", "1:split"], "one letter"),
        (["samples", "--gold"], "one letter"),
        (["-", "--set", "1:split"], "one letter"),
        (["samples/fietspont.pdf", "--set", "1:nothing"], "this is no decision"),
        (["samples/fietspont.pdf", "--set", "1:split", "--genre", "kamervragen"], "--set genre="),
    ],
)
def test_wrong_usage_is_said(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(SAMPLES.parent)
    code, out, err = invoke("check", *arguments)
    assert (code, out) == (ExitCode.USAGE, "")
    assert message in err
    assert not list(SAMPLES.glob("*.toml"))


def test_a_letter_that_cannot_be_read_keeps_its_code(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "leeg.pdf").write_bytes(b"")
    assert invoke("check", str(tmp_path / "leeg.pdf")).code == ExitCode.EMPTY
    assert invoke("check", str(tmp_path / "weg.pdf")).code == ExitCode.NOT_READABLE


def test_a_bad_file_of_decisions_stops_every_command(invoke: Invoke, tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes((SAMPLES / "fietspont.pdf").read_bytes())
    Path(f"{path}.decisions.toml").write_text("dit is geen TOML", encoding="utf-8")
    for command in ("show", "check", "questions"):
        code, out, err = invoke(command, str(path))
        assert (code, out) == (ExitCode.USAGE, "")
        assert err.startswith(f"kamerbrief: {path}: the file brief.pdf.decisions.toml does not hold decisions")
