"""Build the command line app from the commands in `commands/`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from importlib import import_module
from typing import Any

import typer

from kamerbrief_cli import option_types, runner
from kamerbrief_cli.commands import root
from kamerbrief_cli.option_groups import with_groups

option_types.prepare()
COMMANDS = (
    *("show", "factions", "questions", "grep", "search", "export"),
    *("commitments", "citations", "cite", "compare", "check"),
)
"""The commands. Each is a function in the module of the same name, which also has EXAMPLES for the help."""


def make(names: Collection[str] = ()) -> typer.Typer:
    """Return the app with these commands, or with all. Fewer are faster: Typer builds every command it has."""
    made = typer.Typer(
        name="kamerbrief",
        help=root.HELP,
        epilog=root.EPILOG,
        invoke_without_command=True,
        add_completion=False,  # root.py has the two options for completion
        add_help_option=False,
        rich_markup_mode=None,  # help made by Rich would take much longer
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help"], "max_content_width": 100},
    )
    made.callback()(root.root)
    for name in names or COMMANDS:
        module = import_module(f"kamerbrief_cli.commands.{name}")
        command: Callable[..., Any] = getattr(module, name)
        made.command(name, epilog=module.EXAMPLES)(with_groups(command))
    if not names:
        from kamerbrief_cli.commands.library import library

        made.add_typer(library)
    return made


def main() -> None:
    """Run the command line. The exit code is one of `kamerbrief.errors.ExitCode`."""
    named = sys.argv[1:2]
    runner.run(make(named if named and named[0] in COMMANDS else ()))
