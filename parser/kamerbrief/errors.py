"""The errors of kamerbrief, each with its exit code. Every message says what is wrong and what to do."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of the command, as README lists them."""

    OK = 0
    NO_MATCH = 1
    USAGE = 2
    NOT_READABLE = 3
    EMPTY = 4
    DAMAGED = 5
    NO_TEXT = 6
    PASSWORD = 7
    NOT_A_LETTER = 8
    UNKNOWN_FACTION = 9
    OUTPUT = 10
    LIBRARY = 11
    BUSY = 12
    CLUSTER = 13
    FAULT = 14


class KamerbriefError(Exception):
    """The base class. The message is one line that says what is wrong and what to do."""

    exit_code = ExitCode.USAGE


class NotReadable(KamerbriefError):
    """The path does not exist, is a folder, or may not be read."""

    exit_code = ExitCode.NOT_READABLE


class EmptyFile(KamerbriefError):
    """The file is empty."""

    exit_code = ExitCode.EMPTY


class DamagedFile(KamerbriefError):
    """The file is cut short or broken."""

    exit_code = ExitCode.DAMAGED


class NoText(KamerbriefError):
    """The pages are images without a text layer: a scan."""

    exit_code = ExitCode.NO_TEXT


class PasswordNeeded(KamerbriefError):
    """The PDF is encrypted and the password is missing or wrong."""

    exit_code = ExitCode.PASSWORD


class NotALetter(KamerbriefError):
    """The file was read, and has no questions and answers."""

    exit_code = ExitCode.NOT_A_LETTER


class UnknownFaction(KamerbriefError):
    """No faction has this name."""

    exit_code = ExitCode.UNKNOWN_FACTION


class OutputExists(KamerbriefError):
    """The output file exists already, or cannot be written."""

    exit_code = ExitCode.OUTPUT


class BadDecision(KamerbriefError):
    """A decision about a letter cannot be understood or applied, or the file that keeps it cannot be read."""


class BadPattern(KamerbriefError):
    """The pattern is not a valid regular expression."""


class SlowPattern(KamerbriefError):
    """The regular expression takes too long on a passage."""


class LibraryError(KamerbriefError):
    """The library is missing, damaged, from a newer version, or another kind of file."""

    exit_code = ExitCode.LIBRARY


class LibraryBusy(KamerbriefError):
    """Another process has been writing to the library for too long."""

    exit_code = ExitCode.BUSY


class LibraryFull(KamerbriefError):
    """The library cannot be written: no space, or no permission."""

    exit_code = ExitCode.OUTPUT


class UnknownId(KamerbriefError):
    """No letter in the library has this id, or several ids start with it."""

    exit_code = ExitCode.NOT_READABLE


class BadSearch(KamerbriefError):
    """The words to search for, or a date, are not a valid query."""


class MissingExtra(KamerbriefError):
    """An option needs a package that is not installed."""


class ClusterLost(KamerbriefError):
    """The Dask scheduler cannot be reached, or has gone away."""

    exit_code = ExitCode.CLUSTER


class UnexpectedError(KamerbriefError):
    """A fault in kamerbrief itself."""

    exit_code = ExitCode.FAULT


def unexpected(error: Exception, place: str) -> UnexpectedError:
    """Return what to tell the user about an error that nobody expected, at a place such as a path."""
    return UnexpectedError(f"{place}: kamerbrief failed on it ({type(error).__name__}: {error}); please report this")
