"""The map in words: what holds, what changed, why we say so, island by island."""

from collections.abc import Iterable
from datetime import date

from geodata.model import Event, Group, Landing, Lens, Line
from geodata.spans import Span
from pages.ui import html
from pages.ui.drawing import palette
from pages.ui.html import Content, Markup, Row, join, tag, way
from pages.ui.parts import citations
from pages.ui.words import captions, extents
from pages.ui.words.reader import Reader, kept

# Days whose words are kept: a class looks at the same ones together.
_KEPT = 128
# Days an event of several days is told on each of them.
_NEWS = 7


def section(title: str, *content: Content, heading: str = "h3") -> Markup:
    """Return a part under its own small heading: by default one of the panel, which has a title."""
    return tag("section", tag(heading, title), *content)


def moment(reader: Reader, day: date) -> Markup:
    """Tell one change: its date as finely as it is known, and its caption."""
    when = reader.moment(day)
    words = captions.caption(reader, day)
    return tag("p", tag("b", when), " ", words)


def today(reader: Reader) -> Markup:
    """Say what holds on a day, and what happened on it."""
    return join([status(reader), events(reader)])


@kept(Reader.seen, _KEPT)
def status(reader: Reader) -> Markup:
    """Say what holds on a day: who has how many islands and how much land."""
    held: dict[str, list[str]] = {}
    km2 = reader.atlas.km2
    for name, piece in reader.atlas.drawn(
        reader.day, lens=reader.lens, viewpoint=reader.viewpoint
    ).items():
        if reader.atlas.islands[name].group is not Group.SAKHALIN:
            held.setdefault(piece.span.controller, []).append(name)
    paints = palette.paints(reader)
    rows = [
        (
            paints[power].name,
            reader.say(
                "panel.count",
                islands=extents.islands(reader, names),
                area=reader.number(sum(km2[name] for name in names)),
            ),
        )
        for power, names in sorted(
            held.items(), key=lambda item: -sum(km2[name] for name in item[1])
        )
    ]
    lines = [
        _line(reader, line)
        for line in reader.atlas.line_records(reader.viewpoint)
        if reader.day in line.interval
    ]
    return join(
        [
            tag("h2", reader.say("panel.day")),
            tag(
                "p",
                tag("b", reader.moment(reader.day), data_day=reader.day.isoformat()),
                reader.tongue.dot,
                reader.say(f"lens.{reader.lens}"),
            ),
            html.table((), rows),
            *(tag("p", line, class_="soft") for line in lines),
            # those of a change stand with it
            "" if reader.day in _changes(reader) else _papers(reader, reader.day, []),
        ]
    )


def _line(reader: Reader, line: Line) -> Content:
    """Name a boundary line; one that an instrument drew leads to its card."""
    name = line.name[reader.language]
    if line.instrument is None:
        return name
    return way(name, reader.link("treaties", instrument=line.instrument))


def _papers(reader: Reader, day: date, spans: list[Span]) -> Markup:
    """Lead to the cards of the instruments behind a change: how Japan, how Russia reads them."""
    instruments = reader.atlas.instruments
    dated = (one.id for one in instruments.values() if day in (one.signed, one.in_force))
    based = (span.basis for span in spans if span.lens is Lens.TITLE and span.basis)
    links = (
        way(
            instruments[name].name[reader.language],
            reader.link("treaties", instrument=name),
            title=reader.say("panel.readings"),
        )
        for name in dict.fromkeys((*dated, *based))
    )
    written = join(tag("li", link) for link in links)
    if not written:
        return Markup()
    return join([tag("p", reader.say("panel.readings"), class_="soft"), tag("ul", written)])


def _changes(reader: Reader) -> list[date]:
    return reader.atlas.moments(lens=reader.lens, viewpoint=reader.viewpoint)


@kept(Reader.seen, _KEPT)
def latest(reader: Reader) -> Markup:
    """Say what changed last, from whom to whom, why, and on whose word."""
    title = reader.say("panel.changed")
    past = [one for one in _changes(reader) if one <= reader.day]
    if not past:
        return section(title, tag("p", reader.say("panel.nothing_yet")))
    spans = [
        span
        for own in reader.atlas.spans(reader.lens, reader.viewpoint).values()
        for span in own
        if span.start == past[-1]
    ]
    return section(
        title,
        moment(reader, past[-1]),
        _papers(reader, past[-1], spans),
        *(tag("p", doubt, class_="soft") for doubt in captions.told_once(reader, spans)[:3]),
        citations.sources(reader, _sources(reader, past[-1], spans)),
    )


