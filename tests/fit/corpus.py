"""Letters whose exchanges are known: made ones, those with a gold, and published ones without their marks."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from kamerbrief.errors import KamerbriefError
from kamerbrief.export.json import to_builtins
from kamerbrief.layout import Body, lay_out
from kamerbrief.model import Source
from kamerbrief.reading import read
from kamerbrief.structure import to_letter
from kamerbrief.structure.evidence import letter_landmarks
from kamerbrief.structure.evidence.evidence import gather
from letters.converting import converted, possible
from letters.make import make

SUFFIXES = frozenset({".pdf", ".docx", ".txt"})
HIDDEN: tuple[tuple[str, ...], ...] = (("question", "answer"), ("answer",))
"""Which marks of a published letter are hidden: all, or those of the answers."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A letter that is laid out, with what it says."""

    name: str
    group: str
    """The letter that it is a form of: all forms of one are trained on or measured on together."""
    body: Body
    source: Source
    truth: dict[str, Any]
    kind: str
    """Where it comes from: made, gold or published."""


def made(seeds: Sequence[int], *, via: str | None = None, cache: Path | None = None) -> Iterator[Sample]:
    """Yield the letters of these seeds; `via`: as text ("text", "layout"), where the machine can make it."""
    if via and not possible(via):
        return
    for seed in seeds:
        yield _kept(cache, f"made-{seed}-{via}", lambda seed=seed: _made(seed, via))  # type: ignore[misc]


def _made(seed: int, via: str | None) -> Sample:
    letter = make(seed)
    letter = converted(letter, via) if via else letter
    body, source = laid_out(letter.data, letter.name)
    return Sample(letter.name, f"made-{seed}", body, source, letter.truth, "made")


def gold(folders: Sequence[Path]) -> Iterator[Sample]:
    """Yield the letters in these folders that have a gold: the one whose name theirs begins with, the longest."""
    for path in sorted(p for folder in folders for p in folder.rglob("*") if p.suffix in SUFFIXES):
        golds = [g for g in path.parent.glob("*.gold.json") if path.stem.startswith(g.name.removesuffix(".gold.json"))]
        if not golds:
            continue
        nearest = max(golds, key=lambda found: len(found.name))
        try:
            body, source = laid_out(path.read_bytes(), path.name)
        except KamerbriefError:
            continue
        truth = json.loads(nearest.read_text(encoding="utf-8"))
        yield Sample(path.name, nearest.name, body, source, truth, "gold")


def published(folders: Sequence[Path]) -> Iterator[Sample]:
    """Yield published letters without their marks; the marks tell what they say.

    Only those count in which every question has a number and an answer.
    """
    for path in sorted(p for folder in folders for p in folder.rglob("*") if p.suffix in SUFFIXES):
        try:
            body, source = laid_out(path.read_bytes(), path.name)
            truth = to_builtins(to_letter(body, source))
        except KamerbriefError:
            continue
        exchanges = [exchange for section in truth["sections"] for exchange in section["exchanges"]]
        if len(exchanges) > 2 and all(
            e["labels"] and e["question"]["blocks"] and e["answer"]["blocks"] for e in exchanges
        ):
            for sides in HIDDEN:
                name = f"{path.name} without {' and '.join(sides)} marks"
                yield Sample(name, path.stem, _without_marks(body, sides), source, _plain(truth), "published")


def _without_marks(body: Body, sides: tuple[str, ...]) -> Body:
    return replace(body, blocks=tuple(block for block in gather(body.blocks).blocks if block.side not in sides))


def _plain(truth: dict[str, Any]) -> dict[str, Any]:
    """What a letter says in the shape of a gold file, without the numbers that are hidden."""
    sections = []
    for section in truth["sections"]:
        exchanges = [
            {**e, "labels": [], "question": e["question"]["paragraphs"], "answer": e["answer"]["paragraphs"]}
            for e in section["exchanges"]
        ]
        sections.append({**section, "exchanges": exchanges})
    return {**truth, "sections": sections}


def laid_out(data: bytes, name: str) -> tuple[Body, Source]:
    """Read a file and lay it out. Raises what reading raises."""
    document = read(data)
    source = Source(
        name=name, sha256=sha256(data).hexdigest(), media_type=document.media_type, pages=len(document.pages)
    )
    return lay_out(document, letter_landmarks), source


def _kept(cache: Path | None, name: str, build: Callable[[], Sample]) -> Sample:
    """Take a sample out of a folder, where it was put there before; else build it and put it there."""
    if cache is None:
        return build()
    path = cache / f"{name}.pickle"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(build()))
    found: Sample = pickle.loads(path.read_bytes())
    return found
