"""The fields of an option group are options of the command, which gets them as one value."""

from __future__ import annotations

import inspect
from typing import Annotated, NamedTuple

import pytest
import typer
from typer.testing import CliRunner

from kamerbrief_cli.option_groups import with_groups

Size = Annotated[int, typer.Option("--size", help="How large.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="What it is called.")]
Loud = Annotated[bool, typer.Option("--loud", help="In capitals.")]


class Style(NamedTuple):
    size: Size = 3
    loud: Loud = False


class Target(NamedTuple):
    name: Name


def draw(style: Style, *, again: Loud = True, target: Target) -> None:
    """Draw something."""
    typer.echo(f"{style} {again} {target}")


def test_each_field_of_a_group_is_a_parameter() -> None:
    parameters = inspect.signature(with_groups(draw)).parameters
    assert [(one.name, one.default) for one in parameters.values()] == [
        ("size", 3),
        ("loud", False),
        ("again", True),
        ("name", inspect.Parameter.empty),
    ]


def test_a_group_keeps_the_help_of_its_command() -> None:
    assert (with_groups(draw).__doc__, with_groups(draw).__name__) == ("Draw something.", "draw")


def test_a_command_gets_its_groups() -> None:
    app = typer.Typer()

    def paint(style: Style, *, target: Target) -> None:
        typer.echo(f"{style.size} {style.loud} {target.name}")

    app.command()(with_groups(paint))
    assert CliRunner().invoke(app, ["brief", "--size", "7"]).output == "7 False brief\n"


@pytest.mark.parametrize("missing", [[], ["--size", "7"]])
def test_a_field_without_a_default_must_be_given(missing: list[str]) -> None:
    app = typer.Typer()

    def paint(style: Style, *, target: Target) -> None:
        typer.echo(f"{style} {target}")

    app.command()(with_groups(paint))
    assert CliRunner().invoke(app, missing).exit_code == 2
