"""What stands over the answers in a letter: address, salutation, and what introduces the answers."""

from __future__ import annotations

import re

from kamerbrief.patterns import pattern

SALUTATION = pattern(
    r"geachte\b.{0,60},?|mijnheer de voorzitter.{0,5}",
    re.I,
    how="fullmatch",
    hits=("Geachte voorzitter,", "Geachte heer/mevrouw,", "Mijnheer de Voorzitter,"),
    misses=("De geachte afgevaardigde vraagt", "Aan de voorzitter"),
)
"""The line that greets the chamber."""
ADDRESS = pattern(
    r"""> \s* retouradres .* | (?:aan \s)? de \s voorzitters? \s van \s de .* | aan \s de \s .*
      | der \s staten-generaal .*
      | (?:kamer \s )? der \s staten-generaal | (?:den|'s-|’s-) \s? (?:haag|gravenhage)
      | postbus \s \d+ .* | \d{4} \s? [A-Z]{2} \s+ \w.* | ministerie \s van \s .{3,80} | .* retouradres .*
      | binnenhof \s \d+ .* | (?:\d \s)? (?:eerste|tweede) \s kamer \s der \s staten-generaal (?:\s? \d)?""",
    re.X | re.I,
    how="fullmatch",
    hits=(
        "> Retouradres Postbus 20301 2500 EH Den Haag",
        "Aan de Voorzitter van de Tweede Kamer",
        "2500 EA Den Haag",
        "’s-Gravenhage",
    ),
    misses=("De Minister van Sport,", "Postbus onbekend", "Het ministerie van Sport"),
)
"""A line of an address."""
ADDRESSED_CHAMBER = pattern(
    r"\b(eerste|tweede) kamer\b(?= der staten)|voorzitter van de (eerste|tweede) kamer",
    re.I,
    hits=("Aan de Voorzitter van de Tweede Kamer", "Eerste Kamer der Staten-Generaal"),
    misses=("Antwoorden aan de Tweede Kamer over bruggen", "de Kamer der Staten-Generaal"),
)
"""The chamber to which a letter is addressed; one of the two groups holds which."""
MINISTRY = pattern(
    r"\bministerie van [A-ZÀ-Þ][\w,’ -]{3,70}",
    re.I,
    hits=("Ministerie van Justitie en Veiligheid", "het ministerie van Financiën"),
    misses=("Ministerie van", "de ministeries van twee landen"),
)
"""The ministry that writes."""
SITE = pattern(
    r"www\.|\d|postbus|@",
    re.I,
    hits=("Turfmarkt 147", "www.rijksoverheid.nl", "Postbus"),
    misses=("Directoraat-Generaal Migratie", "Afdeling Kust en Havens"),
)
"""A line of a sidebar that is an address and no longer the name of a directorate."""
ANNOUNCES = pattern(
    r"""\b(?:
        (?:kamer)?vragen \s (?:en \s opmerkingen \s)? (?: ontvangen | voorgelegd | gesteld \s door )
      | inbreng \s (?:en \s opmerkingen \s)? (?: voorgelegd | gesteld \s door )
      | (?: bijgaand | hierbij | hiermee | hiermede | in \s de \s bijlage ) \s (?:\w+ \s){0,3}?
        (?: treft | bied | bieden | zend | stuur | ontvangt | doe | geef | reageer | beantwoord )
      | (?: aan )? (?: bied | bieden | zend | zenden ) \s (?:ik|wij) \s u
      | in \s antwoord \s op \s uw \s brief
      | (?: antwoord | antwoorden | beantwoording | (?:kabinets)?reactie ) \s (?:aan \s)? op \s de
        \s (?:gestelde \s)? vragen
      | (?: regering | kabinet | minister | staatssecretaris | ik | wij ) \b [^.]{0,60}
        \b (?: dank(?:t|en)? | kennis \s? genomen ) \b [^.]{0,120} \b (?: inbreng | verslag | vragen ) \b
      | vragen \s (?:en \s opmerkingen \s)? (?: zijn | worden ) \s (?: op | aan | door | bij | ontvangen | beantwoord )
      | zijn \s de \s vragen \s beantwoord
      | bij \s de \s beantwoording \b [^.]{0,60} \b (?: volgorde | indeling | aangehouden )
      | heeft \s de \s (?:vaste \s)? commissie
    )""",
    re.X,
    hits=(
        "hierbij bied ik u de antwoorden aan",
        "op 14 juli heb ik van de leden van de fracties vragen ontvangen",
        "de regering heeft met belangstelling kennis genomen van het verslag",
        "bij de beantwoording is de volgorde van het verslag aangehouden",
    ),
    misses=("de regering dankt de gemeenten", "deze leden hebben enkele vragen", "in antwoord op vraag 3"),
)
"""What introduces the answers, in caseless text: who asked when, and that the answers follow."""
