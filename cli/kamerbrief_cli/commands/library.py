"""`library`: many letters, parsed once."""

from __future__ import annotations

import typer

from kamerbrief_cli.commands import library_add, library_care, library_list
from kamerbrief_cli.commands.root import Help

HELP = """Keep many letters in one file, parsed once and found at once.

`search` and `grep` look in it; `show`, `questions`, `factions` and `export` take the id of a letter in it."""

EXAMPLES = """\b
Examples:
  kamerbrief library add letters/
  kamerbrief library list
  kamerbrief library sync letters/
  kamerbrief library export --to parquet -o letters.parquet"""

library = typer.Typer(
    name="library",
    help=HELP,
    epilog=EXAMPLES,
    invoke_without_command=True,
    add_help_option=False,
    rich_markup_mode=None,
)
library.command("add", epilog=library_add.ADD)(library_add.add)
library.command("sync", epilog=library_add.SYNC)(library_add.sync)
library.command("watch", epilog=library_add.WATCH)(library_add.watch)
library.command("list", epilog=library_list.LIST)(library_list.list_letters)
library.command("info", epilog=library_list.INFO)(library_list.info)
library.command("remove", epilog=library_list.REMOVE)(library_list.remove)
library.command("check", epilog=library_care.CHECK)(library_care.check)
library.command("export", epilog=library_care.EXPORT)(library_care.export)


@library.callback()
def alone(ctx: typer.Context, _help: Help = False) -> None:
    """Without a command, help is what is needed."""
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help(), err=True)
        raise typer.Exit(2)
