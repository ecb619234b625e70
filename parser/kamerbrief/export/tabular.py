"""Many letters as one file for programs: JSON lines, a letter a line, or Parquet, a row an exchange."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from kamerbrief.errors import MissingExtra
from kamerbrief.export.json import plain, to_builtins
from kamerbrief.model import Exchange, Letter

if TYPE_CHECKING:
    import pyarrow as pa

GROUP = 10_000
"""Rows of a Parquet file that are written at a time."""


def json_lines(letters: Iterable[Letter]) -> Iterator[bytes]:
    """Each letter as `export --to json` has it, on one line."""
    for letter in letters:
        yield msgspec.json.encode(to_builtins(letter)) + b"\n"


def rows(letter: Letter) -> Iterator[dict[str, Any]]:
    """A row for each exchange, with what is the same for all of a letter in each."""
    whole = {
        "letter": letter.source.sha256,
        "file": letter.source.name,
        "genre": letter.genre,
        "chamber": letter.chamber,
        "date": letter.date,
        "subject": letter.subject,
        "reference": letter.reference,
        "signatories": [{"role": one.role, "name": one.name} for one in letter.signatories],
    }
    for section in letter.sections:
        for exchange in section.exchanges:
            yield {**whole, "heading": section.heading, **_row(exchange)}


def _row(exchange: Exchange) -> dict[str, Any]:
    return {
        "number": exchange.number,
        "labels": list(exchange.labels),
        "factions": list(exchange.factions),
        "members": list(exchange.members),
        "question": "\n\n".join(plain(exchange.question)),
        "answer": "\n\n".join(plain(exchange.answer)),
        "footnotes": [msgspec.to_builtins(note) for note in exchange.footnotes],
        "first_page": exchange.pages and exchange.pages[0],
        "last_page": exchange.pages and exchange.pages[1],
    }


def _schema() -> pa.Schema:
    import pyarrow as pa

    text, texts, number = pa.string(), pa.list_(pa.string()), pa.int32()
    signatory = pa.struct([("role", text), ("name", text)])
    note = pa.struct([("marker", text), ("text", text), ("page", number)])
    kinds = {
        **dict.fromkeys(("letter", "file", "genre", "chamber", "date", "subject", "reference"), text),
        "signatories": pa.list_(signatory),
        "heading": text,
        "number": number,
        **dict.fromkeys(("labels", "factions", "members"), texts),
        **dict.fromkeys(("question", "answer"), text),
        "footnotes": pa.list_(note),
        **dict.fromkeys(("first_page", "last_page"), number),
    }
    return pa.schema(list(kinds.items()), metadata={"schema": "kamerbrief/exchanges/1"})


def write_parquet(letters: Iterable[Letter], path: Path) -> None:
    """All exchanges as Parquet. Raises MissingExtra where pyarrow is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtra("Parquet needs a package that is not here; pip install 'kamerbrief[parquet]'") from error
    with pq.ParquetWriter(path, _schema(), compression="zstd") as writer:
        waiting: list[dict[str, Any]] = []
        for letter in letters:
            waiting += rows(letter)
            if len(waiting) >= GROUP:
                writer.write_table(pa.Table.from_pylist(waiting, schema=_schema()))
                waiting = []
        writer.write_table(pa.Table.from_pylist(waiting, schema=_schema()))


def write_json_lines(letters: Iterable[Letter], path: Path) -> None:
    """All letters as JSON lines."""
    with path.open("wb") as file:
        file.writelines(json_lines(letters))
