"""Export letters: each to its own file, or all to standard output."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kamerbrief.errors import ExitCode, KamerbriefError, OutputExists, unexpected
from kamerbrief.model import Letter
from kamerbrief_cli.exchange_choice import ExchangeChoice
from kamerbrief_cli.loading import STDIN, read
from kamerbrief_cli.messages import complain
from kamerbrief_cli.output_names import file_names, is_folder
from kamerbrief_cli.party_names import canonical_names

STDOUT = "-"
"""The value of -o that stands for standard output, as no -o does."""


@dataclass
class Export:
    """One run of `export`: its options, and the exit code so far."""

    format_name: str
    party: list[str] | None
    force: bool
    password: str | None
    genre: str | None = None
    code: int = ExitCode.OK
    """The exit code of the first error, or OK."""

    def run(self, paths: Sequence[str], output: str | None) -> int:
        """Export all letters; return the exit code of the first error, if any."""
        if len(paths) > 1:
            canonical_names(self.party)  # so that an unknown name fails once, not for every letter
        if output is None or output == STDOUT:
            self.write_stdout(paths)
        else:
            self.write_files(paths, output_paths(paths, output, self.format_name))
        return self.code

    def write_stdout(self, paths: Sequence[str]) -> None:
        """Print all letters that can be read, as one text."""
        from kamerbrief_cli.joined_exports import join, print_text

        texts = [text for path in paths for text in self.export_one(path)]
        if texts or len(paths) > 1:
            print_text(join(texts, self.format_name, several=len(paths) > 1))

    def write_files(self, paths: Sequence[str], files: Sequence[Path]) -> None:
        """Write each letter that can be read to its file."""
        for path, file in zip(paths, files, strict=True):
            for _ in self.export_one(path, file):
                pass

    def export_one(self, path: str, file: Path | None = None) -> Iterator[str]:
        """Yield the text of one letter, after writing it to its file if it has one; nothing after an error."""
        from kamerbrief.export import exporter

        try:
            text = exporter(self.format_name)(self.letter(path, file))
            if file is not None:
                self.write_file(file, text)
        except KamerbriefError as error:
            self.fail(error)
        except Exception as error:  # a fault of kamerbrief, which must not stop the other letters
            self.fail(unexpected(error, path))
        else:
            yield text

    def fail(self, error: KamerbriefError) -> None:
        """Print an error and remember its exit code, if it is the first."""
        complain(error)
        # That a faction asks nothing in one letter must not hide an error in another.
        if self.code in (ExitCode.OK, ExitCode.NO_MATCH):
            self.code = error.exit_code

    def letter(self, path: str, file: Path | None) -> Letter:
        """Return the letter, or the part of it that is asked for. Raises OutputExists if `file` is its own file."""
        if file is not None and path != STDIN and is_same(Path(path), file):
            raise OutputExists(f"{file}: this is the letter itself; give another name with -o")
        return ExchangeChoice(party=self.party).select_from(read(path, self.password, self.genre))

    def write_file(self, file: Path, text: str) -> None:
        """Write a file. Raises OutputExists if it exists and --force is not given."""
        from kamerbrief.export.atomic_files import write_new

        write_new(file, text, force=self.force)


def output_paths(paths: Sequence[str], output: str, format_name: str) -> list[Path]:
    """Return the file for each letter; create the folder if one is asked for. Raises OutputExists if that fails."""
    if not is_folder(output) and len(paths) == 1:
        return [Path(output)]
    folder = Path(output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputExists(
            f"{output}: not a folder that can be written to ({error.strerror}); choose another"
        ) from error
    return [folder / name for name in file_names(paths, format_name)]


def is_same(one: Path, other: Path) -> bool:
    """Tell whether two paths are the same file."""
    try:
        return one.samefile(other)
    except OSError:
        return False
