"""What letters say, as patterns: who asks, who answers, what stands around it.

Built from what published letters print (2012 to 2025); each is one kind of evidence and never decides alone.
What speaks of running text is for `caseless` text (see `TextFeatures`): IGNORECASE takes `re` three times as long.
"""

from __future__ import annotations

import re

MEMBERS = re.compile(
    r"""\b(?: de \s (?:\w+ \s)? (?: leden | fractieleden ) \s van \s (?: de | het | deze )?
          | (?: deze | laatstgenoemde | genoemde | voornoemde | dezelfde ) \s (?: leden | fractieleden | fracties? )
          | de \s aan \s het \s woord \s zijnde \s leden | de \s leden\b
          | de \s [\w-]+-fractie | de \s fractie \s van | het \s lid )""",
    re.X,
)
MEMBERS_PRINTED = re.compile(MEMBERS.pattern, re.X | re.I)
"""The same as printed, where it matters where in the text it is."""
ASKING = re.compile(
    r"""\b(?: vra(?:agt|gen) | verzoek(?:t|en) | vern(?:eemt|emen) | w(?:illen|enst|ensen) | zouden | hebben | heeft
          | merk(?:t|en) | constate(?:ert|ren) | le(?:est|zen) | wijzen | wijst | dank(?:t|en) | ontvangen | horen
          | stel(?:t|len) | hechten | vinden | vindt | onderschrij(?:ft|ven) | missen | maken | zien | ziet
          | gevraagd | verzocht | informe(?:ert|ren) | verbazen | betreuren | herinneren | delen | menen | steunen
          | twijfelen | betwijfelen | zijn | memoreren | signaleren | nemen | sluiten | begrijpen | achten )\b""",
    re.X,
)
TO_GOVERNMENT = re.compile(
    r"""\b(?: (?: kan | kunnen | is | zijn | heeft | hoe | ziet | deelt | acht | wil | waarom | wat | welke
              | onderschrijft | erkent | verwacht | kent | beoordeelt | gaat | wanneer | vindt )
            \s (?: [\w-]+ \s ){0,2}?
            (?: de \s (?: regering | minister | staatssecretaris | bewindspersoon ) | het \s kabinet )
          | (?: volgens | verzoeken | vragen ) \s de \s (?: regering | minister | staatssecretaris ) )\b""",
    re.X,
)
GOVERNMENT = re.compile(r"\bde (?:regering|minister|staatssecretaris|bewindspersoon|bewindslieden)\b")
QUOTED = re.compile(r"[‘“”\"„][^‘’“”\"„]{1,300}[’”\"]")
FIRST_PERSON = re.compile(r"\b(?:ik|mijn|mij|mijns|wij)\b")
YES_OR_NO = re.compile(r"(?:ja|nee|neen|zeker|inderdaad|dat klopt|het klopt|dit klopt|dat is (?:on)?juist)\b", re.I)
THAT = re.compile(r"(?:dat|dit|die|zulks|daar\w+|hier\w+|deze(?! (?:leden|fracties?|vraag|vragen)))\b", re.I)
"""How an answer may open, with what was asked in view; not "Deze leden"."""
REFERS = re.compile(
    r"\bverwij(?:s|zen|st)\b.{0,30}\bnaar\b"
    r"|\bzie (?:ook |verder |hiervoor )?(?:het |mijn |de )?(?:antwoord|beantwoording)"
)
RESTATES = re.compile(
    r"\b(?:(?:in|voor (?:het|een)|bij wijze van) antwoord op|(?<!gaan )op de vra(?:ag|gen) (?:van|of|hoe|wat|waarom|naar|over)"
    r"|(?:met|ten) (?:betrekking|aanzien) (?:tot|van) de vra(?:ag|gen)|naar aanleiding van de vra(?:ag|gen)"
    r"|de vra(?:ag|gen) van de leden|in de (?:deze )?vra(?:ag|gen) (?:ge|be)noemde)|gestelde vra(?:ag|gen)"
)
CHAMBER = re.compile(r"\b(?:uw|beide) kamers?\b")
ANNOUNCES = re.compile(
    r"""\b(?:
        (?:kamer)?vragen \s (?:en \s opmerkingen \s)? (?: ontvangen | voorgelegd | gesteld \s door )
      | inbreng \s (?:en \s opmerkingen \s)? (?: voorgelegd | gesteld \s door )
      | (?: bijgaand | hierbij | hiermee | hiermede | in \s de \s bijlage ) \s (?:\w+ \s){0,3}?
        (?: treft | bied | bieden | zend | stuur | ontvangt | doe | geef | reageer | beantwoord )
      | (?: aan )? (?: bied | bieden | zend | zenden ) \s (?:ik|wij) \s u
      | in \s antwoord \s op \s uw \s brief
      | (?: antwoord | antwoorden | beantwoording | (?:kabinets)?reactie ) \s (?:aan \s)? op \s de
        \s (?:gestelde \s)? vragen
      | (?: regering | kabinet | minister | staatssecretaris | ik | wij ) \b [^.]{0,60} \b (?: dank(?:t|en)? | kennis \s? genomen ) \b [^.]{0,120}
        \b (?: inbreng | verslag | vragen ) \b
      | vragen \s (?:en \s opmerkingen \s)? (?: zijn | worden ) \s (?: op | aan | door | bij | ontvangen | beantwoord )
      | zijn \s de \s vragen \s beantwoord
      | bij \s de \s beantwoording \b [^.]{0,60} \b (?: volgorde | indeling | aangehouden )
      | heeft \s de \s (?:vaste \s)? commissie
    )""",
    re.X,
)
SALUTATION = re.compile(r"geachte\b.{0,60},?|mijnheer de voorzitter.{0,5}", re.I)
ADDRESS = re.compile(
    r"""> \s* retouradres .* | (?:aan \s)? de \s voorzitters? \s van \s de .* | aan \s de \s .*
      | der \s staten-generaal .*
      | (?:kamer \s )? der \s staten-generaal | (?:den|'s-|’s-) \s? (?:haag|gravenhage)
      | postbus \s \d+ .* | \d{4} \s? [A-Z]{2} \s+ \w.* | ministerie \s van \s .{3,80} | .* retouradres .*
      | binnenhof \s \d+ .* | (?:\d \s)? (?:eerste|tweede) \s kamer \s der \s staten-generaal (?:\s? \d)?""",
    re.X | re.I,
)
VALEDICTION = re.compile(r"(?:hoogachtend|met (?:vriendelijke|de meeste) (?:groet|hoogachting)).{0,12}", re.I)
OFFICIALS = re.compile(
    r"(?:de\s)?(?:[\w-]+\s)?(?:voorzitter|griffier|[\w-]+griffier)\svan\sde\scommissie\b.{0,60}", re.I
)
"""Who signs a report of parliament: "De adjunct-griffier van de commissie,"."""
DOCKET = re.compile(
    r"(?:nr\.?\s*)?\d{1,4}[A-Z]?|nr\.?\s*\d{1,4}[A-Z]?\s+(?:verslag|nota|memorie|lijst|brief)\b.{0,90}|\d{2}\s\d{3}(?:[\s-]+[IVXLC]+)?\b.{0,120}|[A-Z]{1,2}\d?|vergaderjaar\s.{4,12}"
    r"|\d{4}Z\d{5}|aanhangsel van de handelingen"
    r"|(?:verslag van een|nota naar aanleiding van|memorie van antwoord|nader verslag).{0,60}",
    re.I | re.S,
)
"""What a Kamerstuk prints over its text: dossier, number, kind of document."""
CONTENTS = re.compile(r"inhoudsopgave\b|inhoud\b.{0,12}blz", re.I)
OFFICE = re.compile(
    r"""(?:(?:mede\ )?namens\ )?(?:de\ |het\ )?(?:vice)?(?:minister(?:-president)?|staatssecretaris|kabinet)\b
        (?![^,]{0,80}\b(?:is|heeft|zal|kan|wordt|stelt)\b).{0,140}""",
    re.X | re.I,
)
PERSON = re.compile(
    r"""(?:(?i:drs|dr|mr|ir|ing|prof|mw|dhr)\.\s?)*                     # titles
        (?:[A-ZÀ-Þ]\.\s?(?:[A-Z]\.\s?)*|[A-ZÀ-Þ][\w’'-]+\s)              # initials, or a first name
        (?:\([A-ZÀ-Þ][\w-]+\)\s)?                                        # the first name after initials
        (?:(?:van|de|den|der|ten|ter|el|het|’t|in)\s)*
        [A-ZÀ-Þ][\w’'-]+(?:[\s-][A-ZÀ-Þ]?[\w’'-]+){0,4}(?:\s?\(.{2,20}\))?""",
    re.X,
)
TITLE = re.compile(
    r"""(?: antwoord(?:en)? | beantwoording | vragen | (?:bijlage|annex)\b.{0,30}\bantwoorden )
        \s (?: van \s (?:de|het) \s (?: minister | staatssecretaris | kabinet | bewinds )
            | (?: op | van | vragen | kamervragen | door ) \b )
        .* \b (?: het\slid | de\sleden | commissie | het \s leden | kamervragen | fracties? ) \b
      | (?: antwoord | mededeling ) \s van \s (?:de\s)? (?: minister | staatssecretaris ) .* \( \s* ontvangen \b
      | vragen \s gesteld \s door \s de \s leden \s der \s kamer
      | .{0,600} \( (?: ingezonden | ontvangen ) \s \(? (?: ontvangen \s )? \d
      | \d{1,2} \s \w+ \s \d{4} \)""",
    re.X | re.I | re.S,
)
"""What stands over the answers: "Antwoorden van de minister van J en V op de vragen van het lid X (CDA) over Y"."""
SEQUEL = re.compile(r"toelichting\s*:|deze vragen dienen (?:ter|als) (?:aanvulling|vervolg)", re.I)
THEY_ASK = re.compile(
    r"\bzo (?:vra(?:ag|gen|agt)|vern(?:eemt|emen)|informe(?:ert|ren)|merk(?:t|en)|constate(?:ert|ren)|wil(?:len)?)\b"
    r"|\b(?:zij|ze) (?:vragen|vernemen|verzoeken|willen|horen|zouden|ontvangen|wensen)\b"
    r"|\b(?:vragen|vernemen|verzoeken|willen|horen|zouden|ontvangen|wensen) (?:zij|ze)\b"
)
"""Members ask who were named before: "zo vragen zij ten slotte", "Ook vernemen zij graag"."""
HAD_ASKED = re.compile(r"\b(?:hiernaar|daarnaar|hierom|daarom) vra(?:gen|agt)\b|\b(?:vroeg(?:en)?|stelden?|informeerden?|verzochten)\b")
"""A question is spoken of that was asked before: "De leden die hiernaar vroegen, wijzen op"."""
YOU = re.compile(
    r"\b(?:bent|kunt|deelt|heeft|wilt|acht|kent|erkent|herinnert|vindt|gaat|ziet|beoordeelt|weegt|vreest|verwacht|neemt"
    r"|zult|zou|onderschrijft|betreurt|bereidt?|duidt|verklaart|rijmt|reageert|kijkt|denkt) (?:[\w-]+ )?u\b"
    r"|\buw (?:mening|oordeel|reactie|ministerie|ambtgeno|inzet|opvatting)"
)
"""A question of members to the government, which they address as *u*."""
JOINS = re.compile(r"\bsluit(?:en)? zich\b.{0,60}\baan\b")
THEME = re.compile(r"(?:[IVX]{1,5}\.?|\d{1,2}(?:\.\d{1,2}){0,3}\.?|[A-Z]\.|§\s?\d[\d.]*)\s+\S|[Aa]rtikel(?:en)?\s(?:\d\S*|[IVX]{1,5})(?:[\s,:]|$)")
"""A heading's number: "2.1 De registratieplicht", "II Reactie", "Artikel 3"."""
HOLDS = (
    r"(?:is van (?:mening|oordeel)|deelt|acht|onderkent|erkent|merkt op|verwijst|zal|wijst|benadrukt|hecht|kiest|ziet"
    r"|vindt|meent|heeft|onderschrijft|herkent|streeft|zet|blijft|beoogt|wil|gaat|is|kan|verwacht|stelt|concludeert|begrijpt)"
)
GOVERNMENT_SPEAKS = re.compile(
    rf"^(?:[\w-]+ ){{0,4}}?(?:de regering|het kabinet|ik|wij) {HOLDS}\b"
    rf"|\b{HOLDS} (?:de regering|het kabinet|ik|wij)\b"
)
MEMBERS_OPEN = re.compile(rf"(?:(?!(?:van|aan|door|met|bij|voor|op|waar\w+|die)\s)[\w-]+\s){{0,4}}?{MEMBERS.pattern}", re.X)
BY_GOVERNMENT = re.compile(r"(?:de regering|het kabinet|de minister|de staatssecretaris)\s")
INQUIRES = re.compile(
    r"\?|\b(?<!\benkele )(?<!\baantal )(?<!\bvolgende )(?:vra(?:agt|gen)|verzoek(?:t|en)|vern(?:eemt|emen))\b"
    r"|\b(?:wordt|is|werd) (?:(?!advies|aandacht|instemming)\w+ ){0,2}?gevraagd\b(?! aan\b)|\bwil(?:len)? (?:graag )?weten\b"
)
ASKED_OF = re.compile(
    r"\b(?:vragen|vraagt|verzoeken|vernemen|willen weten)\b.{0,60}\b(?:regering|kabinet|minister)\b|\bof de regering\b"
)
INDIRECT_VERBS = tuple(
    "vraagt vragen verzoekt verzoeken verneemt vernemen hoort horen informeert informeren gevraagd wil willen zou zouden"
    " ontvangt ontvangen benieuwd krijgen graag gaarne zien zagen".split()
)
"""Words of which an indirect question has one."""
INDIRECT = re.compile(
    r"""\b(?: vra(?:agt|gen) | verzoek(?:t|en) | vern(?:eemt|emen) | hoor(?:t|en) | informe(?:ert|ren) | gevraagd
          | wil(?:len)? | zou(?:den)? | ontvang(?:t|en) | benieuwd | krijgen | zien | zagen )\b
        [^.?!;:]{0,80}?
        \b(?: of | wat | hoe\w* | waarom | welke? | wanneer | wie | waar\w* | in \s hoeverre | in \s welke | op \s welke
          | naar | graag | gaarne | weten | aandacht | toelichten | toe \s te \s lichten | aan \s te \s geven | een \s reactie )\b
      | (?:^|[.!?:;]\s)graag\b | \b(?:graag|gaarne)\s(?:een|de|het|meer|nader|inzicht)\b""",
    re.X,
)
"""A question without a question mark: "vragen de leden welke", "vernemen graag of", "zijn benieuwd hoe"."""
RESTATED_ASKING = re.compile(
    r"\b(?:vra(?:agt|gen)|verzoek(?:t|en)|vern(?:eemt|emen)|merk(?:t|en) op|constate(?:ert|ren)|wijz(?:en|t)|le(?:est|zen)"
    r"|stel(?:t|len)|gev(?:en|t) aan|zijn van mening|informe(?:ert|ren)|gevraagd|horen|willen)\b"
)
"""How an answer restates its question: "De leden van de X-fractie vragen of"."""
SENTENCE = re.compile(r"[.?!;][”’\"')\]]*$")
POSITION = re.compile(r"(?:(?P<name>[^,]{5,60}),?\s)?(?P<role>president|secretaris|voorzitter|griffier)", re.S)
"""A name with its office behind it or below it: "drs. A.B. (Ans) de Wit, president"."""
SENTENCE_BREAK = re.compile(r"(?<=[.?!])\s")
"""Between two sentences, roughly: an abbreviation parts one too, which no cue minds."""
