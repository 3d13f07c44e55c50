"""The landings' page: the day beside the map, the whole operation below it."""

from copy import deepcopy
from dataclasses import replace
from datetime import timedelta
from functools import partial

import streamlit as st

from geodata.model import Listed
from pages.ui.browser import scope
from pages.ui.drawing import minimap
from pages.ui.frame import card, moves
from pages.ui.frame.block import block, folded
from pages.ui.html import Markup, join, picture, tag
from pages.ui.landings import battle as landings
from pages.ui.landings import days as landings_days
from pages.ui.landings import losses, residents
from pages.ui.landings import shumshu as landings_shumshu
from pages.ui.parts import day as tables
from pages.ui.words.reader import Reader

_html = partial(block, kind="sheet landings")
_panel = partial(block, kind="panel")

_PARTS = ("account", "battle", "losses", "shumshu", "civilians")


def show(reader: Reader) -> None:
    """Write beside the map what happened on the reader's day, and what came next."""
    weeks = scope.landings(reader.atlas)
    now = replace(reader, day=weeks.clamp(reader.day))
    with st.container(key=f"beside-landings-{now.island}"):
        if now.day != reader.day:
            _panel(now, tag("p", now.say("landings.clamped", date=now.written(now.day))))
        _moves(now, weeks)
        card.show(reader, now)
        _panel(now, tables.today(now), landings.of_day(now, now.day))
        _panel(now, tables.latest(now), _next(now, weeks))
        _panel(now, _contents(now))
        folded(now, "panel.holders", lambda: _panel(now, tables.holders(now)))


def account(reader: Reader) -> None:
    """Tell the four weeks day by day."""
    _part(
        reader,
        "account",
        landings_days.account(reader, scope.landings(reader.atlas)),
    )


def battle(reader: Reader) -> None:
    """Show the order of battle, landing by landing."""
    table = landings.battle(reader)
    _part(reader, "battle", tag("div", table, class_="scrolled"))


def casualties(reader: Reader) -> None:
    """Draw every source's figures, operation by operation, each with its table."""
    _part(reader, "losses", tag("p", reader.say("landings.losses_note")))
    for operation in losses.OPERATIONS:
        _html(reader, tag("h3", reader.say(f"landings.operation_{operation}")))
        with st.container(key=f"losses-{operation}"):
            for prisoners in (False, True):
                drawn = losses.chart(reader, operation, prisoners=prisoners)
                if drawn is not None:
                    st.vega_lite_chart(deepcopy(drawn), width="stretch")
        _html(reader, losses.table(reader, operation))


def shumshu(reader: Reader) -> None:
    """Show Shumshu close by, with its places and its six days."""
    spots = landings_shumshu.spots(reader)
    eve = reader.atlas.stops(Listed.EVE)[0].day
    title = reader.say("landings.shumshu_map", date=reader.written(eve))
    drawn = minimap.minimap(
        reader.at(eve, lens="control", viewpoint="neutral"),
        title=title,
        bounds=landings_shumshu.BOUNDS,
        width=520,
        spots=spots,
    )
    _part(
        reader,
        "shumshu",
        tag("p", reader.say("landings.shumshu_note")),
        tag(
            "div",
            tag(
                "figure",
                picture(drawn, title),
                tag("figcaption", reader.say("landings.shumshu_marks")),
            ),
            landings_shumshu.key(reader, spots),
            class_="beside",
        ),
        tag(
            "div",
            landings_days.shumshu(reader),
            class_="scrolled",
        ),
    )


def civilians(reader: Reader) -> None:
    """Tell who lived on the islands, who fled, who was shipped away, and who lives there now."""
    _part(
        reader,
        "civilians",
        landings_days.civilians(reader),
        tag("h3", reader.say("landings.people_title")),
    )
    with st.container(key="residents"):
        st.vega_lite_chart(deepcopy(residents.chart(reader)), width="stretch")
    _html(
        reader,
        tag("div", residents.table(reader), class_="scrolled"),
        residents.unknown(reader),
    )


def _moves(reader: Reader, weeks: scope.Scope) -> None:
    """Draw the ways to the day before and the day after."""
    moves.days(
        reader,
        {
            key: weeks.clamp(reader.day + timedelta(days=step))
            for key, step in (("landings.day_before", -1), ("landings.day_after", 1))
        },
    )


def _next(reader: Reader, weeks: scope.Scope) -> Markup:
    moments = reader.atlas.moments(lens=reader.lens, viewpoint=reader.viewpoint)
    coming = [day for day in moments if reader.day < day <= weeks.last]
    if not coming:
        words = tag("p", reader.say("landings.no_next"))
    else:
        words = tables.moment(reader, coming[0])
    return tables.section(reader.say("panel.next"), words)


def _contents(reader: Reader) -> Markup:
    """Point to what stands below the map."""
    links = (tag("a", reader.say(f"landings.{part}"), href=f"#{part}") for part in _PARTS)
    return tables.section(reader.say("landings.below"), tag("p", join(links, reader.tongue.dot)))


def _part(reader: Reader, part: str, *content: Markup) -> None:
    heading = tag("h2", reader.say(f"landings.{part}"), id=part)
    _html(reader, heading, *content)
