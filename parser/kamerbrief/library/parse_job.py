"""A file -> what the library keeps of it: the work that other processes and machines do."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kamerbrief.errors import KamerbriefError
from kamerbrief.library.records import Record, record
from kamerbrief.sanitise import encodable


class ParseJob(NamedTuple):
    """A file to read."""

    path: str
    data: bytes | None = None
    """Its content, for a machine that does not see the path."""
    password: str | None = None


class Refused(NamedTuple):
    """Why a file is no letter."""

    reason: str


def prepare(job: ParseJob) -> Record | Refused:
    """The letter as the library keeps it, or why there is none; nothing that a file does stops the rest."""
    from kamerbrief.parse import parse_letter

    try:
        data = Path(job.path).read_bytes() if job.data is None else job.data
        return record(parse_letter(data, encodable(Path(job.path).name), password=job.password))
    except KamerbriefError as error:
        return Refused(str(error))
    except OSError as error:
        return Refused(f"it cannot be read ({error.strerror}); check its permissions")
    except Exception as error:  # a fault of ours, which the other letters need not suffer
        return Refused(f"kamerbrief failed on it ({type(error).__name__}: {error}); please report this")
