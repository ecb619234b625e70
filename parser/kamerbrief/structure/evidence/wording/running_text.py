"""Sentences and quotations in running text."""

from __future__ import annotations

import re

from kamerbrief.patterns import pattern

QUOTED = pattern(
    r"[‘“”\"„][^‘’“”\"„]{1,300}[’”\"]",
    hits=("De beheerder schreef: ‘Waarom sluit het bad?’", 'het rapport "Veilig zwemmen" van de inspectie'),
    misses=("foto’s van het zwembad", "De beheerder schreef: ‘"),
)
"""A quotation with its quotation marks."""
SENTENCE = pattern(
    r"[.?!;][”’\"')\]]*$",
    hits=("Het zwembad blijft open.", "Hij vroeg: ‘Waarom niet?’", "de gemeente betaalt (voorlopig);"),
    misses=("Vragen van de leden van de VVD-fractie", "Deze leden vragen het volgende:"),
)
"""How a text ends that is a sentence."""
SENTENCE_BREAK = pattern(
    r"(?<=[.?!])\s",
    hits=("Dat klopt. Het bad sluit.", "Is dat zo? Zo nee, waarom niet?"),
    misses=("Dat klopt.", "De subsidie is 1.250 euro"),
)
"""The space between two sentences, roughly: it also stands behind an abbreviation, which does no harm here."""
QUOTATION = pattern(
    r"[‘“\"„«].*[’”\"»][.,;]?",
    re.S,
    how="fullmatch",
    hits=("«Het zwembad is in 2019 gesloten.»", "“Waarom sluit het bad?”."),
    misses=("“Waarom sluit het bad?” vroeg hij.", "Foto’s van het zwembad"),
)
"""A paragraph that is a quotation and nothing else."""
