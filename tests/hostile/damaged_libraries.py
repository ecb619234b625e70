"""Damage copies of a good library in many ways, repair each, and compare what was saved with what could be read."""

from __future__ import annotations

import filecmp
import shutil
import zlib
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import NamedTuple

import apsw
import msgspec

from hostile.library_reads import bad_reads, bad_writes
from kamerbrief import read_letter
from kamerbrief.errors import LibraryError
from kamerbrief.library.catalogue import Library
from kamerbrief.library.connection import PAGE_SIZE
from kamerbrief.library.integrity import problems
from kamerbrief.library.records import record
from kamerbrief.library.repair import repair
from kamerbrief.library.store import Store

SAMPLES = Path(__file__).parents[2] / "samples"
HEADER = 100
"""Bytes of the header of an SQLite file."""

Damage = Callable[[bytearray, Random], None]


class Damaged(NamedTuple):
    """What became of one damaged library."""

    damage: str
    letters: int
    """How many letters the good library has."""
    untouched: int
    """How many of them lie wholly on pages that were not changed."""
    by_sqlite: int
    """How many SQLite can read from the damaged file, one by one."""
    saved: int
    with_path: int
    """How many letters were saved, and how many of those with their path."""
    told_lost: int
    wrong: tuple[str, ...]
    """What must not happen and did."""


def make_library(path: Path, letters: int) -> None:
    """Make a library with this many letters: the samples, again and again under other names."""
    read = [read_letter(file) for file in sorted(SAMPLES.glob("*.pdf"))]
    with Store(path) as store:
        for n, letter in islice(enumerate(cycle(read)), letters):
            name = f"{n}-{letter.source.name}"
            source = msgspec.structs.replace(letter.source, name=name, sha256=sha256(name.encode()).hexdigest())
            store.save([(f"/brieven/{name}", record(msgspec.structs.replace(letter, source=source)))])


