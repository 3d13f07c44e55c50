"""The map in words: what holds, what changed, why we say so, island by island."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from geodata import Atlas
from geodata.model import Event, Group, Landing, Lens, Line, Span
from pages.ui.drawing import palette
from pages.ui.html import Content, Markup, join, tag
from pages.ui.parts import citations
from pages.ui.words import captions, text

# Days whose words are kept: a class looks at the same ones together.
_KEPT = 512
# Days an event of several days is told on each of them.
_NEWS = 7


def section(title: str, *content: Content) -> Markup:
    """Return a part of the panel under its own small heading."""
    return tag("section", tag("h3", title), *content)


def moment(atlas: Atlas, day: date, lens: str, viewpoint: str, language: str) -> Markup:
    """Tell one change: its date as finely as it is known, and its caption."""
    when = captions.moment(atlas, day, lens, viewpoint, language)
    words = captions.caption(atlas, day, lens, viewpoint, language)
    return tag("p", tag("b", when), " ", words)


@lru_cache(_KEPT)
def today(atlas: Atlas, day: date, lens: str, viewpoint: str, language: str) -> Markup:
    """Say what holds on a day: who has how many islands and how much land."""
    held: dict[str, list[float]] = {}
    km2 = atlas.km2
    for name, piece in atlas.drawn(day, lens=lens, viewpoint=viewpoint).items():
        if atlas.islands[name].group is not Group.SAKHALIN:
            held.setdefault(piece.span.controller, []).append(km2[name])
    paints = palette.paints(atlas, language)
    rows = [
        tag(
            "tr",
            tag("td", paints[power].name),
            tag(
                "td",
                text.say(
                    "panel.count",
                    language,
                    islands=len(areas),
                    area=text.number(sum(areas), language),
                ),
            ),
        )
        for power, areas in sorted(held.items(), key=lambda item: -sum(item[1]))
    ]
    lines = [line.name[language] for line in atlas.line_records(viewpoint) if day in line.interval]
    return join(
        [
            tag("h2", text.say("panel.day", language)),
            tag(
                "p",
                tag("b", text.written(day, language)),
                " · ",
                text.say(f"lens.{lens}", language),
            ),
            tag("table", *rows),
            tag("p", captions.listed(lines, language), class_="soft") if lines else "",
            _events(atlas, day, language),
        ]
    )


@lru_cache(_KEPT)
def latest(atlas: Atlas, day: date, lens: str, viewpoint: str, language: str) -> Markup:
    """Say what changed last, from whom to whom, why, and on whose word."""
    title = text.say("panel.changed", language)
    past = [one for one in atlas.moments(lens=lens, viewpoint=viewpoint) if one <= day]
    if not past:
        return section(title, tag("p", text.say("panel.nothing_yet", language)))
    spans = [
        span
        for own in atlas.spans(lens, viewpoint).values()
        for span in own
        if span.start == past[-1]
    ]
    doubts = dict.fromkeys(filter(None, (captions.doubt(atlas, span, language) for span in spans)))
    return section(
        title,
        moment(atlas, past[-1], lens, viewpoint, language),
        *(tag("p", doubt, class_="soft") for doubt in list(doubts)[:3]),
        citations.sources(atlas, _sources(atlas, past[-1], lens, viewpoint, spans), language),
    )


@lru_cache(_KEPT)
def coming(atlas: Atlas, day: date, lens: str, viewpoint: str, language: str) -> Markup:
    """Say what changes next, and when."""
    title = text.say("panel.next", language)
    later = [one for one in atlas.moments(lens=lens, viewpoint=viewpoint) if one > day]
    if not later:
        return section(title, tag("p", text.say("panel.no_next", language)))
    return section(title, moment(atlas, later[0], lens, viewpoint, language))


@lru_cache(_KEPT)
def holders(atlas: Atlas, day: date, lens: str, viewpoint: str, language: str) -> Markup:
    """Return the table twin of the map: each island, its status, since when, and why."""
    drawn = atlas.drawn(day, lens=lens, viewpoint=viewpoint)
    paints = palette.paints(atlas, language)
    reasons: dict[tuple[str, str, tuple[str, ...]], int] = {}
    rows: list[Markup] = []
    group = None
    for name, island in atlas.islands.items():
        if island.group is not group:
            group = island.group
            rows.append(
                tag(
                    "tr",
                    tag("th", text.say(f"group.{group}", language), colspan="2", scope="rowgroup"),
                )
            )
        span = atlas.holding(name, day, lens=lens, viewpoint=viewpoint)
        reason = reasons.setdefault((span.basis, span.note, span.sources), len(reasons) + 1)
        since = (
            ""
            if span.start == atlas.start
            else text.COMMAS[language] + text.short(span.start, language, span.precision)
        )
        mark = (
            f" ({text.say('map.doubtful_date', language).lower()})" if drawn[name].doubtful else ""
        )
        rows.append(
            tag(
                "tr",
                tag("th", citations.names(atlas, name, language, viewpoint), scope="row"),
                tag("td", paints[span.controller].name, since, mark, " ", tag("sup", str(reason))),
            )
        )
    notes = [
        tag(
            "li",
            captions.basis_words(atlas, basis, lens, language) or "",
            " ",
            tag("span", atlas.phrases[note].text[language], class_="soft") if note else "",
            " ",
            citations.cited(atlas, ids, language),
        )
        for basis, note, ids in reasons
    ]
    return section(
        text.say("panel.holders", language),
        tag(
            "table",
            tag("caption", text.written(day, language)),
            tag(
                "thead",
                tag(
                    "tr",
                    tag("th", text.say("panel.island", language), scope="col"),
                    tag("th", text.say("panel.status", language), scope="col"),
                ),
            ),
            tag("tbody", *rows),
        ),
        tag("h3", text.say("panel.why", language)),
        tag("ol", *notes, class_="why"),
    )


def _sources(
    atlas: Atlas, day: date, lens: str, viewpoint: str, spans: list[Span]
) -> Iterable[str]:
    """Return whose word a change rests on: that of the islands, lines and landings it tells.

    Where a claim only ends, its own record says so.
    """
    told: list[Span | Line | Landing] = [*spans]
    if lens == Lens.CLAIMS:
        claims = (claim for island in atlas.islands for claim in atlas.history(island, lens))
        told += [claim for claim in claims if claim.end == day]
    drawn: list[Line | Landing] = [*atlas.line_records(viewpoint), *atlas.landing_records()]
    told += [record for record in drawn if day in (record.start, record.end)]
    return (name for record in told for name in record.sources)


def _events(atlas: Atlas, day: date, language: str) -> Markup:
    now = atlas.events(day, date.fromordinal(day.toordinal() + 1))
    events = [event for event in now if event.date == day or _short(event)]
    if not events:
        return Markup()
    return section(
        text.say("panel.events", language),
        *(
            tag("p", tag("b", event.title[language]), " ", event.summary[language])
            for event in events[:4]
        ),
    )


def _short(event: Event) -> bool:
    """Say whether an event of several days is short enough to be news on each of them."""
    return event.end is not None and (event.end - event.date).days <= _NEWS
