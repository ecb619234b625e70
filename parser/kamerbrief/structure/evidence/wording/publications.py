"""What official publications print over their text: docket, kind of document, title, contents."""

from __future__ import annotations

import re

from kamerbrief.patterns import pattern

DOCKET = pattern(
    r"(?:nr\.?\s*)?\d{1,4}[A-Z]?|nr\.?\s*\d{1,4}[A-Z]?\s+(?:verslag|nota|memorie|lijst|brief)\b.{0,90}"
    r"|\d{2}\s\d{3}(?:[\s-]+[IVXLC]+)?\b.{0,120}|[A-Z]{1,2}\d?"
    r"|vergaderjaar\s.{4,12}|\d{4}Z\d{5}|aanhangsel van de handelingen"
    r"|(?:verslag van een|nota naar aanleiding van|memorie van antwoord|nader verslag).{0,60}",
    re.I | re.S,
    how="fullmatch",
    hits=(
        "36 788 Regels omtrent ligplaatsen",
        "Nr. 7",
        "Vergaderjaar 2023–2024",
        "2024Z18775",
        "VERSLAG VAN EEN SCHRIFTELIJK OVERLEG",
    ),
    misses=("Nummer 7", "36788 bruggen", "Het verslag van een overleg", "ABC"),
)
"""What a Kamerstuk prints over its text: dossier, number, kind of document."""
CONTENTS = pattern(
    r"inhoudsopgave\b|inhoud\b(?:.{0,12}blz|$)|[^\n]{1,150}?(?:\s?[.…·_]){4,}\s*\d{1,3}\s*$",
    re.I,
    how="match",
    hits=("Inhoudsopgave", "Inhoud ... blz.", "D66 ………………………. 4", "1. Algemeen . . . . . . 12"),
    misses=("Inhoud van de wet", "De inhoudsopgave", "Dat is niet zo..."),
)
"""The head of a table of contents, or a line of it."""
PART = pattern(
    r"(?:deel|part|hoofdstuk)\s(?:[IVX]+|\d|[A-C])\b",
    re.I,
    how="match",
    hits=("DEEL I: INBRENG VANUIT DE FRACTIES", "Deel B – Antwoorden"),
    misses=("Deel uw mening", "In deel I"),
)
"""The head of a part of a document."""
KIND = pattern(
    r"(?:nr\.?\s*\d+[a-z]?\s+|[A-Z]{1,2}\s+)?(?:nader\s|tweede\snader\s|nadere\s)?"
    r"(?:verslag(?:\svan\seen\s(?:nader\s)?schriftelijk\soverleg)?|memorie\svan\santwoord"
    r"|nota\snaar\saanleiding\svan\shet\s(?:[\w ]+\s)?verslag|lijst\svan\svragen(?:\sen\santwoorden)?)"
    r"(?:\s(?:vastgesteld|ontvangen)\s.{8,30})?",
    re.I,
    how="fullmatch",
    hits=(
        "NOTA NAAR AANLEIDING VAN HET VERSLAG",
        "Nr. 361 Verslag van een schriftelijk overleg",
        "NADERE MEMORIE VAN ANTWOORD Ontvangen 27 maart 1998",
        "C MEMORIE VAN ANTWOORD",
    ),
    misses=("Nota naar aanleiding van het verslag inzake de Molenwet", "Het verslag", "Verslag over zwembaden"),
)
"""The kind of document that a Kamerstuk is, which stands below its number."""
ISSUED = pattern(
    r"(?:nr\.?\s*\d+\s+)?\(?\b(?:vastgesteld|ontvangen)\s+(?:op\s+|d\.d\.\s+)?(?P<date>\d{1,2}\s\w+\s(?:19|20)\d\d)\)?",
    re.I,
    hits=("Vastgesteld 4 december 2014", "Ontvangen 27 maart 1998", "(ontvangen 13 oktober 2020)"),
    misses=("Ontvangen in mei 2014", "Wordt vastgesteld: 4 december", "ingezonden 3 mei 2024"),
)
"""When a Kamerstuk was adopted or received."""
SESSION = pattern(
    r"\bvergaderjaar\s\d{4}",
    re.I,
    hits=("Vergaderjaar 2023–2024", "Tweede Kamer, vergaderjaar 2014–2015, 28 286"),
    misses=("het vergaderjaar van de Kamer",),
)
"""The parliamentary year that a publication belongs to."""
TITLE = pattern(
    r"""(?: antwoord(?:en)? | beantwoording | vragen | (?:bijlage|annex)\b.{0,30}\bantwoorden )
        \s (?: van \s (?:de|het) \s (?: minister | staatssecretaris | kabinet | bewinds )
            | (?: op | van | vragen | kamervragen | door ) \b )
        .* \b (?: het\slid | de\sleden | commissie | het \s leden | kamervragen | fracties? ) \b
      | (?: antwoord | mededeling ) \s van \s (?:de\s)? (?: minister | staatssecretaris ) .* \( \s* ontvangen \b
      | vragen \s gesteld \s door \s de \s leden \s der \s kamer
      | .{0,600} \( (?: ingezonden | ontvangen ) \s \(? (?: ontvangen \s )? \d
      | \d{1,2} \s \w+ \s \d{4} \)""",
    re.X | re.I | re.S,
    how="match",
    hits=(
        "Antwoorden van de minister van Sport op de vragen van het lid Bos (CDA) over zwembaden",
        "Vragen gesteld door de leden der Kamer, met de daarop gegeven antwoorden",
        "Vragen van het lid Bos (CDA) over zwembaden (ingezonden 3 mei 2024)",
        "Antwoord van Minister De Wit (Sport) (ontvangen 13 juni 2024)",
    ),
    misses=("Antwoord op vraag 3", "De vragen van het lid Bos gaan over zwembaden", "Antwoorden zijn er niet."),
)
"""What stands over the answers: "Antwoorden van de minister van J en V op de vragen van het lid X (CDA) over Y"."""
SEQUEL = pattern(
    r"toelichting\s*:|deze vragen dienen (?:ter|als) (?:aanvulling|vervolg)",
    re.I,
    how="match",
    hits=("Toelichting: deze vragen dienen ter aanvulling op eerdere vragen", "Deze vragen dienen als vervolg op"),
    misses=("Een toelichting: dat is nodig", "Deze vragen gaan over bruggen"),
)
"""What is printed behind the answers when the questions go on from others."""
KAMERSTUK_TITLE = pattern(
    r"(?:verslag van een (?:nader )?schriftelijk overleg|nota naar aanleiding van het (?:[\w ]+ )?verslag"
    r"|memorie van antwoord)\s+(?!(?:vastgesteld|ontvangen)\b)(?P<subject>.{8,})",
    re.I | re.S,
    how="match",
    hits=(
        "Verslag van een schriftelijk overleg over zwembaden",
        "Nota naar aanleiding van het nader verslag inzake de Molenwet",
    ),
    misses=(
        "Verslag van een schriftelijk overleg",
        "Het verslag van een schriftelijk overleg over zwembaden",
        "NOTA NAAR AANLEIDING VAN HET VERSLAG Ontvangen 3 mei 2024",
    ),
)
"""The title of a Kamerstuk, with what it is about behind its name."""
DOCUMENT_NUMBER = pattern(
    r"(?:[Nn]r\.?\s*(?P<number>\d+[a-z]?)|(?P<letter>[A-Z]{1,2}\d?))",
    how="fullmatch",
    hits=("Nr. 7", "nr 12", "AB", "D2", "Nr. 187d"),
    misses=("Nummer 7", "ABC", "36 788"),
)
"""The number of a Kamerstuk within its dossier; in the Eerste Kamer a letter, or a number with one."""
DOSSIER = pattern(
    r"\d{2}\s\d{3}(?:[\s-]+[IVXLC]+)?(?:\s+(?P<title>[A-Z].{2,}))?",
    re.S,
    how="fullmatch",
    hits=("29 502 Post", "36 788 Regels omtrent ligplaatsen", "36 600 VII", "36 788"),
    misses=("36788", "36 788 regels omtrent ligplaatsen", "Dossier 36 788"),
)
"""The number of a dossier, with its title where that stands behind it."""
COMMITTEE_SUBJECT = pattern(
    r"\bvoorgelegd aan\b.{0,160}?\b(?:over|inzake)\s(?:de|zijn|haar)\s(?:brief|brieven)\b.{0,40}?"
    r"\s(?:over|inzake|betreffende|met betrekking tot)\s(?:de\s|het\s)?(?P<subject>.{8,200}?)(?:\s\((?!\w+\))|\.\s|$)",
    re.I | re.S,
    hits=(
        "heeft vragen voorgelegd aan de Minister van Sport over de brief van 3 mei over de stand van bruggen (36 788).",
        "opmerkingen voorgelegd aan de Staatssecretaris inzake haar brief inzake het toezicht op bruggen",
    ),
    misses=("heeft vragen voorgelegd aan de Minister van Sport over zwembaden", "vragen over de brief over zwembaden"),
)
"""What a committee says that its questions are about, in the introduction of a report."""
