"""How members put a question to the government, with or without a question mark."""

from __future__ import annotations

import re

from kamerbrief.patterns import pattern

ASKING = pattern(
    r"""\b(?: vra(?:agt|gen) | verzoek(?:t|en) | vern(?:eemt|emen) | w(?:illen|enst|ensen) | zouden | hebben | heeft
          | merk(?:t|en) | constate(?:ert|ren) | le(?:est|zen) | wijzen | wijst | dank(?:t|en) | ontvangen | horen
          | stel(?:t|len) | hechten | vinden | vindt | onderschrij(?:ft|ven) | missen | maken | zien | ziet
          | gevraagd | verzocht | informe(?:ert|ren) | verbazen | betreuren | herinneren | delen | menen | steunen
          | twijfelen | betwijfelen | zijn | memoreren | signaleren | nemen | sluiten | begrijpen | achten )\b""",
    re.X,
    hits=("De leden van de SP-fractie constateren dat het bad sluit", "Deze leden zijn benieuwd", "het lid Bos vraagt"),
    misses=("De leden van de SP-fractie", "de vraag van het lid Bos"),
)
"""What members do who ask or remark something: the verb of which they are the subject."""
TO_GOVERNMENT = pattern(
    r"""\b(?: (?: kan | kunnen | is | zijn | heeft | hoe | ziet | deelt | acht | wil | waarom | wat | welke
              | onderschrijft | erkent | verwacht | kent | beoordeelt | gaat | wanneer | vindt )
            \s (?: [\w-]+ \s ){0,2}?
            (?: de \s (?: regering | minister | staatssecretaris | bewindspersoon ) | het \s kabinet )
          | (?: volgens | verzoeken | vragen ) \s de \s (?: regering | minister | staatssecretaris ) )\b""",
    re.X,
    hits=(
        "kan de regering dat toezeggen",
        "hoe beoordeelt het kabinet dit",
        "deze leden vragen de minister of dat zo is",
    ),
    misses=("de regering kan dat toezeggen", "de vragen aan de regering", "kan de gemeente dat toezeggen"),
)
"""A question put to the government, in caseless text: "kan de regering", "is de minister bereid"."""
GOVERNMENT = pattern(
    r"\bde (?:regering|minister|staatssecretaris|bewindspersoon|bewindslieden)\b",
    hits=("kan de regering dat toezeggen", "volgens de staatssecretaris"),
    misses=("de regeringspartijen", "het kabinet", "de ministers van twee landen"),
)
"""The government by its office, in caseless text; an answer rather says "ik" or "het kabinet"."""
THEY_ASK = pattern(
    r"\bzo (?:vra(?:ag|gen|agt)|vern(?:eemt|emen)|informe(?:ert|ren)|merk(?:t|en)|constate(?:ert|ren)|wil(?:len)?)\b"
    r"|\b(?:zij|ze) (?:vragen|vernemen|verzoeken|willen|horen|zouden|ontvangen|wensen)\b"
    r"|\b(?:vragen|vernemen|verzoeken|willen|horen|zouden|ontvangen|wensen) (?:zij|ze)\b",
    hits=("waarom is dat, zo vragen zij ten slotte", "ook vernemen zij graag hoe", "zij zouden dat waarderen"),
    misses=("zij hebben een zwembad", "zo is het zwembad gesloten", "de gemeenten vragen subsidie"),
)
"""Members ask who were named before, in caseless text: "zo vragen zij ten slotte", "ook vernemen zij graag"."""
ASKED = pattern(
    r"""\b(?: vroeg(?:en)? | verzocht(?:en)? | vernam(?:en)? | hoorden? | informeerden? | wilden? | wensten? | zouden
          | had(?:den)? | merkten? | constateerden? | las | lazen | wees | wezen | dankten? | stelden? | hechtten?
          | vond(?:en)? | misten? | zag(?:en)? | meenden? | achtten? | drong(?:en)? | zei(?:den)? | kon(?:den)?
          | betreurden? | herinnerden? | sloot | sloten | begreep | begrepen | onderschree?ven? | hield(?:en)?
          | was | waren )\b""",
    re.X,
    hits=("de leden van de sp-fractie vroegen of", "deze leden wezen erop", "zij hadden gelezen dat"),
    misses=("de leden vragen of", "zij wijzen erop"),
)
"""What members did who ask, in caseless text, as older letters tell it: "vroegen", "wezen erop", "hadden gelezen"."""
HAD_ASKED = pattern(
    r"\b(?:leden|lid|fracties?)\b[^.?]{0,60}\bdie\b[^.?]{0,30}\bvr(?:agen|aagt|oegen|oeg)\b|\bvroegen\b"
    r"|\bvra(?:ag|gen)\b[^.?]{0,20}\bstelden\b|\bstelden\b[^.?]{0,30}\bvra(?:ag|gen)\b"
    r"|\b(?:stellen|stelt|wijzen|wijst|merken|merkt|vragen|vraagt|constateren) (?:er |hier )?terecht\b",
    hits=(
        "de leden die hiernaar vroegen, wijzen op",
        "de leden van de vvd-fractie, die daarom vragen, wijzen",
        "de leden van de d66-fractie, die deze vraag stelden,",
        "deze leden stellen terecht een vraag",
    ),
    misses=("deze leden vragen hiernaar", "zonder dat iemand daarnaar vraagt", "eerder stelde de minister vast"),
)
"""A question is spoken of that was asked before, in caseless text: "de leden die hiernaar vroegen, wijzen op"."""
ASKS_NOTHING = pattern(
    r"\b(?:geen|niet) (?:\w+ ){0,2}?(?:vragen|opmerkingen|inbreng)\b",
    hits=("hebben op dit moment geen verdere vragen.", "hebben daarover geen vragen of opmerkingen"),
    misses=("hebben nog enkele vragen", "het is niet aan deze leden om vragen"),
)
"""Members say that they ask nothing, in caseless text."""
YOU = pattern(
    r"\b(?:bent|kunt|deelt|heeft|wilt|acht|kent|erkent|herinnert|vindt|gaat|ziet|beoordeelt|weegt|vreest|verwacht|neemt"
    r"|zult|zou|onderschrijft|betreurt|bereidt?|duidt|verklaart|rijmt|reageert|kijkt|denkt) (?:[\w-]+ )?u\b"
    r"|\buw (?:mening|oordeel|reactie|ministerie|ambtgeno|inzet|opvatting)",
    hits=("bent u bekend met het bericht", "deelt de minister of deelt u die mening", "wat is uw oordeel hierover?"),
    misses=("u kunt dat nalezen", "aan uw kamer", "bent unaniem"),
)
"""A member asks the government, which written questions address as *u*; in caseless text."""
INQUIRES = pattern(
    r"\?|\b(?<!\benkele )(?<!\baantal )(?<!\bvolgende )(?<!\bgeen )"
    r"(?:vra(?:agt|gen)|verzoek(?:t|en)|vern(?:eemt|emen))\b"
    r"|\b(?:wordt|is|werd) (?:(?!advies|aandacht|instemming)\w+ ){0,2}?gevraagd\b(?! aan\b)"
    r"|\bwil(?:len)? (?:graag )?weten\b",
    hits=("hoeveel bruggen zijn er?", "vernemen graag of", "er wordt door hen gevraagd", "willen graag weten"),
    misses=("de leden hebben enkele vragen", "er werd advies gevraagd", "het zwembad blijft open."),
)
"""Anything is asked, in caseless text: a question mark, or a verb of asking."""
ASKED_OF = pattern(
    r"\b(?:vragen|vraagt|verzoeken|vernemen|willen weten)\b.{0,60}\b(?:regering|kabinet|minister)\b|\bof de regering\b",
    hits=("deze leden vragen of de gemeente of het kabinet betaalt", "of de regering dat deelt"),
    misses=("de regering vraagt gemeenten om geduld", "de vraag aan de minister"),
)
"""Members ask what the government does or holds, in caseless text: it does not say so itself."""
INDIRECT_VERBS = tuple(
    "vraagt vragen verzoekt verzoeken verneemt vernemen hoort horen informeert informeren gevraagd wil willen zou"
    " zouden ontvangt ontvangen benieuwd krijgen graag gaarne zien zagen".split()
)
"""Words of which an indirect question has one."""
INDIRECT = pattern(
    r"""\b(?! (?: wil(?:len)? | zou(?:den)? ) \b [^.?!;:]{0,80}?
               \b vragen \s (?:\w+\s){0,2}? (?:voor)?(?:leggen|stellen) \b )
        (?: vraagt | (?<!\bgeen\s)(?<!\benkele\s)(?<!\bde\s)vragen | verzoek(?:t|en) | vern(?:eemt|emen)
          | hoort? | horen | informe(?:ert|ren) | gevraagd
          | wil(?:len)? | zou(?:den)? | ontvang(?:t|en) | benieuwd | krijgen | zien | zagen )\b
        [^.?!;:]{0,80}?
        \b(?: of | wat | hoe\w* | waarom | welke? | wanneer | wie | waar\w* | in \s hoeverre | in \s welke
          | op \s welke | naar | graag | gaarne | weten | aandacht | toelichten | toe \s te \s lichten
          | aan \s te \s geven | een \s reactie )\b
      | \bverzoek(?:t|en) \s (?:de|het|u) \b [^.?!;:]{0,80}? \b te \s \w+en\b
      | (?:^|[.!?:;]\s)graag\b | \b(?:graag|gaarne)\s(?:een|de|het|meer|nader|inzicht)\b""",
    re.X,
    hits=(
        "vragen deze leden welke gemeenten meedoen",
        "de leden zijn benieuwd hoe dat gaat.",
        "graag een reactie van de regering.",
        "zij verzoeken de minister om een andere norm te hanteren.",
    ),
    misses=(
        "de leden hebben vragen. of dat zo is, blijkt later",
        "de brug is in 2019 vernieuwd",
        "dat doen wij graag.",
        "de gemeenten verzoeken om steun.",
        "willen de regering graag enkele vragen voorleggen.",
        "hebben daarover geen vragen of opmerkingen.",
    ),
)
"""A question without a question mark, in caseless text: "vragen de leden welke", "vernemen graag of"."""
