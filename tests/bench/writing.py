"""Write any number of different letters: the words for them, and how they are put together."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

sys.path.append(str(Path(__file__).resolve().parents[2] / "samples"))

from source import Piece, Source

PAGE = 2_450
"""Characters of text on a page, about."""
FACTIONS: tuple[str, ...] = (
    "VVD",
    "D66",
    "CDA",
    "GroenLinks-PvdA",
    "SP",
    "ChristenUnie",
    "SGP",
    "PvdD",
    "BBB",
    "Volt",
    "JA21",
    "50PLUS",
)
STEMS: tuple[str, ...] = tuple(
    """water grond jeugd zorg school onderwijs haven spoor lucht bos natuur klimaat energie warmte gas wind zonne
    stads dorps land rivier dijk duin kust zee vis vee melk mest stikstof bodem bouw woning huur erf brug tunnel weg
    fiets trein bus vracht grens asiel politie brand ambulance zieken huisarts apotheek bibliotheek museum theater
    sport zwem sociaal arbeids loon pensioen belasting toeslag bank rente schuld handel export markt
    ondernemers boeren""".split()
)
HEADS: tuple[str, ...] = tuple(
    """beleid fonds plan akkoord regeling wet raad dienst inspectie gebied peil kwaliteit verbruik kosten tarief
    subsidie vergunning voorziening opgave verkenning monitor evaluatie onderzoek rapport cijfers norm grens gebruik
    beheer toezicht handhaving veiligheid ontwikkeling verbetering beperking vermindering uitbreiding verplichting
    ondersteuning bijdrage aanpak strategie afspraak organisatie sector branche vereniging commissie""".split()
)
PLACES: tuple[str, ...] = tuple(
    """Groningen Friesland Drenthe Overijssel Gelderland Flevoland Utrecht Zeeland Limburg Noord-Brabant Noord-Holland
    Zuid-Holland Twente Salland Veluwe Betuwe Achterhoek Walcheren Texel Curaçao""".split()
)
NAMES: tuple[str, ...] = tuple(
    "Overbeek Sminia Dijkgraaf Wiersma Bos Elzinga Ruiter Prins Koster Vliet Brandsma Haverkamp".split()
)
QUESTION_TEMPLATES: tuple[str, ...] = (
    "Kan de regering aangeven hoe het {a} zich verhoudt tot de {b} in {place}?",
    "Welke gevolgen heeft dit voor de {a} en de {b}?",
    "Is de regering bereid de {a} voor {month} {year} aan te passen, en zo nee, waarom niet?",
    "Hoeveel {a} is in {year} in {place} aangevraagd, en welk deel daarvan is toegekend?",
    "Waarom is niet gekozen voor een {a} zoals in {place}?",
    "Hoe beoordeelt de regering de kritiek op de {a} in het {b}?",
    "Kan de regering toezeggen dat de {a} wordt betrokken bij het {b}?",
    "Op welke wijze worden gemeenten in {place} ondersteund bij de {a}?",
)
INTRODUCTION_TEMPLATES: tuple[str, ...] = (
    "Deze leden lezen dat de {a} in {place} met {n} procent is toegenomen.",
    "In het {a} van {year} wordt gewezen op de samenhang met de {b}.",
    "Zij constateren dat het {a} op {n} plaatsen nog ontbreekt.",
    "De voornoemde leden hebben zorgen over de {a} en wijzen op het {b}.",
    "Volgens de {a} gaat het om {n} miljoen euro per jaar.",
)
ANSWER_TEMPLATES: tuple[str, ...] = (
    "De {a} is in {year} vastgesteld en wordt om de {k} jaar herzien.",
    "In {place} is de {a} met {n} procent gedaald ten opzichte van {year}.",
    "Voor de {a} is jaarlijks {n} miljoen euro beschikbaar.",
    "Over de {a} ontvangt uw Kamer voor {month} {year} een brief.",
    "Het {a} laat zien dat de {b} in {n} gemeenten aan de eisen voldoet.",
    "De provincies zijn verantwoordelijk voor de {a}; het Rijk draagt bij aan het {b}.",
    "Daarbij is van belang dat de {a} niet ten koste gaat van de {b}.",
    "Met de {a} in {place} is afgesproken dat het {b} openbaar wordt gemaakt.",
    "Uit onderzoek van {name} blijkt dat de {a} doeltreffend is, maar dat de {b} achterblijft.",
    "De regering ziet daarom geen aanleiding de {a} te wijzigen.",
    "Ten aanzien van de vrijwillige terugkeer naar de {a} geldt hetzelfde.",
    "Indien nodig wordt de {a} met het {b} geëvalueerd.",
)
MONTHS: tuple[str, ...] = tuple(
    "januari februari maart april mei juni juli september oktober november december".split()
)


def compound(chance: Random) -> str:
    """Return a Dutch compound of two or three parts. Most of these are long and rare, as in real letters."""
    first = "".join(chance.sample(STEMS, 1 if chance.random() < 0.7 else 2))
    return first + chance.choice(HEADS)


def sentences(chance: Random, templates: tuple[str, ...], count: int) -> str:
    """Return this many different sentences."""
    return " ".join(filled(chance, template) for template in chance.sample(templates, count))


def filled(chance: Random, template: str) -> str:
    """Return a sentence with its gaps filled."""
    return template.format(
        a=compound(chance),
        b=compound(chance),
        place=chance.choice(PLACES),
        month=chance.choice(MONTHS),
        name=chance.choice(NAMES),
        year=chance.randint(1996, 2024),
        n=chance.randint(2, 980),
        k=chance.choice(("twee", "drie", "vier", "vijf")),
    )


def head(chance: Random, number: int) -> dict[str, str]:
    """Return the header of a letter's source."""
    subject = f"Antwoorden op vragen over {compound(chance)} en {compound(chance)}"
    style = ["sidebar" if chance.random() < 0.5 else "heads"]
    style += [name for name in ("italic-questions", "bold-marker", "justified", "serif") if chance.random() < 0.4]
    return {
        "ministry": "Ministerie van Infrastructuur en Waterstaat",
        "department": f"Directoraat-Generaal {chance.choice(STEMS).capitalize()}",
        "unit": compound(chance).capitalize(),
        "chamber": chance.choice(("Eerste Kamer", "Tweede Kamer")),
        "postbus": "Postbus 20018",
        "date": f"{chance.randint(1, 28)} {chance.choice(MONTHS)} {chance.randint(1996, 2024)}",
        "reference": f"IENW/BSK-{chance.randint(2000, 2024)}/{number:06}",
        "subject": subject,
        "signed": f"De Minister van Infrastructuur en Waterstaat / A. {chance.choice(NAMES)}",
        "style": ", ".join(style),
    }


