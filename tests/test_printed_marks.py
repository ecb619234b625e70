"""The printed marks of questions and answers: hits, and sentences that only begin like one."""

from __future__ import annotations

import pytest

from kamerbrief.printed_marks import mark_of, numbers_in


@pytest.mark.parametrize(
    ("text", "side", "numbers"),
    [
        ("Vraag 1", "question", "1"),
        ("Vragen 7 t/m 9", "question", "7 8 9"),
        ("Vraag 7, 8, 9 10 en 11", "question", "7 8 9 10 11"),
        ("Vraag 3. Klopt dit?", "question", "3"),
        ("Antwoord", "answer", ""),
        ("Antwoord: Ja.", "answer", ""),
        ("Antwoord 2 en 3", "answer", "2 3"),
        ("Antwoord 1 Ja.", "answer", "1"),
        ("Antwoord op vragen 7, 8, en 9:", "answer", "7 8 9"),
        ("Antwoorden op vraag 3, 4, 5, 9 en 10", "answer", "3 4 5 9 10"),
        ("Antwoord vraag 3-4:", "answer", "3 4"),
        ("Antwoord vragen 7,8,9,10 en 11", "answer", "7 8 9 10 11"),
        ("Mededeling", "notice", ""),
    ],
)
def test_marks(text: str, side: str, numbers: str) -> None:
    mark = mark_of(text)
    assert mark is not None
    assert (mark.side, " ".join(mark.numbers)) == (side, numbers)


def test_what_a_mark_opens_starts_at_its_end() -> None:
    mark = mark_of("Vraag 12. Hoeveel bruggen zijn er?")
    assert mark is not None
    assert "Vraag 12. Hoeveel bruggen zijn er?"[mark.end :] == "Hoeveel bruggen zijn er?"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Vraag van het lid Van Oosterveen (CDA)", "het lid Van Oosterveen (CDA)"),
        ("Vragen van de heer Bos (VVD):", "de heer Bos (VVD)"),
        ("Vraag 12 van het lid Bos (CDA)", "het lid Bos (CDA)"),
    ],
)
def test_a_mark_may_say_who_asks(text: str, who: str) -> None:
    mark = mark_of(text)
    assert mark is not None
    assert mark.who == who


@pytest.mark.parametrize(
    "text",
    [
        "Vraag 3 en 4 gaan over hetzelfde onderwerp.",
        "Antwoord op vraag 3 is dat dit kan.",
        "Antwoord van Minister Bos (Financiën) (ontvangen 3 mei 2024)",
        "Antwoorden van de minister op vragen van het lid Bos",
        "Vragen van het lid Bos (CDA) aan de Minister van Financiën over bruggen",
        "Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden",
        "Vragenlijst",
        "Mededeling van de minister",
        "In antwoord op vraag 3",
    ],
)
def test_near_misses(text: str) -> None:
    assert mark_of(text) is None


def test_a_range_that_runs_backwards_is_two_numbers() -> None:
    assert list(numbers_in("9-4")) == ["9", "4"]
