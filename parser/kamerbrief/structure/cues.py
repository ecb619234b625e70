"""What a block's wording and looks say about its role. Weights are in grammars/, by the same names."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from kamerbrief.factions import named_in
from kamerbrief.layout import Block
from kamerbrief.layout.labels import labelled
from kamerbrief.layout.openers import HEADING

MEMBERS = re.compile(
    r"""\b(?: de \s (?:\w+ \s)? (?: leden | fractieleden ) \s van \s (?: de | het | deze )?
          | (?: deze | laatstgenoemde | genoemde | voornoemde | dezelfde ) \s (?: leden | fractieleden | fracties? )
          | de \s aan \s het \s woord \s zijnde \s leden | de \s leden\b
          | de \s [\w-]+-fractie | de \s fractie \s van | het \s lid )""",
    re.X | re.I,
)
ASKING = re.compile(
    r"""\b(?: vra(?:agt|gen) | verzoek(?:t|en) | vern(?:eemt|emen) | w(?:illen|enst|ensen) | zouden | hebben | heeft
          | merk(?:t|en) | constate(?:ert|ren) | le(?:est|zen) | wijzen | wijst | dank(?:t|en) | ontvangen | horen
          | stel(?:t|len) | hechten | vinden | vindt | onderschrij(?:ft|ven) | missen | maken | zien | ziet
          | twijfelen | betwijfelen | zijn | memoreren | signaleren | nemen | sluiten | begrijpen | achten )\b""",
    re.X,
)
TO_GOVERNMENT = re.compile(
    r"""\b(?: (?: kan | kunnen | is | zijn | heeft | hoe | ziet | deelt | acht | wil | waarom | wat | welke
              | onderschrijft | erkent | verwacht | kent | beoordeelt | gaat | wanneer | vindt )
            \s (?: [\w-]+ \s ){0,2}?
            (?: de \s (?: regering | minister | staatssecretaris | bewindspersoon ) | het \s kabinet )
          | (?: volgens | verzoeken | vragen ) \s de \s (?: regering | minister | staatssecretaris ) )\b""",
    re.X | re.I,
)
GOVERNMENT = re.compile(r"\bde (?:regering|minister|staatssecretaris|bewindspersoon|bewindslieden)\b", re.I)
QUOTED = re.compile(r"[‘“”\"„][^‘’“”\"„]{1,300}[’”\"]")
FIRST_PERSON = re.compile(r"\b(?:ik|mijn|mij|mijns|wij)\b", re.I)
YES_OR_NO = re.compile(r"(?:ja|nee|neen|zeker|inderdaad|dat klopt|het klopt|dit klopt|dat is (?:on)?juist)\b", re.I)
REFERS = re.compile(
    r"\bverwij(?:s|zen|st)\b.{0,30}\bnaar\b"
    r"|\bzie (?:ook |verder |hiervoor )?(?:het |mijn |de )?(?:antwoord|beantwoording)",
    re.I,
)
RESTATES = re.compile(
    r"(?:in|voor (?:het|een)|bij wijze van) antwoord op|op de vra(?:ag|gen) (?:van|of|hoe|wat|waarom|naar|over)"
    r"|(?:met|ten) (?:betrekking|aanzien) (?:tot|van) de vra(?:ag|gen)|naar aanleiding van de vra(?:ag|gen)"
    r"|de vra(?:ag|gen) van de leden|in de (?:deze )?vra(?:ag|gen) (?:ge|be)noemde|gestelde vra(?:ag|gen)",
    re.I,
)
CHAMBER = re.compile(r"\b(?:uw|beide) kamers?\b", re.I)
ANNOUNCES = re.compile(
    r"""vragen \s (?:en \s opmerkingen \s)? ontvangen | (?:bijgaand|hierbij|hiermee|hiermede|in \s de \s bijlage) \s
        (?:\w+ \s){0,3}?
        (?: treft | bied | bieden | zend | stuur | ontvangt | doe | geef | reageer | beantwoord )
      | (?:bied|bieden|zend|zenden) \s (?:ik|wij) \s u | in \s antwoord \s op \s uw \s brief
      | (?:antwoord|antwoorden|beantwoording|reactie) \s (?:aan \s)? op \s de \s (?:gestelde \s)? vragen
      | (?: regering | kabinet | ik | wij ) \b [^.]{0,60} \b (?: dank(?:t|en)? | kennis \s? genomen ) \b [^.]{0,120}
        \b (?: inbreng | verslag | vragen ) \b
      | bij \s de \s beantwoording \b [^.]{0,60} \b (?: volgorde | indeling | aangehouden )
      | heeft \s de \s (?:vaste \s)? commissie |
        (?:vragen|inbreng) \s (?:en \s opmerkingen \s)? (?:voorgelegd|gesteld \s door)""",
    re.X | re.I,
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
OFFICIALS = re.compile(r"de\s(?:[\w-]+\s)?(?:voorzitter|griffier|[\w-]+griffier)\svan\sde\scommissie\b.{0,60}", re.I)
"""Who signs a report of parliament: "De adjunct-griffier van de commissie,"."""
DOCKET = re.compile(
    r"(?:nr\.?\s*)?\d{1,4}[A-Z]?|\d{2}\s\d{3}(?:[\s-]+[IVXLC]+)?\b.{0,120}|[A-Z]{1,2}\d?|vergaderjaar\s.{4,12}"
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
YOU = re.compile(
    r"\b(?:bent|kunt|deelt|heeft|wilt|acht|kent|erkent|herinnert|vindt|gaat|ziet|beoordeelt|weegt|vreest|verwacht|neemt"
    r"|zult|zou|onderschrijft|betreurt|bereidt?|duidt|verklaart|rijmt|reageert|kijkt|denkt) (?:[\w-]+ )?u\b"
    r"|\buw (?:mening|oordeel|reactie|ministerie|ambtgeno|inzet|opvatting)",
    re.I,
)
"""A question of members to the government, which they address as *u*."""
JOINS = re.compile(r"\bsluit(?:en)? zich\b.{0,60}\baan\b", re.I)
THEME = re.compile(r"(?:[IVX]{1,5}\.?|\d{1,2}(?:\.\d{1,2}){0,3}\.?|[A-Z]\.|§\s?\d[\d.]*|[Aa]rtikel(?:en)?\s\d\S*)\s+\S")
"""A heading's number: "2.1 De registratieplicht", "II Reactie", "Artikel 3"."""
HOLDS = (
    r"(?:is van (?:mening|oordeel)|deelt|acht|onderkent|erkent|merkt op|verwijst|zal|wijst|benadrukt|hecht|kiest|ziet"
    r"|vindt|meent|heeft|onderschrijft|herkent|streeft|zet|blijft|beoogt|wil|gaat|is|kan|verwacht|stelt|concludeert|begrijpt)"
)
GOVERNMENT_SPEAKS = re.compile(
    rf"^(?:[\w-]+ ){{0,4}}?(?:de regering|het kabinet|ik|wij) {HOLDS}\b"
    rf"|\b{HOLDS} (?:de regering|het kabinet|ik|wij)\b",
    re.I,
)
MEMBERS_OPEN = re.compile(rf"(?:(?!(?:van|aan|door|met|bij|voor|op)\s)[\w-]+\s){{0,4}}?{MEMBERS.pattern}", re.X | re.I)
BY_GOVERNMENT = re.compile(r"(?:De regering|Het kabinet|De minister|De staatssecretaris)\s", re.I)
INQUIRES = re.compile(
    r"\?|(?<!\benkele )(?<!\baantal )(?<!\bvolgende )\b(?:vra(?:agt|gen)|verzoek(?:t|en)|vern(?:eemt|emen))\b"
    r"|\bwil(?:len)? (?:graag )?weten\b",
    re.I,
)
ASKED_OF = re.compile(
    r"\b(?:vragen|vraagt|verzoeken|vernemen|willen weten)\b.{0,60}\b(?:regering|kabinet|minister)\b|\bof de regering\b",
    re.I,
)
SENTENCE = re.compile(r"[.?!;][”’\"')\]]*$")


