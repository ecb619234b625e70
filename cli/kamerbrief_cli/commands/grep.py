"""The command `grep`: find the sentences of letters that match a regular expression."""

from __future__ import annotations

from functools import partial
from typing import Annotated, NamedTuple

import typer

from kamerbrief_cli.option_groups import ReadingOptions
from kamerbrief_cli.options import Half, Party, Password, complete_id

EXAMPLES = """\b
Examples:
  kamerbrief grep Frontex letter.pdf --in answers --party gl
  kamerbrief grep -i -C 1 "vrijwillige? terugkeer" letters/
  kamerbrief grep -F "COM(2021)" letter.pdf
  kamerbrief grep -c toezegging letters/ | sort -t: -k2 -n
  kamerbrief grep -i "vrijwillige? terugkeer"
  kamerbrief grep --json uitzetting letters/ | jq .page"""

Pattern = Annotated[str, typer.Argument(metavar="PATTERN", help="A regular expression, as in Python.")]
Places = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="LETTER|FOLDER",
        help="Letters, ids of letters in the library, and folders with letters; - is standard input. "
        "Without any, the whole library is searched.",
        autocompletion=complete_id,
    ),
]
IgnoreCase = Annotated[bool, typer.Option("--ignore-case", "-i", help="Ignore the difference between A and a.")]
Word = Annotated[bool, typer.Option("--word-regexp", "-w", help="Match whole words only.")]
Fixed = Annotated[bool, typer.Option("--fixed-strings", "-F", help="PATTERN is plain text, not an expression.")]
Invert = Annotated[bool, typer.Option("--invert-match", "-v", help="Find the sentences that do not match.")]
MaxCount = Annotated[
    int | None, typer.Option("--max-count", "-m", metavar="NUM", min=0, help="Find at most NUM sentences in a letter.")
]
After = Annotated[
    int | None, typer.Option("--after-context", "-A", metavar="NUM", min=0, help="Show NUM sentences after each hit.")
]
Before = Annotated[
    int | None, typer.Option("--before-context", "-B", metavar="NUM", min=0, help="Show NUM sentences before each hit.")
]
Around = Annotated[
    int, typer.Option("--context", "-C", metavar="NUM", min=0, help="Show NUM sentences before and after each hit.")
]
Count = Annotated[bool, typer.Option("--count", "-c", help="Print how many exchanges of each letter have a hit.")]
Names = Annotated[bool, typer.Option("--files-with-matches", "-l", help="Print only the paths of letters with a hit.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing; only set the exit code.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]


class ReportOptions(NamedTuple):
    """The options that say what to print of the hits."""

    counts: Count = False
    names: Names = False
    quiet: Quiet = False
    json: Json = False


def grep(
    pattern: Pattern,
    letters: Places = None,
    *,
    ignore_case: IgnoreCase = False,
    word: Word = False,
    fixed: Fixed = False,
    invert: Invert = False,
    max_count: MaxCount = None,
    after: After = None,
    before: Before = None,
    around: Around = 0,
    part: Half = "all",
    party: Party = None,
    report: ReportOptions,
    password: Password = None,
    _options: ReadingOptions,
) -> None:
    """Find the sentences that match PATTERN.

    In a pipe each hit is one line, path:exchange:factions:page:side: sentence; a sentence of context has - in
    place of :. Folders are searched for PDF, Word and text files, with their subfolders. If a file cannot be
    read, that is reported and the search continues. The exit code is 0 with a hit, 1 without, and 2 after an
    error.
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
        max_count=max_count,
        before=around if before is None else before,
        after=around if after is None else after,
    )
    run = GrepRun(
        query=query, party=party, password=password, report=reporter(**report._asdict()), stop_early=report.quiet
    )
    raise typer.Exit(run.run(letters) if letters else run.run_library())
