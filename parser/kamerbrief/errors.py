"""What can go wrong, one exit code each; every message says what is wrong and what to do."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the command, as the README documents them."""

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


class KamerbriefError(Exception):
    """One line that says what is wrong and what to do."""

    exit_code = ExitCode.USAGE


class NotReadable(KamerbriefError):
    """The path is missing, a folder, or may not be read."""

    exit_code = ExitCode.NOT_READABLE


class EmptyFile(KamerbriefError):
    """The file holds nothing."""

    exit_code = ExitCode.EMPTY


class DamagedFile(KamerbriefError):
    """The file is cut short or broken."""

    exit_code = ExitCode.DAMAGED


class NoText(KamerbriefError):
    """The pages are pictures: a scan without a text layer."""

    exit_code = ExitCode.NO_TEXT


class PasswordNeeded(KamerbriefError):
    """The PDF is encrypted and the password is missing or wrong."""

    exit_code = ExitCode.PASSWORD


class NotALetter(KamerbriefError):
    """The file was read and holds no questions and answers."""

    exit_code = ExitCode.NOT_A_LETTER


class UnknownFaction(KamerbriefError):
    """No faction goes by that name."""

    exit_code = ExitCode.UNKNOWN_FACTION


class OutputExists(KamerbriefError):
    """The file to write is already there, or cannot be written."""

    exit_code = ExitCode.OUTPUT


class BadPattern(KamerbriefError):
    """The pattern to look for is not a regular expression."""


class LibraryError(KamerbriefError):
    """The library is missing, damaged, of a newer version, or no library."""

    exit_code = ExitCode.LIBRARY


class LibraryBusy(KamerbriefError):
    """Another process has been writing to the library for too long."""

    exit_code = ExitCode.BUSY


class LibraryFull(KamerbriefError):
    """The library cannot be written: no room, or no permission."""

    exit_code = ExitCode.OUTPUT


class UnknownId(KamerbriefError):
    """No letter of the library has this id, or several start like that."""

    exit_code = ExitCode.NOT_READABLE


class BadSearch(KamerbriefError):
    """The words to look for are no search."""


class MissingExtra(KamerbriefError):
    """What is asked for needs a package that is not installed."""


class ClusterLost(KamerbriefError):
    """The Dask scheduler cannot be reached, or went away."""

    exit_code = ExitCode.CLUSTER
