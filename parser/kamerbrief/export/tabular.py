"""Export many letters to one file for other programs: JSON lines (one letter each), or Parquet (one exchange a row)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from kamerbrief.errors import MissingExtra
from kamerbrief.export.json import plain, to_builtins
from kamerbrief.model import Exchange, Letter
from kamerbrief.sanitise import in_json

if TYPE_CHECKING:
    import pyarrow as pa

GROUP = 10_000
"""How many rows of a Parquet file are written at a time."""


def json_lines(letters: Iterable[Letter]) -> Iterator[bytes]:
    """Yield each letter on one line, as JSON in the shape of `export --to json`, without raw control characters."""
    for letter in letters:
        yield in_json(msgspec.json.encode(to_builtins(letter)).decode()).encode() + b"\n"


def rows(letter: Letter) -> Iterator[dict[str, Any]]:
    """Yield a row for each exchange; the fields of the letter are repeated in each."""
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
    """Return the fields of one exchange."""
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
    """Return the Parquet schema, kamerbrief/exchanges/1."""
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
    """Write all exchanges to a Parquet file. Raises MissingExtra if pyarrow is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtra(
            "Parquet needs a package that is not installed; run: pip install 'kamerbrief[parquet]'"
        ) from error
    with pq.ParquetWriter(path, _schema(), compression="zstd") as writer:
        waiting: list[dict[str, Any]] = []
        for letter in letters:
            waiting += rows(letter)
            if len(waiting) >= GROUP:
                writer.write_table(pa.Table.from_pylist(waiting, schema=_schema()))
                waiting = []
        writer.write_table(pa.Table.from_pylist(waiting, schema=_schema()))


def write_json_lines(letters: Iterable[Letter], path: Path) -> None:
    """Write all letters to a file of JSON lines."""
    with path.open("wb") as file:
        file.writelines(json_lines(letters))
