"""Make a folder with letters, and with all that may stand between them by accident or on purpose."""

from __future__ import annotations

import os
import random
import shutil
import socket
from contextlib import suppress
from pathlib import Path

from kamerbrief import read_letter
from kamerbrief.library.store import Store
from library_files import some_letters

SAMPLES = Path(__file__).parents[2] / "samples"
NASTY = "brief \x1b]0;x\x07 \x9b \u202e \x7f.txt"
"""A name with escape codes and a change of direction."""
LIBRARIES = ("library.sqlite", "damaged.sqlite", "text.sqlite", "empty.sqlite", "pipe.sqlite", "closed/library.sqlite")


def make(folder: Path, seed: int = 1) -> None:
    """Fill a new folder. The same seed makes the same content."""
    rng = random.Random(seed)
    letters = some_letters(folder / "letters", 3)
    for sample in ("fietspont.pdf", "drinkwater.txt"):
        shutil.copy(SAMPLES / sample, letters)
    for name in (NASTY, "two\nlines.txt", "-v.txt", "=1+1.txt", os.fsdecode(b"byte \xff.txt"), "a" * 250 + ".txt"):
        with suppress(OSError):  # not every disk takes every name
            shutil.copy(letters / "brief-1.txt", folder / name)
    _files_that_are_no_letters(folder, rng)
    _what_is_no_file(folder)
    _libraries(folder, letters, rng)
    _closed(folder)


def _files_that_are_no_letters(folder: Path, rng: random.Random) -> None:
    pdf = (SAMPLES / "fietspont.pdf").read_bytes()
    contents = {
        "empty.txt": b"",
        "noise.pdf": rng.randbytes(5000),
        "cut.pdf": pdf[: len(pdf) // 2],
        "market.txt": b"Beste buren, zaterdag is er markt.",
        "zip.docx": b"PK\x03\x04" + rng.randbytes(500),
        "paths": b"letters/brief-1.txt\nnowhere\nmarket.txt\n\xff\n",
        "paths0": b"letters/brief-1.txt\0letters/brief-2.txt\0\0",
        "slow.txt": (folder / "letters/brief-1.txt").read_bytes().replace(b"er veel", b"er " + b"a" * 60 + b"!"),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)


def _what_is_no_file(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "null.txt").symlink_to("/dev/null")
    (folder / "nowhere.txt").symlink_to("gone")
    (folder / "circle.txt").symlink_to("circle.txt")
    (folder / "folder.txt").mkdir()
    (folder / "out").mkdir()
    (folder / "loop").mkdir()
    (folder / "loop" / "again").symlink_to("..")
    with (folder / "sparse.pdf").open("wb") as file:
        file.truncate(8 * 2**30)
    with socket.socket(socket.AF_UNIX) as made, suppress(OSError):  # the path of a socket is short
        made.bind(str(folder / "socket.txt"))


def _libraries(folder: Path, letters: Path, rng: random.Random) -> None:
    with Store(folder / "library.sqlite") as store:
        for path in sorted(letters.iterdir()):
            store.add(path, read_letter(path))
    sound = bytearray((folder / "library.sqlite").read_bytes())
    for _ in range(40):
        sound[rng.randrange(len(sound))] = rng.randrange(256)
    (folder / "damaged.sqlite").write_bytes(sound)
    (folder / "text.sqlite").write_text("this is no library " * 100)
    (folder / "empty.sqlite").touch()
    os.mkfifo(folder / "pipe.sqlite")


def _closed(folder: Path) -> None:
    """A folder and a file that only root may read, and a folder that may not be written to."""
    (folder / "closed").mkdir()
    shutil.copy(folder / "letters/brief-1.txt", folder / "closed")
    shutil.copy(folder / "letters/brief-1.txt", folder / "closed.txt")
    shutil.copy(folder / "library.sqlite", folder / "closed")
    (folder / "readonly").mkdir()
    shutil.copy(folder / "library.sqlite", folder / "readonly")
    for name, mode in (("closed", 0), ("closed.txt", 0), ("readonly", 0o555)):
        (folder / name).chmod(mode)


def remove(folder: Path) -> None:
    """Remove a folder that `make` made."""
    for name in ("closed", "readonly"):
        with suppress(OSError):
            (folder / name).chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)
