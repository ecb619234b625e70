"""Make letters, parse them, and say how well that went, in all and by value of each trait.

python tests/letters/measure.py --seed 1 --count 100 [--only order=parts] [--engine typst] [--via text] [--keep DIR]
python tests/letters/measure.py --seed 1 --count 100 --markdown     # as tables, for docs/MEASURES.md
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1])]

from letters.converting import TOOLS, converted, possible
from letters.forms import Form, traits
from letters.make import Made, make
from letters.scoring import score

REFUSED = "refused"


@dataclass(slots=True)
class Result:
    """What became of one letter."""

    seed: int
    form: Form
    figures: dict[str, float] = field(default_factory=dict)
    refused: str = ""

    @property
    def main(self) -> float:
        """The figure that sums a letter up."""
        return self.figures.get("exchanges", 0.0)


def measured(seed: int, fixed: Mapping[str, str], keep: Path | None = None, via: str | None = None) -> Result:
    """Make the letter of a seed, in the form that `via` names, and parse it."""
    made = make(seed, fixed)
    made = converted(made, via) if via else made
    result = judged(seed, made)
    if keep and (result.refused or min(result.figures.values()) < 1):
        (keep / made.name).write_bytes(made.data)
        text = json.dumps(made.truth | {"score": result.figures}, ensure_ascii=False, indent=1)
        (keep / made.name).with_suffix(".truth.json").write_text(text, encoding="utf-8")
    return result


def judged(seed: int, made: Made) -> Result:
    """Parse a letter; a refusal counts 0."""
    from kamerbrief.errors import KamerbriefError
    from kamerbrief.export.json import to_builtins
    from kamerbrief.parse import parse_letter

    try:
        parsed = to_builtins(parse_letter(made.data, made.name))
    except KamerbriefError as error:
        return Result(seed, made.form, {"exchanges": 0.0, "words_placed": 0.0}, str(error))
    return Result(seed, made.form, score(made.truth, parsed))


def means(results: Iterable[Result]) -> dict[str, float]:
    """The mean of each figure."""
    values: dict[str, list[float]] = defaultdict(list)
    for result in results:
        for name, figure in result.figures.items():
            values[name].append(figure)
    return {name: sum(figures) / len(figures) for name, figures in values.items()}


def by_value(results: list[Result]) -> list[tuple[float, str, list[Result]]]:
    """The letters with each value of each trait, the worst first."""
    groups: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        for trait, value in result.form.items():
            groups[f"{trait}={value}"].append(result)
    return sorted((means(group)["exchanges"], name, group) for name, group in groups.items())


def report(results: list[Result]) -> str:
    """All that is printed."""
    refused = [r for r in results if r.refused]
    lines = [f"{len(results)} letters, {len(refused)} refused"]
    lines += [f"  refused: seed {r.seed}: {r.refused}" for r in refused[:10]]
    lines += [f"{name:13} {figure:.4f}" for name, figure in means(results).items()]
    lines += ["", f"{'trait=value':28} letters  exchanges  words_placed"]
    for worst, name, group in by_value(results):
        lines.append(f"{name:28} {len(group):7}  {worst:9.3f}  {means(group)['words_placed']:12.3f}")
    low = sorted(results, key=lambda r: r.main)[:15]
    return "\n".join([*lines, "", "lowest: " + ", ".join(f"{r.seed} ({r.main:.2f})" for r in low)])


def markdown(results: list[Result]) -> str:
    """The means as Markdown: a table of all figures, and one by value of each trait.

    Traits and values stand in the order of traits.toml; values that no letter has are left out.
    """
    seeds = [r.seed for r in results]
    refused = sum(bool(r.refused) for r in results)
    lines = [f"{len(results)} letters, of the seeds {min(seeds)} to {max(seeds)}; {refused} refused.", ""]
    lines += ["| figure | mean |", "| --- | --- |"]
    lines += [f"| {name} | {figure:.3f} |" for name, figure in means(results).items()]
    lines += ["", "| trait | value | letters | exchanges | words_placed |", "| --- | --- | --- | --- | --- |"]
    for trait, values in traits().items():
        for value in values:
            group = [r for r in results if r.form[trait] == value]
            if group:
                found = means(group)
                cells = (trait, value, len(group), f"{found['exchanges']:.3f}", f"{found['words_placed']:.3f}")
                lines.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(lines)


def main() -> int:
    """Read the options, make the letters, print the report."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--seed", type=int, default=1, help="the first letter's seed")
    cli.add_argument("--count", type=int, default=100)
    cli.add_argument("--engine", help="only this engine: fpdf2, typst, docx, ...")
    cli.add_argument("--only", action="append", default=[], metavar="TRAIT=VALUE", help="fix a trait; may be repeated")
    cli.add_argument("--via", choices=TOOLS, help="as text (with or without columns), or a DOCX made a PDF")
    cli.add_argument("--jobs", type=int, default=2)
    cli.add_argument("--markdown", action="store_true", help="print tables in Markdown")
    cli.add_argument("--keep", type=Path, help="write the letters that are not all right here, with their truth")
    options = cli.parse_args()
    fixed = dict(item.split("=", 1) for item in options.only)
    fixed |= {"engine": options.engine} if options.engine else {}
    if options.via and not possible(options.via):
        print(f"{TOOLS[options.via]} is not installed; nothing was measured")
        return 0
    if options.via == "soffice":
        fixed["engine"] = "docx"
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    seeds = range(options.seed, options.seed + options.count)
    with ProcessPoolExecutor(options.jobs) as pool:
        results = list(pool.map(partial(measured, fixed=fixed, keep=options.keep, via=options.via), seeds, chunksize=4))
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader that stops early, as head does, ends this quietly
    print(markdown(results) if options.markdown else report(results))
    return 0


if __name__ == "__main__":
    sys.exit(main())
