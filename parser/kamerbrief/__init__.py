"""Read the letters in which the Dutch government answers parliament's written questions.

    >>> from kamerbrief import read_letter
    >>> letter = read_letter("samples/fietspont.pdf")
    >>> letter.exchanges[0].factions
    ('SP', 'D66')

The names in `__all__` are the public ones, and stay. Each is imported when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kamerbrief import export, factions
    from kamerbrief.errors import (
        BadPattern,
        BadSearch,
        DamagedFile,
        EmptyFile,
        ExitCode,
        KamerbriefError,
        LibraryBusy,
        LibraryError,
        LibraryFull,
        NotALetter,
        NoText,
        NotReadable,
        PasswordNeeded,
        SlowPattern,
        UnknownFaction,
        UnknownId,
    )
    from kamerbrief.library.catalogue import Library
    from kamerbrief.library.grep import Hit
    from kamerbrief.library.search import FoundExchange, SearchResults
    from kamerbrief.library.store import Store
    from kamerbrief.lookup import grep, search
    from kamerbrief.model import (
        Aside,
        Block,
        Citation,
        Commitment,
        Exchange,
        Footnote,
        ItemMark,
        Letter,
        Listing,
        NoteMark,
        PageTurn,
        Paragraph,
        Part,
        Quote,
        Reference,
        Section,
        Signatory,
        Source,
        Subquestion,
        Table,
        Warning,
    )
    from kamerbrief.parse import parse_letter, read_letter
    from kamerbrief.selection import select

__version__ = "0.1.0"

__all__ = [
    "Aside",
    "BadPattern",
    "BadSearch",
    "Block",
    "Citation",
    "Commitment",
    "DamagedFile",
    "EmptyFile",
    "Exchange",
    "ExitCode",
    "Footnote",
    "FoundExchange",
    "Hit",
    "ItemMark",
    "KamerbriefError",
    "Letter",
    "Library",
    "LibraryBusy",
    "LibraryError",
    "LibraryFull",
    "Listing",
    "NoText",
    "NotALetter",
    "NotReadable",
    "NoteMark",
    "PageTurn",
    "Paragraph",
    "Part",
    "PasswordNeeded",
    "Quote",
    "Reference",
    "SearchResults",
    "Section",
    "Signatory",
    "SlowPattern",
    "Source",
    "Store",
    "Subquestion",
    "Table",
    "UnknownFaction",
    "UnknownId",
    "Warning",
    "__version__",
    "export",
    "factions",
    "grep",
    "parse_letter",
    "read_letter",
    "search",
    "select",
]

_NAMES = {
    "errors": "BadPattern BadSearch DamagedFile EmptyFile ExitCode KamerbriefError LibraryBusy LibraryError "
    "LibraryFull NoText NotALetter NotReadable PasswordNeeded SlowPattern UnknownFaction UnknownId",
    "library.catalogue": "Library",
    "library.grep": "Hit",
    "library.search": "FoundExchange SearchResults",
    "library.store": "Store",
    "lookup": "grep search",
    "model": "Aside Block Citation Commitment Exchange Footnote ItemMark Letter Listing NoteMark PageTurn Paragraph "
    "Part Quote Reference Section Signatory Source Subquestion Table Warning",
    "parse": "parse_letter read_letter",
    "selection": "select",
}
_MODULES = {name: module for module, names in _NAMES.items() for name in names.split()}
"""The module that defines each public name; `export` and `factions` are modules themselves."""


def __getattr__(name: str) -> object:
    """Import a public name when it is first used (PEP 562)."""
    if name in ("export", "factions"):
        return import_module(f"{__name__}.{name}")
    if name not in _MODULES:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, also those not imported yet."""
    return sorted({*globals(), *__all__})
