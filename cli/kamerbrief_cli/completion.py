"""Shell completion, which is Typer's; only its two options are our own (root.py says why)."""

from __future__ import annotations

import os
from typing import Annotated

import typer

VARIABLE = "_KAMERBRIEF_COMPLETE"
"""Set by the shell's completion function when it asks for words."""


def prepare() -> None:
    """Have Typer's shells at hand where a shell asks for words."""
    if VARIABLE in os.environ:
        from typer.completion import get_completion_inspect_parameters

        get_completion_inspect_parameters()  # readies the shells


def install(ctx: typer.Context, param: typer.CallbackParam, wanted: bool) -> None:
    """Install completion for the shell that runs this."""
    if wanted:
        from typer.completion import get_completion_inspect_parameters, install_callback

        get_completion_inspect_parameters()  # readies the shells
        install_callback(ctx, param, wanted)


def show(ctx: typer.Context, param: typer.CallbackParam, wanted: bool) -> None:
    """Print the completion script of the shell that runs this."""
    if wanted:
        from typer.completion import get_completion_inspect_parameters, show_callback

        get_completion_inspect_parameters()  # readies the shells
        show_callback(ctx, param, wanted)


Install = Annotated[
    bool,
    typer.Option("--install-completion", help="Install completion for this shell.", callback=install),
]
Show = Annotated[
    bool,
    typer.Option("--show-completion", help="Print the completion script of this shell.", callback=show),
]
