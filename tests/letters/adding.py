"""What stands between the paragraphs of a letter: tables, lists, quotations, footnotes, references."""

from __future__ import annotations

from random import Random
from typing import Any

from letters.content import Block, Content, Exchange
from letters.wording import Askers, phrases, tidy


def add_extras(content: Content, topic: dict[str, Any], random: Random) -> None:
    """Add to some exchanges what the form asks for."""
    exchanges = [e for e in content.exchanges() if e.answer[0].text != "Ja."]
    form = content.form
    if form["tables"] != "none":
        _add_table(random.choice(exchanges), topic, random)
    if form["lists"] != "none":
        _add_list(random.choice(exchanges), topic, form["lists"])
    if form["quotes"] != "none":
        _add_quote(content, random.choice(exchanges), topic, random)
    _add_notes(content, topic, random)
    if form["numbering"] == "through" and form["grouping"] == "none" and random.random() < 0.4:
        _add_reference(exchanges, random)


def _add_table(exchange: Exchange, topic: dict[str, Any], random: Random) -> None:
    rows = [list(topic["table_head"])]
    rows += [[name, *(str(random.randint(10, 980)) for _ in rows[0][1:])] for name in topic["table_rows"]]
    exchange.answer[-1:] = [exchange.answer[-1], Block(topic["table_lead"]), Block(kind="table", rows=rows)]
    if random.random() < 0.6:
        exchange.answer.append(Block("De cijfers over het laatste jaar zijn voorlopig."))


def _add_list(exchange: Exchange, topic: dict[str, Any], kind: str) -> None:
    exchange.answer.append(Block(topic["list_lead"]))
    for letter, text in zip("abcdef", topic["list_items"], strict=False):
        exchange.answer.append(Block(text, "item", letter=f"{letter})" if kind == "letter" else ""))


def _add_quote(content: Content, exchange: Exchange, topic: dict[str, Any], random: Random) -> None:
    """A quotation in a question or an answer, with a line before and after it."""
    lead = Block(random.choice(phrases()["quoting"]))
    quote = Block(f"‘{random.choice(topic['quotes'])}’", "quote")
    if random.random() < 0.5:
        exchange.answer += [lead, quote, Block(random.choice(phrases()["quoted_answer"]))]
        return
    after = random.choice(phrases()["quoted_bare"])
    if exchange.factions and not exchange.members and content.form["asker"] != "title":
        after = tidy(Askers(tuple(exchange.factions), 0).fill(random.choice(phrases()["quoted"])))
    exchange.questions[-1].blocks += [lead, quote, Block(after)]


def _add_notes(content: Content, topic: dict[str, Any], random: Random) -> None:
    """Markers after some texts; their numbers come when the order of print is known."""
    exchanges = list(content.exchanges())
    texts = [b for e in exchanges for b in e.blocks if b.kind == "text" and "⟦" not in b.text and len(b.text) > 40]
    for block in exchanges[0].blocks:
        block.text = block.text.replace("⟦k⟧", "" if content.form["notes"] == "none" else "⟦k⟧")
        if "⟦k⟧" in block.text:
            content.notes["k"] = random.choice(phrases()["known_notes"])
    if content.form["notes"] == "none":
        return
    chosen = random.sample(texts, min(len(texts), len(topic["notes"])))
    for key, note, block in zip("xyz", topic["notes"], chosen, strict=False):
        block.text += f"⟦{key}⟧"
        content.notes[key] = note


def _add_reference(exchanges: list[Exchange], random: Random) -> None:
    """One later answer that points at an earlier one."""
    if len(exchanges) < 3:
        return
    exchange = exchanges[random.randrange(2, len(exchanges))]
    text = random.choice(phrases()["refer"]).replace("{n}", exchanges[0].labels[0])
    if len(exchange.answer) == 1 and "⟦" not in exchange.answer[0].text:
        exchange.answer[0].text = text
