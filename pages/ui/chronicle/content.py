"""What the chronicle's page is made of: its heading, its drawing, its list."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from geodata.model import Event
from pages.ui.chronicle import entries as chronicle_list
from pages.ui.chronicle import query as chronicle
from pages.ui.chronicle import strip as chronicle_chart
from pages.ui.chronicle.query import Query
from pages.ui.html import tag
from pages.ui.parts import content
from pages.ui.parts.content import Asked, Box, Chart, Part
from pages.ui.words.reader import Reader

_block = partial(content.block, kind="sheet chronicle")

STRIP, CLOSE, PAGER = "strip", "close", "pager"


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a query: all events that fit, and those of the page that is shown."""

    events: list[Event]
    shown: list[Event]
    pages: int


def head(reader: Reader) -> list[Part]:
    """Say what the page is about, and how far it goes."""
    until = reader.say("chronicle.until", date=reader.written(reader.atlas.events()[-1].date))
    lead = reader.tongue.space.join([reader.say("chronicle.lead"), until])
    documents = chronicle_list.documents(reader)
    return [_block(tag("h1", reader.say("page.chronicle")), tag("p", lead), documents)]


def answered(reader: Reader, query: Query) -> Found:
    """Answer a query, a page of events at a time."""
    events = chronicle.answer(reader.atlas, query)
    first = (query.page - 1) * chronicle.PAGE
    return Found(events, events[first : first + chronicle.PAGE], chronicle.pages(len(events)))


def whole(reader: Reader) -> Found:
    """Return all events at once."""
    events = chronicle.answer(reader.atlas, Query())
    return Found(events, events, 1)


def strip(reader: Reader, query: Query, found: Found) -> list[Part]:
    """Draw all events over the eras, those found dark."""
    title = tag("h2", reader.say("chronicle.strip"))
    note = tag("p", reader.say("chronicle.strip_note"), class_="soft")
    still = Chart(drawing(reader, query, found), strip_words(reader, found))
    return [_block(title, note), Asked(STRIP, [Box("chronicle-strip", [still])])]


def drawing(reader: Reader, query: Query, found: Found) -> dict[str, Any]:
    """Draw all events over the eras as a chart; a mark can be picked."""
    return chronicle_chart.strip(reader, frozenset(event.id for event in found.events), query.event)


def strip_words(reader: Reader, found: Found) -> str:
    """Say what the drawing shows."""
    return reader.say("chronicle.strip_alt", **_counts(reader, found))


def picked(reader: Reader, query: Query) -> list[Part]:
    """Tell the event the link or the drawing picked."""
    if query.event is None:
        return []
    told = _block(
        tag("h2", reader.say("chronicle.picked")),
        chronicle_list.entry(reader, reader.atlas.event(query.event)),
    )
    return [Box("chronicle-picked", [told, Asked(CLOSE)])]


def paged(reader: Reader, query: Query) -> list[Part]:
    """List the events a query finds, a page at a time."""
    return listing(reader, query, answered(reader, query))


def listing(reader: Reader, query: Query, found: Found) -> list[Part]:
    """List the events found, and say how many they are."""
    counts = _counts(reader, found)
    words = reader.say("chronicle.found", **counts)
    if found.pages > 1:
        first = (query.page - 1) * chronicle.PAGE + 1
        last = first + len(found.shown) - 1
        words = reader.say("chronicle.shown", first=first, last=last, **counts)
    parts: list[Part] = [_block(tag("p", words, class_="count", role="status", aria_live="polite"))]
    if found.shown:
        parts.append(_block(chronicle_list.listing(reader, found.shown)))
    return [*parts, Asked(PAGER)]


def _counts(reader: Reader, found: Found) -> dict[str, object]:
    events = reader.count("of_events", len(reader.atlas.events()))
    return {"count": len(found.events), "events": events}
