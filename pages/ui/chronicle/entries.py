"""The chronicle in words: its events, era by era."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from babel.dates import format_date

from geodata import Atlas
from geodata.model import Confidence, Era, Event
from geodata.time import Precision, edtf
from pages.ui.chronicle import query as chronicle
from pages.ui.html import Markup, join, link, tag
from pages.ui.parts import citations
from pages.ui.words import text


@dataclass(frozen=True, slots=True)
class Reading:
    """Who reads: ``params`` is the reader's view as URL parameters, kept by every link."""

    atlas: Atlas
    language: str
    params: dict[str, str]

    def say(self, key: str, **values: object) -> str:
        """Return a sentence of the chronicle in the reader's language."""
        return text.say(f"chronicle.{key}", self.language, **values)


def listing(reading: Reading, events: Iterable[Event]) -> Markup:
    """List events under the headings of their eras."""
    atlas = reading.atlas
    eras = groupby(events, lambda event: chronicle.era_of(atlas, event.date))
    return join(
        tag(
            "section",
            tag("h2", heading(atlas, era, reading.language)),
            tag("ol", *(tag("li", entry(reading, event)) for event in own)),
        )
        for era, own in eras
    )


def entry(reading: Reading, event: Event) -> Markup:
    """Tell one event: when, what, where, on whose word, and the way to the map."""
    language = reading.language
    title = event.title[language]
    day = when(event, language)
    theme = tag("span", reading.say(event.theme), class_="theme")
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
            *(_badge(reading, number) for number in event.document),
            class_="head",
        ),
        tag("h3", title),
        tag("p", event.summary[language]),
        _correction(reading, event),
        _islands(reading, event),
        tag(
            "p",
            _map(reading, event),
            " ",
            _instrument(reading, event),
            _anchor(reading, event),
            " ",
            _confidence(event, language),
            class_="foot",
        ),
        citations.sources(reading.atlas, event.sources, language),
        data_event=event.id,
    )


def heading(atlas: Atlas, era: Era, language: str) -> str:
    """Write an era's title with its years, unless the title tells them."""
    title, span = era.title[language], years(atlas, era, language)
    return title if span in title else f"{title} · {span}"


def years(atlas: Atlas, era: Era, language: str) -> str:
    """Write the years an era spans: 1600–1855, 1945, since 1991."""
    first = era.start.year
    ends = [other.start.year for other in atlas.eras if other.start > era.start]
    if not ends:
        return text.say("chronicle.since", language, year=first)
    if first == ends[0]:
        return str(first)
    return f"{first}〜{ends[0]}年" if language == "ja" else f"{first}–{ends[0]}"


def when(event: Event, language: str) -> str:
    """Write an event's day or days as finely as they are known: 18–23 August 1945, 1983–1986."""
    first, precision = event.date, event.precision
    last = first if event.end is None else event.end - timedelta(days=1)
    if text.written(first, language, precision) == text.written(last, language, precision):
        return text.written(first, language, precision)
    match precision:
        case Precision.DAY:
            return _days(first, last, language)
        case Precision.MONTH:
            dash = "〜" if language == "ja" else " – "
            return dash.join(text.written(day, language, precision) for day in (first, last))
    return {
        "en": f"{first.year}–{last.year}",
        "ja": f"{first.year}〜{last.year}年",
        "ru": f"{first.year}–{last.year}\N{NO-BREAK SPACE}гг.",
    }[language]


def _days(first: date, last: date, language: str) -> str:
    """Write a range of days without saying the month or year twice."""
    end = text.written(last, language)
    locale = text.LOCALES[language]
    if language == "ja":
        same_year, same_month = first.year == last.year, first.month == last.month
        pattern = "d日" if same_month else "M月d日"
        tail = format_date(last, pattern, locale=locale) if same_year else end
        return (
            text.written(first, language).removesuffix("日" if same_year and same_month else "")
            + "〜"
            + tail
        )
    if first.year != last.year:
        return f"{text.written(first, language)} – {end}"
    if first.month != last.month:
        return f"{format_date(first, 'd MMMM', locale=locale)} – {end}"
    return f"{first.day}–{end}"


def _badge(reading: Reading, number: str) -> Markup:
    """Name a founding document, and lead to all events it mentions."""
    words = reading.say("document", number=number)
    told = reading.say(
        "document_from", number=number, title=reading.atlas.sources[f"doc-{number}"].title
    )
    address = link("chronicle", reading.params | {"q": f"doc-{number}"})
    return join([" ", tag("a", words, href=address, target="_self", title=told, class_="badge")])


def _correction(reading: Reading, event: Event) -> Markup:
    if event.correction is None:
        return Markup()
    words = event.correction[reading.language]
    return tag("p", tag("b", reading.say("correction")), " ", words, class_="correction")


def _islands(reading: Reading, event: Event) -> Markup:
    """Name the islands an event bears on, each with the way to its page."""
    if not event.islands:
        return Markup()
    links = []
    for name in event.islands:
        word, tongue = text.names(reading.atlas.islands[name], reading.language)[0]
        address = link("islands", reading.params | {"island": name, "date": event.date.isoformat()})
        links.append(tag("a", word, href=address, target="_self", lang=tongue))
    between = text.COMMAS[reading.language]
    return tag(
        "p", tag("span", reading.say("islands")), " ", join(links, between), class_="islands"
    )


def _map(reading: Reading, event: Event) -> Markup:
    """Lead to the map on the event's day, with the event's island picked where it has but one."""
    own = {"date": event.date.isoformat()}
    if len(event.islands) == 1:
        own["island"] = event.islands[0]
    kept = {key: value for key, value in reading.params.items() if key != "island"}
    title = event.title[reading.language]
    name = reading.say("map_on", date=when(event, reading.language), title=title)
    return tag(
        "a",
        reading.say("map"),
        href=link("map", kept | own),
        target="_self",
        aria_label=name,
        class_="map",
    )


def _instrument(reading: Reading, event: Event) -> Markup:
    """Lead to the card of the treaty or other instrument an event is about."""
    if event.instrument is None:
        return Markup()
    address = link("treaties", reading.params | {"instrument": event.instrument})
    name = reading.atlas.instruments[event.instrument].name[reading.language]
    return join([tag("a", name, href=address, target="_self"), " "])


def _anchor(reading: Reading, event: Event) -> Markup:
    name = reading.say("anchor_to", title=event.title[reading.language])
    address = link("chronicle", reading.params | {"event": event.id})
    return tag("a", reading.say("anchor"), href=address, target="_self", aria_label=name)


def _confidence(event: Event, language: str) -> Markup:
    if event.confidence is Confidence.HIGH:
        return Markup()
    words = text.say(f"confidence.{event.confidence}", language)
    colon = ": "
    return tag("span", text.say("panel.confidence", language), colon, words, class_="soft")
