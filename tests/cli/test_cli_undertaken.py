"""The commands `commitments`, `citations`, `cite` and `compare`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from cli.conftest import part
from kamerbrief.errors import ExitCode
from kamerbrief.library.store import Store
from kamerbrief.model import Aside, Exchange, Footnote, Letter, Section, Signatory

if TYPE_CHECKING:
    from cli.conftest import Invoke, Letters

pytestmark = pytest.mark.usefixtures("letters")
KST = "https://zoek.officielebekendmakingen.nl/kst"
TELLS = "Ik zal de Kamer hierover voor de zomer informeren."
AIMS = "Ik streef ernaar de sluis in het najaar te openen."


def sluices(letter: Letter) -> Letter:
    """A letter that undertakes and cites something, published as a Kamerstuk."""
    first = Exchange(
        number=1,
        labels=("3", "8"),
        factions=("VVD",),
        question=part("Wanneer gaan de sluizen weer open voor de binnenvaart?"),
        answer=part(f"Dat weet ik niet. {TELLS}"),
        footnotes=(Footnote(marker="1", text="Kamerstukken II 2020/21, 31409, nr. 290.", page=2),),
        pages=(1, 2),
    )
    second = Exchange(
        number=2,
        factions=("SP",),
        question=part("Wie betaalt het onderhoud van de sluizen?", page=2),
        answer=part(f"Het Rijk betaalt. {AIMS}", page=2),
        pages=(2, 2),
    )
    asides = (Aside(kind="sidebar", text="kst-31409-300", page=1),)
    source = msgspec.structs.replace(letter.source, name="sluizen.pdf", sha256="1" * 64)
    sections = (Section(heading="", page=1, exchanges=(first, second)),)
    return msgspec.structs.replace(
        letter, source=source, date="2021-03-30", sections=sections, asides=asides, warnings=()
    )


def later(letter: Letter) -> Letter:
    """A letter in which the first question is put again, with another answer, and the letter above is cited."""
    again = Exchange(
        number=1,
        factions=("VVD",),
        question=part("Wanneer gaan de sluizen weer open voor de binnenvaart?"),
        answer=part("Dat weet ik wel (Kamerstuk 31 409, nr. 300)."),
        pages=(1, 1),
    )
    other = Exchange(
        number=2, factions=("SP",), question=part("Hoeveel bruggen zijn er?"), answer=part("Twee."), pages=(1, 1)
    )
    source = msgspec.structs.replace(letter.source, name="later.pdf", sha256="2" * 64)
    section = Section(heading="", page=1, exchanges=(again, other))
    return msgspec.structs.replace(letter, source=source, date="2022-03-30", sections=(section,), warnings=())


@pytest.fixture(autouse=True)
def known(letters: Letters, letter: Letter) -> None:
    letters["sluizen.pdf"], letters["later.pdf"] = sluices(letter), later(letter)


@pytest.fixture
def library(letter: Letter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "letters.sqlite"
    monkeypatch.setenv("KAMERBRIEF_LIBRARY", str(file))
    with Store(file) as store:
        store.add("sluizen.pdf", sluices(letter))
        store.add("later.pdf", later(letter))


def test_commitments_have_their_exchange_page_and_day(invoke: Invoke) -> None:
    code, out, err = invoke("commitments", "sluizen.pdf")
    assert (code, err) == (ExitCode.OK, "")
    assert out.splitlines() == [
        f"1  p. 1  by 2021-06-30  {TELLS}",
        f"2  p. 2  by 2021-11-30  weak  {AIMS}",
    ]


def test_firm_leaves_out_intentions(invoke: Invoke) -> None:
    assert AIMS not in invoke("commitments", "sluizen.pdf", "--firm").out


def test_due_lists_what_should_have_been_done(invoke: Invoke) -> None:
    assert invoke("commitments", "sluizen.pdf", "--due", "2021-06").out == f"1  p. 1  by 2021-06-30  {TELLS}\n"
    assert invoke("commitments", "sluizen.pdf", "--due", "2021-05").code == ExitCode.NO_MATCH
    assert invoke("commitments", "sluizen.pdf", "--due", "juli").code == ExitCode.USAGE


def test_commitments_of_a_faction_in_several_letters(invoke: Invoke) -> None:
    code, out, err = invoke("commitments", "sluizen.pdf", "later.pdf", "missing.pdf", "--party", "sp")
    assert out == f"sluizen.pdf  2  p. 2  by 2021-11-30  weak  {AIMS}\n"
    assert code == ExitCode.USAGE
    assert "missing.pdf: there is no such file" in err


def test_commitments_as_json(invoke: Invoke) -> None:
    (first, _) = json.loads(invoke("commitments", "sluizen.pdf", "--json").out)
    assert first == {
        "letter": "sluizen.pdf",
        "date": "2021-03-30",
        "exchange": 1,
        "labels": ["3", "8"],
        "factions": ["VVD"],
        "text": TELLS,
        "page": 1,
        "who": "Ik",
        "what": "Ik zal de Kamer hierover voor de zomer informeren",
        "due_from": "2021-03-30",
        "due_to": "2021-06-30",
        "strength": "firm",
    }


@pytest.mark.usefixtures("library")
def test_commitments_of_the_library_have_the_id_of_their_letter(invoke: Invoke) -> None:
    assert invoke("commitments", "--firm").out == f"11111111  1  p. 1  by 2021-06-30  {TELLS}\n"


def test_citations_have_a_form_and_an_address(invoke: Invoke) -> None:
    code, out, err = invoke("citations", "sluizen.pdf")
    assert (code, err) == (ExitCode.OK, "")
    assert out == f"1  p. 2  Kamerstukken II 2020/21, 31409, nr. 290  {KST}-31409-290.html\n"


def test_a_letter_that_cites_nothing(invoke: Invoke) -> None:
    assert invoke("citations", "wegen.pdf") == (ExitCode.NO_MATCH, "", "")


def test_citations_are_links_on_a_terminal(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = invoke("citations", "sluizen.pdf").out
    assert f";{KST}-31409-290.html\x1b\\" in out


@pytest.mark.usefixtures("library")
def test_citations_are_followed_both_ways(invoke: Invoke) -> None:
    line = f"22222222  1  p. 1  Kamerstukken 31409, nr. 300  [11111111]  {KST}-31409-300.html\n"
    assert invoke("citations", "--held").out == line
    cited = line.replace("  [11111111]", "")
    assert invoke("citations", "--citing", "11111111").out == cited
    assert invoke("citations", "--citing", "kst-31409-300").out == cited
    assert invoke("citations", "--citing", "22222222").code == ExitCode.NO_MATCH


def test_citations_as_json(invoke: Invoke) -> None:
    (found,) = json.loads(invoke("citations", "sluizen.pdf", "--json").out)
    assert (found["letter"], found["exchange"], found["part"], found["page"]) == ("sluizen.pdf", 1, "footnote", 2)
    assert (found["id"], found["sentence"], found["held"]) == ("kst-31409-290", found["phrase"] + ".", None)


def test_cite_a_letter_and_an_answer(invoke: Invoke) -> None:
    letter = "Minister van Wegen, antwoorden in schriftelijk overleg aan de Eerste Kamer van 30 augustus 2021"
    assert invoke("cite", "wegen.pdf").out == f"{letter}.\n"
    assert invoke("cite", "wegen.pdf", "2").out == f"{letter}, antwoord 2, p. 2–3.\n"


def test_cite_a_publication(invoke: Invoke) -> None:
    assert invoke("cite", "sluizen.pdf", "1").out == (
        "Kamerstukken I 2020/21, 31409, nr. 300, antwoord op de vragen 3 en 8, p. 1–2 "
        "(Minister van Wegen, 30 maart 2021).\n"
    )


def test_cite_an_exchange_that_is_not_there(invoke: Invoke) -> None:
    code, out, err = invoke("cite", "sluizen.pdf", "9")
    assert (code, out) == (ExitCode.NO_MATCH, "")
    assert "there is no exchange 9; the letter has exchanges 1–2" in err


def test_cite_as_bibtex_escapes_what_means_something(invoke: Invoke, letters: Letters) -> None:
    letters["wegen.pdf"] = msgspec.structs.replace(
        letters["wegen.pdf"], subject="50% van {alles} & meer_of minder", reference="BS_12"
    )
    out = invoke("cite", "wegen.pdf", "2", "--bibtex").out
    assert out.startswith("@misc{kamerbrief-2021-08-30-bs-12-2,\n  author = {{Minister van Wegen}},\n")
    assert "  title = {50\\% van \\{alles\\} \\& meer\\_of minder},\n" in out
    assert "  pages = {2--3},\n" in out


def test_cite_as_csl(invoke: Invoke) -> None:
    (item,) = json.loads(invoke("cite", "sluizen.pdf", "1", "--csl").out)
    assert item["issued"] == {"date-parts": [[2021, 3, 30]]}
    assert item["author"] == [{"literal": "Minister van Wegen"}]
    assert (item["number"], item["page"]) == ("Kamerstukken I 2020/21, 31409, nr. 300", "1-2")
    assert item["URL"] == f"{KST}-31409-300.html"


def test_who_signs_for_parliament_is_no_author(invoke: Invoke, letters: Letters) -> None:
    chair = (Signatory(role="De voorzitter van de commissie", name="B. Jansen"),)
    letters["wegen.pdf"] = msgspec.structs.replace(letters["wegen.pdf"], signatories=chair)
    out = invoke("cite", "wegen.pdf").out
    assert out == "Antwoorden in schriftelijk overleg aan de Eerste Kamer van 30 augustus 2021.\n"


def test_compare_two_letters(invoke: Invoke) -> None:
    code, out, err = invoke("compare", "sluizen.pdf", "later.pdf")
    assert (code, err) == (ExitCode.OK, "")
    text = " ".join(out.split())
    assert "sluizen.pdf 1 p. 1 | later.pdf 1 p. 1 | the same question" in text
    assert "Dat weet ik [-niet. Ik" in text
    assert "{+wel (Kamerstuk" in text
    assert "Only in the first letter 2 Wie betaalt" in text
    assert "Only in the second letter 2 Hoeveel bruggen" in text


def test_compare_as_json(invoke: Invoke) -> None:
    found = json.loads(invoke("compare", "sluizen.pdf", "later.pdf", "--json").out)
    (pair,) = found["pairs"]
    assert (pair["same"], pair["likeness"]) == (True, 1.0)
    assert pair["changes"][0] == {"operation": "equal", "before": "Dat weet ik", "after": "Dat weet ik"}
    assert " ".join(one["after"] for one in pair["changes"]) == pair["second"]["answer"]
    assert [one["exchange"] for one in found["only_second"]] == [2]


def test_compare_what_a_faction_asks(invoke: Invoke) -> None:
    found = json.loads(invoke("compare", "sluizen.pdf", "later.pdf", "--party", "sp", "--json").out)
    assert found["pairs"] == []
    assert [one["factions"] for one in (*found["only_first"], *found["only_second"])] == [["SP"], ["SP"]]


@pytest.mark.usefixtures("library")
def test_compare_a_faction_across_the_library(invoke: Invoke) -> None:
    (pair,) = json.loads(invoke("compare", "--party", "vvd", "--json").out)["pairs"]
    assert [pair[which]["letter"] for which in ("first", "second")] == ["11111111", "22222222"]
    assert invoke("compare", "--party", "sp").code == ExitCode.NO_MATCH


@pytest.mark.parametrize("places", [[], ["wegen.pdf"], ["wegen.pdf", "later.pdf", "sluizen.pdf"]], ids=len)
def test_compare_needs_two_letters_or_a_faction(invoke: Invoke, places: list[str]) -> None:
    code, _, err = invoke("compare", *places)
    assert code == ExitCode.USAGE
    assert "give two letters to compare" in err
