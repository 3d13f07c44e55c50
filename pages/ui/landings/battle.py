"""The landings of 1945 in words: their particulars, the order of battle."""

from datetime import date

from geodata.citation import cited
from geodata.model import Landing, Side, Text
from pages.ui import html
from pages.ui.html import Content, Markup, Row, join, tag, way
from pages.ui.parts import citations
from pages.ui.parts import day as tables
from pages.ui.words import captions, dates
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import JAPANESE, RUSSIAN


def clock(reader: Reader, landing: Landing) -> str:
    """Write the hour by either side’s clock, as far as it is recorded."""
    if landing.local_time is None:
        return reader.say("landings.no_hour")
    local = dates.hour(landing.local_time, reader.language)
    if landing.soviet_time is None:
        return reader.say("landings.local_clock", local=local)
    soviet = dates.hour(landing.soviet_time, reader.language)
    return reader.say("landings.both_clocks", local=local, soviet=soviet)


def site(reader: Reader, landing: Landing) -> Markup:
    """Write a site's name of 1945 and today's, and each as its own side writes it."""
    then, now = landing.site, landing.site_today
    return join(
        [
            tag("b", then[reader.language]),
            " → ",
            now[reader.language],
            " ",
            tag("small", join(_native(reader, then, now), reader.tongue.dot)),
        ]
    )


def particulars(reader: Reader, landing: Landing) -> Markup:
    """Return all that is known of one landing: hour, place, both sides, outcome, sources."""
    facts: list[tuple[str, Content]] = [
        ("hour", clock(reader, landing)),
        ("soviet", _side(reader, landing.soviet)),
        ("japanese", _side(reader, landing.japanese)),
        ("outcome", landing.outcome[reader.language]),
    ]
    if landing.port:
        port = [
            landing.port.name[reader.language],
            " ",
            citations.cited(reader, landing.port.sources),
        ]
        facts.insert(1, ("port", join(port)))
    return tag(
        "article",
        tag("h4", site(reader, landing)),
        tag("p", citations.names(reader, landing.island)),
        html.facts((reader.say(f"landings.{term}"), fact) for term, fact in facts),
        _doubt(reader, landing),
        citations.sources(reader, landing.sources),
        _cite(reader, landing),
        class_="landing",
    )


def of_day(reader: Reader, day: date) -> Markup:
    """Return the particulars of the landings of one day, or say that there was none."""
    today = [landing for landing in reader.atlas.landing_records() if landing.start == day]
    if not today:
        words: Content = tag("p", reader.say("landings.none_today"))
    else:
        words = join(particulars(reader, landing) for landing in today)
    return tables.section(reader.say("landings.today", count=len(today)), words)


def battle(reader: Reader) -> Markup:
    """Return the order of battle: every landing with its day, hour, both sides and outcome."""
    heads = ("when", "site", "soviet", "japanese", "outcome", "sources")
    return html.table(
        [reader.say(f"landings.{head}") for head in heads],
        (
            Row(_cells(reader, landing), anchor=f"landing-{landing.id}")
            for landing in reader.atlas.landing_records()
        ),
        caption=reader.say("landings.battle_note"),
        named_by=1,
        stacks=True,
    )


def _cells(reader: Reader, landing: Landing) -> list[Markup]:
    day = landing.start
    when = way(
        tag("time", reader.written(day), datetime=day.isoformat()),
        reader.link("landings", date=day.isoformat()),
    )
    return [
        join([when, tag("div", clock(reader, landing), class_="soft")]),
        join([site(reader, landing), tag("div", citations.names(reader, landing.island))]),
        _side(reader, landing.soviet),
        _side(reader, landing.japanese),
        join([landing.outcome[reader.language], reader.tongue.space, _doubt(reader, landing)]),
        join([citations.cited(reader, landing.sources), _cite(reader, landing)]),
    ]


def _cite(reader: Reader, landing: Landing) -> Markup:
    title = reader.say(
        "citing.landing",
        island=reader.name(landing.island),
        date=reader.written(landing.start, landing.precision),
    )
    address = reader.link("landings", date=landing.start.isoformat())
    return citations.this(reader, f"landing-{landing.id}", title, address, cited(landing))


def _side(reader: Reader, side: Side) -> Markup:
    commander = (
        reader.say("landings.commander", name=side.commander[reader.language])
        if side.commander
        else reader.say("landings.no_commander")
    )
    return join([side.units[reader.language], tag("div", commander, class_="soft")])


def _native(reader: Reader, then: Text, now: Text) -> list[Markup]:
    """Return the name of 1945 in Japanese and today's in Russian, but for the reader's own."""
    names = ((JAPANESE, then.ja), (RUSSIAN, now.ru))
    return [tag("span", name, lang=tongue) for tongue, name in names if tongue != reader.language]


def _doubt(reader: Reader, landing: Landing) -> Markup:
    words = captions.doubt(reader, landing)
    sure = reader.say(f"confidence.{landing.confidence}")
    return tag(
        "div",
        f"{words} " if words else "",
        reader.labelled(reader.say("panel.confidence"), sure) + reader.tongue.stop,
        class_="soft",
    )
