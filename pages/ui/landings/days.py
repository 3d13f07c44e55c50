"""The four weeks of 1945 day by day, and the six days of Shumshu."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from geodata import Atlas
from geodata.model import Event, Lens
from geodata.time import Precision
from pages.ui.browser.scope import Scope
from pages.ui.html import Content, Markup, join, link, tag
from pages.ui.parts import citations
from pages.ui.words import captions, holders, text

# Fighting on Shumshu began and arms were laid down.
_SHUMSHU = (date(1945, 8, 18), date(1945, 8, 23))


def account(atlas: Atlas, scope: Scope, language: str, params: Mapping[str, str]) -> Markup:
    """Tell every day of the scope: what passed, what happened, on whose word."""
    days = _between(scope.start, scope.last)
    return tag("ol", *(_told(atlas, day, language, params) for day in days), class_="days")


def shumshu(atlas: Atlas, language: str, params: Mapping[str, str]) -> Markup:
    """Return the days of Shumshu as a table: who held the island, what happened there."""
    heads = ("when", "held", "happened")
    titles = [text.say(f"landings.{head}", language) for head in heads]
    rows = []
    for day in _between(*_SHUMSHU):
        span = atlas.span("shumshu", day)
        status = holders.status(atlas, Lens.CONTROL, span.controller, language)
        events = [event for event in _events(atlas, day) if "shumshu" in event.islands]
        cells: list[Content] = [
            _opened(day, language, params),
            join([status, " ", citations.cited(atlas, span.sources, language)]),
            join(_event(atlas, event, language) for event in events)
            or text.say("landings.no_event", language),
        ]
        rows.append(
            tag(
                "tr",
                *(
                    tag("td", cell, data_title=title)
                    for cell, title in zip(cells, titles, strict=True)
                ),
            )
        )
    return tag(
        "table",
        tag("caption", text.say("landings.shumshu_days", language)),
        tag("thead", tag("tr", *(tag("th", title, scope="col") for title in titles))),
        tag("tbody", *rows),
        class_="stacked",
    )


def civilians(atlas: Atlas, language: str, params: Mapping[str, str]) -> Markup:
    """Tell what became of the islands' people from August 1945 to 1949, with sources."""
    events = [
        event
        for event in atlas.events(date(1945, 8, 1), date(1950, 1, 1), "people")
        if event.date.year < 1950  # noqa: PLR2004  # the last removals were in 1949
    ]
    rows = [
        tag(
            "li",
            tag(
                "a",
                tag(
                    "time",
                    _when(event, language),
                    datetime=event.date.isoformat(),
                ),
                href=link("map", {**params, "date": event.date.isoformat()}),
                target="_self",
            ),
            " ",
            _event(atlas, event, language),
        )
        for event in events
    ]
    return tag("ol", *rows, class_="days")


def _told(atlas: Atlas, day: date, language: str, params: Mapping[str, str]) -> Markup:
    moments = atlas.moments(lens=Lens.CONTROL)
    words: list[Markup] = []
    if day in moments:
        caption = captions.caption(atlas, day, Lens.CONTROL, "neutral", language)
        words.append(tag("p", caption, class_="passed"))
    words += [_event(atlas, event, language) for event in _events(atlas, day)]
    if not words:
        words.append(tag("p", text.say("landings.no_event", language), class_="soft"))
    return tag(
        "li",
        tag("h3", _opened(day, language, params)),
        *words,
        id=f"day-{day.isoformat()}",
    )


def _opened(day: date, language: str, params: Mapping[str, str]) -> Markup:
    """Write a day as a link that opens this page's map on it."""
    return tag(
        "a",
        tag("time", text.written(day, language), datetime=day.isoformat()),
        href=link("landings", {**params, "date": day.isoformat()}),
        target="_self",
    )


def _event(atlas: Atlas, event: Event, language: str) -> Markup:
    until = ""
    if event.end is not None and event.precision is Precision.DAY:
        last = text.written(event.end - timedelta(days=1), language)
        until = text.say("landings.until", language, date=last)
    return tag(
        "p",
        tag("b", event.title[language]),
        f" {until} " if until else " ",
        event.summary[language],
        " ",
        citations.cited(atlas, event.sources, language),
    )


def _events(atlas: Atlas, day: date) -> list[Event]:
    """Return the events that began on a day, known to the day."""
    return [
        event
        for event in atlas.events(day, day + timedelta(days=1))
        if event.date == day and event.precision is Precision.DAY
    ]


def _when(event: Event, language: str) -> str:
    return text.written(event.date, language, event.precision)


def _between(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
