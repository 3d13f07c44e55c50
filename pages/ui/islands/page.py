"""The gazetteer's widgets: the search, one island's sheet, the table of all."""

from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from geodata.model import Group
from pages.ui.drawing import bars as charts
from pages.ui.frame import address, moves
from pages.ui.frame.block import block
from pages.ui.html import Markup, link, tag, way
from pages.ui.islands import history as islands_history
from pages.ui.islands import people as islands_people
from pages.ui.islands import place as islands_map
from pages.ui.islands import sheet as islands
from pages.ui.islands import table as islands_table
from pages.ui.islands import ways as islands_ways
from pages.ui.parts import day as tables
from pages.ui.words import search
from pages.ui.words.reader import Reader

_html = partial(block, kind="sheet isl")

_PAGE = "islands"
_KEY = "islands-search"
# A name is shorter than this; more of an address is not searched.
_LONGEST = 60


def find(reader: Reader) -> Reader:
    """Draw the search; return the view with the island it picks, if it picks one alone."""
    query = _query()
    address.fill({_KEY: query})
    with st.container(key="islands-search-box"):
        st.text_input(
            reader.say("islands.search"),
            key=_KEY,
            placeholder=reader.say("islands.example"),
            max_chars=_LONGEST,
            on_change=_searched,
            args=(reader,),
        )
    found = search.find(reader.atlas, query)
    if not query or reader.island not in (None, found.best):
        return reader
    _html(reader, islands_ways.answer(reader, query, found))
    return replace(reader, island=found.best)


def sheet(reader: Reader) -> None:
    """Draw the sheet of the view's island, if it has one."""
    name = reader.island
    if name is None:
        return
    way = islands_ways.along(reader, name)
    _html(reader, way, islands.head(reader, name))
    _html(
        reader,
        tag(
            "div",
            tag(
                "div",
                _doors(reader),
                islands.names(reader, name),
                islands.facts(reader, name),
            ),
            islands_map.maps(reader, name),
            class_="isl-sheet",
        ),
        islands_history.on_day(reader, name),
    )
    _day(reader)
    _html(
        reader,
        tables.section(
            reader.say("panel.history"),
            tag("p", reader.say("islands.bar", name=_name(reader, name)), class_="soft"),
        ),
    )
    _html(reader, charts.history(reader, name))
    _html(reader, islands_history.history(reader, name))
    _html(reader, tables.section(reader.say("panel.population")))
    people = islands_people.chart(reader, name)
    if people is not None:
        with st.container(key="islands-chart-people"):
            st.altair_chart(people, width="stretch")
    _html(
        reader,
        islands_people.table(reader, name),
        islands_history.events(reader, name),
        islands_history.sources(reader, name),
        way,
    )


def table(reader: Reader) -> None:
    """Draw the table of all islands, or of those found, unless a sheet is open."""
    if reader.island:
        return
    by = islands_table.order(st.query_params.get("sort"))
    if by is None:
        st.warning(reader.say("islands.sort"))
        by = islands_table.Order()
    atlas = reader.atlas
    query = _query()
    wanted = search.find(atlas, query).islands
    _html(reader, tag("h1", reader.say("page.islands")))
    if not wanted:
        return
    rows = islands_table.rows(reader, wanted)
    chain = sum(island.group is not Group.SAKHALIN for island in atlas.islands.values())
    _html(
        reader,
        "" if query else tag("p", reader.say("islands.intro", count=chain)),
        islands_table.table(reader, rows, by),
    )


def _doors(reader: Reader) -> Markup:
    """Lead to the map with the island picked, and to this sheet itself."""
    return tag(
        "p",
        way(reader.say("islands.show"), _map(reader, reader.day)),
        reader.tongue.dot,
        way(reader.say("islands.permalink"), _address(reader, {})),
        class_="isl-doors",
    )


def _day(reader: Reader) -> None:
    with st.container(key="islands-day-box"):
        moves.date_field(reader, "panel.date", reader.day, _dated)


def _dated(day: date) -> None:
    address.change({"date": day.isoformat()})


def _searched(reader: Reader) -> None:
    """Put what is typed into the address, and the island it means, if it means one alone."""
    query = st.session_state[_KEY].strip()
    address.change({"q": query, "island": search.find(reader.atlas, query).best})


def _query() -> str:
    return str(st.query_params.get("q", ""))[:_LONGEST].strip()


def _name(reader: Reader, island: str) -> str:
    return reader.name(island)


def _to_page(reader: Reader) -> islands_ways.ToPage:
    return lambda changed: _address(reader, changed)


def _address(reader: Reader, changed: dict[str, str | None]) -> str:
    return link(_PAGE, reader.params(**changed))


def _map(reader: Reader, day: date) -> str:
    return link("map", reader.params(date=day.isoformat()))
