"""What a page tells the site of itself: its files, and which link leads to which."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from geodata import Atlas
from pages.ui.html import Markup
from pages.ui.parts.content import Part
from pages.ui.site.seeking import Seeking
from pages.ui.words.reader import Reader


@dataclass(frozen=True, slots=True)
class Leaf:
    """One file: a page under the parameters of its own that ``chosen`` gives it.

    ``head`` stands over the map and ``parts`` below it; ``asks`` are what lets the reader choose
    here, by the names of the content's ``Asked``; ``reader`` is who sees it, ``view`` what its map
    shows where the address does not say. A ``long`` one has its folds in a file beside it.
    """

    reader: Reader
    words: str
    parts: Sequence[Part]
    chosen: Mapping[str, str] = field(default_factory=dict)
    head: Sequence[Part] = ()
    asks: Mapping[str, Markup] = field(default_factory=dict)
    view: Mapping[str, str] = field(default_factory=dict)
    long: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of text beside a map that goes with the day: what it says, and when it changes.

    ``days`` are the first days of its states, for a reader's lens and viewpoint; where it is the
    same under ``every`` lens, it is kept once.
    """

    make: Callable[[Reader], Markup]
    days: Callable[[Reader], Iterable[date]]
    every: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A page of the site.

    ``choosing`` are the parameters that choose a file, ``anchor`` the one that becomes a place in
    it, ``kept`` those that stay in the address, for a map or a list to read. ``map`` says which map
    the page has, ``slots`` what stands beside it and ``beside`` the folds below that; ``seeking``
    how its list is searched; ``script`` is its own.
    """

    page: str
    leaves: Callable[[Atlas, str], Iterable[Leaf]]
    choosing: tuple[str, ...] = ()
    anchor: str | None = None
    kept: tuple[str, ...] = ()
    map: Literal["timeline", "pair"] | None = None
    slots: Sequence[Slot] = ()
    beside: Callable[[Reader], Sequence[Part]] | None = None
    seeking: Seeking | None = None
    script: str = ""


def stem(page: str, chosen: Mapping[str, str]) -> str:
    """Return the name of a page's file without its ending."""
    return "-".join(["index" if page == "map" else page, *chosen.values()])
