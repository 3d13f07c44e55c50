"""What a link asks for: the view it names, and politely what of it cannot be used."""

import re
from collections.abc import Mapping
from datetime import date

from geodata import Atlas
from geodata.model import Lens, Viewpoint
from pages.ui.words import dates, parsing, text
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import FALLBACK, TONGUES

# The page a link asked for and there is not; see ``frame.serving``.
UNKNOWN = "unknown"


def parse(params: Mapping[str, str], atlas: Atlas, spoken: str = "") -> Reader:
    """Read a view from URL parameters; what makes no sense becomes the default and a notice.

    ``spoken`` is the browser's language ("ja-JP"), for who names none that the atlas has; that it
    has not the browser's is no fault of the address.
    """
    asked, lens, viewpoint, island = (
        params.get(key) for key in ("lang", "lens", "viewpoint", "island")
    )
    language = asked and _primary(asked)
    known = language in TONGUES
    own = _primary(spoken)
    words = language if known and language else own if own in TONGUES else FALLBACK
    wrong = {
        "page": UNKNOWN in params,
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
        furigana=params.get("furigana") == "1",
        notices=notice
        + tuple(text.say(f"notice.{key}", words) for key, is_so in wrong.items() if is_so),
    )


def _primary(language: str) -> str:
    """Return the language of ja-JP, as browsers name it."""
    return re.split("[-_]", language)[0].lower()


def _day(written: str | None, atlas: Atlas, language: str) -> tuple[date, tuple[str, ...]]:
    default = atlas.as_of
    if written is None:
        return default, ()
    words = {"date": dates.written(default, language)}
    day = parsing.day(written)
    if day is None:
        return default, (text.say("notice.date", language, **words),)
    if atlas.start <= day <= atlas.as_of:
        return day, ()
    first, last = (dates.written(day, language) for day in (atlas.start, atlas.as_of))
    return default, (text.say("notice.range", language, first=first, last=last, **words),)
