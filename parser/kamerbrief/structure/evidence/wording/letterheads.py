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
GREETING = pattern(
    r"(?:Geachte\b|Mijnheer de [Vv]oorzitter\b).{0,60}[,:]",
    how="fullmatch",
    hits=("Geachte voorzitter,", "Geachte heer Bruin,", "Mijnheer de Voorzitter,"),
    misses=("geachte afgevaardigden, de vraag", "De geachte afgevaardigde,", "Geachte voorzitter, hierbij bied ik u"),
)
"""The line that greets the chamber, with the sign that ends it: then a text starts behind it."""
ANSWERS_TITLE = pattern(
    r"antwoord(?:en)? op (?:de )?(?:kamer|schriftelijke )?vragen\b",
    re.I,
    how="match",
    hits=("Antwoorden op vragen gesteld in de eerste termijn", "Antwoord op de Kamervragen van het lid Bos"),
    misses=("Antwoord op vraag 3", "Beantwoording vragen", "De antwoorden op vragen"),
)
"""How a title over answers begins."""
SUBJECT_ALONE = pattern(
    r"(?:schriftelijke )?(?:beantwoording|antwoord(?:en)?|reactie|lijst van vragen|nader schriftelijk overleg)\b"
    r"(?!.*\b(?:het lid|de leden)\b).{8,}\b(?:over|inzake|betreffende|naar aanleiding van)\b.{8,}[^.:?]",
    re.I,
    how="fullmatch",
    hits=(
        "Beantwoording schriftelijk overleg over de wachttijden in de jeugdzorg",
        "Schriftelijke antwoorden eerste termijn over internationale treinverbindingen",
    ),
    misses=("Antwoorden op de vragen van het lid Bos over zwembaden", "Antwoorden over zwembaden zijn er niet."),
)
"""A subject that says without a label what the letter is about."""
ADDRESS = pattern(
    r"""> \s* retouradres .* | (?:aan \s)? de \s voorzitters? \s van \s de .* | aan \s de \s .*
      | der \s staten-generaal .*
      | (?:kamer \s )? der \s staten-generaal | (?:den|'s-|’s-) \s? (?:haag|gravenhage)
      | (?:den|'s-|’s-) \s? (?:haag|gravenhage) , \s \d{1,2} \s \w+ \s \d{4}
      | postbus \s \d+ .* | \d{4} \s? [A-Z]{2} \s+ \w.* | ministerie \s van \s .{3,80} | .* retouradres .*
      | bij \s beantwoording \s (?:de \s)? datum .*
      | binnenhof \s \d+ .* | (?:\d \s)? (?:eerste|tweede) \s kamer \s der \s staten-generaal (?:\s? \d)?""",
    re.X | re.I,
    how="fullmatch",
    hits=(
        "> Retouradres Postbus 20301 2500 EH Den Haag",
        "Aan de Voorzitter van de Tweede Kamer",
        "2500 EA Den Haag",
        "Bij beantwoording de datum en ons kenmerk vermelden. Wilt u slechts één zaak in uw brief behandelen.",
        "’s-Gravenhage",
    ),
    misses=("De Minister van Sport,", "Postbus onbekend", "Het ministerie van Sport"),
)
"""A line of an address."""
DATE_ALONE = pattern(
    r"\d{1,2}[ ][a-z]+[ ](?:19|20)\d\d",
    re.I,
    how="fullmatch",
    hits=("30 augustus 2021", "3 Mei 1998"),
    misses=("augustus 2021", "Datum 3 mei 2021", "3 mei 2021 en later"),
)
"""A date that stands alone on its line."""
PLACE_AND_DATE = pattern(
    r"[A-Z’'][\w’'-]+(?:\s[A-Z][\w-]+){0,2},\s(?P<date>\d{1,2}\s[a-z]+\s(?:19|20)\d\d)\.?",
    how="fullmatch",
    hits=("Den Haag, 3 mei 2024", "’s-Gravenhage, 14 juni 1975"),
    misses=("3 mei 2024", "in Den Haag, 3 mei 2024", "Den Haag"),
)
"""Where and when a letter was written, as published letters print it."""
NO_VALUE = pattern(
    r"[-–—]|geen|n\.?v\.?t\.?",
    re.I,
    how="fullmatch",
    hits=("-", "–", "geen", "n.v.t."),
    misses=("- 2", "geen bijlagen", "0"),
)
"""What is printed where a field has no value."""
REFERENCE = pattern(
    r"(?:[A-Z]{2,8}\s?/\s?)?[\w./-]{0,14}\d{3,}[\w./-]{0,24}",
    how="fullmatch",
    hits=("3437286", "2025-0000149923", "IENW/BSK-2022/20117", "DGA / 98120473", "172998.21U", "4018873-1074455-GMT"),
    misses=("2511 VX Den Haag", "3 mei 2024", "DG", "12"),
)
"""A reference as ministries and chambers write it."""
REGISTRATION = pattern(
    r"\b(?:[A-Z]{2,8}/[A-Z]{2,5}-20\d\d/\d{4,7}|20\d\d-0000\d{6}|BS20\d{8,9})\b",
    hits=("Ministerie van Bouw | IENW/BSK-2019/229940", "AAN DE TWEEDE KAMER – 2020-0000554118", "BS2025012345"),
    misses=("2020-2021", "Kamerstuk 36 600, nr. 12", "2024Z18775", "kst-36600-12"),
)
"""A number under which a ministry registers its letters, which says what it is without a label."""
STATIONERY = pattern(
    r"retouradres|datum en (?:het|ons) kenmerk|(?:referentie|kenmerk)(?: en onderwerp)? vermelden"
    r"|(?:bij beantwoording|vermelding van) de\b|correspondentie uitsluitend|(?:zaak|in uw) brief behandelen",
    re.I,
    hits=(
        "Correspondentie uitsluitend richten aan het retouradres",
        "Bij beantwoording de datum en ons kenmerk vermelden.",
        "met vermelding van de datum en het kenmerk van deze brief",
    ),
    misses=("Bij de beantwoording van de vragen", "In deze brief behandel ik de vragen"),
)
"""What the ministries' house style prints on every letter about how to reply."""
UNFINISHED = pattern(
    r"(?:[a-z]-|\b(?:van|voor|de|het|een|der|en|of|over|op|in|aan|bij|met|door|inzake|naar|tot|uit|om|te|als|voor|dat))$",
    hits=("Antwoorden op vragen over de staat van de", "Vragen van het lid Van Bijster-"),
    misses=("Antwoorden op vragen over bruggen", "Begroting 2024 -", "VAN DE"),
)
"""How a subject ends that goes on in the next line."""
ADDRESSED_CHAMBER = pattern(
    r"\b(eerste|tweede) kamer\b(?= der staten|, vergaderjaar)|voorzitter van de (eerste|tweede) kamer",
    re.I,
    hits=(
        "Aan de Voorzitter van de Tweede Kamer",
        "Eerste Kamer der Staten-Generaal",
        "Tweede Kamer, vergaderjaar 2014–2015, 28 286, nr. 781",
    ),
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
      | ^ (?:binnen|in)? \s? de \s (?:vaste|algemene)? \s? commissie \s voor \b [^.]{3,120} \b (?:heeft|hebben) \b
    )""",
    re.X,
    hits=(
        "hierbij bied ik u de antwoorden aan",
        "de vaste commissie voor economische zaken en klimaat heeft kennisgenomen van de brief",
        "op 14 juli heb ik van de leden van de fracties vragen ontvangen",
        "de regering heeft met belangstelling kennis genomen van het verslag",
        "bij de beantwoording is de volgorde van het verslag aangehouden",
    ),
    misses=("de regering dankt de gemeenten", "deze leden hebben enkele vragen", "in antwoord op vraag 3"),
)
"""What introduces the answers, in caseless text: who asked when, and that the answers follow."""
