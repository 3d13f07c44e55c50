"""Who reads: what the address asks for, and what can be said to her."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from geodata import Atlas
from geodata.model import Lens, Viewpoint
from geodata.time import Precision
from pages.ui import html
from pages.ui.words import text

P = ParamSpec("P")
R = TypeVar("R")

# The parameters every page understands.
PARAMETERS = frozenset({"date", "lang", "lens", "viewpoint", "island"})
# What a link without them means.
_DEFAULTS = {"lens": Lens.CONTROL, "viewpoint": Viewpoint.NEUTRAL}


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, and what she looks at; every view is a link.

    ``painted`` says that the map has drawn itself and answered, ``seq`` which order it follows;
    ``notices`` says politely what of the link could not be used.
    """

    atlas: Atlas
    language: str
    day: date
    lens: str = "control"
    viewpoint: str = "neutral"
    island: str | None = None
    page: str = "map"
    notices: tuple[str, ...] = field(default=(), compare=False)
    painted: bool = field(default=False, compare=False)
    seq: int = field(default=0, compare=False)

    def say(self, key: str, **values: object) -> str:
        """Return a sentence of text.toml in the reader's language."""
        return text.say(key, self.language, **values)

    def written(self, day: date, precision: Precision = Precision.DAY) -> str:
        """Write a day in the reader's language, as finely as it is known."""
        return text.written(day, self.language, precision)

    def since(self, day: date, precision: Precision = Precision.DAY) -> str:
        """Write a day as it follows "since"."""
        return text.since(day, self.language, precision)

    def short(self, day: date, precision: Precision = Precision.DAY) -> str:
        """Write a day for a narrow column."""
        return text.short(day, self.language, precision)

    def moment(self, day: date) -> str:
        """Write a day on which something changes as finely as it is known."""
        precision = self.atlas.precision(day, lens=self.lens, viewpoint=self.viewpoint)
        return self.written(day, precision)

    def number(self, value: float, digits: int = 0) -> str:
        """Write a number with the language's own separators, rounded to so many decimals."""
        return text.number(value, self.language, digits)

    def ticks(self) -> str:
        """Return Vega's expression for a whole number on an axis, written as by ``number``."""
        return text.ticks(self.language)

    def at(
        self, day: date | None = None, *, lens: str | None = None, viewpoint: str | None = None
    ) -> "Reader":
        """Return the same reader on another day, under another lens or viewpoint."""
        return replace(
            self,
            day=day or self.day,
            lens=lens or self.lens,
            viewpoint=viewpoint or self.viewpoint,
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
        } | changed
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
        cached = lru_cache(size)(make)

        @wraps(make)
        def ask(reader: Reader, *args: P.args, **kwargs: P.kwargs) -> R:
            return cached(by(reader), *args, **kwargs)  # type: ignore[arg-type]  # else it raises

        return cast("Callable[Concatenate[Reader, P], R]", ask)

    return decorate


def parse(params: Mapping[str, str], atlas: Atlas) -> Reader:
    """Read a view from URL parameters; what makes no sense becomes the default and a notice."""
    language, lens, viewpoint, island = (
        params.get(key) for key in ("lang", "lens", "viewpoint", "island")
    )
    known = language in text.LANGUAGES
    words = language if known and language else "en"
    wrong = {
        "lang": language is not None and not known,
        "lens": lens is not None and lens not in list(Lens),
        "viewpoint": viewpoint is not None and viewpoint not in list(Viewpoint),
        "island": island is not None and island not in atlas.islands,
    }
    day, notice = _day(params.get("date"), atlas, words)
    return Reader(
        atlas=atlas,
        language=words,
        day=day,
        lens="control" if lens is None or wrong["lens"] else lens,
        viewpoint="neutral" if viewpoint is None or wrong["viewpoint"] else viewpoint,
        island=None if wrong["island"] else island,
        notices=notice
        + tuple(text.say(f"notice.{key}", words) for key, is_so in wrong.items() if is_so),
    )


def _day(written: str | None, atlas: Atlas, language: str) -> tuple[date, tuple[str, ...]]:
    default = atlas.as_of
    if written is None:
        return default, ()
    words = {"date": text.written(default, language)}
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return default, (text.say("notice.date", language, **words),)
    if atlas.start <= day <= atlas.as_of:
        return day, ()
    first, last = text.written(atlas.start, language), text.written(atlas.as_of, language)
    return default, (text.say("notice.range", language, first=first, last=last, **words),)
