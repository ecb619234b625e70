"""pdfminer's interpreter, for the operators that matter here, on content that our own scanner reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import stream_value
from pdfminer.psparser import LIT

from kamerbrief.reading.content import Name, Operator, Unusual, objects
from kamerbrief.reading.pdf_device import Device
from kamerbrief.reading.pdf_limits import TooMuch

MOST_FORMS = 2_000
"""Times that one page may paint a form: forms that paint forms that paint forms soon are billions."""
LARGEST_CONTENT = 16 * 2**20
"""Bytes of operators on one page, or in one form."""
OPERATORS = {
    **dict.fromkeys("q Q BT ET h S s f F f_a B B_a b b_a n T_a".split(), 0),
    **dict.fromkeys("Tc Tw Tz TL Tr Ts Tj TJ _q Do".split(), 1),
    **dict.fromkeys("Tf Td TD m l".split(), 2),
    "_w": 3,
    "v": 4,
    "y": 4,
    "re": 4,
    "cm": 6,
    "Tm": 6,
    "c": 6,
}
"""The operators that place text and paint paths, by their names in pdfminer, with their number of operands."""


class Interpreter(PDFPageInterpreter):
    """pdfminer's interpreter, for the operators that matter here, on content scanned by `content`."""

    device: Device

    def execute(self, streams: Sequence[object]) -> None:
        self.device.forms += 1
        if self.device.forms > MOST_FORMS:
            raise TooMuch
        found = [stream_value(stream) for stream in streams]
        if any(stream.objid is None or stream.objid in self.parent_stream_ids for stream in found):
            super().execute(streams)
            return
        content = b"\n".join(stream.get_data() for stream in found)
        if len(content) > LARGEST_CONTENT:
            raise TooMuch
        try:
            steps = list(objects(content))
        except Unusual:
            super().execute(streams)
            return
        self.stream_ids = {stream.objid for stream in found if stream.objid is not None}
        known = {_operator(name): (getattr(self, f"do_{name}"), count) for name, count in OPERATORS.items()}
        self.run(steps, known)

    def run(self, steps: list[Any], known: dict[bytes, tuple[Callable[..., None], int]]) -> None:
        """Carry out the operators that are known, each with its last operands."""
        operands: list[Any] = []
        for step in steps:
            if type(step) is not Operator:
                operands.append(LIT(step) if type(step) is Name else step)
                continue
            function, count = known.get(step, (None, 0))
            if function is not None and len(operands) >= count:
                function(*operands[len(operands) - count :])
            operands.clear()


def _operator(name: str) -> bytes:
    return {"_q": "'", "_w": '"'}.get(name, name.replace("_a", "*")).encode()
