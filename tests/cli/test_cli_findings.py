"""What `show` and `questions` show of references and of questions without an answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from cli.conftest import part
from kamerbrief.errors import ExitCode
from kamerbrief.library.store import Store
from kamerbrief.model import Exchange, Letter, Section

if TYPE_CHECKING:
    from cli.conftest import Invoke, Letters

pytestmark = pytest.mark.usefixtures("letters")
ASKED = (
    ("VVD", "Hoeveel sluizen zijn er?", "Er zijn twaalf sluizen."),
    ("SP", "Hoeveel sluizen zijn er dicht?", "Zie het antwoord op de vraag van de leden van de VVD-fractie."),
    ("SP", "Wanneer gaan de sluizen weer open?", "Dat hangt af van de onderdelen."),
    ("SP", "Wie betaalt de sluizen?", "Op die vraag kan ik geen antwoord geven."),
)


def sluices(letter: Letter, asked: tuple[tuple[str, str, str], ...] = ASKED) -> Letter:
    """The letter with these questions and answers, each on a page of its own."""
    exchanges = tuple(
        Exchange(
            number=page,
            factions=(faction,),
            question=part(question, page=page),
            answer=part(*([answer] if answer else []), page=page),
            pages=(page, page),
        )
        for page, (faction, question, answer) in enumerate(asked, 1)
    )
    return msgspec.structs.replace(letter, sections=(Section(heading="", page=1, exchanges=exchanges),), warnings=())


@pytest.fixture
def known(letters: Letters, letter: Letter) -> Letters:
    letters["sluizen.pdf"] = sluices(letter)
    letters["wacht.pdf"] = sluices(letter, (("VVD", "Komt er een brug?", ""),))
    return letters


@pytest.mark.usefixtures("known")
def test_follow_shows_the_answer_that_is_pointed_to(invoke: Invoke) -> None:
    code, out, err = invoke("show", "sluizen.pdf", "-e", "2", "--follow")
    assert (code, err) == (ExitCode.OK, "")
    assert "  ↳ 1 · VVD · p. 1\n  ┆ Er zijn twaalf sluizen." in out
    assert "twaalf" not in invoke("show", "sluizen.pdf", "-e", "2").out


@pytest.mark.usefixtures("known")
def test_refers_shows_only_answers_that_only_point(invoke: Invoke) -> None:
    out = invoke("show", "sluizen.pdf", "--refers").out
    assert [line for line in out.splitlines() if line.startswith("──")] == ["── 2 · SP · p. 2 " + "─" * 63]
    code, out, err = invoke("show", "wegen.pdf", "--refers")
    assert (code, out) == (ExitCode.NO_MATCH, "")
    assert err == "kamerbrief: wegen.pdf: no answer was found that does nothing but point to another\n"


@pytest.mark.usefixtures("known")
def test_unanswered_says_where_no_answer_was_found(invoke: Invoke) -> None:
    out = " ".join(invoke("show", "sluizen.pdf", "--unanswered").out.split())
    assert "no answer found to this question (exchange 3, page 3): Wanneer gaan de sluizen weer open?" in out
    assert "declined (exchange 4, page 4): Wie betaalt de sluizen? — “Op die vraag kan ik geen antwoord geven.”" in out
    assert "twaalf" not in out
    code, _, err = invoke("show", "wegen.pdf", "--unanswered")
    assert code == ExitCode.NO_MATCH
    assert "every question seems to be answered, or it is not certain" in err


@pytest.mark.usefixtures("known")
def test_unanswered_questions_of_one_letter(invoke: Invoke) -> None:
    assert invoke("questions", "sluizen.pdf", "--unanswered").out.splitlines() == [
        "3.1  SP  p. 3  Wanneer gaan de sluizen weer open? — no answer found",
        "4.1  SP  p. 4  Wie betaalt de sluizen? — declined: Op die vraag kan ik geen antwoord geven.",
    ]
    assert invoke("questions", "wegen.pdf", "--unanswered").code == ExitCode.NO_MATCH


@pytest.mark.usefixtures("known")
def test_questions_of_a_folder_have_the_letter_in_front(invoke: Invoke, tmp_path: Path) -> None:
    for name in ("sluizen.pdf", "wacht.pdf", "wegen.pdf", "stuk.pdf"):
        (tmp_path / name).touch()
    code, out, err = invoke("questions", str(tmp_path), "--unanswered", "-p", "vvd")
    assert code == ExitCode.USAGE
    assert err == f"kamerbrief: {tmp_path}/stuk.pdf: there is no such file; check the path\n"
    assert out == f"{tmp_path}/wacht.pdf  1.1  VVD  p. 1  Komt er een brug? — no answer found\n"
    assert len(invoke("questions", str(tmp_path)).out.splitlines()) == 4 + 1 + 4
    assert "no faction is called" in invoke("questions", str(tmp_path), "-p", "gemeente").err


def test_questions_without_a_place_are_those_of_the_library(
    invoke: Invoke, letter: Letter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KAMERBRIEF_LIBRARY", str(tmp_path / "x.sqlite"))
    assert invoke("questions").code == ExitCode.LIBRARY
    with Store() as store:
        store.add("sluizen.pdf", sluices(letter))
    rows = json.loads(invoke("questions", "--unanswered", "--json").out)
    assert [(row["letter"], row["number"], row["answered"]) for row in rows] == [
        ("00000000", 3, "not found"),
        ("00000000", 4, "declined"),
    ]
    assert rows[1]["decided_by"] == {"text": "Op die vraag kan ik geen antwoord geven.", "page": 4}


def test_a_repair_finds_what_an_earlier_version_did_not_store(
    invoke: Invoke, letter: Letter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KAMERBRIEF_LIBRARY", str(tmp_path / "x.sqlite"))
    with Store() as store:
        store.add("sluizen.pdf", sluices(letter))
        store.db.execute("DELETE FROM finding")
    assert invoke("search", "--unanswered").code == ExitCode.NO_MATCH
    assert "its findings differ from its JSON" in invoke("library", "check").err
    assert invoke("library", "check", "--repair").code == ExitCode.OK
    assert [row["number"] for row in json.loads(invoke("search", "--unanswered", "--json").out)] == [3, 4]
