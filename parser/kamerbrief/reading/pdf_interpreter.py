"""Carry out the operators of a page's content, faster than pdfminer.six does by itself.

The content is read by `content_operations`; what that leaves, and every operator that is not in OPERATORS, pdfminer
carries out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter, PDFTextState
from pdfminer.pdftypes import PDFStream, stream_value
from pdfminer.utils import MATRIX_IDENTITY, Matrix, mult_matrix

from kamerbrief.reading.content_operations import Operation, operations
from kamerbrief.reading.content_stream import UnusualStream
from kamerbrief.reading.pdf_device import Device
from kamerbrief.reading.pdf_limits import LARGEST_CONTENT, LONG_CONTENT, MOST_FORMS, MOST_SAVED, LimitExceeded


class TextState(PDFTextState):
    """pdfminer's text state (ISO 32000-1, 9.3), with a faster copy."""

    def copy(self) -> TextState:
        """A state with the same values."""
        other = TextState.__new__(TextState)
        other.__dict__.update(self.__dict__)
        return other


class Interpreter(PDFPageInterpreter):
    """pdfminer's interpreter, with its own methods for the most common operators.

    These methods take their operands as they come: `operations` has checked that they are numbers.
    """

    device: Device

    def init_state(self, ctm: Matrix) -> None:
        """Start a page or a form whose space `ctm` maps to the page's."""
        super().init_state(ctm)
        self.textstate = TextState()

    def execute(self, streams: Sequence[object]) -> None:
        """Carry out the operators of a page's streams, or of a form's.

        Raises LimitExceeded where the page paints more than MOST_FORMS forms or the streams are too long.
        """
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
        """Whether a stream has no object number, or is one of those that are being carried out (it paints itself)."""
        return stream.objid is None or stream.objid in self.parent_stream_ids

    def save(self) -> None:
        """q: save the state; colours are left out, since nothing here needs them.

        Raises LimitExceeded where more than MOST_SAVED are saved.
        """
        if len(self.gstack) > MOST_SAVED:
            raise LimitExceeded
        self.gstack.append((self.ctm, self.textstate.copy(), self.graphicstate))

    def transform(self, *matrix: float) -> None:
        """cm: put a matrix before the current one."""
        self.ctm = mult_matrix(matrix, self.ctm)  # type: ignore[arg-type]  # of six
        self.device.set_ctm(self.ctm)

    def begin_text(self) -> None:
        """BT: begin a text."""
        self.textstate.matrix, self.textstate.linematrix = MATRIX_IDENTITY, (0, 0)

    def place(self, *matrix: float) -> None:
        """Tm: set the text matrix."""
        self.textstate.matrix, self.textstate.linematrix = matrix, (0, 0)  # type: ignore[assignment]  # of six

    def move(self, x: float, y: float) -> None:
        """Td: move to the start of a next line."""
        state = self.textstate
        a, b, c, d, e, f = state.matrix
        state.matrix, state.linematrix = (a, b, c, d, x * a + y * c + e, x * b + y * d + f), (0, 0)

    def move_and_lead(self, x: float, y: float) -> None:
        """TD: move to the start of a next line and set the leading."""
        self.move(x, y)
        self.textstate.leading = y

    def widen_spaces(self, space: float) -> None:
        """Tw: set the word spacing."""
        self.textstate.wordspace = space

    def show(self, string: object) -> None:
        """Tj: show a string."""
        self.device.show(self.textstate, (string,))

    def show_spread(self, items: Any) -> None:
        """TJ: show strings, with steps between them."""
        self.device.show(self.textstate, items)


Step = tuple[Callable[..., None], int]
"""The method that carries out an operator, and how many operands it takes."""
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
"""The operators that place text and paint paths: the method for each, and its number of operands.

The other operators of a page (colours, marked content) do nothing that is read here.
"""
COUNTS = {operator: count for operator, (_, count) in OPERATORS.items()}
"""The number of operands of each operator."""


def _steps(streams: list[PDFStream]) -> Iterable[Operation] | None:
    """The operations of streams that follow each other; None where pdfminer must read them.

    Those of more than LONG_CONTENT bytes are read twice instead of kept. Raises LimitExceeded where the streams are
    longer than LARGEST_CONTENT.
    """
    content = b"\n".join(stream.get_data() for stream in streams)
    if len(content) > LARGEST_CONTENT:
        raise LimitExceeded
    try:
        if len(content) <= LONG_CONTENT:
            return list(operations(content, COUNTS))
        deque(operations(content, COUNTS), maxlen=0)
        return operations(content, COUNTS)
    except UnusualStream:
        return None
