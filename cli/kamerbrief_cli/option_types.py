"""Values of plain types as they are typed, without pydantic: for Typer to import it takes longer than all the rest."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

import typer.core


def prepare() -> None:
    """Have Typer take plain values as they are. It does without, only slower, where it works in another way."""
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
    """Whether a value is what its annotation says: text, texts, a switch, a number, or one of some words."""
    if get_origin(annotation) is list:
        (inner,) = get_args(annotation)
        return isinstance(value, (list, tuple)) and all(is_plain(one, inner) for one in value)
    if get_origin(annotation) is Literal:
        return value in get_args(annotation)
    return annotation in (str, bool, int) and type(value) is annotation
