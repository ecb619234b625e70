"""How a letter is signed: valediction, office and name."""

from __future__ import annotations

import re

from kamerbrief.patterns import pattern

VALEDICTION = pattern(
    r"(?:hoogachtend|met (?:vriendelijke|de meeste) (?:groet|hoogachting)).{0,12}",
    re.I,
    how="fullmatch",
    hits=("Hoogachtend,", "Met vriendelijke groet,", "Met de meeste hoogachting,"),
    misses=("Hoogachtend, de Minister van Sport", "Met vriendelijke ogen"),
)
"""The line with which a letter closes."""
CONCLUDES = pattern(
    r"^(?:hiermee|daarmee|ik|wij)\b[^.?!]{0,60}\b(?:vertrouw|hoop|ga|meen)\w*\b[^.?!]{0,60}\bvragen\b[^.?!]{0,80}"
    r"\b(?:beantwoord|geïnformeerd|ingelicht)\b[^.?!]*\.?$",
    hits=(
        "hiermee vertrouwen wij erop de vragen van uw kamer voldoende te hebben beantwoord.",
        "ik hoop de vragen van de leden hiermee afdoende te hebben beantwoord.",
    ),
    misses=("hiermee is de vraag beantwoord.", "ik hoop dat de brug er komt."),
)
"""The sentence with which a letter says, in caseless text, that all is answered."""
CLOSING = pattern(
    r"(?:Hoogachtend|Met (?:vriendelijke|de meeste) (?:groet|hoogachting))(?:,|\b)",
    how="fullmatch",
    hits=("Hoogachtend,", "Met vriendelijke groet,", "Hoogachtend"),
    misses=("met vriendelijke groet", "Hoogachtend, de Minister van Sport"),
)
"""The valediction, alone on its line."""
OFFICIALS = pattern(
    r"(?:de\s)?(?:[\w-]+\s)?(?:voorzitter|griffier|[\w-]+griffier)\svan\sde\s(?:vaste\s|algemene\s|tijdelijke\s)?commissie\b.{0,90}",
    re.I,
    how="fullmatch",
    hits=(
        "De adjunct-griffier van de commissie,",
        "De fungerend voorzitter van de commissie,",
        "De griffier van de commissie",
        "De griffier van de vaste commissie voor Economische Zaken en Klimaat,",
    ),
    misses=("De voorzitter van de Tweede Kamer", "De griffier", "Aan de voorzitter van de commissie Sport"),
)
"""Who signs a report of parliament: "De adjunct-griffier van de commissie,"."""
SURNAME = pattern(
    r"(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|el|’t)\s)*[A-ZÀ-Þ][\w’'.-]+(?:\s[A-ZÀ-Þa-z][\w’'.-]*){0,3}",
    how="fullmatch",
    hits=("Bromet", "Kamminga-Vos", "Van der Molen", "de Vos", "Van den Berg-Jansen"),
    misses=("De leden van de fractie van de VVD", "vragen", "12"),
)
"""A name as the officials of parliament sign, most by surname alone."""
OFFICE = pattern(
    r"""(?:(?:mede\ )?namens\ )?(?:de\ |het\ )?(?:vice)?(?:minister(?:-president)?|staatssecretaris|kabinet)\b
        (?![^,]{0,80}\b(?:is|heeft|zal|kan|wordt|stelt)\b).{0,140}""",
    re.X | re.I,
    how="fullmatch",
    hits=("De Minister van Sport,", "mede namens de Staatssecretaris van Financiën", "De viceminister-president"),
    misses=("De minister van Sport heeft overlegd.", "Het ministerie van Sport", "Volgens de minister"),
)
"""The office of who signs."""
PERSON = pattern(
    r"""(?![IVX]\.\s[A-ZÀ-Þ]{5,}$)                                      # no heading such as "I. ALGEMEEN"
        (?:(?i:drs|dr|mr|ir|ing|prof|mw|dhr)\.\s?)*                     # titles
        (?:(?:[A-ZÀ-Þ][hlrsj]?\.\s?)+|[A-ZÀ-Þ][^\W\d]*(?:[’'-][^\W\d]+)*\s)   # initials, or a first name
        (?:\([A-ZÀ-Þ][\w-]+\)\s)?                                        # the first name after initials
        (?:(?:van|de|den|der|ten|ter|el|het|’t|in)\s)*
        [A-ZÀ-Þ][^\W\d’'-]*(?:[’'-][^\W\d]+)*(?:[\s-][A-ZÀ-Þ]?[^\W\d]+(?:[’'-][^\W\d]+)*){0,4}(?:\s?\(.{2,20}\))?""",
    re.X,
    how="fullmatch",
    hits=("A.B. de Vries", "mr. C.D. van den Berg", "Anna Bakker-de Groot", "E. (Els) ter Braak", "Th.R. van Es"),
    misses=("De", "A.B. de vries", "Ja, dat klopt", "Korte Voorhout 7", "I. ALGEMEEN"),
)
"""A name alone on its line; two capitalised words fit it too."""
INITIALS = pattern(
    r"(?:(?i:drs|dr|mr|ir|ing|prof)\.\s?)*[A-ZÀ-Þ][hlrsj]?\.",
    how="match",
    hits=("A.B. de Vries", "mr. C. Bos", "Th. van Es"),
    misses=("Anna Bakker", "De Minister", "Artikel 3."),
)
"""How a name with initials begins."""
NAME_BEHIND = pattern(
    r"(?<=,)\s(?=(?:(?:[Dd]rs|[Dd]r|[Mm]r|[Ii]r|[Ii]ng|[Pp]rof)\.\s?)*[A-ZÀ-Þ][hlrsj]?\.)",
    hits=("De Minister van Sport, A.B. de Vries", "De Minister van Sport, mr. C. Bos"),
    misses=("De Minister van Volksgezondheid, Welzijn en Sport", "A.B. de Vries, president"),
)
"""The space between an office and the name behind it on one line."""
SIDE_BY_SIDE = pattern(
    r"\s{3,}|(?<=,)\s(?=[Dd]e\s(?:Minister|Staatssecretaris|minister|staatssecretaris)\b)"
    r"|(?<=[a-zà-ÿ]{2})\s(?=(?:(?:drs|dr|mr|ir|ing|prof)\.\s?)*(?:[A-ZÀ-Þ][hlrsj]?\.\s?)+[A-Za-z])",
    hits=(
        "De Minister van Sport,     De Minister van Bouw,",
        "De Minister van Sport, De Minister van Bouw,",
        "A. Bakker C. de Groot",
        "Anna Bakker mr. C. de Groot",
    ),
    misses=("De Minister van Sport, mede namens", "A.B. de Vries", "mr. C. Bos", "E. (Els) ter Braak"),
)
"""The space between two signatures that stand side by side on one line."""
POSITION = pattern(
    r"(?:(?P<name>[^,]{5,60}),?\s)?(?P<role>president|secretaris|voorzitter|griffier)",
    re.S,
    how="fullmatch",
    hits=("drs. A.B. (Ans) de Wit, president", "secretaris", "C. Bakker\nvoorzitter"),
    misses=("De Wit, presidente", "de president spreekt", "vicevoorzitter"),
)
"""A name with its office behind it or below it, or that office alone."""
