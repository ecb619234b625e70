"""Learn from a letter in what type it sets questions and answers, where these differ throughout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kamerbrief.structure.evidence.marked_blocks import MarkedBlock

TypeFace = tuple[bool, bool]
"""Bold, italic."""
STEADY = 0.8
"""The share of questions, and of answers, that must have a look for it to tell them apart."""


FEW = 4
"""Questions and answers that must be known for the less steady of two looks to be learned from them."""
MIXED = 0.1
"""The share of what is set as answers are that may be questions."""
MOST = 0.55
"""The share of the answers that must have their look for it to be theirs."""
LONG = 80
"""Characters of a block that is no heading."""
SMALL = 0.5
"""The share of the questions' text that the answers' must at least have."""


def typeface(block: MarkedBlock) -> TypeFace:
    """How a block is set."""
    return block.bold, block.italic


def looks_beside_marks(blocks: Sequence[MarkedBlock]) -> Mapping[str, TypeFace]:
    """The type of questions and of answers, learned beside the answers' marks: from the blocks before and behind each.

    An answer may open with its question restated in other type; what little text is set so is no answer's type.
    """
    marks = [n for n, b in enumerate(blocks) if b.side == "answer" and 0 < n < len(blocks) - 1]
    near = [n for n in marks if blocks[n - 1].mark is None and blocks[n + 1].mark is None]
    if marks:
        found = _told([typeface(blocks[n - 1]) for n in near], [typeface(blocks[n + 1]) for n in near])
    else:
        found = _beside_questions(blocks)
    sizes = {name: sum(len(b.text.text) for b in blocks if typeface(b) == look) for name, look in found.items()}
    return found if not found or sizes["answer_type"] > SMALL * sizes["question_type"] else {}


def _beside_questions(blocks: Sequence[MarkedBlock]) -> Mapping[str, TypeFace]:
    """Where only questions are marked: what stands right behind their marks, and most of the other text."""
    behind = [n for n in range(1, len(blocks)) if blocks[n - 1].side == "question" and blocks[n].mark is None]
    others = [b for n, b in enumerate(blocks) if n > min(behind, default=0) and n not in behind and not b.mark]
    looks = [typeface(blocks[n]) for n in behind]
    return _told(looks, [typeface(b) for b in others if len(b.text.text) > LONG and not b.rows])


def looks_of_roles(blocks: Sequence[MarkedBlock], roles: Sequence[str]) -> Mapping[str, TypeFace]:
    """The type of questions and of answers, learned from blocks whose roles their wording tells."""
    plain = [(block, role) for block, role in zip(blocks, roles, strict=True) if not block.rows]
    questions, answers = ([typeface(b) for b, r in plain if r == side] for side in ("question", "answer"))
    return _told(questions, answers) or _apart(questions, answers)


def _apart(questions: list[TypeFace], answers: list[TypeFace]) -> Mapping[str, TypeFace]:
    """The look of each side, where questions keep to one look, and hardly any has the look of most answers.

    Then answers in the look of questions may be questions that wording alone did not tell.
    """
    if len(questions) < FEW or len(answers) < FEW:
        return {}
    question, answer = (max(set(side), key=list(side).count) for side in (questions, answers))
    others = [look for look in set(answers) if look != question]
    answer = max(others, key=answers.count, default=answer)
    mixed = questions.count(answer) / (questions.count(answer) + answers.count(answer))
    enough = answers.count(answer) > MOST * len(answers)
    steady = questions.count(question) > STEADY * len(questions) and mixed < MIXED and enough
    return {"question_type": question, "answer_type": answer} if steady and question != answer else {}


def _told(questions: Sequence[TypeFace], answers: Sequence[TypeFace]) -> Mapping[str, TypeFace]:
    """The look of each side, where both are steady and differ; none otherwise."""
    if len(questions) < 2 or len(answers) < 2:
        return {}
    question, answer = (max(set(side), key=list(side).count) for side in (questions, answers))
    steady = all(
        list(side).count(usual) > STEADY * len(side) for side, usual in ((questions, question), (answers, answer))
    )
    return {"question_type": question, "answer_type": answer} if steady and question != answer else {}
