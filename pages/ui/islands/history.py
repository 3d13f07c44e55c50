"""What an island went through: whose it was, what happened there, and on whose word."""

from collections.abc import Callable
from datetime import date

from geodata import Atlas
from geodata.model import Event, Lens, Span
from pages.ui.html import Content, Markup, join, tag
from pages.ui.parts import citations
from pages.ui.parts import day as tables
from pages.ui.parts import island as sheets
from pages.ui.words import captions, holders, text

# More events than this are folded away.
_MANY = 12

# Gives the address of the map on a day.
ToDay = Callable[[date], str]


def on_day(atlas: Atlas, name: str, day: date, viewpoint: str, language: str) -> Markup:
    """Say under every lens whose an island is on a day, since when, why and on whose word.

    What a reader who cannot see the map needs to know of it.
    """
    rows = [
        tag(
            "tr",
            tag("th", text.say(f"lens.{lens}", language), scope="row"),
            tag(
                "td",
                *_status(atlas, atlas.holding(name, day, lens=lens, viewpoint=viewpoint), language),
            ),
        )
        for lens in Lens
    ]
    return tables.section(
        text.say("islands.on_day", language, date=text.written(day, language)),
        tag("table", tag("tbody", *rows)),
    )


def history(atlas: Atlas, name: str, language: str) -> Markup:
    """Return every interval of an island's history, lens by lens, folded away."""
    parts = [
        tag(
            "details",
            tag("summary", text.say(f"lens.{lens}", language)),
            sheets.spans(atlas, name, language, lens),
            open=None,
        )
        for lens in Lens
    ]
    return tables.section(text.say("islands.bar_words", language), *parts)


def happened(atlas: Atlas, name: str) -> list[Event]:
    """Return the events that name an island, in order."""
    return [event for event in atlas.events() if name in event.islands]


def events(atlas: Atlas, name: str, day: date, language: str, to_day: ToDay) -> Markup:
    """Return what happened on an island, each with a link to the map on its day.

    Era by era; of many, only those of the reader's own era are unfolded.
    """
    found = happened(atlas, name)
    title = text.say("islands.events", language)
    if not found:
        return tables.section(title, tag("p", text.say("islands.no_events", language)))
    ends = [*(era.start for era in atlas.eras[1:]), date.max]
    parts = []
    for era, end in zip(atlas.eras, ends, strict=True):
        own = [event for event in found if era.start <= _shown(atlas, event) < end]
        if own:
            unfolded = len(found) <= _MANY or era.start <= day < end
            parts.append(
                tag(
                    "details",
                    tag("summary", era.title[language], f" ({len(own)})"),
                    tag("ol", *(_event(atlas, event, language, to_day) for event in own)),
                    open="" if unfolded else None,
                )
            )
    note = text.say("islands.events_note", language, count=len(found))
    return tables.section(title, tag("p", note, class_="soft"), *parts)


def _shown(atlas: Atlas, event: Event) -> date:
    """Return the day an event is shown on: the range's first, if it is older."""
    return max(event.date, atlas.start)


def _event(atlas: Atlas, event: Event, language: str, to_day: ToDay) -> Markup:
    return tag(
        "li",
        tag(
            "a",
            text.written(event.date, language, event.precision),
            href=to_day(_shown(atlas, event)),
            target="_self",
        ),
        " ",
        tag("b", event.title[language]),
        " ",
        event.summary[language],
        " ",
        citations.cited(atlas, event.sources, language),
    )


def sources(atlas: Atlas, name: str, language: str) -> Markup:
    """Count and list everything an island's sheet rests on."""
    record = atlas.islands[name]
    cited = list(record.sources)
    for fact in (record.ainu, record.area, record.highest, *record.population):
        cited += fact.sources if fact else ()
    for span in atlas.history(name):
        cited += span.sources
    for event in happened(atlas, name):
        cited += event.sources
    return tables.section(
        text.say("panel.sources", language),
        tag("p", text.say("islands.sources_note", language), class_="soft"),
        citations.sources(atlas, cited, language),
    )


def _status(atlas: Atlas, span: Span, language: str) -> list[Content]:
    since = (
        text.say("islands.from_start", language)
        if span.start == atlas.start
        else text.say(
            "islands.held_since",
            language,
            date=text.since(span.start, language, span.precision),
        )
    )
    confidence = join(
        [
            text.say("panel.confidence", language),
            ": ",
            text.say(f"confidence.{span.confidence}", language),
            " · ",
        ]
    )
    return [
        tag("b", holders.status(atlas, span.lens, span.controller, language)),
        ", ",
        since,
        tag("div", captions.basis(atlas, span, language) or text.say("islands.no_basis", language)),
        tag("div", captions.doubt(atlas, span, language) or "", class_="soft"),
        tag("span", confidence, class_="soft"),
        citations.cited(atlas, span.sources, language),
    ]
