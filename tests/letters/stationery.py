"""What stands around the text of a letter: letterhead, sidebar, running heads, the foot of a publication."""

from __future__ import annotations

from dataclasses import dataclass

from letters.content import Content
from letters.naming import members_in_title
from letters.truth import publication_id


@dataclass(frozen=True, slots=True)
class Label:
    """A line of print at a place, in points from the top left of the page."""

    x: float
    y: float
    text: str
    style: str = ""
    size: float = 9.0
    right: bool = False
    """The place is that of its right end."""


def opening_of(content: Content) -> list[Label]:
    """What only the first page has."""
    return {"kamerstuk": _kamerstuk, "aanhangsel": _aanhangsel, "bare": _bare}.get(
        content.form["carrier"], _letterhead
    )(content)


def running_of(content: Content, number: int, total: int) -> list[Label]:
    """What each page has."""
    carrier = content.form["carrier"]
    if carrier in ("letter", "annex"):
        return _sidebar(content, number, total)
    if carrier == "bare":
        head = content.head
        return [
            Label(72, 50, head["ministry"], size=7.5),
            Label(523, 50, head["date"], size=7.5, right=True),
            Label(523, 806, f"{number}", size=8, right=True),
        ]
    return _foot(content, number)


def _letterhead(content: Content) -> list[Label]:
    head = content.head
    postbus = "Postbus 20018" if head["chamber"] == "Tweede Kamer" else "Postbus 20017"
    address = ["De Voorzitter van de", f"{head['chamber']} der Staten-Generaal", postbus, "2500 EA DEN HAAG"]
    found = [Label(300, 60, head["ministry"], "B", 10)]
    found.append(Label(79.5, 146, "> Retouradres Postbus 20301 2500 EH Den Haag", size=6.5))
    found += [Label(79.5, 164 + 12 * n, text) for n, text in enumerate(address)]
    found += [Label(79.5, 240, "Datum"), Label(137, 240, head["date"]), Label(79.5, 252, "Betreft")]
    return found + [Label(137, 252 + 12 * n, text) for n, text in enumerate(wrapped(head["subject"], 62))]


def _sidebar(content: Content, number: int, total: int) -> list[Label]:
    head = content.head
    bold = (content.department[0], "Datum", "Ons kenmerk", "Uw kenmerk")
    lines = [*wrapped(content.department[0], 26), *wrapped(content.department[1], 28), ""]
    if number == 1:
        lines += ["Turfmarkt 147", "2511 DP Den Haag", "Postbus 20301", "2500 EH Den Haag", "www.rijksoverheid.nl", ""]
    lines += ["Datum", head["date"], "", "Ons kenmerk", head["reference"]]
    lines += ["", "Uw kenmerk", head["yours"]] if number == 1 and "title" in head else []
    found = [
        Label(466, 134 + 8.5 * n, text, "B" if any(text and text in b for b in bold) else "", 6.5)
        for n, text in enumerate(lines)
        if text
    ]
    return [*found, Label(466, 806, f"Pagina {number} van {total}", size=6.5)]


def _kamerstuk(content: Content) -> list[Label]:
    head = content.head
    chamber = "2" if head["chamber"] == "Tweede Kamer" else "1"
    found = [
        Label(57, 50, f"{head['chamber']} der Staten-Generaal", "B", 15),
        Label(535, 50, chamber, "B", 15, right=True),
        Label(57, 66, f"Vergaderjaar {head['session']}", "B", 7.5),
        Label(57, 110, head["dossier"], "B", 9),
    ]
    title = wrapped(head["subject"], 66)
    found += [Label(155, 110 + 11.5 * n, text, "B", 9) for n, text in enumerate(title)]
    y = 110 + 11.5 * len(title) + 14
    report = content.form["order"] == "parts"
    kind = "VERSLAG VAN EEN SCHRIFTELIJK OVERLEG" if report else "NOTA NAAR AANLEIDING VAN HET VERSLAG"
    kind = "LIJST VAN VRAGEN EN ANTWOORDEN" if content.form["asker"] == "nobody" else kind
    found += [Label(57, y, f"Nr. {head['number']}", "B"), Label(155, y, kind, "B")]
    return [*found, Label(155, y + 18, f"Ontvangen {head['date']}", size=9)]


def _foot(content: Content, number: int) -> list[Label]:
    head = content.head
    two = head["chamber"] == "Tweede Kamer"
    if content.form["carrier"] == "aanhangsel":
        name, line = publication_id(head), f"Tweede Kamer, vergaderjaar {head['session']}, Aanhangsel"
    else:
        name = f"kst-{head['dossier'].replace(' ', '')}-{head['number']}"
        line = f"{head['chamber']}, vergaderjaar {head['session']}, {head['dossier']}, nr. {head['number']}"
    left = 170 if content.form["carrier"] == "aanhangsel" else 155
    found = [Label(left, 812, line, size=7), Label(535, 812, str(number), size=7, right=True)]
    if number > 1:
        return found
    issn = "ISSN 0921 - 7371" if two else "ISSN 0921 - 7363"
    lines = [name, issn, f"’s-Gravenhage {head['year']}"]
    return found + [Label(57, 796 + 8 * n, text, size=6) for n, text in enumerate(lines)]


def _aanhangsel(content: Content) -> list[Label]:
    head = content.head
    asked = f"Vragen van {members_in_title(head['members'].split(';'), head['parties'].split(';'))} aan de "
    asked += f"{head['office']} over {head['subject']} (ingezonden 3 maart {head['year']})."
    ministry = head["ministry"].removeprefix("Ministerie van ")
    minister = f"{head['office'].split()[0].capitalize()} {head['signer'].split()[-1]}"
    told = f"Antwoord van {minister} ({ministry}) (ontvangen {head['date']})."
    found = [
        Label(40, 50, "Tweede Kamer der Staten-Generaal", "B", 17),
        Label(530, 50, "2", "B", 26, right=True),
        Label(40, 90, f"Vergaderjaar {head['session']}", size=8),
        Label(170, 90, "Aanhangsel van de Handelingen", "B", 8),
        Label(170, 125, "Vragen gesteld door de leden der Kamer, met de daarop door de", "B", 8),
        Label(170, 135, "regering gegeven antwoorden", "B", 8),
        Label(170, 195, head["number"], "B", 12),
    ]
    lines = [*wrapped(asked, 72), "", *wrapped(told, 72)]
    return found + [Label(170, 218 + 11 * n, text, size=8.5) for n, text in enumerate(lines) if text]


def _bare(content: Content) -> list[Label]:
    return [Label(72, 88 + 13 * n, text, "B", 11) for n, text in enumerate(wrapped(content.head["subject"], 75))]


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of at most so many letters."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
