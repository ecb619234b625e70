"""What `from kamerbrief import ...` gives, that the README's example runs, and that it starts quickly."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import kamerbrief
import kamerbrief_cli
from kamerbrief import BadPattern, KamerbriefError, Library, Store, UnknownFaction, export, grep, read_letter, search
from libraries import letter_of

ROOT = Path(__file__).parent.parent
NAMES = [name for name in kamerbrief.__all__ if name != "__version__"]


def modules() -> list[ModuleType]:
    """Every module of both packages, imported."""
    found: list[ModuleType] = [kamerbrief, kamerbrief_cli]
    for package in (kamerbrief, kamerbrief_cli):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not info.name.endswith("__main__"):
                found.append(importlib.import_module(info.name))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_is_explained(name: str) -> None:
    value = getattr(kamerbrief, name)
    assert name == "Block" or inspect.getdoc(value)


@pytest.mark.parametrize("name", NAMES)
def test_every_public_function_has_types_and_an_example(name: str) -> None:
    value = getattr(kamerbrief, name)
    if inspect.isfunction(value):
        signature = inspect.signature(value)
        assert signature.return_annotation is not signature.empty
        assert all(one.annotation is not one.empty for one in signature.parameters.values())
        assert ">>>" in (value.__doc__ or "")


def test_the_names_for_type_checkers_are_those_at_run_time() -> None:
    code = inspect.getsource(kamerbrief)
    block = code.partition("if TYPE_CHECKING:\n")[2].partition("\n__version__")[0]
    imported = re.findall(r"\b\w+\b", re.sub(r"from [\w.]+ import", "", block))
    assert sorted(imported) == sorted(NAMES)
    assert sorted(kamerbrief.__all__) == kamerbrief.__all__
    assert set(NAMES) <= set(dir(kamerbrief))


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        kamerbrief.nothing  # noqa: B018


def test_nothing_hides_a_module() -> None:
    loaded = modules()
    assert len(loaded) > 100
    for module in loaded:
        package, _, name = module.__name__.rpartition(".")
        if package:
            assert getattr(sys.modules[package], name) is module, module.__name__


def readme_example() -> str:
    """The first Python block of the README."""
    found: list[str] = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S)
    return found[0]


def test_the_example_of_the_readme_runs(tmp_path: Path) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    code = f"import sys\nsys.path[:0] = {[str(ROOT / 'parser')]!r}\n{readme_example()}"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    shown = re.findall(r"# -> (.*)", readme_example())
    assert shown
    assert done.stdout.splitlines() == shown


def test_importing_it_loads_no_reader_and_no_database() -> None:
    heavy = ("apsw", "docx", "hashlib", "pathlib", "pdfminer", "rich", "simplemma", "typer")
    code = f"""
import sys, msgspec
before = set(sys.modules)
from kamerbrief import read_letter
print(sorted({{*{heavy!r}}} & {{*sys.modules}} - before))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_grep_over_one_letter_several_and_a_library(tmp_path: Path) -> None:
    one = letter_of("a.pdf", ("Waarom een weg?", "Om de weg."), factions=("VVD",))
    other = letter_of("b.pdf", ("Welke weg?", "Geen."), factions=("SP",))
    with Store(tmp_path / "x.sqlite") as store:
        store.add("a.pdf", one)
        store.add(tmp_path / "b.pdf", other)
    library = Library(str(tmp_path / "x.sqlite"))
    assert [(hit.letter, hit.part) for hit in grep("weg", one)] == [("a.pdf", "question"), ("a.pdf", "answer")]
    assert [hit.letter for hit in grep("weg", [one, other], part="questions")] == ["a.pdf", "b.pdf"]
    assert {hit.letter for hit in grep("WEG", library, ignore_case=True)} == {
        str(Path("a.pdf").absolute()),
        str(tmp_path / "b.pdf"),
    }
    assert [hit.text for hit in grep("weg", library, factions=["sp"])] == ["Welke weg?"]
    assert [hit.text for hit in grep("weg", [one, other], max_count=1)] == ["Waarom een weg?", "Welke weg?"]
    assert [hit.text for hit in grep("weg", other, invert=True)] == ["Geen."]
    assert list(grep("w.g", one, fixed=True)) == []
    assert list(grep("we", one, whole_word=True)) == []
    assert [hit.after for hit in grep("Waarom", letter_of("c.pdf", ("Waarom? Dus.", "")), after=1)] == [("Dus.",)]


def test_grep_raises_where_it_is_called() -> None:
    letter = letter_of("a.pdf", ("Wat?", "Dat."), factions=("Jansen",))
    with pytest.raises(BadPattern):
        grep("(", letter)
    with pytest.raises(UnknownFaction):
        grep("a", [letter], factions=["Jansen"])
    assert [hit.text for hit in grep("Wat", letter, factions=["fractie-jansen"])] == ["Wat?"]


def test_search_takes_words_and_filters(tmp_path: Path) -> None:
    with Store(tmp_path / "x.sqlite") as store:
        store.add("a.pdf", letter_of("a.pdf", ("Waarom deze wegen?", "Om."), factions=("PvdA",), date="2020-01-01"))
        store.add("b.pdf", letter_of("b.pdf", ("Welke weg?", "Geen."), factions=("GroenLinks-PvdA",)))
    library = Library(tmp_path / "x.sqlite")
    assert len(search(library, "weg", factions=["pvda"]).found) == 2
    assert [Path(one.path).name for one in search(library, "weg", since="2021").found] == ["b.pdf"]
    assert [one.date for one in search(library, "weg", sort="date", limit=1).found] == ["2021-08-30"]
    assert search(library, "weg", part="answers").found == []


def test_a_letter_says_what_was_not_worked_out() -> None:
    exchange = letter_of("a.pdf", ("Wat?", "Dat.")).exchanges[0]
    assert (exchange.subquestions, exchange.references, exchange.commitments) == (None, None, None)
    exchange = read_letter(ROOT / "samples" / "fietspont.pdf").exchanges[0]
    assert [one.text for one in exchange.subquestions or ()] == [
        "Bent u bekend met het bericht ‘Fietspont Wessum ligt al elf weken stil’?"
    ]
    assert exchange.references == ()


def test_the_exporters_have_functions_of_their_own() -> None:
    letter = read_letter(ROOT / "samples" / "fietspont.pdf")
    assert export.from_json(export.to_json(letter)) == letter
    assert export.to_markdown(letter) == export.exporter("md")(letter)
    assert export.to_csv(letter) == export.exporter("csv")(letter)
    with pytest.raises(KamerbriefError, match="no export"):
        export.exporter("pdf")
