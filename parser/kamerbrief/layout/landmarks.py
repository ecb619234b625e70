"""What layout needs to know of the wording of a line. Its caller tells it, since layout itself only knows pages."""

from __future__ import annotations

from typing import Protocol


class Landmarks(Protocol):
    """Tells the lines that open or close a block by their wording: markers of answers, headings, labels."""

    def opens(self, line: str, before: str) -> bool:
        """Whether a line starts a block although the line before it was full."""
        ...

    def closes(self, block: str, line: str) -> bool:
        """Whether a block ends before this line, however full its own last line was."""
        ...

    def marks_question(self, line: str) -> bool:
        """Whether words mark a numbered question in this line: "Vraag 3"."""
        ...

    def is_mark(self, line: str) -> bool:
        """Whether a line is the mark of a question or an answer, and nothing else: "Antwoord op vraag 3"."""
        ...

    def numbers_alone(self, line: str) -> tuple[int, ...]:
        """The numbers of questions that a line may be, where it holds nothing else: "5, 6 en 7"; none otherwise."""
        ...
