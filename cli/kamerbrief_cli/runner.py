"""Run the app; every failure is one line on standard error and an exit code."""

from __future__ import annotations

import atexit
import io
import os
import signal
import sys
from contextlib import suppress
from typing import NoReturn, Protocol, runtime_checkable

import typer

from kamerbrief.errors import ExitCode, KamerbriefError
from kamerbrief_cli import completion
from kamerbrief_cli.messages import complain

INTERRUPTED = 130
"""The exit code after Ctrl-C, as that of a shell."""


@runtime_checkable
class HasContext(Protocol):
    """An error of Typer that knows in which command it happened."""

    ctx: typer.Context | None


def run(app: typer.Typer) -> NoReturn:
    """Run the app with the arguments of this process, and exit."""
    prepare_streams()
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
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


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
    return code if isinstance(code, int) else ExitCode.OK


def usage_message(error: typer.TyperException) -> str:
    """Say what is wrong with the arguments, and where to read more."""
    context = error.ctx if isinstance(error, HasContext) else None
    command = context.command_path if context else "kamerbrief"
    message = error.format_message().replace(": Value error, ", ": ").rstrip(".")  # pydantic's words
    return f"{message[:1].lower()}{message[1:]}; see {command} --help"


def cannot_write(error: OSError) -> int:
    """Report that standard output cannot be written, and stop writing to it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    what = error.filename or "standard output"
    complain(f"{what}: cannot be written ({error.strerror or error}); free some space, or write elsewhere")
    return ExitCode.OUTPUT
