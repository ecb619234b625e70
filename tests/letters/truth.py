"""What a letter says -> the same as JSON, in the shape that a parse is exported in."""

from __future__ import annotations

from typing import Any

from letters.content import NOTE, Block, Content, Exchange

GENRES = {"title": "kamervragen", "mark": "eerste-termijn", "nobody": "lijst-van-vragen"}


def truth_of(content: Content) -> dict[str, Any]:
    """The whole letter; call it when the notes have their numbers."""
    form, head = content.form, content.head
    kamerstuk, published = form["carrier"] == "kamerstuk", form["carrier"] == "aanhangsel"
    signed = not published and form["carrier"] != "bare"
    numbers = {id(e): n for n, e in enumerate(content.exchanges(), 1)}
    return {
        "genre": genre_of(form),
        "chamber": head["chamber"],
        "subject": head["subject"],
        "date": head["iso"],
        "reference": _reference(content) if not kamerstuk else None,
        "department": content.department,
        "signatories": [{"role": signing_role(head["office"]), "name": head["signer"]}] if signed else [],
        "introduction": content.introduction,
        "sections": [
            {"heading": s.heading or None, "exchanges": [_exchange(content, e, numbers[id(e)]) for e in s.exchanges]}
            for s in content.sections
            if s.exchanges
        ],
        "form": form,
    }


def _reference(content: Content) -> str | None:
    head, carrier = content.head, content.form["carrier"]
    if carrier == "aanhangsel":
        return publication_id(head)
    return head["reference"] if carrier in ("letter", "annex") else None


def publication_id(head: dict[str, str]) -> str:
    """As "ah-tk-20232024-1980"."""
    return f"ah-tk-{head['session'].replace('–', '')}-{head['number']}"


def signing_role(office: str) -> str:
    """As "De minister van X"."""
    return f"De {office}"


def genre_of(form: dict[str, str]) -> str:
    """The name of the form."""
    if form["asker"] in GENRES:
        return GENRES[form["asker"]]
    if form["asker"] == "sentence":
        return "nota-naar-aanleiding-van-verslag"
    return "schriftelijk-overleg" if form["order"] == "turn" else "verslag-schriftelijk-overleg"


def _exchange(content: Content, exchange: Exchange, number: int) -> dict[str, Any]:
    head = content.head
    titled = content.form["asker"] == "title"
    found = [key for block in exchange.blocks for key in NOTE.findall(block.text)]
    return {
        "number": number,
        "labels": exchange.labels,
        "factions": list(dict.fromkeys(head["parties"].split(";"))) if titled else exchange.factions,
        "members": head["members"].split(";") if titled else exchange.members,
        "question": _paragraphs(exchange.asking),
        "answer": _paragraphs(exchange.answer),
        "tables": [{"rows": b.rows} for b in exchange.answer if b.kind == "table"],
        "footnotes": [{"marker": key, "text": content.notes[key]} for key in found],
    }


def _paragraphs(blocks: list[Block]) -> list[str]:
    return [block.plain for block in blocks if block.kind != "table"]
