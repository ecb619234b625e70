"""Citations are found in every usual spelling, given one form and an address, and nothing is invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamerbrief import read_letter
from kamerbrief.insight.citations.citation_finder import find_citations
from kamerbrief.insight.citations.letter_citations import with_citations
from kamerbrief.insight.citations.own_documents import own_identifiers
from kamerbrief.model import (
    Aside,
    Exchange,
    Footnote,
    Letter,
    Listing,
    PageTurn,
    Paragraph,
    Part,
    Section,
    Source,
    Table,
)

SPELLINGS = [
    ("Kamerstukken II 2020/21, 22112, nr. 3120", "Kamerstukken II 2020/21, 22112, nr. 3120", "kst-22112-3120"),
    ("Kamerstuk 29 338, nr. 289", "Kamerstukken 29338, nr. 289", "kst-29338-289"),
    ("Kamerstuk 29338 nr. 289", "Kamerstukken 29338, nr. 289", "kst-29338-289"),
    ("Kamerstuk 29.338, nr 289", "Kamerstukken 29338, nr. 289", "kst-29338-289"),
    ("kamerstuk 29338-289", "Kamerstukken 29338, nr. 289", "kst-29338-289"),
    ("Kamerstuk 32620-17", "Kamerstukken 32620, nr. 17", "kst-32620-17"),
    ("Kamerstuknummer 29 338, nummer 289", "Kamerstukken 29338, nr. 289", "kst-29338-289"),
    ("Kamerstukken II, 2020-2021, 35 570 XVI, nr. 2", "Kamerstukken II 2020/21, 35570 XVI, nr. 2", "kst-35570-XVI-2"),
    ("Kamerstukken II 1999/2000, 24 036, nr. 138", "Kamerstukken II 1999/2000, 24036, nr. 138", "kst-24036-138"),
    (
        "Tweede Kamer, vergaderjaar 2017–2018, 33 495, nr. 109",
        "Kamerstukken II 2017/18, 33495, nr. 109",
        "kst-33495-109",
    ),
    ("Kamerstukken II, vergaderjaar 2021-2022, 21 501-20, nr. 1800", None, "kst-21501-20-1800"),
    ("Kamerstukken Tweede Kamer 2019/20, 35 300 X, nr. 5", "Kamerstukken II 2019/20, 35300 X, nr. 5", "kst-35300-X-5"),
    ("Kamerstukken I 2023/24, 36 410 VI, H", "Kamerstukken I 2023/24, 36410 VI, H", "kst-36410-VI-H"),
    ("Kamerstuk 35 349, B", "Kamerstukken I 35349, B", "kst-35349-B"),
    ("Kamerstuk 29 984, NS wil", "Kamerstukken 29984", "dossier-29984"),
    ("Kamerstukken II 29 984, A", "Kamerstukken II 29984", "dossier-29984"),
    ("Kamerstuk 36560 K, nr. 2", "Kamerstukken 36560 K, nr. 2", "kst-36560-K-2"),
    ("Kamerstuk 35 830-XV", "Kamerstukken 35830 XV", "dossier-35830-XV"),
    (
        "Aanhangsel Handelingen II 2019/20, nr. 2695",
        "Aanhangsel Handelingen II 2019/20, nr. 2695",
        "ah-tk-20192020-2695",
    ),
    ("Aanhangsel van de Handelingen, vergaderjaar 2019–2020, nr. 2695", None, "ah-tk-20192020-2695"),
    ("Aanhangsel van de Handelingen, nr. 2695, vergaderjaar 2019-2020", None, "ah-tk-20192020-2695"),
    ("Kamervragen (Aanhangsel) 2019-2020, nr. 2695", None, "ah-tk-20192020-2695"),
    ("Aanhangsel Handelingen I 2019/20, nr. 3", "Aanhangsel Handelingen I 2019/20, nr. 3", "ah-ek-20192020-3"),
    ("Handelingen II 2019/20, nr. 74, item 6", "Handelingen II 2019/20, nr. 74, item 6", "h-tk-20192020-74-6"),
    ("Staatsblad 2020, 118", "Stb. 2020, 118", "stb-2020-118"),
    ("een noot:2Stb. 2024, 153", "Stb. 2024, 153", "stb-2024-153"),
    ("Stcrt. 2011, nr. 12119", "Stcrt. 2011, 12119", "stcrt-2011-12119"),
    ("COM (2021) 120 final", "COM(2021)120", "COM(2021)120"),
    ("COM(2021)0120", "COM(2021)120", "COM(2021)120"),
    ("Verordening (EU) 2019/1155", "Verordening (EU) 2019/1155", "32019R1155"),
    ("Verordening (EU) nr. 1303/2013", "Verordening (EU) nr. 1303/2013", "32013R1303"),
    ("Verordening (EEG) nr. 2081/92", "Verordening (EEG) nr. 2081/1992", "31992R2081"),
    ("Richtlijn 2008/115/EG", "Richtlijn 2008/115/EG", "32008L0115"),
    ("Richtlijn (EU) 2016/680", "Richtlijn (EU) 2016/680", "32016L0680"),
    ("de Grenscode-verordening (EU) 2016/399", "Verordening (EU) 2016/399", "32016R0399"),
    ("ECLI:NL:HR:2019:2006", "ECLI:NL:HR:2019:2006", "ECLI:NL:HR:2019:2006"),
    ("brief van 8 juli 2024, nr. 2024Z11889", "2024Z11889", "2024Z11889"),
]


@pytest.mark.parametrize(("printed", "form", "identifier"), SPELLINGS, ids=[one[0] for one in SPELLINGS])
def test_a_spelling_has_one_form_and_one_identifier(printed: str, form: str | None, identifier: str) -> None:
    (found,) = find_citations(f"Zie ook de bijlage bij {printed}.")
    assert found.id == identifier
    assert form in (None, found.form)


@pytest.mark.parametrize(
    ("printed", "identifiers"),
    [
        (
            "Kamerstukken II, 25 424, nr. 679, nr. 684 en 685, en het IZA",
            ["kst-25424-679", "kst-25424-684", "kst-25424-685"],
        ),
        ("Kamerstukken II 2020/21, 35 570, nrs. 3–5.", ["kst-35570-3", "kst-35570-4", "kst-35570-5"]),
        ("Kamerstukken 29 338, nr. 278 en 36 600 VIII, nr. 70", ["kst-29338-278", "kst-36600-VIII-70"]),
        ("Kamerstuk 21 501-02, nr. 2498 en Kamerstuk 22 054, nr. 395", ["kst-21501-02-2498", "kst-22054-395"]),
        ("Aanhangsel Handelingen II 2019/20, nrs. 12 en 13", ["ah-tk-20192020-12", "ah-tk-20192020-13"]),
        ("COM(2020) 610, COM(2020) 611 en SWD(2020) 207", ["COM(2020)610", "COM(2020)611", "SWD(2020)207"]),
    ],
)
def test_a_list_names_several_documents(printed: str, identifiers: list[str]) -> None:
    assert [one.id for one in find_citations(printed)] == identifiers


@pytest.mark.parametrize(
    "text",
    [
        "Het bedrag van 25 000 euro, nr. 3 op de lijst, is uitgekeerd.",
        "In 2020/21 zijn 22112 aanvragen gedaan.",
        "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 5",
        "Vergaderjaar 2023–2024 Aanhangsel van de Handelingen",
        "Rechtbank Den Haag, ECLI:NL-",
        "De richtlijn 12/24 van de beroepsgroep",
        "Postbus 20018, 2500 EA Den Haag, tel. 070 426 64 26",
        "de Algemene plaatselijke verordening 2019/12",
        "De Kamerstukken zijn op 3 mei 2021 gepubliceerd.",
        "Het kamerstuk noemt 12 000 woningen.",
        "kenmerk 3437286 en IBAN NL91 ABNA 0417 1643 00",
        "Kamervragen en Handelingen zijn openbaar sinds 1995, nr. 1 in Europa.",
    ],
)
def test_what_looks_alike_is_no_citation(text: str) -> None:
    assert find_citations(text) == ()


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        ("Kamerstuk 36 600 VIII, nr. 70", "https://zoek.officielebekendmakingen.nl/kst-36600-VIII-70.html"),
        ("Kamerstuk 35 830-XV", "https://zoek.officielebekendmakingen.nl/dossier/35830-XV"),
        ("ECLI:NL:HR:2019:2006", "https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:HR:2019:2006"),
        ("ECLI:EU:C:2020:559", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=ecli:ECLI:EU:C:2020:559"),
        ("Richtlijn 95/46/EG", "https://eur-lex.europa.eu/eli/dir/1995/46/oj"),
        ("Uitvoeringsverordening (EU) 2018/574", "https://eur-lex.europa.eu/eli/reg_impl/2018/574/oj"),
        ("COM(2021)120", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=COM:2021:120:FIN"),
        ("Handelingen II 2019/20, nr. 74", None),  # the address needs the item
        ("Kamerstukken II 1979/80, 16 040 (R 1141), nrs. 3", None),  # older than the site
        ("Trb. 1951, 154", None),
    ],
)
def test_a_citation_has_the_address_of_the_publication_where_that_follows(printed: str, address: str | None) -> None:
    assert [one.address for one in find_citations(printed)] == [address]


def test_the_words_before_a_list_go_with_the_first_document() -> None:
    text = "Zie Kamerstukken II, 25 424, nr. 679 en 684."
    assert [text[one.start : one.end] for one in find_citations(text)] == ["Kamerstukken II, 25 424, nr. 679", "684"]


def letter_of(*exchanges: Exchange, asides: tuple[Aside, ...] = (), reference: str | None = None) -> Letter:
    source = Source(name="brief.pdf", sha256="0", media_type="application/pdf", pages=3)
    section = Section(heading="", page=1, exchanges=exchanges)
    return Letter(source=source, genre="kamervragen", sections=(section,), asides=asides, reference=reference)


def test_citations_of_an_exchange_carry_their_sentence_and_page() -> None:
    text = "Dat klopt. Zie daarvoor Stb. 2020, 118. Voor het overige (Kamerstuk 29 338, nr. 278) geldt dat niet."
    turns = (PageTurn(offset=text.index("Voor"), page=3),)
    blocks = (
        Paragraph(text=text, page=2, turns=turns),
        Listing(items=("Stcrt. 2023, 3251",), page=3),
        Table(rows=(("Bron", "COM(2021)120"),), page=3),
    )
    note = Footnote(marker="1", text="Aanhangsel Handelingen II 2019/20, nr. 2695.", page=3)
    letter = with_citations(letter_of(Exchange(number=1, answer=Part(blocks=blocks), footnotes=(note,), pages=(2, 3))))
    assert [(one.id, one.sentence, one.page, one.part) for one in letter.exchanges[0].citations or ()] == [
        ("stb-2020-118", "Zie daarvoor Stb. 2020, 118.", 2, "answer"),
        ("kst-29338-278", "Voor het overige (Kamerstuk 29 338, nr. 278) geldt dat niet.", 3, "answer"),
        ("stcrt-2023-3251", "Stcrt. 2023, 3251", 3, "answer"),
        ("COM(2021)120", "COM(2021)120", 3, "answer"),
        ("ah-tk-20192020-2695", "Aanhangsel Handelingen II 2019/20, nr. 2695.", 3, "footnote"),
    ]


def test_what_a_publication_prints_of_itself_is_no_citation() -> None:
    asides = (
        Aside(kind="letterhead", text="29 338 Wetenschapsbudget", page=1),
        Aside(kind="letterhead", text="Nr. 289 Verslag van een schriftelijk overleg", page=1),
        Aside(kind="letterhead", text="Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 594.", page=1),
        Aside(kind="letterhead", text="2024Z18285", page=1),
        Aside(kind="running-head", text="Tweede Kamer, vergaderjaar 2023–2024, 29 338, nr. 289", page=1),
        Aside(kind="sidebar", text="ah-tk-20142015-698", page=1),
    )
    letter = letter_of(asides=asides, reference="kst-29338-289")
    own = {"kst-29338-289", "ah-tk-20142015-698", "2024Z18285", "kv-tk-2024Z18285"}
    assert own_identifiers(letter) == own
    assert [one.id for one in with_citations(letter).citations or ()] == ["ah-tk-20232024-594"]


def test_an_ordinary_letter_has_no_identifiers_of_its_own() -> None:
    asides = (
        Aside(kind="letterhead", text="Postbus 20018", page=1),
        Aside(kind="letterhead", text="2500 EA DEN HAAG", page=1),
        Aside(kind="letterhead", text="Zie ook uw brief met nr. 2024Z18285", page=1),
    )
    assert own_identifiers(letter_of(asides=asides, reference="3437286")) == frozenset()


REAL = Path(__file__).parents[1].parent / "shared/letters/real"


@pytest.mark.skipif(not REAL.is_dir(), reason="the real letters are not here")
@pytest.mark.parametrize(
    ("name", "identifiers"),
    [  # counted by hand on the pages
        (
            "ah-bouwmeester-698.pdf",
            "ah-tk-20142015-403 kst-28828-66 kst-28828-70 kst-28828-70 kst-32620-117",
        ),
        (
            "ah-westerveld-2271.pdf",
            "ah-tk-20232024-2147 kst-25424-678 kst-25424-679 kst-25424-684 kst-25424-685 kst-25424-691 kst-31839-1024 "
            "kst-31839-1024 kst-31839-874 kst-32793-613 kst-32793-677 kst-36410-XVI-160",
        ),
        ("jenv-beckerman.pdf", "2023Z19006 ah-tk-20222023-1823 kst-22343-344 kst-29628-1139 kst-35690-3"),
    ],
)
def test_real_publications_cite_what_was_counted_by_hand(name: str, identifiers: str) -> None:
    letter = read_letter(REAL / name)
    found = [*(letter.citations or ()), *(one for exchange in letter.exchanges for one in exchange.citations or ())]
    assert sorted(one.id for one in found) == identifiers.split()


def test_a_text_of_many_citations_takes_time_in_proportion() -> None:
    text = "Zie Kamerstuk 29 338, nr. 278 en Stb. 2020, 118. " * 4_000
    assert len(find_citations(text)) == 8_000


@given(st.text(alphabet="Kamerstuk nr.,(0123456789)/-IVX\n", max_size=80))
def test_any_text_gives_citations_that_stand_in_it_in_order(text: str) -> None:
    ends = [0]
    for one in find_citations(text):
        assert ends[-1] <= one.start < one.end <= len(text)
        ends.append(one.end)
