"""What may follow what, and what speaks for what, by genre: the files of grammars/."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

GENRES = (
    "schriftelijk-overleg",
    "kamervragen",
    "lijst-van-vragen",
    "verslag-schriftelijk-overleg",
    "nota-naar-aanleiding-van-verslag",
    "eerste-termijn",
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a genre's file says, with what it extends."""

    alike: Mapping[str, str]
    """Roles that only differ by their place: each has the cues of another, and is that one in the end."""
    roles: tuple[str, ...]
    start: Mapping[str, float]
    end: Mapping[str, float]
    follows: Mapping[str, Mapping[str, float]]
    cues: Mapping[str, Mapping[str, float]]
    turn: float
    listed: float
    cohesion: float
    thin: float


@cache
def grammar(genre: str = "schriftelijk-overleg") -> Grammar:
    """The grammar of a genre."""
    data = _data(genre)
    alike: dict[str, str] = data.get("alike", {})
    for weights in data["cues"].values():
        weights |= {role: weights[other] for role, other in alike.items() if other in weights}
    return Grammar(
        alike,
        tuple(data["roles"]),
        data["start"],
        data["end"],
        data["follows"],
        data["cues"],
        data["turn"]["cost"],
        data["listed"]["cost"],
        data["cohesion"]["weight"],
        data["thin"]["margin"],
    )


def _data(name: str) -> dict[str, Any]:
    """A file over the one that it extends: each table replaces the one of the same name there."""
    path = files("kamerbrief.structure.form") / "grammars" / f"{name}.toml"
    own = tomllib.loads(path.read_text(encoding="utf-8"))
    below = _data(own.pop("extends")) if "extends" in own else (_data("base") if name != "base" else {})
    nested = {key: {**below.get(key, {}), **own.get(key, {})} for key in ("follows", "cues")}
    return {**below, **own, **nested}
