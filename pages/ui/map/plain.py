"""The map's page as a plain file."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from geodata import Atlas
from pages.ui.map import content
from pages.ui.parts import day as tables
from pages.ui.parts.content import Part
from pages.ui.site.plan import Leaf, Plan, Slot
from pages.ui.words import captions
from pages.ui.words.reader import MANNERS, Reader

_DAY = timedelta(days=1)


def _leaves(atlas: Atlas, language: str) -> Iterator[Leaf]:
    reader = Reader(atlas, language, atlas.as_of)
    yield Leaf(reader, reader.say("door.lead"), ())


def _changes(reader: Reader) -> Iterable[date]:
    """Return the days on which an island or a line changes under the reader's lens."""
    return (day for day in _changing(reader) if reader.atlas.start <= day <= reader.atlas.as_of)


def _changing(reader: Reader) -> Iterable[date]:
    yield from reader.atlas.moments(lens=reader.lens, viewpoint=reader.viewpoint)
    for line in reader.atlas.line_records(reader.viewpoint):
        yield line.start
        if line.end is not None:
            yield line.end


def _standing(reader: Reader) -> Iterable[date]:
    """Return the days on which it changes what holds, or which papers the day itself leads to."""
    yield from _changes(reader)
    for instrument in reader.atlas.instruments.values():
        for day in (instrument.signed, instrument.in_force):
            yield from (day, day + _DAY) if day else ()


def _story(reader: Reader) -> Iterable[date]:
    """Return the days that the lens's story tells of: what comes next is another from each on."""
    return (brief.day for brief in captions.briefs(reader))


def _news(reader: Reader) -> Iterable[date]:
    """Return the days on which an event begins, or is over."""
    return (day for day in _happening(reader) if reader.atlas.start <= day <= reader.atlas.as_of)


def _happening(reader: Reader) -> Iterable[date]:
    for event in reader.atlas.events():
        yield event.date
        yield from (day + _DAY for day in (event.date, event.end) if day)


def _below(reader: Reader) -> list[Part]:
    return content.below(replace(reader, painted=True))


PLAN = Plan(
    "map",
    _leaves,
    kept=("date", "lens", "viewpoint", "island", "embed", *MANNERS),
    map="timeline",
    slots=(
        Slot(tables.status, _standing),
        Slot(tables.events, _news, every=True),
        Slot(tables.latest, _changes),
        Slot(tables.coming, _story),
    ),
    beside=_below,
)
