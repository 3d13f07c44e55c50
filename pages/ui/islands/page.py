"""The gazetteer's widgets: the search, one island's sheet, the table of all."""

from dataclasses import replace
from datetime import date

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
    best = search.find(reader.atlas, query).best
    if not query or reader.island not in (None, best):
        return reader
    put(reader, content.answer(reader, query))
    return replace(reader, island=best)


def sheet(reader: Reader) -> None:
    """Draw the sheet of the view's island, if it has one."""
    if reader.island is not None:
        put(reader, content.sheet(reader, reader.island), day=lambda: _day(reader))


def table(reader: Reader) -> None:
    """Draw the table of all islands, or of those found, unless a sheet is open."""
    if reader.island:
        return
    by = islands_table.order(st.query_params.get("sort"))
    if by is None:
        st.warning(reader.say("islands.sort"))
        by = islands_table.Order()
    put(reader, content.table(reader, by, _query()))


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
