"""The head of a letter: who, when, about what; and the words before the questions."""

from __future__ import annotations

from random import Random
from typing import Any

from letters.content import Content
from letters.forms import Form
from letters.naming import listed, members_in_title
from letters.wording import factions, phrases, with_article

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


def head_of(form: Form, topic: dict[str, Any], random: Random) -> dict[str, str]:
    """The fields of the head."""
    year, month, day = random.randint(2019, 2025), random.randint(1, 12), random.randint(1, 28)
    session = f"{year - 1}–{year}" if month < 9 else f"{year}–{year + 1}"
    head = {
        "chamber": "Tweede Kamer" if form["chamber"] == "tweede" else "Eerste Kamer",
        "date": f"{day} {MONTHS[month - 1]} {year}",
        "iso": f"{year}-{month:02}-{day:02}",
        "year": str(year),
        "session": session,
        "ministry": topic["ministry"],
        "office": topic["office"],
        "signer": random.choice(phrases()["signers"]),
        "dossier": f"{random.randint(29, 36)} {random.randint(100, 999)}",
        "number": str(random.randint(4, 400)),
        "reference": f"{random.randint(1000000, 6999999)}",
        "yours": f"{year}Z{random.randint(1000, 23999):05}",
    }
    return head | _asked_in_title(form, random) | {"subject": ""} | _subject(form, topic, random)


def _asked_in_title(form: Form, random: Random) -> dict[str, str]:
    """Who asks, where the title tells it."""
    if form["asker"] != "title":
        return {}
    count = random.choice([1, 1, 2, 3])
    members = random.sample(phrases()["names"], count)
    parties = [random.choice(factions()["tweede"]) for _ in members]
    if random.random() < 0.3:
        parties = [parties[0]] * count
    return {"members": ";".join(members), "parties": ";".join(parties), "title": members_in_title(members, parties)}


def _subject(form: Form, topic: dict[str, Any], random: Random) -> dict[str, str]:
    if form["carrier"] == "aanhangsel":
        return {"subject": topic["subject"]}
    if form["asker"] == "title":
        return {"subject": f"Antwoorden op vragen van {{title}} over {topic['subject']}"}
    if form["carrier"] == "kamerstuk":
        return {"subject": topic["law"]}
    starts = {
        "nobody": ["Beantwoording lijst van vragen over"],
        "mark": ["Schriftelijke antwoorden eerste termijn over"],
    }.get(form["asker"], ["Beantwoording schriftelijk overleg over", "Antwoorden op de inbreng van de fracties over"])
    return {"subject": f"{random.choice(starts)} {topic['subject']}"}


def introduction_of(content: Content, topic: dict[str, Any], random: Random) -> list[str]:
    """The words before the questions, as the carrier has them."""
    form, head = content.form, content.head
    head["subject"] = head["subject"].replace("{title}", head.get("title", ""))
    if form["carrier"] == "aanhangsel" or (form["asker"] == "mark" and form["carrier"] == "bare"):
        return []
    if form["asker"] == "mark":
        return [
            f"Hierbij zend ik u de antwoorden op vragen die in eerste termijn over {topic['subject']} zijn gesteld."
        ]
    if form["asker"] == "title":
        return [_titled(head, topic)]
    if form["asker"] == "nobody":
        return [
            f"Hierbij zend ik u de antwoorden op de lijst van vragen over {topic['subject']}, die de vaste commissie "
            "op 12 maart jl. heeft vastgesteld."
        ]
    names = list(dict.fromkeys(f for e in content.exchanges() for f in e.factions))
    who = f"van de fracties van {listed([with_article(n) for n in names])} " if random.random() < 0.5 else ""
    if form["carrier"] == "kamerstuk":
        return [f"Met belangstelling is kennisgenomen van de vragen en opmerkingen {who}over {topic['subject']}."]
    first = f"Hierbij bied ik u de antwoorden aan op de vragen {who}over {topic['subject']}."
    second = "In het navolgende is de volgorde van de inbreng aangehouden."
    return [first, second] if random.random() < 0.5 else [first]


def _titled(head: dict[str, str], topic: dict[str, Any]) -> str:
    return (
        f"In antwoord op uw brief van 3 maart jl., nr. {head['yours']}, deel ik u mede dat de vragen van "
        f"{head['title']} over {topic['subject']} worden beantwoord zoals hierna is aangegeven."
    )
