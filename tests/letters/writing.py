"""The sentences of questions and answers."""

from __future__ import annotations

from random import Random
from typing import Any

from letters.content import Block, Exchange
from letters.forms import Form
from letters.wording import Askers, Speaker, phrases, tidy


class Writer:
    """Words the questions and answers of one letter; a general wording that it has used, it does not use again."""

    def __init__(self, form: Form, topic: dict[str, Any], random: Random) -> None:
        self.form, self.topic, self.random = form, topic, random
        office = topic["office"].split()[0]
        third = {"ik": f"de {office}", "regering": "de regering", "kabinet": "het kabinet"}[form["register"]]
        direct = form["asker"] == "title" or (form["asker"] == "nobody" and random.random() < 0.7)
        self.asked = Speaker(1 if direct else 2, third)
        self.answering = Speaker(0 if form["register"] == "ik" else 2, third)
        self.said: set[str] = set()

    def question(self, pair: dict[str, Any], who: Askers | None, kind: str) -> str:
        """A question, in the mouth of somebody where the sentence tells who."""
        if who and len(who.factions) == 2 and kind == "named" and self.random.random() < 0.5:
            one, other = (Askers((f,), who.style) for f in who.factions)
            text = self.random.choice(phrases()["together"]).replace("{l2}", other.named)
            return self.ask(one.fill(text), pair, self.asked)
        text = pair["ask"] if self.form["length"] == "short" and not who else self.random.choice(phrases()[kind])
        return self.ask(who.fill(text) if who else text, pair, self.asked)

    def ask(self, text: str, pair: dict[str, Any], speaker: Speaker) -> str:
        """A wording with what a pair asks in it."""
        later = speaker.again() if "{who}" in text else speaker
        for slot in ("that", "clause", "ask", "more"):
            text = text.replace("{" + slot + "}", later.fill(pair.get(slot, "")))
        return tidy(speaker.fill(text))

    def general(self, kind: str, who: Askers) -> str:
        """What somebody says about the whole subject."""
        text = who.fill(self.random.choice(phrases()[kind]))
        text = text.replace("{letter}", self.topic["letter"]).replace("{subject}", self.topic["subject"])
        return tidy(self.asked.fill(text))

    def answer(self, pair: dict[str, Any]) -> list[str]:
        """The paragraphs of an answer."""
        length, chance = self.form["length"], self.random.random
        texts: list[str] = pair["answer"][:1] if length == "short" else list(pair["answer"])
        if length != "short" and chance() < 0.15 and not texts[0].startswith(("Ja", "Nee", "Dat")):
            kind = "before_yes" if pair["clause"].startswith("of ") and chance() < 0.5 else "before"
            texts[0] = f"{self._pick(kind)} {texts[0]}"
        if chance() < 0.3:
            texts[-1] = f"{texts[-1]} {self._pick('after')}"
        if length == "long" or (length == "mixed" and chance() < 0.2):
            texts.append(self._pick("also"))
        return [tidy(self.answering.fill(text)) for text in texts]

    def _pick(self, kind: str) -> str:
        """A wording that fits: no members spoken of where nobody is named."""
        named = self.form["asker"] in ("heading", "sentence")
        fitting = [t for t in phrases()[kind] if named or "leden" not in t]
        text = self.random.choice([t for t in fitting if t not in self.said] or fitting)
        self.said.add(text)
        return text

    def restate(self, exchange: Exchange, pair: dict[str, Any], who: Askers, kind: str) -> None:
        """The question once more, at the start of its answer."""
        texts = phrases()["restate" if kind == "named" else "restate_same"]
        text = self.ask(who.fill(self.random.choice(texts)), pair, self.answering)
        if self.form["restating"] == "paragraph":
            exchange.answer.insert(0, Block(text, "restated"))
        else:
            exchange.answer[0].text = f"{text} {exchange.answer[0].text}"
