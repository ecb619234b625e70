"""Parse one file into a library record: the work that is done in other processes and on other machines."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kamerbrief.decision_file import Decisions
from kamerbrief.errors import KamerbriefError
from kamerbrief.input_files import read_file
from kamerbrief.library.records import Record, record
from kamerbrief.sanitise import encodable


class ParseJob(NamedTuple):
    """A file to parse."""

    path: str
    data: bytes | None = None
    """The content of the file, for a machine that cannot open the path."""
    password: str | None = None
    decisions: Decisions | None = None
    """What a person decided about it, in the file beside it."""


class Refused(NamedTuple):
    """The reason why a file has no letter."""

    reason: str


def prepare(job: ParseJob) -> Record | Refused:
    """Parse a file into a record, or say why it has no letter. Never raises, so that other files go on."""
    from kamerbrief.parse import parse_letter

    try:
        data = read_file(job.path) if job.data is None else job.data
        name = encodable(Path(job.path).name)
        return record(parse_letter(data, name, password=job.password, decisions=job.decisions))
    except KamerbriefError as error:
        return Refused(str(error))
    except Exception as error:  # a fault of kamerbrief, which must not stop the other files
        return Refused(f"kamerbrief failed on it ({type(error).__name__}: {error}); please report this")
