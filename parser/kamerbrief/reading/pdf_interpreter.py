"""pdfminer's interpreter, for the operators that matter here, on content that our own scanner reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter, PDFTextState
from pdfminer.pdftypes import PDFStream, stream_value
from pdfminer.utils import MATRIX_IDENTITY, Matrix, mult_matrix

from kamerbrief.reading.content_operations import operations
from kamerbrief.reading.content_stream import UnusualStream
from kamerbrief.reading.pdf_device import Device
from kamerbrief.reading.pdf_limits import LimitExceeded

MOST_FORMS = 2_000
"""Times that one page may paint a form: forms that paint forms that paint forms soon are billions."""
LARGEST_CONTENT = 16 * 2**20
"""Bytes of operators on one page, or in one form."""


class TextState(PDFTextState):
    """pdfminer's, copied at once."""

    def copy(self) -> TextState:
        other = TextState.__new__(TextState)
        other.__dict__.update(self.__dict__)
        return other


class Interpreter(PDFPageInterpreter):
    """pdfminer's interpreter, with ways of its own for the most common operators.

    Their operands are numbers, which `operations` has seen to.
    """

    device: Device

    def init_state(self, ctm: Matrix) -> None:
        super().init_state(ctm)
        self.textstate = TextState()

    def execute(self, streams: Sequence[object]) -> None:
        self.device.forms += 1
        if self.device.forms > MOST_FORMS:
            raise LimitExceeded
        found = [stream_value(stream) for stream in streams]
        steps = None if any(map(self._is_odd, found)) else _steps(found)
        if steps is None:
            super().execute(streams)
            return
        self.stream_ids = {stream.objid for stream in found if stream.objid is not None}
        for operator, operands in steps:
            OPERATORS[operator][0](self, *operands)

    def _is_odd(self, stream: PDFStream) -> bool:
        """Whether a stream has no number, or paints itself."""
        return stream.objid is None or stream.objid in self.parent_stream_ids

    def save(self) -> None:
        """q; colours are not kept, since nothing here needs them."""
        self.gstack.append((self.ctm, self.textstate.copy(), self.graphicstate))

    def transform(self, *matrix: float) -> None:
        """cm."""
        self.ctm = mult_matrix(matrix, self.ctm)  # type: ignore[arg-type]  # of six
        self.device.set_ctm(self.ctm)

    def begin_text(self) -> None:
        """BT."""
        self.textstate.matrix, self.textstate.linematrix = MATRIX_IDENTITY, (0, 0)

    def place(self, *matrix: float) -> None:
        """Tm."""
        self.textstate.matrix, self.textstate.linematrix = matrix, (0, 0)  # type: ignore[assignment]  # of six

    def move(self, x: float, y: float) -> None:
        """Td."""
        state = self.textstate
        a, b, c, d, e, f = state.matrix
        state.matrix, state.linematrix = (a, b, c, d, x * a + y * c + e, x * b + y * d + f), (0, 0)

    def move_and_lead(self, x: float, y: float) -> None:
        """TD."""
        self.move(x, y)
        self.textstate.leading = y

    def widen_spaces(self, space: float) -> None:
        """Tw."""
        self.textstate.wordspace = space

    def show(self, string: object) -> None:
        """Tj."""
        self.device.show(self.textstate, (string,))

    def show_spread(self, items: Any) -> None:
        """TJ."""
        self.device.show(self.textstate, items)


Step = tuple[Callable[..., None], int]
OPERATORS: dict[bytes, Step] = {
    b"q": (Interpreter.save, 0),
    b"BT": (Interpreter.begin_text, 0),
    b"Tw": (Interpreter.widen_spaces, 1),
    b"Tj": (Interpreter.show, 1),
    b"TJ": (Interpreter.show_spread, 1),
    b"Td": (Interpreter.move, 2),
    b"TD": (Interpreter.move_and_lead, 2),
    b"cm": (Interpreter.transform, 6),
    b"Tm": (Interpreter.place, 6),
    b"'": (Interpreter.do__q, 1),
    b'"': (Interpreter.do__w, 3),
    **{
        name.encode(): (getattr(Interpreter, f"do_{name.replace('*', '_a')}"), count)
        for count, names in enumerate(
            ("Q h S s f F f* B B* b b* n T*", "Tc Tz TL Tr Ts Do", "Tf m l", "", "v y re", "", "c")
        )
        for name in names.split()
    },
}
"""The operators that place text and paint paths, with their number of operands; the rest is left to pdfminer."""
COUNTS = {operator: count for operator, (_, count) in OPERATORS.items()}


def _steps(streams: list[PDFStream]) -> list[tuple[bytes, Sequence[Any]]] | None:
    """The operations of a page's streams; None where pdfminer must read them."""
    content = b"\n".join(stream.get_data() for stream in streams)
    if len(content) > LARGEST_CONTENT:
        raise LimitExceeded
    try:
        return list(operations(content, COUNTS))
    except UnusualStream:
        return None
