"""The four weeks of 1945 day by day, and the six days of Shumshu."""

from collections.abc import Iterable
from datetime import date, timedelta

from geodata import Atlas
from geodata.model import Event, Lens, Listed, Theme
from geodata.time import Precision
from pages.ui import html
from pages.ui.browser.scope import Scope
from pages.ui.html import Markup, join, tag, way
from pages.ui.parts import citations
from pages.ui.words import captions, holders
from pages.ui.words.reader import Reader


def account(reader: Reader, scope: Scope) -> Markup:
    """Tell every day of the scope: what passed, what happened, on whose word."""
    days = _between(scope.start, scope.last)
    return tag("ol", *(_told(reader, day) for day in days), class_="days")


def shumshu(reader: Reader) -> Markup:
    """Return the days of Shumshu as a table: who held the island, what happened there."""
    heads = ("when", "held", "happened")
    rows = []
    [island] = reader.atlas.tours[Listed.SHUMSHU].islands
    first, last = (stop.day for stop in reader.atlas.stops(Listed.SHUMSHU))
    for day in _between(first, last):
        span = reader.atlas.span(island, day)
        status = holders.status(reader, Lens.CONTROL, span.controller)
        events = [event for event in _events(reader.atlas, day) if island in event.islands]
        rows.append(
            (
                _opened(reader, day),
                join([status, " ", citations.cited(reader, span.sources)]),
                join(_event(reader, event) for event in events) or reader.say("landings.no_event"),
            )
        )
    return html.table(
        [reader.say(f"landings.{head}") for head in heads],
        rows,
        caption=reader.say("landings.shumshu_days"),
        stacks=True,
    )


def civilians(reader: Reader) -> Markup:
    """Tell what became of the islands' people from August 1945 to 1949, with sources."""
    first, last = (stop.day for stop in reader.atlas.stops(Listed.PEOPLE))
    events = reader.atlas.events(first, last + timedelta(days=1), Theme.PEOPLE)
    rows = [
        tag(
            "li",
            way(
                tag(
                    "time",
                    _when(reader, event),
                    datetime=event.date.isoformat(),
                ),
                reader.link("map", date=event.date.isoformat()),
            ),
            " ",
            _event(reader, event),
        )
        for event in events
    ]
    return tag("ol", *rows, class_="days")


def _told(reader: Reader, day: date) -> Markup:
    moments = reader.atlas.moments(lens=Lens.CONTROL)
    words: list[Markup] = []
    if day in moments:
        caption = captions.caption(reader.at(lens=Lens.CONTROL, viewpoint="neutral"), day)
        words.append(tag("p", caption, class_="passed"))
    words += [_event(reader, event) for event in _events(reader.atlas, day)]
    if not words:
        words.append(tag("p", reader.say("landings.no_event"), class_="soft"))
    return tag(
        "li",
        tag("h3", _opened(reader, day)),
        *words,
        id=f"day-{day.isoformat()}",
    )


def _opened(reader: Reader, day: date) -> Markup:
    """Write a day as a link that opens this page's map on it."""
    return way(
        tag("time", reader.written(day), datetime=day.isoformat()),
        reader.link("landings", date=day.isoformat()),
    )


def _event(reader: Reader, event: Event) -> Markup:
    until = ""
    if event.end is not None and event.precision is Precision.DAY:
        last = reader.written(event.end - timedelta(days=1))
        until = reader.say("landings.until", date=last)
    return tag(
        "p",
        tag("b", event.title[reader.language]),
        f" {until} " if until else " ",
        event.summary[reader.language],
        " ",
        citations.cited(reader, event.sources),
    )


def _events(atlas: Atlas, day: date) -> list[Event]:
    """Return the events that began on a day, known to the day."""
    return [
        event
        for event in atlas.events(day, day + timedelta(days=1))
        if event.date == day and event.precision is Precision.DAY
    ]


def _when(reader: Reader, event: Event) -> str:
    return reader.written(event.date, event.precision)


def _between(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
