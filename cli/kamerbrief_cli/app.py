"""The commands, registered; what they do stands in commands/."""

from __future__ import annotations

import typer

from kamerbrief_cli import coercion, running
from kamerbrief_cli.commands import export, factions, grep, library, questions, root, search, show

coercion.prepare()
app = typer.Typer(
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
app.callback()(root.root)
app.command("show", epilog=show.EXAMPLES)(show.show)
app.command("factions", epilog=factions.EXAMPLES)(factions.factions)
app.command("questions", epilog=questions.EXAMPLES)(questions.questions)
app.command("grep", epilog=grep.EXAMPLES)(grep.grep)
app.command("search", epilog=search.EXAMPLES)(search.search)
app.command("export", epilog=export.EXAMPLES)(export.export)
app.add_typer(library.library)


def main() -> None:
    """Run the command line; the exit code is one of `kamerbrief.errors.ExitCode`."""
    running.run(app)
