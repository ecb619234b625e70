"""The command `library` and its subcommands."""

from __future__ import annotations

import typer

from kamerbrief_cli.commands import library_add, library_care, library_list
from kamerbrief_cli.commands.root import Help
from kamerbrief_cli.option_groups import with_groups

HELP = """Keep many letters in one file, which makes them fast to search.

`search` and `grep` search the library; `show`, `questions`, `factions` and `export` accept the id of a letter in it."""

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
library.command("add", epilog=library_add.ADD)(with_groups(library_add.add))
library.command("sync", epilog=library_add.SYNC)(with_groups(library_add.sync))
library.command("watch", epilog=library_add.WATCH)(with_groups(library_add.watch))
library.command("list", epilog=library_list.LIST)(with_groups(library_list.list_letters))
library.command("info", epilog=library_list.INFO)(with_groups(library_list.info))
library.command("remove", epilog=library_list.REMOVE)(with_groups(library_list.remove))
library.command("check", epilog=library_care.CHECK)(with_groups(library_care.check))
library.command("export", epilog=library_care.EXPORT)(with_groups(library_care.export))


@library.callback()
def alone(ctx: typer.Context, _help: Help = False) -> None:
    """Print the help if no subcommand is given."""
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help(), err=True)
        raise typer.Exit(2)