def _bare(text: str) -> str:
    """Text without what it quotes: a quotation speaks for somebody else."""
    return QUOTED.sub(" ", text)


def _full(pattern: re.Pattern[str]) -> Callable[[Block], bool]:
    return lambda block: pattern.fullmatch(block.text.text.strip()) is not None


def _found(pattern: re.Pattern[str]) -> Callable[[Block], bool]:
    return lambda block: pattern.search(_bare(block.text.text)) is not None


def _starts(pattern: re.Pattern[str]) -> Callable[[Block], bool]:
    return lambda block: pattern.match(block.text.text) is not None


def _words(block: Block) -> int:
    return len(block.text.text.split())


def _heading_words(block: Block) -> bool:
    text = block.text.text.strip()
    if _words(block) >= 40 or not HEADING.match(text) or SENTENCE.search(text):
        return False
    return bool(named_in(text)) or re.search(r"fracties?\b|leden\b|commissie\b", text, re.I) is not None


def _faction_alone(block: Block) -> bool:
    text = block.text.text.strip(" :.")
    if len(text) >= 60 or "," in text:
        return False
    rest = re.sub(r"(?i)\b(?:de|het|leden|van|fracties?|en|lid|groep)\b", "", text)
    names = named_in(text)
    return 0 < len(names) <= 4 and len(rest.split()) <= len(names) + 1


def _heading_look(block: Block) -> bool:
    set_off = block.bold or block.size > 1.08 or (block.italic and _words(block) < 14)
    return set_off and _words(block) < 30 and not SENTENCE.search(block.text.text.strip())


