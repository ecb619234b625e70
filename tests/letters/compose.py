"""A form and chance -> what a letter says."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from letters.adding import add_extras
from letters.content import Block, Content, Exchange, Question, Section
from letters.forms import Form
from letters.heads import head_of, introduction_of
from letters.naming import heading_of, member_mark
from letters.wording import Askers, factions, figures, phrases, topics
from letters.writing import Writer


class Composer:
    """Puts one letter together; what it has used, it does not use again."""

    def __init__(self, form: Form, random: Random) -> None:
        self.form, self.random = form, random
        names = list(topics())
        random.shuffle(names)
        self.topic = topics()[names[0]]
        self.other, *self.others = [topics()[name] for name in names[1:4]]
        self.head = head_of(form, self.topic, random)
        self.writer = Writer(form, self.topic, random)
        self.count = 0
        self.members = list(phrases()["names"])
        random.shuffle(self.members)
        self.parties = self._names()
        random.shuffle(self.parties)

    def content(self) -> Content:
        """The whole letter."""
        sections = list(self._sections())
        content = Content(self.form, self.head, self.topic["department"], [], sections)
        add_extras(content, self.topic, self.random)
        content.introduction = introduction_of(content, self.topic, self.random)
        return content

    # ---- sections

    def _sections(self) -> Iterator[Section]:
        """The sections as the asker and the themes order them."""
        asker, themes = self.form["asker"], self.form["themes"]
        if asker == "title":
            yield Section("", list(self._titled()))
        elif asker == "mark" and themes == "none":
            yield Section("", [self._by_member(pair) for pair in self._pairs(self.random.randint(4, 9))])
        elif themes == "above":
            yield from self._themes_above()
        elif asker == "heading":
            yield from self._by_faction()
        elif themes == "only":
            yield from self._themes_only()
        else:
            yield Section("", list(self._run(self._pairs(self.random.randint(5, 12)))))

    def _by_faction(self) -> Iterator[Section]:
        long = self.form["length"] == "long"
        pairs = iter(self._pairs(26 if long else 14))
        askers = self._askers(self.random.randint(4, 6) if long else self.random.randint(2, 5))
        silent = self.random.choice(askers) if self.form["silent"] == "yes" and len(askers) > 1 else None
        for who in askers:
            heading = heading_of(who, self.form["heading"], self.random)
            if who is silent:
                yield Section(heading, [], silent=self.writer.general("silent", who))
                continue
            own = [pair for _, pair in zip(range(self.random.randint(1, 4)), pairs, strict=False)]
            yield Section(heading, list(self._asked_by(who, own)))

    def _themes_above(self) -> Iterator[Section]:
        for n, theme in enumerate(self.topic["theme"], 1):
            title = self._theme(n, theme["name"])
            pairs = [figures(self.random, pair) for pair in theme["pair"]]
            if self.form["asker"] == "mark":
                yield Section("", [self._by_member(pair) for pair in pairs], above=title)
                continue
            for k, (who, pair) in enumerate(zip(self._askers(len(pairs)), pairs, strict=False)):
                heading = heading_of(who, self.form["heading"], self.random)
                yield Section(heading, list(self._asked_by(who, [pair])), above="" if k else title)

    def _themes_only(self) -> Iterator[Section]:
        for n, theme in enumerate([*self.topic["theme"], *self.other["theme"][:1]], 1):
            pairs = [figures(self.random, pair) for pair in theme["pair"]]
            yield Section(self._theme(n, theme["name"]), list(self._run(pairs)))

    def _theme(self, number: int, name: str) -> str:
        return f"{number}. {name}" if self.form["theme_numbers"] == "decimal" else name

    # ---- exchanges

    def _pairs(self, count: int) -> list[dict[str, Any]]:
        """Questions with answers of the topic, and of another one where it has too few."""
        own = [p | {"theme": t["name"]} for t in self.topic["theme"] for p in t["pair"]]
        more = [p | {"theme": t["name"]} for o in [self.other, *self.others] for t in o["theme"] for p in t["pair"]]
        self.random.shuffle(more)
        return [figures(self.random, pair) for pair in [*own, *more][:count]]

    def _asked_by(self, who: Askers, pairs: list[dict[str, Any]]) -> Iterator[Exchange]:
        """The exchanges under a faction's heading."""
        if self.form["numbering"] == "again":
            self.count = 0
        theme = ""
        for n, group in enumerate(self._groups(pairs)):
            kind = "named" if n == 0 else self.random.choice(["same", "same", "named", "headed"])
            exchange = self._exchange(group, who, kind)
            if n == 0 and self.random.random() < 0.5:
                exchange.opening = [Block(self.writer.general("opening", who))]
            if self.form["themes"] == "under" and group[0]["theme"] != theme:
                theme = exchange.theme = group[0]["theme"]
            yield exchange

    def _run(self, pairs: list[dict[str, Any]]) -> Iterator[Exchange]:
        """The exchanges of running text, where the sentence tells who asks, or of a list, where nothing does."""
        if self.form["numbering"] == "again":
            self.count = 0
        if self.form["asker"] == "nobody":
            yield from (self._exchange(group, None, "bare") for group in self._groups(pairs))
            return
        before: Exchange | None = None
        for who, pair in zip(self._askers(len(pairs), again=True), pairs, strict=False):
            before = self._in_sentence(who, pair, before)
            yield before

    def _in_sentence(self, who: Askers, pair: dict[str, Any], before: Exchange | None) -> Exchange:
        """A question that names its faction, or goes on from the one before it, or that two factions ask."""
        if before and len(before.factions) == 1 and self.random.random() < 0.25:
            same = Askers((before.factions[0],), who.style)
            return self._exchange([pair], same, "same")
        exchange = self._exchange([pair], who, "named")
        if self.form["pairs"] == "yes" and self.random.random() < 0.4:
            other = self._askers(1)[0]
            if other.factions[0] not in exchange.factions and not other.alone:
                self._join(exchange, other)
        return exchange

    def _join(self, exchange: Exchange, other: Askers) -> None:
        """Another faction asks along, in a paragraph of its own."""
        text = other.fill(self.random.choice(phrases()["joining"]))
        extra = {"clause": self.random.choice(phrases()["joining_clauses"])}
        exchange.questions[-1].blocks.append(Block(self.writer.ask(text, extra, self.writer.asked)))
        exchange.factions += other.factions

    def _titled(self) -> Iterator[Exchange]:
        """Written questions by the members in the title."""
        known = phrases()["known"]
        if self.random.random() < 0.7:
            text = self.random.choice(known).replace("{subject}", self.topic["subject"])
            yield self._numbered(Exchange([Question([Block(text)])], [Block("Ja.")]))
        for group in self._groups(self._pairs(self.random.randint(4, 10))):
            yield self._exchange(group, None, "bare")

    def _by_member(self, pair: dict[str, Any]) -> Exchange:
        """A question behind a mark that names a member."""
        place = self.random.randrange(6)
        member, faction = self.members[place], self.parties[place]
        exchange = self._exchange([pair], None, "bare")
        exchange.asked, exchange.members, exchange.factions = member_mark(member, faction), [member], [faction]
        return exchange

    def _groups(self, pairs: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
        """The pairs, some of them two or three together."""
        left = list(pairs)
        while left:
            size = self.random.choice([1, 1, 2, 3]) if self.form["grouping"] == "some" else 1
            yield left[:size]
            left = left[size:]

    def _exchange(self, group: list[dict[str, Any]], who: Askers | None, kind: str) -> Exchange:
        """An exchange of one pair of a topic, or of several that are answered together."""
        questions = [
            Question([Block(self.writer.question(pair, who, kind if n == 0 or not who else "same"))])
            for n, pair in enumerate(group)
        ]
        answer = [Block(text) for pair in group for text in self.writer.answer(pair)]
        exchange = Exchange(questions, answer, factions=list(who.factions) if who else [])
        if who and self.form["restating"] in ("sentence", "paragraph"):
            self.writer.restate(exchange, group[0], who, kind)
        return self._numbered(exchange)

    def _numbered(self, exchange: Exchange) -> Exchange:
        """The exchange with the next numbers at its questions."""
        if self.form["numbering"] != "none":
            for question in exchange.questions:
                self.count += 1
                question.label = str(self.count)
        return exchange

    # ---- who asks

    def _names(self) -> list[str]:
        names: list[str] = factions()["tweede" if self.form["chamber"] == "tweede" else "eerste"]
        if int(self.head["year"]) < 2023:
            later = factions()["since_2023"]
            names = [name for name in names if name not in later] + factions()["until_2023"]
        return [name for name in names if self.form["asker"] != "mark" or name not in factions()["single"]]

    def _askers(self, count: int, *, again: bool = False) -> list[Askers]:
        """Factions that ask, in order; some of them two together."""
        names = self._names()
        self.random.shuffle(names)
        if again:
            names = [self.random.choice(names) for _ in range(2 * count)]
        found: list[Askers] = []
        while len(found) < count:
            who = [names.pop()]
            single = factions()["single"]
            if self.form["pairs"] == "yes" and self.random.random() < 0.3 and not {who[0], names[-1]} & set(single):
                who = list(dict.fromkeys([*who, names.pop()]))
            found.append(Askers(tuple(who), self.random.randrange(8)))
        return found


def compose(form: Form, random: Random) -> Content:
    """What a letter of a form says."""
    return Composer(form, random).content()