def _at_random(data: bytearray, chance: Random) -> int:
    """Return the offset of a page other than the first."""
    return PAGE_SIZE * chance.randrange(1, max(2, len(data) // PAGE_SIZE))


def few_bytes(data: bytearray, chance: Random) -> None:
    """Change one to fifty bytes."""
    for _ in range(chance.randint(1, 50)):
        data[chance.randrange(len(data))] = chance.randrange(256)


def random_block(data: bytearray, chance: Random) -> None:
    """Overwrite 512 to 40,000 bytes."""
    size = chance.randint(512, 40_000)
    at = chance.randrange(len(data) - size)
    data[at : at + size] = chance.randbytes(size)


def zeroed_pages(data: bytearray, chance: Random) -> None:
    """Fill one to eight pages with zeros."""
    for _ in range(chance.randint(1, 8)):
        at = _at_random(data, chance)
        data[at : at + PAGE_SIZE] = bytes(PAGE_SIZE)


def swapped_pages(data: bytearray, chance: Random) -> None:
    """Swap two pages."""
    one, other = (slice(at, at + PAGE_SIZE) for at in (_at_random(data, chance), _at_random(data, chance)))
    data[one], data[other] = data[other], data[one]


def repeated_page(data: bytearray, chance: Random) -> None:
    """Write one page over another."""
    one, other = _at_random(data, chance), _at_random(data, chance)
    data[one : one + PAGE_SIZE] = data[other : other + PAGE_SIZE]


def cut_short(data: bytearray, chance: Random) -> None:
    """Cut off the end, at any byte."""
    del data[chance.randrange(PAGE_SIZE, len(data)) :]


def zeroed_end(data: bytearray, chance: Random) -> None:
    """Fill the end with zeros, from any byte."""
    at = chance.randrange(PAGE_SIZE, len(data))
    data[at:] = bytes(len(data) - at)


def header(data: bytearray, chance: Random) -> None:
    """Overwrite the header, with zeros or at random."""
    data[:HEADER] = chance.choice((bytes(HEADER), chance.randbytes(HEADER)))


def header_fields(data: bytearray, chance: Random) -> None:
    """Overwrite four bytes of the header, but not the version, which a newer library would have."""
    at = chance.choice([at for at in range(16, 97, 4) if at != 60])
    data[at : at + 4] = chance.randbytes(4)


def first_page(data: bytearray, chance: Random) -> None:
    """Overwrite the first page, which says where the tables are."""
    data[:PAGE_SIZE] = chance.choice((bytes(PAGE_SIZE), chance.randbytes(PAGE_SIZE)))


def heads_of_pages(data: bytearray, chance: Random) -> None:
    """Overwrite the head of every tenth page."""
    for at in range(PAGE_SIZE * chance.randint(1, 9), len(data) - PAGE_SIZE, PAGE_SIZE * 10):
        data[at : at + 12] = chance.randbytes(12)


DAMAGES: tuple[Damage, ...] = (
    few_bytes,
    random_block,
    zeroed_pages,
    swapped_pages,
    repeated_page,
    cut_short,
    zeroed_end,
    header,
    header_fields,
    first_page,
    heads_of_pages,
)


def damaged_rounds(good: Path, folder: Path, *, times: int, chance: Random) -> Iterator[Damaged]:
    """Damage a copy of a library, read and repair it, `times` times, each way of damage in turn."""
    layout, letters = pages_of_letters(good), _json_of_letters(good)
    for damage in islice(cycle(DAMAGES), times):
        data = bytearray(good.read_bytes())
        damage(data, chance)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        path = folder / "library.sqlite"
        path.write_bytes(data)
        yield _repaired(path, damage.__name__, _untouched(layout, good.read_bytes(), data), letters)


def _repaired(path: Path, damage: str, untouched: set[str], letters: dict[str, bytes]) -> Damaged:
    """Repair a damaged library, and compare it with what could be read and with the letters of the good one."""
    before = path.with_name("before")
    shutil.copy2(path, before)
    some = min(letters)
    bad = [*bad_reads(path, some), *bad_writes(path, some, read_letter(SAMPLES / "zwemveiligheid.txt"))]
    readable = {sha for sha in read_by_sqlite(path, len(letters)) if sha in letters}
    try:
        report = repair(path)
    except LibraryError as error:
        unchanged = () if filecmp.cmp(before, path, shallow=False) else ("the file was changed",)
        refused = (f"refused: {error}",) if untouched | readable else ()
        return Damaged(damage, len(letters), len(untouched), len(readable), 0, 0, 0, (*bad, *unchanged, *refused))
    after = _json_of_letters(path)
    wrong = [f"the repaired library: {one}" for one in problems(path)]
    wrong += bad
    wrong += [f"letter {sha[:8]} could be read and is lost" for sha in (untouched | readable) - {*after}]
    wrong += [f"letter {sha[:8]} is another now" for sha in after if after[sha] != letters.get(sha)]
    told = len(report.lost) if report else 0
    if report and not filecmp.cmp(before, report.copy, shallow=False):
        wrong.append("the copy is not the file as it was")
    if report and report.saved != len(after):
        wrong.append("it says another number than it saved")
    with_path = sum(row.path != row.path.rpartition("/")[2] for row in Library(path).list_letters())
    return Damaged(damage, len(letters), len(untouched), len(readable), len(after), with_path, told, tuple(wrong))


def pages_of_letters(good: Path) -> dict[str, set[int]]:
    """Return the numbers of the pages that have each letter of a good library, as SQLite itself counts them."""
    db = apsw.Connection(str(good), flags=apsw.SQLITE_OPEN_READONLY)
    hashes = iter([sha for (sha,) in db.execute("SELECT sha256 FROM letter ORDER BY id")])
    found: dict[str, set[int]] = {}
    sql = "SELECT path, pageno, ncell FROM dbstat WHERE name = 'letter' AND pagetype = ? ORDER BY path"
    overflow = [(path, page) for path, page, _ in db.execute(sql, ("overflow",))]
    for leaf, page, count in list(db.execute(sql, ("leaf",))):
        for n in range(count):
            chain = f"{leaf}{n:03x}+"
            found[next(hashes)] = {page, *(one for path, one in overflow if path.startswith(chain))}
    db.close()
    return found


def _untouched(layout: dict[str, set[int]], good: bytes, damaged: bytearray) -> set[str]:
    """Return the letters whose pages are all as they were."""
    same = {
        n + 1
        for n in range(len(good) // PAGE_SIZE)
        if good[n * PAGE_SIZE :][:PAGE_SIZE] == damaged[n * PAGE_SIZE :][:PAGE_SIZE]
    }
    return {sha for sha, pages in layout.items() if pages <= same}


def read_by_sqlite(path: Path, count: int) -> Iterator[str]:
    """Yield the letters that SQLite reads from a file, by their row numbers; nothing if it cannot open it."""
    db = apsw.Connection(f"file:{path}?mode=ro&immutable=1", flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    for row in range(1, count + 1):
        try:
            for sha, data in db.execute("SELECT sha256, json FROM letter WHERE id = ?", (row,)):
                zlib.decompress(data)
                yield sha
        except (apsw.Error, zlib.error, ValueError, TypeError):
            continue
    db.close()


def _json_of_letters(path: Path) -> dict[str, bytes]:
    """Return the JSON of each letter of a sound library."""
    library = Library(path)
    found = {letter.source.sha256: msgspec.json.encode(letter) for letter in library.letters()}
    library.db.close()
    return found
