"""What a reader asks of the chronicle: read from the URL, answered, written back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from geodata import Atlas
from geodata.model import Era, Event, Theme
from pages.ui.words import dates, parsing, search, text
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES

# Events on one page of the list.
PAGE = 40
# The parameters of the URL that are the chronicle's own.
OWN = ("theme", "era", "from", "to", "q", "page", "event")

# As much of a search as is looked at.
LONGEST = 200
_YEAR = re.compile(r"[0-9]{4}")
# Where the signs of Chinese and Japanese begin: a script without spaces.
_UNSPACED = "\u3000"


@dataclass(frozen=True, slots=True)
class Query:
    """Which events to list; empty fields ask for all.

    ``first`` and ``last`` are years, both included; ``page`` counts from 1. ``event`` is the
    one shown above the list. ``notices`` says politely what of the link could not be used.
    """

    themes: tuple[str, ...] = ()
    era: str | None = None
    first: int | None = None
    last: int | None = None
    words: str = ""
    page: int = 1
    event: str | None = None
    notices: tuple[str, ...] = ()

    def params(self) -> dict[str, str]:
        """Return the question as URL parameters; what asks for all is left out."""
        own = {
            "theme": ",".join(self.themes),
            "era": self.era,
            "from": None if self.first is None else str(self.first),
            "to": None if self.last is None else str(self.last),
            "q": self.words,
            "page": str(self.page) if self.page > 1 else None,
            "event": self.event,
        }
        return {key: value for key, value in own.items() if value}


def parse(reader: Reader, params: Mapping[str, str]) -> Query:
    """Read a question from URL parameters; what makes no sense is left out, with a notice."""
    asked = [name for name in params.get("theme", "").split(",") if name]
    themes = tuple(str(theme) for theme in Theme if theme in asked)
    eras = {era.id for era in reader.atlas.eras}
    era, event, page = params.get("era"), params.get("event"), params.get("page")
    years = _years(params, reader.atlas)
    wrong = {
        "theme": not set(asked) <= set(Theme),
        "era": era is not None and era not in eras,
        "years": years is None,
        "event": event is not None and event not in {one.id for one in reader.atlas.events()},
    }
    query = Query(
        themes=themes,
        era=None if wrong["era"] else era,
        first=years[0] if years else None,
        last=years[1] if years else None,
        words=" ".join(params.get("q", "")[:LONGEST].split()),
        page=parsing.whole(page or "") or 0,
        event=None if wrong["event"] else event,
    )
    known = min(max(query.page, 1), pages(len(answer(reader.atlas, query))))
    notices = [reader.say(f"chronicle.wrong_{key}") for key, is_so in wrong.items() if is_so]
    if page is not None and known != query.page:
        notices.append(reader.say("chronicle.wrong_page", page=known))
    return Query(
        query.themes,
        query.era,
        query.first,
        query.last,
        query.words,
        known,
        query.event,
        tuple(notices),
    )


def answer(atlas: Atlas, query: Query) -> list[Event]:
    """Return the events that fit a question, in order.

    An event of several days belongs to every period it touches.
    """
    start, end = _span(atlas, query)
    if start >= end:
        return []
    # what is written in one, as "doc-003", is looked for as one
    wanted = list(filter(None, map(search.fold, query.words.split())))
    known = index(atlas)
    return [
        event
        for event in atlas.events(start, end)
        if (not query.themes or event.theme in query.themes)
        and all(_has(known[event.id], word) for word in wanted)
    ]


def pages(count: int) -> int:
    """Return how many pages a list of so many events fills; an empty one fills one."""
    return max(1, -(-count // PAGE))


def era_of(atlas: Atlas, day: date) -> Era:
    """Return the era a day belongs to."""
    return [era for era in atlas.eras if era.start <= day][-1]


def _years(params: Mapping[str, str], atlas: Atlas) -> tuple[int | None, int | None] | None:
    """Read the years of the URL; None for years outside the range, reversed, or no years."""
    written = [params.get("from") or None, params.get("to") or None]
    if not all(year is None or _YEAR.fullmatch(year) for year in written):
        return None
    first, last = (None if year is None else int(year) for year in written)
    inside = all(
        year is None or atlas.start.year <= year <= atlas.as_of.year for year in (first, last)
    )
    ordered = first is None or last is None or first <= last
    return (first, last) if inside and ordered else None


def _span(atlas: Atlas, query: Query) -> tuple[date, date]:
    """Return the days a question is about, half-open; they may be none."""
    start, end = atlas.start, atlas.as_of + timedelta(days=1)
    for era, after in zip(atlas.eras, (*atlas.eras[1:], None), strict=True):
        if era.id == query.era:
            start, end = era.start, after.start if after else end
    if query.first is not None:
        start = max(start, date(query.first, 1, 1))
    if query.last is not None:
        end = min(end, date(query.last + 1, 1, 1))
    return start, end


@cache
def index(atlas: Atlas) -> dict[str, str]:
    """Return all that a search looks at, folded, by event: words, ids, names, dates, themes."""
    return {
        event.id: " " + " ".join(filter(None, map(search.fold, _words(atlas, event))))
        for event in atlas.events()
    }


def _words(atlas: Atlas, event: Event) -> list[str]:
    found = [event.id, *(f"doc-{number}" for number in event.document)]
    if event.instrument:
        found.append(event.instrument)
    for language in TONGUES:
        found += [
            event.title[language],
            event.summary[language],
            event.correction[language] if event.correction else "",
            dates.written(event.date, language, event.precision),
            text.say(f"chronicle.{event.theme}", language),
            atlas.instruments[event.instrument].name[language] if event.instrument else "",
        ]
    for name in event.islands:
        island = atlas.islands[name]
        found += [name, *(island.name[language] for language in TONGUES), island.romaji]
        found += [*island.kana, *island.aliases, island.ainu.name if island.ainu else ""]
    return found


def _has(haystack: str, word: str) -> bool:
    """Look for a word at the beginning of one; Japanese, which has no spaces, anywhere."""
    return word in haystack if word >= _UNSPACED else f" {word}" in haystack
