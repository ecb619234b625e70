"""Convert option values without pydantic, because importing it takes longer than all other work at the start."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

import typer.core


def prepare() -> None:
    """Make Typer accept values of plain types as they are.

    If Typer changes, this does nothing, and start-up is slower.
    """
    try:
        from typer._coercion import RuntimeParam, build_runtime_param
    except ImportError:
        return

    class Plain(RuntimeParam):
        """A value whose type is looked at by Typer's own means only where it is not plain."""

        def _coerce_value(self, value: Any, param: Any, ctx: Any) -> Any:
            if is_plain(value, self.annotation):
                return list(value) if isinstance(value, (list, tuple)) else value
            return build_runtime_param(param.type_descriptor).coerce(value, param, ctx)

    def build(descriptor: Any) -> RuntimeParam:
        return Plain(descriptor.parameter_info, descriptor.annotation)

    if hasattr(typer.core, "build_runtime_param"):
        setattr(typer.core, "build_runtime_param", build)  # noqa: B010 - a name of Typer's own


def is_plain(value: object, annotation: object) -> bool:
    """Tell whether a value has the type of its annotation: text, list of texts, bool, int, or one of some literals."""
    if get_origin(annotation) is list:
        (inner,) = get_args(annotation)
        return isinstance(value, (list, tuple)) and all(is_plain(one, inner) for one in value)
    if get_origin(annotation) is Literal:
        return value in get_args(annotation)
    return annotation in (str, bool, int) and type(value) is annotation
