"""Whatever the bytes, a Letter or a clear error; whatever the letter, no word lost and none doubled."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conservation import of_body, of_document, of_letter
from kamerbrief.errors import KamerbriefError, NotALetter
from kamerbrief.parse import parse_letter
from kamerbrief.reading import read
from pages import laid_out

SAMPLES = Path(__file__).parent.parent / "samples"
SHARED = Path(__file__).parent.parent.parent / "shared" / "letters"

PARTS = st.sampled_from(
    [
        "Vragen en opmerkingen van de leden van de fractie van de VVD",
        "Inbreng van de D66-fractie",
        "De leden van de VVD-fractie vragen of dit klopt. Kan de regering dat bevestigen?",
        "Antwoord",
        "Antwoord: Ja, dat klopt.",
        "Ik heb dit gezien in Nieuwsuur,1 en ook in 2021.2",
        "1 Nieuwsuur, 3 mei 2020.",
        "- een eerste streep",
        "- een tweede streep",
        "Jaar 2020 2021\nAantal 12 13\nKosten 4 5",
        "Pagina 2 van 3",
        "Datum\n3 mei 2024\nOns kenmerk\n123456",
        "De Minister van Sport,",
        "A. de Vries",
        "\f",
        " ",
    ]
)


def outcome(data: bytes) -> str:
    """What becomes of a file: the name of its letter, or one line that says why there is none."""
    try:
        return parse_letter(data, "x").source.name
    except KamerbriefError as error:
        return f"refused: {error}"


def is_an_outcome(text: str) -> bool:
    return text == "x" or (len(text) > len("refused: ") and "\n" not in text)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert is_an_outcome(outcome(data))


@given(st.binary(max_size=200))
def test_any_bytes_that_call_themselves_pdf(data: bytes) -> None:
    assert is_an_outcome(outcome(b"%PDF-1.7\n" + data))


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert is_an_outcome(outcome(text.encode("utf-8", "surrogatepass")))


OPENING = """Inbreng van de leden van de SP-fractie

De leden van de SP-fractie vragen waarom de brug over de rivier sinds dit voorjaar is gesloten.

Antwoord

De brug is gesloten omdat bij een inspectie scheuren in het staal zijn gevonden.

"""


def tally(data: bytes, outcomes: Counter[str]) -> None:
    """Counts whether a text is refused; where it is read, all its words must be in the letter."""
    try:
        letter = parse_letter(data, "x")
    except KamerbriefError:
        outcomes["refused"] += 1
        return
    outcomes["read"] += 1
    assert of_letter(letter) == of_document(read(data))


def assert_few_refused(outcomes: Counter[str]) -> None:
    """A property that holds only because its texts are refused says nothing."""
    assert outcomes["refused"] < outcomes["read"] / 20, outcomes


def test_every_word_lands_exactly_once() -> None:
    outcomes: Counter[str] = Counter()

    @settings(max_examples=300)
    @given(
        st.lists(st.one_of(PARTS, st.text(alphabet="abc Déé?.12\n", max_size=30)), max_size=25), st.sampled_from("\n ")
    )
    def holds(parts: list[str], joint: str) -> None:
        tally((OPENING + f"\n{joint}\n".join(parts)).encode(), outcomes)

    holds()
    assert_few_refused(outcomes)


def test_every_word_of_any_text_in_a_letter_lands_exactly_once() -> None:
    outcomes: Counter[str] = Counter()

    @given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80))
    def holds(text: str) -> None:
        tally(f"{OPENING}Waarom {text} dan?\n\nAntwoord\n\nDaarom {text}.\n".encode(), outcomes)

    holds()
    assert_few_refused(outcomes)


@pytest.mark.parametrize("row", ["woorden", "1", "- item", "een   twee", "a-", "1. noot"])
def test_a_block_without_end_loses_no_word(row: str) -> None:
    data = (OPENING + f"{row}\n" * 1500).encode()
    assert of_letter(parse_letter(data, "x")) == of_document(read(data))


@pytest.mark.parametrize("path", sorted([*SAMPLES.glob("*.pdf"), *SAMPLES.glob("*.txt")]), ids=lambda p: p.name)
def test_no_sample_loses_a_word(path: Path) -> None:
    data = path.read_bytes()
    assert of_letter(parse_letter(data, path.name)) == of_document(read(data))


@pytest.mark.skipif(not SHARED.exists(), reason="the shared letters are not on this machine")
@pytest.mark.parametrize("name", ["com2021-120.txt", "com2021-120.pdf", "com2021-120-italic.pdf"])
def test_the_founding_letter_loses_no_word(name: str) -> None:
    data = (SHARED / name).read_bytes()
    assert of_letter(parse_letter(data, name)) == of_document(read(data))


def shared() -> list[Path]:
    """Every letter of the shared folder that can be read, of any genre."""
    kinds = {".pdf", ".txt", ".docx"}
    return sorted(p for p in SHARED.rglob("*") if p.suffix in kinds and "broken" not in p.parts)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared letters are not on this machine")
@pytest.mark.parametrize("path", shared(), ids=lambda path: path.name)
def test_layout_loses_no_word_of_a_published_letter(path: Path) -> None:
    document = read(path.read_bytes())
    assert of_body(laid_out(document)) == of_document(document)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared letters are not on this machine")
@pytest.mark.parametrize("path", shared(), ids=lambda path: path.name)
def test_no_published_letter_of_any_genre_loses_a_word(path: Path) -> None:
    data = path.read_bytes()
    if path.parent.name == "other":  # it asks nothing
        with pytest.raises(NotALetter):
            parse_letter(data, path.name)
        return
    assert of_letter(parse_letter(data, path.name)) == of_document(read(data))
