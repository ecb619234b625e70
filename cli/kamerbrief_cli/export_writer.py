"""Exports: each letter to its own file, or all to standard output."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kamerbrief.errors import ExitCode, KamerbriefError, OutputExists
from kamerbrief.model import Letter
from kamerbrief_cli.exchange_choice import ExchangeChoice
from kamerbrief_cli.loading import STDIN, read
from kamerbrief_cli.messages import complain
from kamerbrief_cli.output_names import file_names, is_folder
from kamerbrief_cli.party_names import known


@dataclass
class Export:
    """What is asked for, and the worst that has happened so far."""

    form: str
    party: Sequence[str] | None
    force: bool
    password: str | None
    genre: str | None = None
    code: int = ExitCode.OK

    def run(self, paths: Sequence[str], output: str | None) -> int:
        """Export all; the exit code of the first error, if any."""
        if len(paths) > 1:
            known(self.party)  # an unknown name fails once, not for every letter
        if output is None:
            self.to_stdout(paths)
        else:
            self.to_files(paths, targets(paths, output, self.form))
        return self.code

    def to_stdout(self, paths: Sequence[str]) -> None:
        """Print all letters that can be read, as one text."""
        from kamerbrief_cli.joined_exports import join, print_text

        texts = [text for path in paths for text in self.attempt(path)]
        if texts or len(paths) > 1:
            print_text(join(texts, self.form, several=len(paths) > 1))

    def to_files(self, paths: Sequence[str], files: Sequence[Path]) -> None:
        """Write each letter that can be read to its file."""
        for path, file in zip(paths, files, strict=True):
            for _ in self.attempt(path, file):
                pass

    def attempt(self, path: str, file: Path | None = None) -> Iterator[str]:
        """The text of one letter, written to its file if it has one; nothing after an error."""
        from kamerbrief.export import exporter

        try:
            text = exporter(self.form)(self.letter(path, file))
            if file is not None:
                self.save(file, text)
            yield text
        except KamerbriefError as error:
            complain(error)
            # That a faction asks nothing in one of the letters does not hide an error in another.
            if self.code in (ExitCode.OK, ExitCode.NO_MATCH):
                self.code = error.exit_code

    def letter(self, path: str, file: Path | None) -> Letter:
        """The letter, or the part of it that is asked for; never to be written over itself."""
        if file is not None and path != STDIN and is_same(Path(path), file):
            raise OutputExists(f"{file}: is the letter itself; give another name with -o")
        return ExchangeChoice(party=self.party).of(read(path, self.password, self.genre))

    def save(self, file: Path, text: str) -> None:
        """Write the file; its folder is made where a FOLDER was asked for."""
        from kamerbrief.export.atomic_files import write_new

        write_new(file, text, force=self.force)


def targets(paths: Sequence[str], output: str, form: str) -> list[Path]:
    """Where each letter goes; OutputExists where several would go to one file."""
    if not is_folder(output) and len(paths) == 1:
        return [Path(output)]
    folder = Path(output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputExists(f"{output}: not a folder to write in ({error.strerror}); give another") from error
    return [folder / name for name in file_names(paths, form)]


def is_same(one: Path, other: Path) -> bool:
    """Whether two paths are one file."""
    try:
        return one.samefile(other)
    except OSError:
        return False
