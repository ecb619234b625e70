"""What the place of a block before the first question says about it."""

from __future__ import annotations

from dataclasses import replace

from kamerbrief.layout import LayoutBlock
from kamerbrief.structure.header.front_matter import settle_front
from kamerbrief.structure.roles import Role
from pages import block, column, line


def settled(*pairs: tuple[str | LayoutBlock, str]) -> list[str]:
    blocks = [block(text) if isinstance(text, str) else text for text, _ in pairs]
    return [role.name for role in settle_front(blocks, [Role(name, 1.0) for _, name in pairs])]


def test_the_title_of_a_kamerstuk_introduces_nothing() -> None:
    assert settled(
        ("36 783", "letterhead"),
        ("Wijziging van de Wet op de zwembaden", "introduction"),
        ("NOTA NAAR AANLEIDING VAN HET VERSLAG", "closing"),
        ("Ontvangen 24 april 2025", "letterhead"),
        ("De regering dankt de leden voor hun inbreng.", "introduction"),
    ) == ["letterhead"] * 4 + ["introduction"]


def test_what_a_letter_says_before_its_annex_introduces_it() -> None:
    pairs = [
        ("Geachte voorzitter,", "letterhead"),
        ("Hierbij de nota", "introduction"),
        ("Nota naar aanleiding van het verslag", "heading"),
    ]
    assert settled(*pairs) == ["letterhead", "introduction", "heading"]


def test_values_of_labels_belong_to_the_letterhead() -> None:
    pairs = [
        ("Datum", "letterhead"),
        ("Betreft", "letterhead"),
        ("3 mei 2024", "heading"),
        ("Antwoorden op vragen over zwembaden", "introduction"),
    ]
    assert settled(*pairs) == ["letterhead"] * 4


def test_an_office_with_a_name_below_it_signs() -> None:
    pairs = [
        ("Met deze brief reageer ik op de inbreng.", "introduction"),
        ("De minister van Sport,", "introduction"),
        ("K. Vrees-Bol", "heading"),
        ("1", "label"),
        ("De minister van Sport,", "question"),
        ("K. Vrees-Bol", "question"),
    ]
    assert settled(*pairs) == ["introduction", "closing", "closing", "label", "question", "question"]


def test_a_signature_in_one_block() -> None:
    texts = ["Hoogachtend,", "de minister van Infrastructuur", "en Waterstaat,", "drs. E. Hoek"]
    signature = replace(block(" ".join(texts)), lines=tuple(column(*texts)))
    letter = replace(block("Ik dank u."), lines=tuple(column("Ik dank u voor de", "inbreng.", "E. Hoek")))
    assert settled((signature, "introduction"), (letter, "introduction")) == ["closing", "introduction"]


def test_a_valediction_with_the_office_and_the_name_below_them() -> None:
    texts = ["Hoogachtend,", "de minister van Sport,"]
    office = replace(block(" ".join(texts)), lines=tuple(column(*texts)))
    assert settled((office, "introduction"), ("Pia van Drimmel", "closing")) == ["closing", "closing"]
    assert settled(("Hoogachtend,", "introduction"), ("1", "label")) == ["closing", "label"]


def test_heads_introduce_nothing() -> None:
    told = "Deel I bevat de inbreng van de fracties en deel II de antwoorden, met dezelfde nummers."
    heads = ["Lijst van vragen en antwoorden", "INHOUDSOPGAVE", "DEEL I: INBRENG VANUIT DE FRACTIES"]
    assert settled((told, "introduction"), *((text, "introduction") for text in heads)) == [
        "introduction",
        *["letterhead"] * 3,
    ]


def test_officials_sign_by_surname() -> None:
    pairs = [("De griffier van de commissie,", "heading"), ("Kamminga-Vos", "remark"), ("I Vragen", "heading")]
    assert settled(*pairs) == ["closing", "closing", "heading"]
    office = replace(block(pairs[0][0]), lines=(line("De adjunct\xadgriffier van de commissie,"),))
    assert settled((office, "heading"), *pairs[1:]) == ["closing", "closing", "heading"]
