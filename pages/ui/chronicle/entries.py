"""The chronicle in words: its events, era by era."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from geodata.model import Confidence, Era, Event
from geodata.time import Precision, edtf
from pages.ui.chronicle import query as chronicle
from pages.ui.html import Markup, fold, join, tag, way
from pages.ui.parts import citations
from pages.ui.words.reader import Reader


def listing(reader: Reader, events: Iterable[Event]) -> Markup:
    """List events under the headings of their eras."""
    eras = groupby(events, lambda event: chronicle.era_of(reader.atlas, event.date))
    return join(
        tag(
            "section",
            tag("h2", heading(reader, era)),
            tag("ol", *(_item(reader, event) for event in own)),
            data_era=era.id,
        )
        for era, own in eras
    )


def _item(reader: Reader, event: Event) -> Markup:
    return tag("li", entry(reader, event), id=event.id, data_theme=str(event.theme))


def entry(reader: Reader, event: Event) -> Markup:
    """Tell one event: when, what, where, on whose word, and the way to the map."""
    language = reader.language
    title = event.title[language]
    day = reader.when(event)
    theme = tag("span", reader.say(f"chronicle.{event.theme}"), class_="theme")
    stamp = tag(
        "time",
        day,
        datetime=None if event.precision is Precision.DECADE else edtf(event.date, event.precision),
    )
    return tag(
        "article",
        tag(
            "p",
            stamp,
            " ",
            theme,
            *(_badge(reader, number) for number in event.document),
            class_="head",
        ),
        tag("h3", title),
        tag("p", event.summary[language]),
        _correction(reader, event),
        _islands(reader, event),
        tag(
            "p",
            _map(reader, event),
            " ",
            _instrument(reader, event),
            _anchor(reader, event),
            " ",
            _confidence(reader, event),
            class_="foot",
        ),
        citations.sources(reader, event.sources),
        citations.this(reader, f"event-{event.id}", title, _address(reader, event), event.sources),
    )


def heading(reader: Reader, era: Era) -> str:
    """Write an era's title with its years, unless the title tells them."""
    title = era.title[reader.language]
    told = str(era.start.year) in title
    return title if told else f"{title}{reader.tongue.dot}{years(reader, era)}"


def years(reader: Reader, era: Era) -> str:
    """Write the years an era spans: 1600–1855, 1945, since 1991."""
    ends = [other.start for other in reader.atlas.eras if other.start > era.start]
    if not ends:
        return reader.say("chronicle.since", year=era.start.year)
    return reader.between(era.start, ends[0], Precision.YEAR)


def _badge(reader: Reader, number: str) -> Markup:
    """Name a founding document, and lead to all events it mentions."""
    words = reader.say("chronicle.document", number=number)
    told = reader.say(
        "chronicle.document_from", number=number, title=reader.atlas.sources[f"doc-{number}"].title
    )
    address = reader.link("chronicle", q=f"doc-{number}")
    return join([" ", way(words, address, title=told, class_="badge")])


def documents(reader: Reader) -> Markup:
    """Say, folded, what the founding documents are: of what kind, from when, which events name."""
    numbers = sorted({number for event in reader.atlas.events() for number in event.document})
    told = fold(
        reader.say("chronicle.documents"),
        tag("p", reader.say("chronicle.documents_note")),
        tag("ul", *(_document(reader, number) for number in numbers)),
    )
    return tag("div", told, id="documents")  # a plain file without scripts leads there


def _document(reader: Reader, number: str) -> Markup:
    source = reader.atlas.sources[f"doc-{number}"]
    told = [reader.say(f"chronicle.document_{number}")]
    if source.published:
        year = date(int(source.published[:4]), 1, 1)
        told.append(reader.written(year, Precision.YEAR))
    address = reader.link("sources", source=source.id)
    title = way(source.title, address, lang=citations.spoken(source))
    return tag("li", _badge(reader, number), " ", reader.listed(told), reader.tongue.dot, title)


def _correction(reader: Reader, event: Event) -> Markup:
    if event.correction is None:
        return Markup()
    words = event.correction[reader.language]
    return tag("p", tag("b", reader.say("chronicle.correction")), " ", words, class_="correction")


def _islands(reader: Reader, event: Event) -> Markup:
    """Name the islands an event bears on, each with the way to its page."""
    if not event.islands:
        return Markup()
    links = []
    for name in event.islands:
        word, tongue = reader.names(name)[0]
        address = reader.link("islands", island=name, date=event.date.isoformat())
        links.append(way(word, address, lang=tongue))
    return tag(
        "p",
        tag("span", reader.say("chronicle.islands")),
        " ",
        join(links, reader.tongue.comma),
        class_="islands",
    )


def _map(reader: Reader, event: Event) -> Markup:
    """Lead to the map on the event's day, with the event's island picked where it has but one."""
    island = event.islands[0] if len(event.islands) == 1 else None
    address = reader.link("map", date=event.date.isoformat(), island=island)
    words = reader.say("chronicle.map")
    name = reader.labelled(words, event.title[reader.language])
    return way(words, address, aria_label=name, class_="map")


def _instrument(reader: Reader, event: Event) -> Markup:
    """Lead to the card of the treaty or other instrument an event is about."""
    if event.instrument is None:
        return Markup()
    address = reader.link("treaties", instrument=event.instrument)
    name = reader.atlas.instruments[event.instrument].name[reader.language]
    return join([way(name, address), " "])


def _anchor(reader: Reader, event: Event) -> Markup:
    words = reader.say("chronicle.anchor")
    name = reader.labelled(words, event.title[reader.language])
    return way(words, _address(reader, event), aria_label=name)


def _address(reader: Reader, event: Event) -> str:
    return reader.link("chronicle", event=event.id)


def _confidence(reader: Reader, event: Event) -> Markup:
    if event.confidence is Confidence.HIGH:
        return Markup()
    words = reader.say(f"confidence.{event.confidence}")
    told = reader.labelled(reader.say("panel.confidence"), words)
    return tag("span", told, class_="soft")