def exchange(chance: Random, faction: str) -> list[Piece]:
    """Return a question of one or two paragraphs and an answer of one to three, sometimes with a table."""
    opening = f"De leden van de {faction}-fractie hebben met belangstelling kennisgenomen van het {compound(chance)}. "
    asked = (
        sentences(chance, INTRODUCTION_TEMPLATES, chance.randint(1, 3))
        + " "
        + sentences(chance, QUESTION_TEMPLATES, chance.randint(1, 2))
    )
    pieces = [Piece("question", (opening if chance.random() < 0.5 else "") + asked)]
    pieces += [
        Piece("answer", sentences(chance, ANSWER_TEMPLATES, chance.randint(2, 5))) for _ in range(chance.randint(1, 3))
    ]
    if chance.random() < 0.08:
        rows = [[compound(chance).capitalize(), *(str(chance.randint(1, 9999)) for _ in range(3))] for _ in range(4)]
        pieces.append(Piece("table", rows=[["Jaar", "2019", "2020", "2021"], *rows]))
    return pieces


def letter(number: int, pages: int = 15) -> Source:
    """Return the letter with this number; it is always the same."""
    chance = Random(number)
    pieces = [Piece("introduction", "Hierbij bied ik u de antwoorden aan op de vragen van " + compound(chance) + ".")]
    length, sections = pages * PAGE, chance.sample(FACTIONS, chance.randint(3, 7))
    for at, faction in enumerate(sections, 1):
        pieces.append(Piece("heading", f"Vragen en opmerkingen van de leden van de fractie van {faction}"))
        while sum(len(piece.text) for piece in pieces) < length * at / len(sections):
            pieces += exchange(chance, faction)
    return Source(head(chance, number), pieces, {})
