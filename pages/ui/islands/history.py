"""What an island went through: whose it was, what happened there, and on whose word."""

from datetime import date

from geodata import Atlas
from geodata.citation import cited
from geodata.model import Event, Lens
from geodata.spans import Span
from pages.ui import html
from pages.ui.html import Content, Markup, fold, join, tag, way
from pages.ui.islands.sheet import section
from pages.ui.parts import citations
from pages.ui.parts import island as sheets
from pages.ui.words import captions, holders
from pages.ui.words.reader import Reader

# More events than this are folded away.
_MANY = 12


def on_day(reader: Reader, name: str) -> Markup:
    """Say under every lens whose an island is on a day, since when, why and on whose word.

    What a reader who cannot see the map needs to know of it.
    """
    rows = [
        (
            reader.say(f"lens.{lens}"),
            join(
                _status(
                    reader,
                    reader.atlas.holding(name, reader.day, lens=lens, viewpoint=reader.viewpoint),
                )
            ),
        )
        for lens in Lens
    ]
    return section(
        reader.say("islands.on_day", date=reader.written(reader.day)),
        html.table((), rows),
    )


def history(reader: Reader, name: str) -> Markup:
    """Return every interval of an island's history, lens by lens, folded away."""
    parts = [
        fold(reader.say(f"lens.{lens}"), sheets.spans(reader, name, lens, cites=True))
        for lens in Lens
    ]
    return section(reader.say("islands.bar_words"), *parts)


def happened(atlas: Atlas, name: str) -> list[Event]:
    """Return the events that name an island, in order."""
    return [event for event in atlas.events() if name in event.islands]


def events(reader: Reader, name: str) -> Markup:
    """Return what happened on an island, each with a link to the map on its day.

    Era by era; of many, only those of the reader's own era are unfolded.
    """
    found = happened(reader.atlas, name)
    title = reader.say("islands.events")
    if not found:
        return section(title, tag("p", reader.say("islands.no_events")))
    ends = [*(era.start for era in reader.atlas.eras[1:]), date.max]
    parts = []
    for era, end in zip(reader.atlas.eras, ends, strict=True):
        own = [event for event in found if era.start <= _shown(reader.atlas, event) < end]
        if own:
            unfolded = len(found) <= _MANY or era.start <= reader.day < end
            parts.append(
                fold(
                    era.title[reader.language] + reader.bracketed(str(len(own))),
                    tag("ol", *(_event(reader, event) for event in own)),
                    opened=unfolded,
                )
            )
    note = reader.say("islands.events_note", count=len(found))
    return section(title, tag("p", note, class_="soft"), *parts)


def _shown(atlas: Atlas, event: Event) -> date:
    """Return the day an event is shown on: the range's first, if it is older."""
    return max(event.date, atlas.start)


def _event(reader: Reader, event: Event) -> Markup:
    return tag(
        "li",
        way(
            reader.written(event.date, event.precision),
            reader.link("map", date=_shown(reader.atlas, event).isoformat()),
        ),
        " ",
        tag("b", event.title[reader.language]),
        " ",
        event.summary[reader.language],
        " ",
        citations.cited(reader, event.sources),
    )


def sources(reader: Reader, name: str) -> Markup:
    """Count and list everything an island's sheet rests on."""
    told = list(cited(reader.atlas.islands[name]))
    for span in reader.atlas.history(name):
        told += span.sources
    for event in happened(reader.atlas, name):
        told += event.sources
    address = reader.link("islands", island=name)
    return section(
        reader.say("panel.sources"),
        tag("p", reader.say("islands.sources_note"), class_="soft"),
        citations.sources(reader, told),
        citations.this(reader, f"island-{name}", reader.name(name), address, told),
    )


def _status(reader: Reader, span: Span) -> list[Content]:
    since = (
        reader.say("islands.from_start")
        if span.start == reader.atlas.start
        else reader.say("islands.held_since", date=reader.since(span.start, span.precision))
    )
    sure = reader.say(f"confidence.{span.confidence}")
    confidence = reader.labelled(reader.say("panel.confidence"), sure) + reader.tongue.dot
    return [
        tag("b", holders.under(reader, span.lens, span.controller)),
        reader.tongue.comma,
        since,
        tag("div", captions.basis(reader, span) or reader.say("islands.no_basis")),
        tag("div", captions.doubt(reader, span) or "", class_="soft"),
        tag("span", confidence, class_="soft"),
        citations.cited(reader, span.sources),
    ]