@lru_cache(maxsize=4096)
def _asks_in_sentence(text: str) -> bool:
    """A sentence in which members are the ones who ask, remark or want to know."""
    for sentence in re.split(r"(?<=[.?!])\s", _bare(text)):
        members = MEMBERS.search(sentence)
        theirs = members and ASKING.search(sentence) and not RESTATES.search(sentence)
        if theirs and not BY_GOVERNMENT.match(sentence) and not FIRST_PERSON.search(sentence):
            return True
    return False


def _members_open(block: Block) -> bool:
    """Whether members are the subject with which a paragraph opens, and it is no reply to them."""
    opening = _bare(block.text.text)[:160]
    return MEMBERS_OPEN.match(opening) is not None and not RESTATES.search(opening)


def _states(block: Block) -> bool:
    """Whether a paragraph asks nothing in any form."""
    text = block.text.text
    return not (block.rows or INQUIRES.search(_bare(text)) or _asks_in_sentence(text) or _members_open(block))


def _plain(block: Block) -> bool:
    text = _bare(block.text.text)
    return not (block.rows or "?" in text or MEMBERS.search(text) or GOVERNMENT.search(text))


def _docket(block: Block) -> bool:
    text = block.text.text.strip()
    return not block.rows and DOCKET.fullmatch(text) is not None and not text.endswith(("?", ".", ":"))


def _side(block: Block) -> str | None:
    return block.mark.side if block.mark else None


def _numbered_heading(block: Block) -> bool:
    text = block.text.text.strip()
    return _words(block) < 20 and THEME.match(text) is not None and not SENTENCE.search(text)


def _sentences(block: Block) -> list[str]:
    return re.split(r"(?<=[.?!])\s", _bare(block.text.text))


def _addresses_you(block: Block) -> bool:
    return any(YOU.search(sentence) and "?" in sentence for sentence in _sentences(block))


def _government_speaks(block: Block) -> bool:
    """A sentence in which the government says what it does or holds, and asks nothing."""
    return any(
        GOVERNMENT_SPEAKS.search(s) and not s.endswith("?") and not ASKED_OF.search(s) for s in _sentences(block)
    )


CUES: dict[str, Callable[[Block], bool]] = {
    "marker_words": lambda block: _side(block) == "answer",
    "no_marker_words": lambda block: _side(block) != "answer",
    "label_mark": lambda block: _side(block) == "question",
    "no_label_mark": lambda block: _side(block) != "question",
    "notice_mark": lambda block: _side(block) == "notice",
    "sequel": _starts(SEQUEL),
    "no_words": lambda block: not any(map(str.isalpha, block.words)),
    "title": _starts(TITLE),
    "numbered_heading": _numbered_heading,
    "addresses_you": _addresses_you,
    "government_speaks": _government_speaks,
    "joins": _found(JOINS),
    "heading_words": _heading_words,
    "faction_alone": _faction_alone,
    "heading_look": _heading_look,
    "sentence": lambda block: SENTENCE.search(block.text.text.strip()) is not None,
    "long": lambda block: _words(block) > 25,
    "asks": lambda block: block.text.text.rstrip(" ”’\"')").endswith("?"),
    "inquires": _found(INQUIRES),
    "has_question": lambda block: "?" in _bare(block.text.text),
    "members_open": _members_open,
    "states": _states,
    "agrees": _found(
        re.compile(r"\bterecht\b|\b(?:zorg|vrees|vraag|constatering)(?:en)? van (?:deze|de) leden\b", re.I)
    ),
    "members_ask": lambda block: _asks_in_sentence(block.text.text),
    "members_named": _found(MEMBERS),
    "addresses_government": _found(TO_GOVERNMENT),
    "government_named": _found(GOVERNMENT),
    "plain": _plain,
    "first_person": _found(FIRST_PERSON),
    "cabinet_named": _found(re.compile(r"\bhet (?:\(demissionaire\) |demissionaire )?kabinet\b", re.I)),
    "yes_or_no": _starts(YES_OR_NO),
    "refers": _found(REFERS),
    "restates": _found(RESTATES),
    "speaks_to_chamber": _found(CHAMBER),
    "announces": _found(ANNOUNCES),
    "salutation": _full(SALUTATION),
    "label": lambda block: _words(block) < 60 and labelled(block.text.text) is not None,
    "address": _full(ADDRESS),
    "valediction": _full(VALEDICTION),
    "office": _full(OFFICE),
    "officials": _full(OFFICIALS),
    "docket": _docket,
    "contents": lambda block: CONTENTS.match(block.words) is not None,
    "person": _full(PERSON),
    "table": lambda block: bool(block.rows),
}
"""Every cue, by its name in grammars/; those that compare blocks are in `segment.py`."""
