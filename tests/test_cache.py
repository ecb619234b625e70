"""Letters out of the cache are those that were parsed; whatever happens to it, a letter is read."""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kamerbrief import cache
from kamerbrief.errors import KamerbriefError
from kamerbrief.parse import parse_letter, read_letter

SAMPLE = Path(__file__).parent.parent / "samples" / "zwemveiligheid.pdf"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own."""
    monkeypatch.setenv("KAMERBRIEF_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.exists() else []


def test_the_second_reading_parses_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read_letter(SAMPLE, cached=True)
    assert len(entries(folder)) == 1
    monkeypatch.setattr("kamerbrief.parse.parse_letter", lambda *_: pytest.fail("parsed again"))
    assert read_letter(SAMPLE, cached=True) == first == parse_letter(SAMPLE.read_bytes(), SAMPLE.name)


def test_the_same_content_under_another_name(folder: Path, tmp_path: Path) -> None:
    read_letter(SAMPLE, cached=True)
    other = shutil.copy(SAMPLE, tmp_path / "andere.pdf")
    assert read_letter(other, cached=True).source.name == "andere.pdf"
    assert len(entries(folder)) == 1


def test_without_being_asked_nothing_is_kept(folder: Path) -> None:
    read_letter(SAMPLE)
    assert entries(folder) == []


def test_what_a_password_opens_is_not_kept(folder: Path) -> None:
    read_letter(SAMPLE, password="geheim", cached=True)
    assert entries(folder) == []


def test_what_is_no_letter_is_not_kept(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "markt.txt"
    path.write_text("Beste buren, zaterdag is er markt.")
    with pytest.raises(KamerbriefError):
        read_letter(path, cached=True)
    assert entries(folder) == []


@pytest.mark.parametrize("damage", ["empty", "cut short", "changed"])
def test_a_damaged_entry_is_written_anew(folder: Path, damage: str) -> None:
    letter = read_letter(SAMPLE, cached=True)
    (entry,) = entries(folder)
    whole = entry.read_bytes()
    entry.write_bytes({"empty": b"", "cut short": whole[:-1], "changed": whole[:90] + b"\x00" + whole[91:]}[damage])
    assert read_letter(SAMPLE, cached=True) == letter
    assert entry.read_bytes() == whole


@pytest.mark.usefixtures("folder")
def test_another_version_other_code_and_other_options_are_other_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    letter = read_letter(SAMPLE, cached=True)
    assert cache.load(letter.source.sha256, {"genre": None}) is not None
    assert cache.load(letter.source.sha256, {"genre": "kamervragen"}) is None
    monkeypatch.setattr(cache, "_code", lambda: "an edited rule")
    assert cache.load(letter.source.sha256, {}) is None
    monkeypatch.undo()
    monkeypatch.setattr(cache, "__version__", "99")
    assert cache.load(letter.source.sha256, {}) is None


def test_an_edited_rule_is_other_code(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    rule = tmp_path / "rules" / "grammar.toml"
    rule.write_text("weight = 1")
    before = list(cache._stamps(str(tmp_path)))
    rule.write_text("weight = 12")
    assert list(cache._stamps(str(tmp_path))) != before
    assert len(before) == 1


def test_a_folder_that_cannot_be_made_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("KAMERBRIEF_CACHE", str(blocked / "cache"))
    assert read_letter(SAMPLE, cached=True).exchanges


def test_a_full_disk_is_no_failure(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", full)
    assert read_letter(SAMPLE, cached=True).exchanges
    assert entries(folder) == []


def test_many_at_once(folder: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        letters = list(pool.map(lambda _: read_letter(SAMPLE, cached=True), range(8)))
    assert all(letter == letters[0] for letter in letters)
    assert len(entries(folder)) == 1


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    for age, name in enumerate(["new.letter", "middle.letter", "half.part", "old.letter"]):
        (tmp_path / name).write_bytes(b"x" * 100)
        os.utime(tmp_path / name, (1_000_000 - age, 1_000_000 - age))
    (tmp_path / "not ours.txt").write_bytes(b"x" * 1000)
    cache.trim(tmp_path, 250)
    assert {path.name for path in tmp_path.iterdir()} == {"new.letter", "middle.letter", "not ours.txt"}
    cache.trim(tmp_path, 250)
    assert len(entries(tmp_path)) == 3


def test_using_a_letter_makes_it_new(folder: Path) -> None:
    read_letter(SAMPLE, cached=True)
    (entry,) = entries(folder)
    os.utime(entry, (1, 1))
    read_letter(SAMPLE, cached=True)
    assert entry.stat().st_mtime > 1
