"""Runs the app: every failure is one line on stderr and an exit code."""

from __future__ import annotations

import atexit
import io
import os
import signal
import sys
from contextlib import suppress
from typing import NoReturn

import typer

from kamerbrief.errors import ExitCode, KamerbriefError
from kamerbrief_cli import completion
from kamerbrief_cli.messages import complain

INTERRUPTED = 130


def run(app: typer.Typer) -> NoReturn:
    """Run the app with the arguments of this process, and exit."""
    prepare_streams()
    completion.prepare()
    leave(settle(app))


def leave(code: int) -> NoReturn:
    """Exit at once: for Python to take itself apart takes longer than to read a letter out of the cache."""
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # closed, or gone
            stream.flush()
    os._exit(code)


def prepare_streams() -> None:
    """A reader that stops early (`| head`) ends us as it ends any tool; odd characters never do."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def settle(app: typer.Typer) -> int:
    """The exit code of a run, its failure told on stderr."""
    try:
        code = app(standalone_mode=False)
        sys.stdout.flush()
    except KamerbriefError as error:
        complain(error)
        return error.exit_code
    except typer.TyperException as error:
        complain(usage(error))
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except OSError as error:
        return cannot_write(error)
    return code if isinstance(code, int) else ExitCode.OK


def usage(error: typer.TyperException) -> str:
    """What was wrong with the arguments, and where to read more."""
    ctx = getattr(error, "ctx", None)
    command = ctx.command_path if ctx else "kamerbrief"
    message = error.format_message().rstrip(".")
    return f"{message[:1].lower()}{message[1:]}; see {command} --help"


def cannot_write(error: OSError) -> int:
    """Standard output is full or gone: nothing more can be written to it, not even at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    what = error.filename or "standard output"
    complain(f"{what}: cannot be written ({error.strerror or error}); make room, or write elsewhere")
    return ExitCode.OUTPUT
