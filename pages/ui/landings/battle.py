"""The landings of 1945 in words: their particulars, the order of battle."""

from collections.abc import Mapping
from datetime import date

from geodata import Atlas
from geodata.model import Landing, Side, Text
from pages.ui.html import Content, Markup, join, link, tag
from pages.ui.parts import citations
from pages.ui.parts import day as tables
from pages.ui.words import captions, text


def clock(landing: Landing, language: str) -> str:
    """Write the hour by either side’s clock, as far as it is recorded."""
    if landing.local_time is None:
        return text.say("landings.no_hour", language)
    hours = {"local": landing.local_time, "soviet": landing.soviet_time}
    key = "landings.both_clocks" if landing.soviet_time else "landings.local_clock"
    return text.say(key, language, **hours)


def site(landing: Landing, language: str) -> Markup:
    """Write a site's name of 1945 and today's, and each as its own side writes it."""
    then, now = landing.site, landing.site_today
    return join(
        [
            tag("b", then[language]),
            " → ",
            now[language],
            " ",
            tag("small", join(_native(then, now, language), " · ")),
        ]
    )


def particulars(atlas: Atlas, landing: Landing, language: str) -> Markup:
    """Return all that is known of one landing: hour, place, both sides, outcome, sources."""
    facts: list[tuple[str, Content]] = [
        ("hour", clock(landing, language)),
        ("soviet", _side(landing.soviet, language)),
        ("japanese", _side(landing.japanese, language)),
        ("outcome", landing.outcome[language]),
    ]
    if landing.port:
        port = [
            landing.port.name[language],
            " ",
            citations.cited(atlas, landing.port.sources, language),
        ]
        facts.insert(1, ("port", join(port)))
    return tag(
        "article",
        tag("h4", site(landing, language)),
        tag("p", citations.names(atlas, landing.island, language)),
        tag(
            "dl",
            *(
                part
                for term, fact in facts
                for part in (tag("dt", text.say(f"landings.{term}", language)), tag("dd", fact))
            ),
        ),
        _doubt(atlas, landing, language),
        citations.sources(atlas, landing.sources, language),
        class_="landing",
    )


def of_day(atlas: Atlas, day: date, language: str) -> Markup:
    """Return the particulars of the landings of one day, or say that there was none."""
    today = [landing for landing in atlas.landing_records() if landing.start == day]
    if not today:
        words: Content = tag("p", text.say("landings.none_today", language))
    else:
        words = join(particulars(atlas, landing, language) for landing in today)
    return tables.section(text.say("landings.today", language, count=len(today)), words)


def battle(atlas: Atlas, language: str, params: Mapping[str, str]) -> Markup:
    """Return the order of battle: every landing with its day, hour, both sides and outcome."""
    heads = ("when", "site", "soviet", "japanese", "outcome", "sources")
    titles = [text.say(f"landings.{head}", language) for head in heads]
    rows = [
        tag(
            "tr",
            *(
                tag(
                    "th" if number == 1 else "td",
                    cell,
                    scope="row" if number == 1 else None,
                    data_title=titles[number],
                )
                for number, cell in enumerate(_cells(atlas, landing, language, params))
            ),
            id=f"landing-{landing.id}",
        )
        for landing in atlas.landing_records()
    ]
    return tag(
        "table",
        tag("caption", text.say("landings.battle_note", language)),
        tag("thead", tag("tr", *(tag("th", title, scope="col") for title in titles))),
        tag("tbody", *rows),
        class_="stacked",
    )


def _cells(
    atlas: Atlas, landing: Landing, language: str, params: Mapping[str, str]
) -> list[Markup]:
    day = landing.start
    when = tag(
        "a",
        tag("time", text.written(day, language), datetime=day.isoformat()),
        href=link("landings", {**params, "date": day.isoformat()}),
        target="_self",
    )
    return [
        join([when, tag("div", clock(landing, language), class_="soft")]),
        join(
            [site(landing, language), tag("div", citations.names(atlas, landing.island, language))]
        ),
        _side(landing.soviet, language),
        _side(landing.japanese, language),
        join([landing.outcome[language], " ", _doubt(atlas, landing, language)]),
        citations.cited(atlas, landing.sources, language),
    ]


def _side(side: Side, language: str) -> Markup:
    commander = (
        text.say("landings.commander", language, name=side.commander[language])
        if side.commander
        else text.say("landings.no_commander", language)
    )
    return join([side.units[language], tag("div", commander, class_="soft")])


def _native(then: Text, now: Text, language: str) -> list[Markup]:
    """Return the name of 1945 in Japanese and today's in Russian, but for the reader's own."""
    names = (("ja", then.ja), ("ru", now.ru))
    return [tag("span", name, lang=tongue) for tongue, name in names if tongue != language]


def _doubt(atlas: Atlas, landing: Landing, language: str) -> Markup:
    words = captions.doubt(atlas, landing, language)
    sure = text.say(f"confidence.{landing.confidence}", language)
    return tag(
        "div",
        f"{words} " if words else "",
        f"{text.say('panel.confidence', language)}: {sure}.",
        class_="soft",
    )
