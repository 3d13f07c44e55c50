"""What a caller asks by: a day, a lens, a viewpoint, an id; and how it is refused."""

from collections.abc import Mapping
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from geodata import model
from geodata.model import Lens, Theme, Viewpoint

V = TypeVar("V")
W = TypeVar("W", bound=StrEnum)


def plain(day: date) -> date:
    """Take the day of a moment; refuse what is no day at all."""
    if isinstance(day, datetime):
        return day.date()
    if not isinstance(day, date):
        raise TypeError(f"a day is a datetime.date, not {day!r}")
    return day


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


def named(kind: str, name: str, things: Mapping[str, V]) -> V:
    """Return the thing with this id; KeyError says which ids are near one that is not there."""
    if name not in things:
        near = get_close_matches(name, list(things))
        told = f"; near it: {', '.join(near)}" if near else ""
        raise KeyError(f"there is no {kind} {name!r}{told}")
    return things[name]
