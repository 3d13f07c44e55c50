"""Who reads: what the address asks for, and what can be said to her."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from geodata import Atlas
from geodata.model import Lens, Viewpoint
from pages.ui.words import captions, text

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
    notices: tuple[str, ...] = ()
    page: str = "map"
    painted: bool = False
    seq: int = 0

    def say(self, key: str, **values: object) -> str:
        """Return a sentence of text.toml in the reader's language."""
        return text.say(key, self.language, **values)

    def written(self, day: date) -> str:
        """Write a day in the reader's language."""
        return text.written(day, self.language)

    def moment(self, day: date) -> str:
        """Write a day on which something changes as finely as it is known."""
        return captions.moment(self.atlas, day, self.lens, self.viewpoint, self.language)

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
