"""The pairs of days worth comparing, found in the data."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from geodata import Atlas
from geodata.model import Instrument, Lens, Listed
from pages.ui.words import parsing
from pages.ui.words.reader import Reader

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Ready:
    """Two days, the earlier first, and the lens under which they differ."""

    title: str
    first: date
    second: date
    lens: str


def ready(reader: Reader) -> list[Ready]:
    """Return the day before and the day of each instrument that changed the map, and more."""
    found = [
        Ready(instrument.name[reader.language], day - _DAY, day, lens)
        for instrument, day, lens in _telling(reader.atlas)
    ]
    listed = [
        Ready(pair.title[reader.language], first.day, second.day, pair.lens)
        for pair in reader.atlas.tours.values()
        if pair.kind == "pair" and pair.title
        for first, second in (reader.atlas.stops(pair.id),)
    ]
    return sorted([*found, *listed], key=lambda pair: pair.second)


def eve(atlas: Atlas) -> date:
    """Return the day before the first landing in the Kurils in 1945."""
    return atlas.stops(Listed.EVE)[0].day


def other_day(atlas: Atlas, written: str | None, day: date) -> tuple[date, bool]:
    """Read the second date of a link; without a good one, a telling default.

    Also returns whether something was written that could not be used.
    """
    default = eve(atlas) if day != eve(atlas) else atlas.as_of
    if written is None:
        return default, False
    read = parsing.day(written)
    if read is None or not atlas.start <= read <= atlas.as_of:
        return default, True
    return read, False


def _telling(atlas: Atlas) -> Iterable[tuple[Instrument, date, str]]:
    """Name one instrument for each day on which one took effect and an island changed with it."""
    seen: set[date] = set()
    for instrument in _weighty(atlas):
        day = instrument.in_force
        if day is None or day in seen:
            continue
        lens = next(
            (lens for lens in (Lens.CONTROL, Lens.TITLE) if atlas.changes(day, lens=lens)), None
        )
        if lens is not None:
            seen.add(day)
            yield instrument, day, lens


def _weighty(atlas: Atlas) -> list[Instrument]:
    """Return the instruments, those that title rests on before others of the same day."""
    bases = {span.basis for own in atlas.spans(Lens.TITLE).values() for span in own}
    return sorted(atlas.instruments.values(), key=lambda one: one.id not in bases)
