"""Run `citations`: gather what letters cite, follow it to letters of the library, and print it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief_cli.letter_stream import LetterStream
from kamerbrief_cli.terminal import emit, is_plain, write

if TYPE_CHECKING:
    from kamerbrief.model import Citation
    from kamerbrief_cli.letter_sources import NamedLetter


class ListedCitation(NamedTuple):
    """A citation with its letter and the number of its exchange."""

    name: str
    """The path of the letter, or its id in the library."""
    exchange: int | None
    """None outside the exchanges."""
    citation: Citation
    held: str | None = None
    """The id of the letter in the library that is cited, if it has that."""


@dataclass(frozen=True)
class CitationList:
    """Which citations to list."""

    held_only: bool = False
    citing: str | None = None
    """A letter, or the identifier of a document: only citations of it."""
    password: str | None = None

    def run(self, places: Sequence[str] | None, *, json: bool) -> int:
        """Print the citations of letters, folders or the library; return the exit code."""
        wanted = self.wanted()
        stream = LetterStream(places or [], password=self.password)
        every = [one for named in stream for one in citations_of(named)]
        held = held_letters() if self.held_only else {}
        found = [one._replace(held=held.get(one.citation.id)) for one in every if self.is_chosen(one, wanted, held)]
        show(found, json=json, several=stream.several)
        return stream.exit_code(found=bool(found))

    def wanted(self) -> frozenset[str] | None:
        """Return the identifiers of what is to be cited; None for everything.

        Raises NotReadable if it is neither an identifier nor a letter.
        """
        if self.citing is None:
            return None
        from kamerbrief.insight.citations.citation_finder import find_citations
        from kamerbrief.insight.citations.own_documents import own_identifiers
        from kamerbrief_cli.loading import read

        named = {one.id for one in find_citations(self.citing) if one.start == 0 and one.end == len(self.citing)}
        return frozenset(named) or own_identifiers(read(self.citing, self.password))

    def is_chosen(self, one: ListedCitation, wanted: frozenset[str] | None, held: Mapping[str, str]) -> bool:
        """Tell whether a citation is asked for."""
        return (wanted is None or one.citation.id in wanted) and (not self.held_only or one.citation.id in held)


def citations_of(named: NamedLetter) -> Iterator[ListedCitation]:
    """Yield the citations of a letter: those outside the exchanges first."""
    for citation in named.letter.citations or ():
        yield ListedCitation(named.name, None, citation)
    for exchange in named.letter.exchanges:
        for citation in exchange.citations or ():
            yield ListedCitation(named.name, exchange.number, citation)


def held_letters() -> dict[str, str]:
    """Map the identifiers of the library's letters to their ids. Raises LibraryError if there is no library."""
    from kamerbrief.insight.citations.own_documents import own_identifiers
    from kamerbrief_cli.library_actions import open_library

    library = open_library()
    return {
        identifier: library.short_id(letter.source.sha256)
        for letter in library.letters()
        for identifier in own_identifiers(letter)
    }


def show(found: Sequence[ListedCitation], *, json: bool, several: bool) -> None:
    """Print citations as JSON, as plain lines in a pipe, or with links on a terminal."""
    from kamerbrief_cli.views.citations import citations_json, citations_text, citations_view

    if json:
        write(citations_json(found))
    elif is_plain():
        write(citations_text(found, several=several))
    elif found:
        emit(citations_view(found, several=several), pager=True)
