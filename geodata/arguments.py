"""What a caller asks by: a day, a lens, a viewpoint, an id; and how it is refused."""

from collections.abc import Mapping
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

import pandas as pd

from geodata import model
from geodata.model import Lens, Theme, Viewpoint

V = TypeVar("V")
W = TypeVar("W", bound=StrEnum)


def plain(day: object) -> date:
    """Take the day of a moment; refuse what is no day at all."""
    # pandas counts its NaT among the dates
    if not isinstance(day, date) or pd.isna(day):
        raise TypeError(f"a day is a datetime.date, not {day!r}")
    return day.date() if isinstance(day, datetime) else day


def lens(word: str) -> Lens:
    """Return the lens of this name; ValueError names all."""
    return _word(Lens, "lens", word)


def viewpoint(word: str) -> Viewpoint:
    """Return the viewpoint of this name; ValueError names all."""
    return _word(Viewpoint, "viewpoint", word)


def question(which: str, whose: str) -> tuple[Lens, Viewpoint]:
    """Return what the lens and the viewpoint of these names ask; ValueError names all."""
    return model.question(lens(which), viewpoint(whose))


def theme(word: str) -> Theme:
    """Return the chronicle's theme of this name; ValueError names all."""
    return _word(Theme, "theme", word)


def _word(words: type[W], kind: str, word: str) -> W:
    try:
        return words(word)
    except ValueError:
        raise ValueError(f"{kind} {word!r} is none of {', '.join(words)}") from None


def word(name: object) -> str:
    """Take an id as it is; refuse what is none at all."""
    if not isinstance(name, str):
        raise TypeError(f"an id is a str, not {name!r}")
    return name


def named(kind: str, name: str, things: Mapping[str, V]) -> V:
    """Return the thing with this id; KeyError says which ids are near one that is not there."""
    name = word(name)
    if name not in things:
        near = get_close_matches(name, list(things))
        told = f"; near it: {', '.join(near)}" if near else ""
        raise KeyError(f"there is no {kind} {name!r}{told}")
    return things[name]
