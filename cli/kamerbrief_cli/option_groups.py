"""Groups of options: a command takes a whole group as one parameter, and Typer sees one option for each of its fields.

A group is a NamedTuple whose fields have the types of `options`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, get_type_hints

from kamerbrief_cli.options import LibraryFile, NoCache, NoColor


class LibraryOptions(NamedTuple):
    """The options of a command that uses the library. Callbacks apply them before the command runs."""

    library: LibraryFile = None
    no_color: NoColor = False


class ReadingOptions(NamedTuple):
    """The options of a command that reads letters. Callbacks apply them before the command runs."""

    library: LibraryFile = None
    no_cache: NoCache = False
    no_color: NoColor = False


def with_groups(command: Callable[..., None]) -> Callable[..., None]:
    """Return the command in the form that Typer understands, with the fields of its groups as parameters.

    Typer reads the options from the signature of the function and the help from its docstring.
    """
    signature = inspect.signature(command, eval_str=True)
    groups = {name: one.annotation for name, one in signature.parameters.items() if is_group(one.annotation)}

    def run(**values: Any) -> None:
        for name, group in groups.items():
            values[name] = group(**{field: values.pop(field) for field in group._fields})
        command(**values)

    run.__name__, run.__doc__, run.__annotations__ = command.__name__, command.__doc__, {}
    parameters = [expanded for one in signature.parameters.values() for expanded in expand(one)]
    setattr(run, "__signature__", signature.replace(parameters=parameters))  # noqa: B010 - functions have no such field
    return run


def is_group(annotation: object) -> bool:
    """Tell whether a parameter with this annotation is a group."""
    return isinstance(annotation, type) and issubclass(annotation, tuple)


def expand(parameter: inspect.Parameter) -> Iterator[inspect.Parameter]:
    """Yield a parameter for each field of a group, or the parameter itself if it is none."""
    group = parameter.annotation
    if not is_group(group):
        yield parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        return
    types = get_type_hints(group, include_extras=True)
    for field in group._fields:
        default = group._field_defaults.get(field, inspect.Parameter.empty)
        yield inspect.Parameter(field, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=types[field])
