"""The words of marks and of the headings of parts."""

from __future__ import annotations

from letters.content import Content
from letters.naming import listed


def question_mark(mark: str, labels: list[str]) -> str:
    """The mark before a question, or before several."""
    return f"Vraag {listed(labels)}" if mark == "vraag" else listed(labels)


def answer_mark(kind: str, labels: list[str], *, colon: bool = False) -> str:
    """The mark before an answer, or nothing."""
    several, end = len(labels) > 1, ":" if colon else ""
    if kind == "question":
        return f"Antwoord op {'vragen' if several and int(labels[0]) % 2 else 'vraag'} {listed(labels)}{end}"
    if kind == "range":
        return f"Antwoord vraag {labels[0]}-{labels[-1]}:" if several else f"Antwoord vraag {labels[0]}:"
    if kind == "number":
        return labels[0]
    numbered = f"Antwoord {listed(labels)}{end}" if labels else "Antwoord"
    return {"word": "Antwoord", "colon": "Antwoord:", "numbered": numbered}.get(kind, "")


def part_headings(content: Content) -> tuple[str, str]:
    """The headings of the two parts, in one of the usual wordings."""
    speakers = {"ik": f"de {content.head['office']}", "regering": "de regering", "kabinet": "het kabinet"}
    who = speakers[content.form["register"]]
    pairs = [
        ("I Vragen en opmerkingen vanuit de fracties", f"II Reactie van {who}"),
        ("I. Vragen en opmerkingen uit de fracties", f"II. Antwoord van {who}"),
        ("DEEL I: INBRENG VANUIT DE FRACTIES", f"DEEL II: ANTWOORDEN VAN {who.upper()}"),
        ("Vragen van de fracties", "Antwoorden"),
    ]
    return pairs[content.variant % len(pairs)]
