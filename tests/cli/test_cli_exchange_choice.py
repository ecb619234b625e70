"""Options that select exchanges by member, printed number or heading, and a forced genre; on the samples."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kamerbrief.errors import ExitCode
from kamerbrief_cli.number_ranges import parse_labels

SAMPLES = Path(__file__).parents[2] / "samples"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kamerbrief_cli", *arguments], cwd=SAMPLES, capture_output=True, text=True, check=False
    )


def numbers(*arguments: str) -> list[int]:
    rows = json.loads(run("questions", "--json", *arguments).stdout)
    return list(dict.fromkeys(row["number"] for row in rows))


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        (("fietspont.pdf", "--label", "4"), [3]),
        (("fietspont.pdf", "--label", "2,4-9"), [2, 3, 4]),
        (("fietspont.pdf", "--exchange", "2-3"), [2, 3]),
        (("fietspont.pdf", "--member", "okafor"), [1, 2, 3, 4]),
        (("begroting-natuur.pdf", "--member", "el khattabi"), [3]),
        (("begroting-natuur.pdf", "--party", "denk"), [3]),
        (("molenwet.pdf", "--theme", "inhoud"), [3, 4, 5]),
        (("molenwet.pdf", "--theme", "TOEZICHT"), [5]),
        (("molenwet.pdf", "--theme", "inhoud", "--party", "sp"), [5]),
    ],
)
def test_what_is_chosen(choice: tuple[str, ...], found: list[int]) -> None:
    assert numbers(*choice) == found


@pytest.mark.parametrize(
    ("choice", "says"),
    [
        (("fietspont.pdf", "--label", "12"), "printed numbers: 1, 2, 3, 4, 5"),
        (("fietspont.pdf", "--member", "Jansen"), "members in this letter: Terhaar, Okafor-Lind"),
        (("molenwet.pdf", "--member", "Jansen"), "it names no members who ask"),
        (("molenwet.pdf", "--theme", "haven"), "the letter's headings are: 1. Inleiding; 2.1 De molenbiotoop"),
        (("molenwet.pdf", "--label", "1"), "its questions have no printed numbers"),
    ],
)
def test_nothing_there_says_what_there_is(choice: tuple[str, ...], says: str) -> None:
    done = run("show", *choice)
    assert (done.returncode, done.stdout) == (ExitCode.NO_MATCH, "")
    assert says in done.stderr


def test_a_genre_may_be_forced() -> None:
    done = run("export", "waterbuffers.pdf", "--to", "json", "--genre", "nota-naar-aanleiding-van-verslag")
    assert json.loads(done.stdout)["genre"] == "nota-naar-aanleiding-van-verslag"


def test_printed_numbers_need_not_be_plain() -> None:
    assert parse_labels(["2a", "3-4, 1.2"]) == {"2a", "3", "4", "1.2"}


def test_every_genre_may_be_forced() -> None:
    from typing import get_args

    from kamerbrief.structure.genre import GENRES
    from kamerbrief_cli.options import Genre

    literal = get_args(get_args(Genre)[0])[0]
    assert get_args(literal) == GENRES
