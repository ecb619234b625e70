"""The commands, registered; what they do stands in commands/."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from importlib import import_module
from typing import Any

import typer

from kamerbrief_cli import option_types, runner
from kamerbrief_cli.commands import root

option_types.prepare()
COMMANDS = ("show", "factions", "questions", "grep", "search", "export")
"""Each is a function of that name in the module of that name, with its EXAMPLES."""


def make(names: Collection[str] = ()) -> typer.Typer:
    """The app, with all commands or only these: Typer builds each that it has, whichever is run."""
    made = typer.Typer(
        name="kamerbrief",
        help=root.HELP,
        epilog=root.EPILOG,
        invoke_without_command=True,
        add_completion=False,  # both are in root.py
        add_help_option=False,
        rich_markup_mode=None,  # Rich's help costs more than half the time that help may take
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help"], "max_content_width": 100},
    )
    made.callback()(root.root)
    for name in names or COMMANDS:
        module = import_module(f"kamerbrief_cli.commands.{name}")
        command: Callable[..., Any] = getattr(module, name)
        made.command(name, epilog=module.EXAMPLES)(command)
    if not names:
        from kamerbrief_cli.commands.library import library

        made.add_typer(library)
    return made


def main() -> None:
    """Run the command line; the exit code is one of `kamerbrief.errors.ExitCode`."""
    named = sys.argv[1:2]
    runner.run(make(named if named and named[0] in COMMANDS else ()))
