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

REFERS_BACK = pattern(
    r"[^.?!:]{0,70}?\b(?:hier|daar)(?:over|omtrent|bij|aan|aangaande)\b",
    re.I,
    how="match",
    hits=("De Raad van State schreef hierover in zijn advies:", "In het rapport staat daarover het volgende:"),
    misses=("Daarnaast constateren zij dat", "Dat is juist. Daarover is gesproken."),
)
"""A paragraph whose first sentence is about what stands before it."""
OF_QUOTATION = pattern(
    r"[^.?!:]{0,90}?\b(?:deze|die|dit|dat)\s(?!leden\b|lid\b|fracties?\b|vra(?:ag|gen)\b|er\b|de\b|het\b|is\b)\w+",
    re.I,
    how="match",
    hits=("Gaarne vernemen deze leden of deze conclusie wordt gedeeld.", "Hoe wordt deze passage beoordeeld?"),
    misses=("Deze leden vragen het volgende.", "Dat is juist."),
)
"""A paragraph behind a quotation whose first sentence is about it."""
