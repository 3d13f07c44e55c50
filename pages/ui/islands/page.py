"""The gazetteer's widgets: the search, one island's sheet, the table of all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from pages.ui.frame import address, moves
from pages.ui.frame.put import put
from pages.ui.islands import content
from pages.ui.islands import table as islands_table
from pages.ui.words import search
from pages.ui.words.reader import Reader

_KEY = "islands-search"
# A name is shorter than this; more of an address is not searched.
_LONGEST = 60


def show(reader: Reader) -> None:
    """Draw the sheet of the island asked for, or of the one a search means; else the table.

    A page's first words are its heading: the search stands below that.
    """
    query = _query()
    best = search.find(reader.atlas, query).best
    searched = bool(query) and reader.island in (None, best)
    island = best if searched else reader.island
    asks = partial(_search, reader, query, told=searched)
    if island:
        _sheet(reader, island, asks)
    else:
        _table(reader, query, asks)


def _search(reader: Reader, query: str, *, told: bool) -> None:
    """Draw the field, and say what was found where that is shown."""
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
    if told:
        put(reader, content.answer(reader, query))


def _sheet(reader: Reader, island: str, asks: Callable[[], None]) -> None:
    own = replace(reader, island=island)
    put(own, content.sheet(own, island), search=asks, day=lambda: _day(own))


def _table(reader: Reader, query: str, asks: Callable[[], None]) -> None:
    by = islands_table.order(st.query_params.get("sort"))
    if by is None:
        st.warning(reader.say("islands.sort"))
        by = islands_table.Order()
    put(reader, content.table(reader, by, query), search=asks)


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
