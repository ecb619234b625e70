"""Values of options without pydantic.

Typer reads each value through a pydantic adapter, whose import takes as long as all the rest of a command. Our options
are text, flags, numbers and choices, which need none; any other is still read as Typer does it, and so are all where
a new Typer has no such hook.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, get_args, get_origin

import typer

Reader = Callable[[Any], Any]


def use_plain_values() -> None:
    """From now on, read simple values simply."""
    try:
        from typer import _coercion, core

        build = core.build_runtime_param
        base: type = _coercion.RuntimeParam
    except (ImportError, AttributeError):
        return

    class PlainParam(base):  # type: ignore[misc]  # a class of Typer's own, found by name
        def _coerce_value(self, value: Any, param: Any, ctx: typer.Context) -> Any:
            try:
                return reader(self.annotation, self.parameter_info)(value)  # type: ignore[misc]
            except ValueError as error:
                raise typer.BadParameter(str(error), ctx=ctx, param=param) from error

    def build_plain(descriptor: Any) -> Any:
        if reader(descriptor.annotation, descriptor.parameter_info) is None:
            return build(descriptor)
        return PlainParam(parameter_info=descriptor.parameter_info, annotation=descriptor.annotation)

    core.build_runtime_param = build_plain


def reader(annotation: Any, info: Any) -> Reader | None:
    """What reads a value of this kind; None where Typer should."""
    if getattr(info, "parser", None) is not None:
        return None
    if annotation in (str, bool):
        return annotation_as_it_is
    if annotation is int:
        return lambda value: number(value, info.min, info.max)
    if get_origin(annotation) is Literal:
        return lambda value: choice(value, get_args(annotation))
    if get_origin(annotation) is list and get_args(annotation) == (str,):
        return list
    return None


def annotation_as_it_is(value: Any) -> Any:
    """Text and flags."""
    return value


def number(value: Any, least: int | None, most: int | None) -> int:
    """A whole number; ValueError where it is none, or too small or large."""
    try:
        found = int(value)
    except ValueError:
        raise ValueError(f"{value!r} is not a valid integer.") from None
    if (least is not None and found < least) or (most is not None and found > most):
        raise ValueError(f"{found} is not in the range x>={least}." if most is None else f"{found} is out of range.")
    return found


def choice(value: Any, choices: tuple[Any, ...]) -> Any:
    """One of the choices; ValueError names them all."""
    if value not in choices:
        raise ValueError(f"{value!r} is not one of {', '.join(map(repr, choices))}.")
    return value
