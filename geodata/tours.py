"""Lists of days: their events looked up, their rules checked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from geodata.citation import work
from geodata.errors import Problem
from geodata.grades import SIDE_OF
from geodata.model import Event, GuidedStop, Lens, Listed, Stop, Text, Tour, Viewpoint
from geodata.records import Records, Row
from geodata.time import Interval

_DAY = timedelta(days=1)
# What each list that a page asks for must be.
_KINDS = {
    Listed.NINE: "days",
    Listed.RESIDENTS: "days",
    Listed.EVE: "days",
    Listed.DOOR: "days",
    Listed.LANDINGS: "span",
    Listed.SHUMSHU: "span",
    Listed.PEOPLE: "span",
    Listed.PAPERS: "span",
}


@dataclass(frozen=True, slots=True)
class Telling:
    """A day of a list, what it is told for, a note to it, and the lens it asks for, if any.

    ``title`` is there in lists of days; the ends of a span need none.
    """

    day: date
    title: Text | None
    note: Text | None
    lens: Lens | None


def telling(records: Records, tour: Tour) -> tuple[Telling, ...]:
    """Look up the stops of a list; those at an event that is not there are left out."""
    events = {row.record.id: row.record for row in records.events}
    return tuple(_told(records, events, stop) for stop in tour.stops if _there(events, stop))


def check_tours(records: Records) -> Iterator[Problem]:
    """Yield what is wrong with the lists, apart from ids that are nowhere.

    A list that a page asks for is missing, or a list is there that none does; its stops do
    not follow each other, lie outside the atlas's range or lack a title.
    """
    there = {row.record.id: row for row in records.tours}
    for name in sorted({*_KINDS} - {*there}):
        yield Problem("tours.toml", "", str(name), "a page asks for this list; it is missing")
    for row in records.tours:
        tour = row.record
        wanted = _KINDS.get(Listed(tour.id)) if tour.id in {*Listed} else None
        if wanted is None and tour.kind != "pair":
            yield Problem(row.file, row.name, "", "no page asks for this list")
        elif wanted is not None and tour.kind != wanted:
            yield Problem(row.file, row.name, "kind", f"a page asks for a list of kind {wanted!r}")
        yield from _stops(records, row)


def check_guided(records: Records) -> Iterator[Problem]:
    """Yield what is wrong with the guided tours: a day, what is pointed at, a side unheard.

    What is pointed at is on the map that day. Each tour rests on a Japanese and a Russian
    source at least and has a place of its own among the tours.
    """
    perspectives = {row.record.id: row.record.perspective for row in records.sources}
    places: dict[int, str] = {}
    for row in records.guided:
        stops = row.record.stops
        first = places.setdefault(row.record.order, row.name)
        if first != row.name:
            message = f"{row.record.order} is the place of {first}"
            yield Problem(row.file, row.name, "order", message)
        for number, stop in enumerate(stops):
            for field, message in _amiss(records, stop):
                yield Problem(row.file, row.name, f"stops.{number}.{field}", message)
        heard = {perspectives.get(work(source)) for stop in stops for source in stop.sources}
        for side in SIDE_OF.values():
            # a source that could not be read may be the one
            if side not in heard and None not in heard:
                yield Problem(row.file, row.name, "stops", f"rests on no {side} source")


def _amiss(records: Records, stop: GuidedStop) -> Iterator[tuple[str, str]]:
    """Yield what of a guided stop cannot be shown on its day, and why."""
    if not records.start <= stop.day <= records.as_of:
        yield "day", f"{stop.day} is outside the range {records.start} to {records.as_of}"
    instruments = {row.record.id: row.record for row in records.instruments}
    seen = {Viewpoint.NEUTRAL, stop.viewpoint}
    there = {
        "lines": {
            line.id: line.viewpoint in seen
            and stop.day in Interval(line.agreed(instruments), line.end)
            for line in (row.record for row in records.lines)
        },
        "landings": {
            landing.id: stop.day in landing.interval
            for landing in (row.record for row in records.landings)
        },
    }
    for field, drawn in there.items():
        for name in getattr(stop, field):
            if not drawn.get(name, True):
                yield field, f"{name} is not on the map on {stop.day}"


def _stops(records: Records, row: Row[Tour]) -> Iterator[Problem]:
    tour = row.record
    events = {event.record.id: event.record for event in records.events}
    stops = [
        (number, _told(records, events, stop))
        for number, stop in enumerate(tour.stops)
        if _there(events, stop)
    ]
    for number, stop in stops:
        if not records.start <= stop.day <= records.as_of:
            message = f"{stop.day} is outside the range {records.start} to {records.as_of}"
            yield Problem(row.file, row.name, f"stops.{number}", message)
        if tour.kind == "days" and stop.title is None:
            message = "needs a title, for it names no event"
            yield Problem(row.file, row.name, f"stops.{number}", message)
        if tour.id == Listed.DOOR and stop.note is None:
            yield Problem(row.file, row.name, f"stops.{number}", "a way in needs a note")
    for (_, before), (number, after) in pairwise(stops):
        if after.day < before.day:
            message = f"{after.day} is before {before.day}"
            yield Problem(row.file, row.name, f"stops.{number}", message)


def _there(events: Mapping[str, Event], stop: Stop) -> bool:
    return stop.event is None or stop.event in events


def _told(records: Records, events: Mapping[str, Event], stop: Stop) -> Telling:
    title = stop.title
    if stop.event is not None:
        event = events[stop.event]
        title = title or event.title
        day = event.date
        if stop.last and event.end is not None:
            day = event.end - _DAY
    elif stop.edge is not None:
        day = records.start if stop.edge == "start" else records.as_of
    else:
        day = stop.day or records.start
    return Telling(day + stop.shift * _DAY, title, stop.note, stop.lens)
