"""`grep`: the sentences of letters that match a pattern."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Literal

import typer

from kamerbrief_cli.options import LibraryFile, NoCache, NoColor, Party, Password, complete_id

EXAMPLES = """\b
Examples:
  kamerbrief grep Frontex letter.pdf --in answers --party gl
  kamerbrief grep -i -C 1 "vrijwillige? terugkeer" letters/
  kamerbrief grep -F "COM(2021)" letter.pdf
  kamerbrief grep -c toezegging letters/ | sort -t: -k2 -n
  kamerbrief grep -i "vrijwillige? terugkeer"
  kamerbrief grep --json uitzetting letters/ | jq .page"""

Pattern = Annotated[str, typer.Argument(metavar="PATTERN", help="A Python regular expression.")]
Places = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[LETTER|FOLDER]",
        help="Letters, ids of letters in the library, and folders with letters; - reads stdin. "
        "Without any, the whole library.",
        autocompletion=complete_id,
    ),
]
IgnoreCase = Annotated[bool, typer.Option("--ignore-case", "-i", help="Capitals are as small letters.")]
Word = Annotated[bool, typer.Option("--word-regexp", "-w", help="Match whole words only.")]
Fixed = Annotated[bool, typer.Option("--fixed-strings", "-F", help="PATTERN is text, no expression.")]
Invert = Annotated[bool, typer.Option("--invert-match", "-v", help="Sentences that do not match.")]
Count = Annotated[bool, typer.Option("--count", "-c", help="Count exchanges with a hit, per letter.")]
Names = Annotated[bool, typer.Option("--files-with-matches", "-l", help="Only the paths of letters.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing; the exit code tells.")]
Most = Annotated[int | None, typer.Option("--max-count", "-m", metavar="NUM", min=0, help="At most NUM hits a letter.")]
After = Annotated[int | None, typer.Option("--after-context", "-A", metavar="NUM", min=0, help="NUM sentences after.")]
Before = Annotated[
    int | None, typer.Option("--before-context", "-B", metavar="NUM", min=0, help="NUM sentences before.")
]
Around = Annotated[int, typer.Option("--context", "-C", metavar="NUM", min=0, help="NUM sentences before and after.")]
In = Annotated[Literal["questions", "answers", "all"], typer.Option("--in", help="Which side of exchanges to search.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


def grep(
    pattern: Pattern,
    letters: Places = None,
    ignore_case: IgnoreCase = False,
    word: Word = False,
    fixed: Fixed = False,
    invert: Invert = False,
    count: Count = False,
    names: Names = False,
    quiet: Quiet = False,
    most: Most = None,
    after: After = None,
    before: Before = None,
    around: Around = 0,
    party: Party = None,
    part: In = "all",
    json: Json = False,
    password: Password = None,
    _library: LibraryFile = None,
    _no_cache: NoCache = False,
    _no_color: NoColor = False,
) -> None:
    """Print the sentences that match PATTERN.

    In a pipe each is one line, path:exchange:factions:page:side: sentence; a sentence of context has - in the
    place of :. Folders are searched recursively for PDF, Word and text files. A file that cannot be read is
    reported and the rest goes on. Exits 0 with a hit, 1 with none, 2 after any error.
    """
    from kamerbrief.library.grep import Query
    from kamerbrief_cli.grep_runner import GrepRun
    from kamerbrief_cli.views.grep_report import reporter

    query = partial(
        Query,
        pattern=pattern,
        ignore_case=ignore_case,
        whole_word=word,
        fixed=fixed,
        invert=invert,
        part=part,
        max_count=most,
        before=around if before is None else before,
        after=around if after is None else after,
    )
    report = reporter(count=count, names=names, quiet=quiet, json=json)
    search = GrepRun(query=query, party=party, password=password, report=report, stop_early=quiet)
    raise typer.Exit(search.run(letters) if letters else search.run_library())
