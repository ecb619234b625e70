"""Complete commands, options and values in the shell: Typer's code behind options of our own (root.py says why)."""

from __future__ import annotations

import os
from typing import Annotated

import typer

VARIABLE = "_KAMERBRIEF_COMPLETE"
"""The environment variable that a shell sets when it asks for completions."""


def prepare() -> None:
    """Load Typer's support for shells if a shell asks for completions."""
    if VARIABLE in os.environ:
        from typer.completion import get_completion_inspect_parameters

        get_completion_inspect_parameters()  # registers the shells


def install(ctx: typer.Context, param: typer.CallbackParam, requested: bool) -> None:
    """Install completion for the shell that runs this."""
    if requested:
        from typer.completion import get_completion_inspect_parameters, install_callback

        get_completion_inspect_parameters()  # registers the shells
        install_callback(ctx, param, requested)


def show(ctx: typer.Context, param: typer.CallbackParam, requested: bool) -> None:
    """Print the completion script for the shell that runs this."""
    if requested:
        from typer.completion import get_completion_inspect_parameters, show_callback

        get_completion_inspect_parameters()  # registers the shells
        show_callback(ctx, param, requested)


Install = Annotated[
    bool,
    typer.Option("--install-completion", help="Install completion for this shell.", callback=install),
]
Show = Annotated[
    bool,
    typer.Option("--show-completion", help="Print the completion script for this shell.", callback=show),
]
