"""Who reads: what she looks at, and what can be said to her."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from geodata import Atlas
from geodata.model import Event, GuidedStop, Lens, Text, Viewpoint
from geodata.once import once
from geodata.time import Precision
from pages.ui import html
from pages.ui.words import dates, text
from pages.ui.words.tongues import FALLBACK, TONGUES, Tongue

P = ParamSpec("P")
R = TypeVar("R")

# The parameters every page understands.
PARAMETERS = frozenset({"date", "lang", "lens", "viewpoint", "island", "furigana"})
# A way of showing a view, no part of it: the browser keeps them (home.js). Streamlit keeps "embed".
MANNERS = ("present", "play", "tour", "stop", "quiz", "level")
# What a link without them means.
_DEFAULTS = {"lens": Lens.CONTROL, "viewpoint": Viewpoint.NEUTRAL}
# What stands in a link for what it leaves open (see ``Reader.whatever``).
OPEN = "~open~"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, and what she looks at; every view is a link.

    ``furigana`` asks for the readings of Japanese words; ``painted`` says that the map has drawn
    itself and answered, ``seq`` which order it follows; ``notices`` says politely what of the
    link could not be used. ``left_open`` names the parameters that her links leave open.
    """

    atlas: Atlas
    language: str
    day: date
    lens: str = "control"
    viewpoint: str = "neutral"
    island: str | None = None
    page: str = "map"
    furigana: bool = False
    left_open: frozenset[str] = frozenset()
    notices: tuple[str, ...] = field(default=(), compare=False)
    painted: bool = field(default=False, compare=False)
    seq: int = field(default=0, compare=False)

    @property
    def tongue(self) -> Tongue:
        """Return the rules of the reader's language."""
        return TONGUES[self.language]

    def say(self, key: str, **values: object) -> str:
        """Return a sentence of text.toml in the reader's language."""
        return text.say(key, self.language, **values)

    def count(self, noun: str, number: int) -> str:
        """Write a number with its noun: "42 islands"."""
        return self.say(f"count.{noun}", count=number)

    def written(self, day: date, precision: Precision = Precision.DAY) -> str:
        """Write a day in the reader's language, as finely as it is known."""
        return dates.written(day, self.language, precision)

    def since(self, day: date, precision: Precision = Precision.DAY) -> str:
        """Write a day as it follows "since"."""
        return dates.since(day, self.language, precision)

    def short(self, day: date, precision: Precision = Precision.DAY) -> str:
        """Write a day for a narrow column."""
        return dates.short(day, self.language, precision)

    def short_since(self, day: date, precision: Precision = Precision.DAY) -> str:
        """Write a day for a narrow column as it follows "since"."""
        return dates.short_since(day, self.language, precision)

    def between(self, first: date, last: date, precision: Precision = Precision.DAY) -> str:
        """Write the days from ``first`` to ``last``, both included, as finely as they are known."""
        return dates.between(first, last, self.language, precision)

    def when(self, event: Event) -> str:
        """Write an event's days as finely as they are known: 18–23 August 1945, 1983–1986."""
        last = event.date if event.end is None else event.end - timedelta(days=1)
        return self.between(event.date, last, event.precision)

    def moment(self, day: date) -> str:
        """Write a day of the map as finely as it is known: by what begins on it, on any lens."""
        return self.written(day, self.atlas.precision(day, viewpoint=self.viewpoint))

    def stop(self, stop: GuidedStop) -> str:
        """Write the day of a guided tour's stop as finely as it is known."""
        seen = self.at(viewpoint=stop.viewpoint)
        return self.written(stop.day, stop.precision) if stop.precision else seen.moment(stop.day)

    def number(self, value: float, digits: int = 0) -> str:
        """Write a number with the language's own separators, rounded to so many decimals."""
        return text.number(value, self.language, digits)

    def listed(self, items: Iterable[str]) -> str:
        """Join the items of a list."""
        return self.tongue.comma.join(items)

    def bracketed(self, words: str) -> str:
        """Put words in brackets after others."""
        return words.join(self.tongue.brackets)

    def ended(self, words: str) -> str:
        """Close words with a full stop, unless a mark closes them."""
        return words if words.endswith((self.tongue.stop, "!", "?")) else words + self.tongue.stop

    def labelled(self, label: str, words: str) -> str:
        """Put words after a label and its colon."""
        return f"{label}{self.colon(label)}{words}"

    def colon(self, label: str) -> str:
        """Return what stands after a label: no colon follows an abbreviation's full stop."""
        return " " if label.endswith(self.tongue.ends or ("\0",)) else self.tongue.colon

    def everywhere(self, words: Text) -> list[tuple[str, str]]:
        """Return words in every language that has them, with its code, the reader's own first."""
        shown = self.language if self.language in words.languages else FALLBACK
        return [(words[shown], shown)] + [
            (words[code], code) for code in words.languages if code in TONGUES and code != shown
        ]

    def names(self, island: str) -> tuple[tuple[str, str], ...]:
        """Return an island's names as (name, its language), the reader's own first."""
        return text.names(self.atlas.islands[island], self.language, self.viewpoint)

    def name(self, island: str) -> str:
        """Return what the reader calls an island."""
        return self.names(island)[0][0]

    def ticks(self) -> str:
        """Return Vega's expression for a whole number on an axis, written as by ``number``."""
        return text.ticks(self.language)

    def at(
        self, day: date | None = None, *, lens: str | None = None, viewpoint: str | None = None
    ) -> "Reader":
        """Return the same reader on another day, under another lens or viewpoint."""
        given = {"date": day, "lens": lens, "viewpoint": viewpoint}
        return replace(
            self,
            day=day or self.day,
            lens=lens or self.lens,
            viewpoint=viewpoint or self.viewpoint,
            left_open=self.left_open - {name for name, value in given.items() if value},
        )

    def spoken(self) -> "Reader":
        """Return who reads in this language, whatever she looks at (see ``kept``)."""
        return Reader(self.atlas, self.language, self.atlas.as_of)

    def timeless(self) -> "Reader":
        """Return who reads under this lens and viewpoint, on whatever day (see ``kept``)."""
        return self.spoken().at(lens=self.lens, viewpoint=self.viewpoint)

    def seen(self) -> "Reader":
        """Return who sees this day of the map, whatever island is picked (see ``kept``)."""
        return self.timeless().at(self.day)

    def whatever(self, *parameters: str) -> "Reader":
        """Return who reads the same whatever these parameters of her view are.

        Her links leave them open; ``led`` fills them in.
        """
        plain = self.spoken()
        fields = ("day" if name == "date" else name for name in parameters)
        return replace(
            self,
            **{name: getattr(plain, name) for name in fields},
            left_open=frozenset(parameters),
            notices=(),
            painted=False,
            seq=0,
        )

    def led(self, markup: str, parameters: Iterable[str]) -> str:
        """Return markup whose links, made with these parameters left open, keep her view."""
        view = self.params()
        for name in parameters:
            # the date stands first in a link, and in every one
            told = name if name == "date" else f"&amp;{name}"
            written = f"{told}={view[name]}" if name in view else ""
            markup = markup.replace(f"{told}={OPEN}", written)
        return markup

    def link(self, page: str, **changed: str | None) -> str:
        """Return the address of a page with this view, some of its parameters changed."""
        return html.link(page, self.params(**changed))

    def params(self, **changed: str | None) -> dict[str, str]:
        """Return the view as URL parameters, some changed; None and defaults are left out."""
        own: dict[str, str | None] = {
            "date": self.day.isoformat(),
            "lang": self.language,
            "lens": self.lens,
            "viewpoint": self.viewpoint,
            "island": self.island,
            "furigana": "1" if self.furigana else None,
        }
        own |= dict.fromkeys(self.left_open, OPEN) | changed
        return {key: value for key, value in own.items() if value and value != _DEFAULTS.get(key)}


def kept(
    by: Callable[[Reader], Reader], size: int | None = None
) -> Callable[[Callable[Concatenate[Reader, P], R]], Callable[Concatenate[Reader, P], R]]:
    """Keep what a function makes for a reader, so many answers, by what it depends on alone.

    ``by`` leaves of the reader what the answer may depend on, such as ``Reader.spoken``: the
    function is given no more than that.
    """

    def decorate(
        make: Callable[Concatenate[Reader, P], R],
    ) -> Callable[Concatenate[Reader, P], R]:
        cached = once(make, size)

        @wraps(make)
        def ask(reader: Reader, *args: P.args, **kwargs: P.kwargs) -> R:
            return cached(by(reader), *args, **kwargs)

        return cast("Callable[Concatenate[Reader, P], R]", ask)

    return decorate