@kept(Reader.seen, _KEPT)
def coming(reader: Reader) -> Markup:
    """Say what comes next in the lens's story, and when."""
    title = reader.say("panel.next")
    later = next((brief for brief in captions.briefs(reader) if brief.day > reader.day), None)
    if later is None:
        return section(title, tag("p", reader.say("panel.no_next")))
    return section(title, tag("p", tag("b", reader.moment(later.day)), " ", later.caption))


@kept(Reader.seen, _KEPT)
def holders(reader: Reader) -> Markup:
    """Return the table twin of the map: each island, its status, since when, and why."""
    drawn = reader.atlas.drawn(reader.day, lens=reader.lens, viewpoint=reader.viewpoint)
    paints = palette.paints(reader)
    reasons: dict[tuple[str, str, tuple[str, ...]], int] = {}
    rows: list[Row] = []
    group = None
    for name, island in reader.atlas.islands.items():
        if island.group is not group:
            group = island.group
            rows.append(Row([reader.say(f"group.{group}")]))
        span = reader.atlas.holding(name, reader.day, lens=reader.lens, viewpoint=reader.viewpoint)
        reason = reasons.setdefault((span.basis, span.note, span.sources), len(reasons) + 1)
        words = [
            paints[span.controller].name,
            _since(reader, span),
            captions.marked(reader, drawn[name]),
        ]
        told = join([*words, " ", tag("sup", str(reason))])
        rows.append(Row([citations.names(reader, name), told]))
    notes = (_reason(reader, *reason) for reason in reasons)
    return section(
        reader.say("panel.holders"),
        html.table(
            [reader.say("panel.island"), reader.say("panel.status")],
            rows,
            caption=reader.written(reader.day),
        ),
        tag("h3", reader.say("panel.why")),
        tag("ol", *notes, class_="why"),
    )


def _since(reader: Reader, span: Span) -> str:
    if span.start == reader.atlas.start:
        return ""
    begun = reader.short_since(span.start, span.precision)
    return reader.tongue.comma + reader.say("islands.held_since", date=begun)


def _reason(reader: Reader, basis: str, note: str, sources: tuple[str, ...]) -> Markup:
    """Say why an island is held, with what there is to add, and on whose word."""
    more = reader.atlas.phrases[note].text[reader.language] if note else ""
    return tag(
        "li",
        captions.basis_words(reader, basis, reader.lens) or "",
        " ",
        tag("span", more, class_="soft") if more else "",
        " ",
        citations.cited(reader, sources),
    )


def _sources(reader: Reader, day: date, spans: list[Span]) -> Iterable[str]:
    """Return whose word a change rests on: that of the islands, lines and landings it tells.

    Where a claim only ends, its own record says so.
    """
    told: list[Span | Line | Landing] = [*spans]
    if reader.lens == Lens.CLAIMS:
        claims = (
            claim
            for island in reader.atlas.islands
            for claim in reader.atlas.history(island, reader.lens)
        )
        told += [claim for claim in claims if claim.end == day]
    drawn: list[Line | Landing] = [
        *reader.atlas.line_records(reader.viewpoint),
        *reader.atlas.landing_records(),
    ]
    told += [record for record in drawn if day in (record.start, record.end)]
    return (name for record in told for name in record.sources)


@kept(Reader.seen, _KEPT)
def events(reader: Reader) -> Markup:
    """Tell what happened on a day, as the chronicle does."""
    day = reader.day
    now = reader.atlas.events(day, date.fromordinal(day.toordinal() + 1))
    news = [event for event in now if event.date == day or _short(event)]
    if not news:
        return Markup()
    return section(
        reader.say("panel.events"),
        *(
            tag(
                "p",
                way(
                    tag("b", event.title[reader.language]),
                    reader.link("chronicle", event=event.id),
                ),
                " ",
                event.summary[reader.language],
            )
            for event in news[:4]
        ),
    )


def _short(event: Event) -> bool:
    """Say whether an event of several days is short enough to be news on each of them."""
    return event.end is not None and (event.end - event.date).days <= _NEWS
