"""The maker of letters: the same letter for a seed, and nothing in its truth that is not on paper."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import docx
import pytest
from pdfminer.high_level import extract_text

from letters.converting import converted, possible
from letters.forms import allowed, draw, traits
from letters.make import Made, make
from letters.measure import Result, markdown
from letters.scoring import exchanges_of, score, squash

SEEDS = range(12)
ENGINES = ["fpdf2", "typst", "docx"]


def words_on_paper(made: Made) -> str:
    """All letters and digits of a made letter, without what the eye skips."""
    if made.name.endswith(".docx"):
        document = docx.Document(BytesIO(made.data))
        cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
        return squash(" ".join([*(p.text for p in document.paragraphs), *cells]))
    return squash(extract_text(BytesIO(made.data)).replace("\u00ad", ""))


@pytest.mark.parametrize("engine", ENGINES)
def test_a_seed_gives_the_same_letter_each_time(engine: str) -> None:
    for seed in range(5):
        one, other = make(seed, {"engine": engine}), make(seed, {"engine": engine})
        assert (one.form, one.truth) == (other.form, other.truth)
        assert engine == "docx" or one.data == other.data


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_words_of_the_truth_are_on_paper(engine: str, seed: int) -> None:
    made = make(seed, {"engine": engine})
    paper = words_on_paper(made)
    for exchange in exchanges_of(made.truth):
        words = [squash(w) for text in [*exchange["question"], *exchange["answer"]] for w in text.split()]
        missing = [word for word in words if word[:3] not in paper]  # the rest may stand on the next line
        whole = [word for word in words if word in paper]
        assert not missing
        assert len(whole) >= 0.8 * len(words)


@pytest.mark.parametrize("via", ["text", "layout", "soffice"])
def test_a_letter_is_converted_where_the_tool_is(via: str) -> None:
    if not possible(via):
        pytest.skip("the tool is not installed")
    made = make(4, {"engine": "docx" if via == "soffice" else "fpdf2"})
    other = converted(made, via)
    assert other.name == ("4.pdf" if via == "soffice" else "4.txt")
    if via != "soffice":
        assert made.truth["sections"][0]["exchanges"][0]["answer"][0].split()[0] in other.data.decode()


def test_forms_have_values_that_go_together() -> None:
    for seed in range(100):
        form = draw(Random(seed))
        assert allowed(form)
        assert all(value in traits()[trait] for trait, value in form.items())


def test_all_values_are_drawn_sooner_or_later() -> None:
    drawn = {item for seed in range(1500) for item in draw(Random(seed)).items()}
    assert {(trait, value) for trait, values in traits().items() for value in values} <= drawn


def test_values_that_clash_are_no_form() -> None:
    with pytest.raises(ValueError, match="no letter can have"):
        draw(Random(0), {"asker": "title", "order": "parts"})


def test_a_truth_is_json_and_scores_full_marks_against_itself() -> None:
    for seed in SEEDS:
        truth = json.loads(json.dumps(make(seed).truth))
        assert set(score(truth, truth).values()) == {1.0}


SPOILERS: dict[str, Callable[[list[dict[str, Any]]], object]] = {
    "exchanges": lambda exchanges: exchanges[0]["answer"].append("Een zin die er niet staat."),
    "words_placed": lambda exchanges: exchanges.pop(),
    "labels": lambda exchanges: exchanges[0].update(labels=["99"]),
    "factions": lambda exchanges: exchanges[0].update(factions=["Piratenpartij"]),
    "footnotes": lambda exchanges: [e.update(footnotes=[]) for e in exchanges],
    "tables": lambda exchanges: [e.update(tables=[]) for e in exchanges],
}


@pytest.mark.parametrize("figure", SPOILERS)
def test_a_spoiled_letter_scores_less(figure: str) -> None:
    form = {"asker": "heading", "order": "turn", "numbering": "through", "notes": "foot", "tables": "ruled"}
    truth = make(3, form).truth
    spoiled = json.loads(json.dumps(truth))
    SPOILERS[figure](spoiled["sections"][0]["exchanges"])
    for section in spoiled["sections"][1:]:
        if figure in ("footnotes", "tables"):
            SPOILERS[figure](section["exchanges"])
    assert score(truth, spoiled)[figure] < 1


def test_figures_are_printed_as_tables_by_value_of_each_trait() -> None:
    forms = [draw(Random(seed), {"engine": engine}) for seed, engine in enumerate(["docx", "typst", "docx"])]
    figures = [{"exchanges": 1.0, "words_placed": 0.5}, {"exchanges": 0.0, "words_placed": 0.0}, {"exchanges": 0.5}]
    figures[2]["words_placed"] = 1.0
    results = [Result(4 + n, form, figures[n], "refused" if n == 1 else "") for n, form in enumerate(forms)]
    lines = markdown(results).splitlines()
    assert lines[0] == "3 letters, of the seeds 4 to 6; 1 refused."
    assert "| exchanges | 0.500 |" in lines
    assert "| engine | docx | 2 | 0.750 | 0.750 |" in lines
    assert lines.index("| engine | typst | 1 | 0.000 | 0.000 |") < lines.index("| engine | docx | 2 | 0.750 | 0.750 |")
    assert not any("fpdf2" in line for line in lines)


def test_the_page_of_measures_has_the_tables_that_are_printed() -> None:
    page = (Path(__file__).parent.parent / "docs" / "MEASURES.md").read_text(encoding="utf-8")
    found = re.search(r"(\d+) letters, of the seeds (\d+) to (\d+); \d+ refused\.", page)
    assert found
    count, first, last = map(int, found.groups())
    assert count == last - first + 1
    assert f"--seed {first} --count {count} --markdown" in page
    letters: Counter[str] = Counter()
    for trait, number in re.findall(r"^\| (\w+) \| [\w-]+ \| (\d+) \| [01]\.\d{3} \| [01]\.\d{3} \|$", page, re.M):
        letters[trait] += int(number)
    assert letters == dict.fromkeys(traits(), count)
