"""Run the app; every failure is one line on standard error and an exit code."""

from __future__ import annotations

import atexit
import io
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import NoReturn, Protocol, runtime_checkable

import typer

from kamerbrief.errors import ExitCode, KamerbriefError, unexpected
from kamerbrief_cli import completion
from kamerbrief_cli.messages import complain

INTERRUPTED = 130
"""The exit code after Ctrl-C, as that of a shell."""
SIZES = ("COLUMNS", "LINES")
"""Environment variables with the size of the terminal."""
MOST_DIGITS = 4
"""A terminal has at most 9999 columns and lines."""


@runtime_checkable
class HasContext(Protocol):
    """An error of Typer that knows in which command it happened."""

    ctx: typer.Context | None


def run(app: typer.Typer) -> NoReturn:
    """Run the app with the arguments of this process, and exit."""
    prepare_streams()
    prepare_environment()
    completion.prepare()
    exit_now(run_for_code(app))


def exit_now(code: int) -> NoReturn:
    """Exit without Python's own cleaning up, which takes longer than reading a letter from the cache."""
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # the stream is closed
            stream.flush()
    os._exit(code)


def prepare_streams() -> None:
    """Let a reader that stops early (`| head`) end the program quietly, and replace characters that cannot be shown."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    reopen_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def reopen_closed_streams() -> None:
    """Put something in the place of streams that were closed (`>&-`): what is opened next must not be written to.

    Writing to standard output then fails as it should; what is written to standard error is lost.
    """
    if None not in (sys.stdin, sys.stdout, sys.stderr):
        return
    while (opened := os.open(os.devnull, os.O_RDONLY)) <= 2:
        pass
    os.close(opened)
    if sys.stdout is None:
        sys.stdout = os.fdopen(1, "w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the program ends


def prepare_environment() -> None:
    """Forget a size of the terminal that is no usable number; Rich would fail on it."""
    for name in SIZES:
        value = os.environ.get(name, "")
        if not (value.isascii() and value.isdecimal() and len(value) <= MOST_DIGITS):
            os.environ.pop(name, None)


def run_for_code(app: typer.Typer) -> int:
    """Run the app, print its failure if any, and return the exit code."""
    try:
        code = app(standalone_mode=False)
        sys.stdout.flush()
    except KamerbriefError as error:
        complain(error)
        return error.exit_code
    except typer.TyperException as error:
        complain(usage_message(error))
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except OSError as error:
        return cannot_write(error)
    except Exception as error:
        complain(unexpected(error, " ".join(sys.argv[1:3])))
        return ExitCode.FAULT
    return code if isinstance(code, int) else ExitCode.OK


def usage_message(error: typer.TyperException) -> str:
    """Say what is wrong with the arguments, and where to read more."""
    context = error.ctx if isinstance(error, HasContext) else None
    command = context.command_path if context else "kamerbrief"
    message = error.format_message().replace(": Value error, ", ": ").rstrip(".")  # pydantic's words
    return f"{message[:1].lower()}{message[1:]}; see {command} --help"


def cannot_write(error: OSError) -> int:
    """Report that standard output, or a file, cannot be written, and stop writing to standard output."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if error.filename is None:
        complain(f"standard output: cannot be written ({error.strerror or error}); free some space, or write elsewhere")
    else:
        path = os.fsdecode(error.filename)
        complain(f"{path}: cannot be opened or written ({error.strerror or error}); check the path and its permissions")
    return ExitCode.OUTPUT
