"""One island in words: its card and its history, span by span."""

from geodata.citation import cited
from geodata.model import Lens, Measure, Viewpoint
from geodata.spans import Span, ending
from geodata.time import Precision
from pages.ui import html
from pages.ui.html import Content, Markup, join, tag, way
from pages.ui.parts import citations, people
from pages.ui.words import captions, dates, holders
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import ROMAJI


def island(reader: Reader, name: str) -> Markup:
    """Return the essentials of an island's card: names, status, area, people."""
    record = reader.atlas.islands[name]
    own = reader.names(name)
    span = reader.atlas.span(name, reader.day)
    status = holders.status(reader, Lens.CONTROL, span.controller)
    measured = reader.say("panel.computed", area=figure(reader, reader.atlas.measured[name]))
    facts: list[tuple[str, Content]] = [
        (
            reader.say("panel.status"),
            tag(
                "span",
                reader.say("panel.status_on", status=status, date=reader.written(reader.day)),
                data_status="",
            ),
        ),
        (reader.say("panel.area"), join([_area(reader, record.area), measured])),
    ]
    if record.kana and reader.tongue.readings:
        facts.insert(0, (reader.say("islands.kana"), reader.listed(record.kana)))
    facts.append((reader.say("panel.population"), _population(reader, name)))
    return join(
        [
            tag("h2", tag("span", own[0][0], lang=own[0][1]), id="card-title", tabindex="-1"),
            tag(
                "p",
                join(
                    (tag("span", other, lang=tongue) for other, tongue in own[1:]),
                    reader.tongue.dot,
                ),
                reader.tongue.dot,
                tag("span", record.romaji, lang=ROMAJI),
            ),
            html.facts(facts),
        ]
    )


def details(reader: Reader, name: str) -> Markup:
    """Return what else is known of an island: its height, its Ainu name, a note, its page."""
    record = reader.atlas.islands[name]
    facts: list[tuple[str, Content]] = []
    if record.highest:
        metres = reader.say("panel.metres", height=figure(reader, record.highest.value))
        facts.append((reader.say("panel.highest"), noted(reader, record.highest, metres)))
    if record.ainu:
        meaning = (
            reader.bracketed(record.ainu.meaning[reader.language]) if record.ainu.meaning else ""
        )
        facts.append((reader.say("panel.ainu"), join([tag("i", record.ainu.name), meaning])))
    return join(
        [
            html.facts(facts) if facts else "",
            tag("p", record.note[reader.language], class_="soft") if record.note else "",
            tag("p", way(reader.say("panel.page"), reader.link("islands", island=name))),
            citations.this(
                reader,
                f"island-{name}",
                reader.name(name),
                reader.link("islands", island=name),
                cited(record),
            ),
        ]
    )


def spans(reader: Reader, name: str, lens: str = Lens.CONTROL, *, cites: bool = False) -> Markup:
    """Return every interval of an island under a lens with basis, doubt and sources.

    Claims that hold at once and governments' readings of a treaty are told one by one. With
    ``cites`` each says how it is cited.
    """
    history = reader.atlas.history(name, lens=lens)
    items = [
        tag(
            "li",
            tag("b", _days(reader, span, ending(span, history))),
            " ",
            reader.atlas.powers[span.controller].name[reader.language],
            _reader(reader, span),
            tag("div", captions.basis(reader, span) or ""),
            " ",
            tag("span", captions.doubt(reader, span) or "", class_="soft"),
            " ",
            tag(
                "span",
                reader.labelled(
                    reader.say("panel.confidence"), reader.say(f"confidence.{span.confidence}")
                ),
                reader.tongue.stop,
                reader.tongue.space,
                class_="soft",
            ),
            citations.cited(reader, span.sources),
            _cite(reader, name, span, ending(span, history)) if cites else "",
        )
        for span in history
    ]
    return tag("ol", *items, class_="why")


def _cite(reader: Reader, name: str, span: Span, end: Precision) -> Markup:
    """Return how one record of an island's history is cited."""
    title = reader.say(
        "citing.record",
        island=reader.name(name),
        holder=holders.status(reader, span.lens, span.controller) + _reader(reader, span),
        days=_days(reader, span, end),
    )
    address = reader.link(
        "islands",
        island=name,
        date=span.start.isoformat(),
        lens=str(span.lens),
        viewpoint=str(span.viewpoint),
    )
    lens = span.lens if span.viewpoint is Viewpoint.NEUTRAL else f"{span.lens}-{span.viewpoint}"
    key = f"{lens}-{name}-{span.start}-{span.controller}"
    return citations.this(reader, key, title, address, span.sources)


def noted(reader: Reader, measure: Measure, words: str) -> Markup:
    """Return a published figure with its note and its sources."""
    note = f" {measure.note[reader.language]} " if measure.note else " "
    return join([words, tag("span", note, class_="soft"), citations.cited(reader, measure.sources)])


def figure(reader: Reader, value: float) -> str:
    """Write a measure as finely as its size deserves."""
    digits = 0 if value >= 100 else 1 if value >= 1 else 2  # noqa: PLR2004  # km², metres
    return reader.number(value, digits)


def _days(reader: Reader, span: Span, end: Precision) -> str:
    """Write a span's first day; of a claim or a reading, which overlap, its end too."""
    first = reader.written(span.start, span.precision)
    if span.lens is Lens.CONTROL or span.end is None:
        return first
    return dates.spanned(first, reader.written(span.end, end), reader.language)


def _reader(reader: Reader, span: Span) -> str:
    """Say whose reading of the treaties a span is, unless it is the neutral one."""
    if span.viewpoint is Viewpoint.NEUTRAL:
        return ""
    return reader.bracketed(reader.say(f"viewpoint.{span.viewpoint}"))


def _population(reader: Reader, name: str) -> Content:
    counts = people.counts(reader.atlas, name)
    if not counts:
        return reader.say("panel.unknown")
    shown = counts if len(counts) == 1 else [counts[0], counts[-1]]
    return join(
        (
            reader.say(
                "panel.people", date=people.when(reader, count), people=reader.number(count.people)
            )
            for count in shown
        ),
        reader.tongue.semicolon,
    )


def _area(reader: Reader, area: Measure | None) -> Content:
    if area is None:
        return ""
    words = reader.say("panel.published", area=figure(reader, area.value))
    return join([noted(reader, area, words), reader.tongue.semicolon])
