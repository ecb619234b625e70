"""How the government answers: in the first person, with what was asked in view."""

from __future__ import annotations

import re

from kamerbrief.patterns import pattern

FIRST_PERSON = pattern(
    r"\b(?:ik|mijn|mij|mijns|wij)\b",
    hits=("daarover heb ik overlegd", "in mijn brief van 3 mei", "wij delen die zorg"),
    misses=("dat blijkt", "de mijnen in limburg", "dikwijls"),
)
"""The one who writes speaks of himself, in caseless text."""
CABINET = pattern(
    r"\bhet (?:\(demissionaire\) |demissionaire )?kabinet\b",
    hits=("het kabinet deelt die zorg", "het (demissionaire) kabinet", "het demissionaire kabinet"),
    misses=("de kabinetsreactie", "een kabinet", "het vorige kabinet"),
)
"""The cabinet, as an answer calls the government, in caseless text."""
YES_OR_NO = pattern(
    r"(?:ja|nee|neen|zeker|inderdaad|dat klopt|het klopt|dit klopt|dat is (?:on)?juist)\b",
    re.I,
    how="match",
    hits=("Ja, dat kan.", "Nee.", "Dat klopt. Het bad sluit."),
    misses=("Jaarlijks zijn er twee.", "Of dat klopt, is niet bekend.", "Zekerheid is er niet."),
)
"""An answer opens with yes or no."""
THAT = pattern(
    r"(?:dat|dit|die|zulks|daar\w+|hier\w+|deze(?! (?:leden|fracties?|vraag|vragen)))\b",
    re.I,
    how="match",
    hits=("Dat is gebeurd.", "Daarvoor geldt een termijn.", "Deze brug is vernieuwd."),
    misses=("Deze leden vragen iets.", "De brug is vernieuwd.", "Datums staan vast."),
)
"""How an answer may open, with what was asked in view; not "Deze leden"."""
REFERS = pattern(
    r"\bverwij(?:s|zen|st)\b.{0,30}\bnaar\b|\b(?:wordt|zij) verwezen naar\b"
    r"|\bzie (?:ook |verder |hiervoor )?(?:het |mijn |de )?(?:antwoord|beantwoording)",
    hits=(
        "daarvoor verwijs ik naar mijn brief",
        "zie het antwoord op vraag 3.",
        "zie ook de beantwoording van vraag 2",
        "voor een nadere toelichting wordt verwezen naar de bijlage",
    ),
    misses=("de verwijzing naar de wet", "ik zie geen aanleiding", "er is verwezen naar de wet"),
)
"""An answer points to another, or to another document; in caseless text."""
RESTATES = pattern(
    r"\b(?:(?:in|voor (?:het|een)|bij wijze van) antwoord op"
    r"|(?<!gaan )(?<!antwoord )(?<!reageren )op de vra(?:ag|gen) (?:van|of|hoe|wat|waarom|naar|over)"
    r"|(?:met|ten) (?:betrekking|aanzien) (?:tot|van) de vra(?:ag|gen)|naar aanleiding van de vra(?:ag|gen)"
    r"|de vra(?:ag|gen) van de leden|in de (?:deze )?vra(?:ag|gen) (?:ge|be)noemde)|gestelde vra(?:ag|gen)",
    hits=(
        "op de vraag van de leden van de sp-fractie kan ik melden dat",
        "in antwoord op vraag 3",
        "ten aanzien van de vraag of de brug sluit",
    ),
    misses=(
        "deze leden vragen of",
        "zij gaan op de vraag van vandaag niet in",
        "graag antwoord op de vraag of",
        "de vraag naar water stijgt",
    ),
)
"""An answer says to which question it is, in caseless text."""
RESTATED_ASKING = pattern(
    r"\b(?:vra(?:agt|gen)|verzoek(?:t|en)|vern(?:eemt|emen)|merk(?:t|en) op|constate(?:ert|ren)|wijz(?:en|t)"
    r"|le(?:est|zen)|stel(?:t|len)|gev(?:en|t) aan|zijn van mening|informe(?:ert|ren)|gevraagd|horen|willen)\b",
    hits=("de leden van de sp-fractie vragen of het bad sluit", "deze leden merken op dat", "er is gevraagd naar"),
    misses=("het bad sluit niet.", "de vraag is begrijpelijk"),
)
"""The verb in the sentence with which an answer restates its question, in caseless text."""
AGREES = pattern(
    r"\bterecht\b|\b(?:zorg|vrees|vraag|constatering)(?:en)? van (?:deze|de) leden\b",
    hits=("deze leden wijzen er terecht op dat", "ik begrijp de zorgen van deze leden"),
    misses=("de leden van de sp-fractie hebben zorgen", "het kwam op straat terechtgesteld"),
)
"""An answer takes the side of those who asked, in caseless text."""
CHAMBER = pattern(
    r"\b(?:uw|beide) kamers?\b",
    hits=("ik informeer uw kamer in het najaar", "in beide kamers"),
    misses=("de tweede kamer", "uw kamerbrede oproep"),
)
"""An answer speaks to the chamber, in caseless text."""
BY_GOVERNMENT = pattern(
    r"(?:de regering|het kabinet|de minister|de staatssecretaris)\s",
    how="match",
    hits=("de regering wijst de leden erop dat", "het kabinet vraagt deze leden om geduld"),
    misses=("kan de regering dat toezeggen?", "de regeringspartijen vragen"),
)
"""A sentence, in caseless text, of which the government is the subject."""
HOLDS = (
    r"(?:is van (?:mening|oordeel)|deelt|acht|onderkent|erkent|merkt op|verwijst|zal|wijst|benadrukt|hecht|kiest|ziet"
    r"|vindt|meent|heeft|onderschrijft|herkent|streeft|zet|blijft|beoogt|wil|gaat|is|kan|verwacht|stelt|concludeert|begrijpt)"
)
"""What the government says of itself that it does or holds."""
WE_HOLD = (
    r"(?:zijn van (?:mening|oordeel)|delen|achten|onderkennen|erkennen|merken op|verwijzen|zullen|wijzen|benadrukken"
    r"|hechten|kiezen|zien|vinden|menen|hebben|onderschrijven|herkennen|blijven|beogen|verwachten|stellen|concluderen"
    r"|begrijpen|merken)"
)
"""What several ministers say of themselves that they do or hold."""
GOVERNMENT_SPEAKS = pattern(
    rf"^(?:[\w-]+ ){{0,4}}?(?:de regering|het kabinet|ik|wij) {HOLDS}\b"
    rf"|\b{HOLDS} (?:de regering|het kabinet|ik|wij)\b|^(?:[\w-]+ ){{0,4}}?wij {WE_HOLD}\b|\b{WE_HOLD} wij\b",
    hits=(
        "de regering deelt die zorg",
        "voor het overige verwijst de regering naar",
        "ook het kabinet acht dit van belang",
        "naar aanleiding hiervan merken wij op dat",
    ),
    misses=("volgens de leden van de sp-fractie is dat zo", "de gemeente deelt die zorg", "de regering werd gevraagd"),
)
"""A sentence, in caseless text, in which the government says what it does or holds."""
