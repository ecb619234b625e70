"""The tools that fit: logistic regression, numbers put into TOML, what counts as right, and that a run repeats."""

from __future__ import annotations

import tomllib

import pytest

from fit.corpus import made
from fit.decoding import shortfall
from fit.labelled import LabelledSequence
from fit.logistic import Row, fit
from fit.outcomes import Outcome, form_right, outcomes
from fit.parameters import Parameter, Weights, grammar_of, read_weights, texts, written
from fit.perceptron import Grammars, Settings, trained
from fit.pruning import pruned
from fit.rewriting import with_values
from fit.sequences import sequences, sides_of
from kamerbrief.structure.confidence import likelihood
from kamerbrief.structure.form.grammar import compose
from structured import evidence_of


def exchange(question: str, answer: str, faction: str = "D66") -> dict[str, object]:
    return {"question": [question], "answer": [answer], "factions": [faction], "members": [], "labels": []}


def letter(*exchanges: dict[str, object]) -> dict[str, object]:
    return {"sections": [{"heading": "", "exchanges": list(exchanges)}]}


FIRST = exchange("Waarom is het water in de plas zo laag gebleven?", "Omdat het dit jaar zo weinig heeft geregend.")
SECOND = exchange("Komt er een nieuwe sluis bij de haven te liggen?", "Nee. Daarvoor ontbreken de middelen helaas nog.")


def test_a_feature_that_goes_with_errors_speaks_against() -> None:
    rows = [Row({"thin": 1.0}, right=n % 4 == 0) for n in range(40)] + [Row({}, right=n > 0) for n in range(40)]
    weights = fit(rows, penalty=0.1)
    assert weights["thin"] < 0 < weights["always"]
    assert likelihood({}, weights) == pytest.approx(39 / 40, abs=0.02)
    assert likelihood({"thin": 1.0}, weights) == pytest.approx(10 / 40, abs=0.05)


def test_the_same_rows_give_the_same_weights() -> None:
    rows = [Row({"a": n % 3 / 2, "b": n % 5 / 4}, right=n % 7 > 2) for n in range(100)]
    assert fit(rows, penalty=1.0) == fit(rows, penalty=1.0)


def test_numbers_change_and_comments_stay() -> None:
    text = "# head\n[a.b]      # what it is\nx = 1      # one\nwide = -12.5  # two\n\n[c]\ny = 2\n"
    new = with_values(text, {("a.b", "x"): 2.5, ("c", "y"): -3.0, ("a.b", "z"): 0.5})
    assert tomllib.loads(new) == {"a": {"b": {"x": 2.5, "wide": -12.5, "z": 0.5}}, "c": {"y": -3}}
    assert [line.partition("#")[2] for line in new.split("\n") if "#" in line] == [
        " head",
        " what it is",
        " one",
        " two",
    ]
    assert with_values(text, {}) == text


def test_a_number_for_a_table_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        with_values("[a]\nx = 1\n", {("b", "x"): 2.0})


def test_an_exchange_that_ends_elsewhere_is_wrong() -> None:
    long = exchange("Waarom is het water in de plas zo laag gebleven?", "Omdat het zo weinig heeft geregend. De sluis?")
    assert outcomes(letter(FIRST, SECOND), letter(FIRST, SECOND)) == [Outcome(True, True)] * 2
    assert outcomes(letter(FIRST, SECOND), letter(long, SECOND))[0] == Outcome(False, True)


def test_who_asks_is_right_by_itself() -> None:
    other = {**FIRST, "factions": ["SP"]}
    assert outcomes(letter(FIRST), letter(other)) == [Outcome(True, False)]


def test_an_exchange_that_is_none_has_no_askers() -> None:
    stray = exchange("Kastanjes bloeien.", "Eiken ook.")
    assert outcomes(letter(FIRST), letter(FIRST, stray))[1] == Outcome(False, None)


def test_a_form_is_right_where_the_words_are_placed() -> None:
    turned = exchange(str(FIRST["answer"]), str(FIRST["question"]))
    assert form_right(letter(FIRST, SECOND), letter(FIRST, SECOND))
    assert not form_right(letter(FIRST, SECOND), letter(turned, SECOND))


def test_a_seed_gives_the_same_sample() -> None:
    (one,), (other,) = made([3]), made([3])
    assert (one.truth, one.source, one.body) == (other.truth, other.source, other.body)


def test_the_files_of_the_grammar_come_back_as_they_were() -> None:
    assert written(read_weights()) == texts()


def test_a_number_is_put_where_it_stands() -> None:
    weights = read_weights()
    place = Parameter("traits/answers.toml", "marked", ("follows", "heading", "answer"))
    assert weights[place] == 14
    new = written({**weights, place: 12.5})["traits/answers.toml"]
    assert tomllib.loads(new)["marked"]["follows"]["heading"]["answer"] == 12.5


def test_letters_are_parsed_with_other_numbers_and_then_with_those_of_the_package() -> None:
    files = written(dict.fromkeys(read_weights(), 0.0))
    with grammar_of(files):
        assert compose().cues["asks"]["question"] == 0
    assert compose().cues["asks"]["question"] == 3


def test_blocks_are_on_the_side_where_the_truth_has_their_words() -> None:
    evidence = evidence_of(
        "Waarom is het water in de plas zo laag gebleven?", "Omdat het zo weinig heeft geregend.", "Ja."
    )
    truth = letter(exchange("Waarom is het water in de plas zo laag gebleven?", "Omdat het zo weinig heeft geregend."))
    assert sides_of(evidence.blocks, truth) == [frozenset({"question"}), frozenset({"answer"}), None]


def made_sequences() -> list[LabelledSequence]:
    return [sequence for sample in made(range(5, 11)) for sequence in sequences(sample)]


def test_training_repeats_and_mends_what_was_spoilt() -> None:
    found = made_sequences()
    hand = read_weights()
    spoilt = hand | {place: -number for place, number in hand.items() if place.path[:2] == ("cues", "members_ask")}
    settings = Settings(epochs=4, rate=0.1, hold=0.0, loss=2.0)
    one, other = (trained(found, spoilt, settings) for _ in range(2))
    assert one == other
    assert shortfalls(found, one) < shortfalls(found, spoilt)
    assert all(number >= 0 for place, number in one.items() if place.path[0] != "cues" and spoilt[place] >= 0)


def shortfalls(found: list[LabelledSequence], weights: Weights) -> float:
    grammars = Grammars(found, read_weights())
    for place, number in weights.items():
        grammars.change(place, number - grammars.weights[place])
    return sum(shortfall(sequence, grammars.rules[sequence.values], 2.0) for sequence in found)


def test_numbers_that_say_nothing_can_go() -> None:
    found = made_sequences() * 4
    hand = read_weights()
    idle = Parameter("grammar.toml", "", ("cues", "states", "question"))
    assert idle in pruned(found, {**hand, idle: 0.0})
