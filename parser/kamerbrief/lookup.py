"""Find in letters: passages by a regular expression, and exchanges of a library by their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from kamerbrief.insight.finding_kinds import FindingKind
    from kamerbrief.library.catalogue import Library
    from kamerbrief.library.grep import CompiledQuery, Hit
    from kamerbrief.library.search import SearchResults
    from kamerbrief.model import Letter

Half = Literal["questions", "answers", "all"]
"""Where to look: in the questions, in the answers, or in both. Footnotes go with the half that has their marker."""


def grep(
    pattern: str,
    letters: Library | Letter | Iterable[Letter],
    *,
    part: Half = "all",
    factions: Iterable[str] = (),
    ignore_case: bool = False,
    whole_word: bool = False,
    fixed: bool = False,
    invert: bool = False,
    max_count: int | None = None,
    before: int = 0,
    after: int = 0,
) -> Iterator[Hit]:
    """Find the passages that match a Python regular expression, in the order of the letters.

    A passage is a sentence, a row of a table, an item of a list or a footnote. `letters` is one letter, several, or a
    library, whose index makes it quick. `factions`: only what these ask; any usual spelling will do. `fixed` takes the
    pattern as plain text; `invert` finds what does not match; `max_count` is for each letter; `before` and `after`
    are numbers of passages of context. `Hit.letter` is the file's name, or its path where it comes from a library.

    Raises BadPattern where the expression is wrong, SlowPattern where it takes more than a second on one passage (in
    the main thread, and not on Windows), UnknownFaction where no faction has that name, and from a library LibraryError
    where its file is damaged.

    >>> from kamerbrief import grep, read_letter
    >>> letter = read_letter("samples/fietspont.pdf")
    >>> [(hit.number, hit.part, hit.page) for hit in grep("pendelbus", letter, part="answers", factions=["d66"])]
    [(3, 'answer', 1)]
    """
    from kamerbrief.library.grep import Query, compile_query

    query = Query(
        pattern,
        ignore_case=ignore_case,
        whole_word=whole_word,
        fixed=fixed,
        invert=invert,
        part=part,
        factions=_canonical(factions, letters),
        max_count=max_count,
        before=before,
        after=after,
    )
    return _hits(letters, compile_query(query))


def _hits(letters: Library | Letter | Iterable[Letter], compiled: CompiledQuery) -> Iterator[Hit]:
    """The hits of a query; a function of its own so that `grep` raises where it is called."""
    from kamerbrief.library.catalogue import Library
    from kamerbrief.library.grep import hits
    from kamerbrief.library.regex_search import scan
    from kamerbrief.model import Letter

    if isinstance(letters, Library):
        for path, found in scan(letters, compiled):
            yield from (hit._replace(letter=path) for hit in found)
        return
    for letter in [letters] if isinstance(letters, Letter) else letters:
        yield from hits(letter, compiled)


def search(
    library: Library,
    words: str = "",
    *,
    part: Half = "all",
    factions: Iterable[str] = (),
    findings: Iterable[FindingKind] = (),
    member: str | None = None,
    minister: str | None = None,
    since: str | None = None,
    until: str | None = None,
    genre: str | None = None,
    chamber: str | None = None,
    limit: int = 20,
    sort: Literal["rank", "date"] = "rank",
) -> SearchResults:
    """Find the exchanges of a library that have these words, the best first.

    `words` are found in any form and in any order; `"in quotes"` as written; `AND`, `OR`, `NOT`, `NEAR(a b, 5)`,
    brackets and `start*` work. `findings`: only exchanges in which these were found (unanswered, refers, commitments);
    the words may then be left out. `factions`: any usual spelling. `member` and `minister` are parts of a name.
    `since` and `until` are dates, months or years (2021, 2021-08, 2021-08-30). `chamber` is how its name starts. The
    result holds what was found, and for words that no letter has what may have been meant.

    Raises BadSearch where the words or a date mean nothing, UnknownFaction, and LibraryError.

    >>> from tempfile import mkdtemp
    >>> from kamerbrief import Library, Store, read_letter, search
    >>> file = mkdtemp() + "/letters.sqlite"
    >>> with Store(file) as store:
    ...     store.add("samples/fietspont.pdf", read_letter("samples/fietspont.pdf"))
    >>> [(one.number, one.factions) for one in search(Library(file), "pendelbus OR overtochten").found]
    [(2, ('SP', 'D66')), (3, ('SP', 'D66'))]
    """
    from kamerbrief.library.search import SearchRequest
    from kamerbrief.library.search import search as run

    request = SearchRequest(
        words,
        part=part,
        factions=_canonical(factions),
        member=member,
        minister=minister,
        since=since,
        until=until,
        genre=genre,
        chamber=chamber,
        limit=limit,
        sort=sort,
        findings=tuple(findings),
    )
    return run(library, request)


def _canonical(factions: Iterable[str], letters: object = None) -> tuple[str, ...]:
    """The canonical names that these mean; those of a single letter are known even where the facts file lacks them."""
    from kamerbrief.factions import asked_by, resolve
    from kamerbrief.model import Letter

    own = asked_by(letters) if isinstance(letters, Letter) else ()
    return tuple(dict.fromkeys(name for faction in factions for name in resolve(faction, own)))
