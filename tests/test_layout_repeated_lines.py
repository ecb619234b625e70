"""Sidebars that extraction mixed with the text, told by their coming back on page after page."""

from __future__ import annotations

from kamerbrief.reading import read
from pages import laid_out

SIDE = ["Ministerie van Zaken", "Bezoekadres", "Plein 5", "Ons kenmerk", "2024-0001", "Bijlagen", "1"]
FULL = "Dit is een regel die tot aan het einde van de kolom loopt, met"


def text(*pages: list[str]) -> str:
    """Pages whose first lines are mixed with those of the sidebar, one by one."""
    mixed = ["\n".join(f"{line}\n\n{side}\n" for line, side in zip(page, SIDE, strict=True)) for page in pages]
    return "\f".join(mixed)


def blocks(*pages: list[str]) -> list[str]:
    return [block.text.text for block in laid_out(read(text(*pages).encode())).blocks]


def test_the_lines_that_each_page_repeats_are_beside_the_text() -> None:
    pages = [[*[FULL] * 6, f"een slot op blad {n}."] for n in (1, 2, 3)]
    assert blocks(*pages) == [" ".join(page) for page in pages]
    kept = [of.line.text for of in laid_out(read(text(*pages).encode())).kept]
    assert sorted(kept) == sorted(SIDE * 3)


def test_a_sentence_goes_on_behind_them_with_a_capital_too() -> None:
    pages = [[FULL, f"NVWA {n} {FULL[7:]}", *[FULL] * 4, f"een slot op blad {n}."] for n in (1, 2, 3)]
    assert blocks(*pages) == [" ".join(page) for page in pages]


def test_marks_of_answers_that_come_back_are_none_of_them() -> None:
    pages = [["Vraag", f"Hoeveel leden zijn er in jaar {n}?", "Antwoord", f"Er zijn er {n}."] for n in (1, 2, 3)]
    body = laid_out(read("\f".join("\n\n".join(["Ministerie van Zaken", "Nr", *page]) for page in pages).encode()))
    assert sum(block.text.text == "Antwoord" for block in body.blocks) == 3


def test_the_number_of_a_question_at_one_place_of_each_page_is_none_of_them() -> None:
    pages = [
        "\n\n".join([*SIDE[:5], *[f"Een zin op blad {n}."] * 4, "8", f"Hoeveel zijn er in jaar {n}?"])
        for n in (1, 2, 3)
    ]
    body = laid_out(read("\f".join(pages).encode()))
    assert " ".join(block.text.text for block in body.blocks).count(" 8 ") == 3


def test_the_head_of_a_table_on_each_page_is_beside_the_text() -> None:
    head = ["Ministerie van Zaken", "Nr", "Vraag", "Antwoord"]
    pages = ["\n\n".join([*head, f"Hoeveel zijn er in jaar {n}?", f"Er zijn er {n}."]) for n in (1, 2, 3)]
    found = [block.text.text for block in laid_out(read("\f".join(["Een brief.", *pages]).encode())).blocks]
    assert found == [
        "Een brief.",
        *(s for n in (1, 2, 3) for s in (f"Hoeveel zijn er in jaar {n}?", f"Er zijn er {n}.")),
    ]


def test_a_foot_that_most_pages_have_above_their_number_is_beside_the_text() -> None:
    page = "\n".join([*[FULL] * 5, "een slot op blad {n}.", "Ons kenmerk 2024-0001", "", "{n}"])
    body = laid_out(read("\f".join(page.format(n=n) for n in (1, 2, 3)).encode()))
    assert "".join(block.text.text for block in body.blocks).count("kenmerk") == 0
    assert [block.text.text[-6:] for block in body.blocks] == ["lad 1.", "lad 2.", "lad 3."]
