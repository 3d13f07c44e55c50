"""The chronicle's page: the question, its drawing, its list."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import streamlit as st

from geodata.model import Theme
from pages.ui.chronicle import content
from pages.ui.chronicle import entries as chronicle_list
from pages.ui.chronicle import query as chronicle
from pages.ui.chronicle import strip as chronicle_chart
from pages.ui.chronicle.content import Found
from pages.ui.chronicle.query import Query
from pages.ui.frame import address, notice, script
from pages.ui.frame.put import put, taken
from pages.ui.frame.shared import LINKED, shared
from pages.ui.words.reader import Reader

_MOVED = "chronicle-moved"
_SCRIPT = Path(__file__).with_name("chronicle.js")


def ask(reader: Reader) -> Query:
    """Write the heading, draw the filters, and return what they and the URL ask for."""
    query = chronicle.parse(reader, st.query_params.to_dict())
    notice.told(query.notices)
    put(reader, shared(reader, LINKED, content.head))
    _remember(query)
    with st.container(key="chronicle-filters"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(
                reader.say("chronicle.search"),
                key="chronicle-q",
                placeholder=reader.say("chronicle.search_hint"),
                max_chars=chronicle.LONGEST,
                on_change=_asked,
                args=(query,),
            )
            _years(reader, query)
            st.button(
                reader.say("chronicle.clear"),
                key="chronicle-clear",
                on_click=_write,
                args=(Query(event=query.event),),
                disabled=replace(query, page=1, event=None, notices=()) == Query(),
            )
        st.pills(
            reader.say("chronicle.theme"),
            list(map(str, Theme)),
            selection_mode="multi",
            format_func=_counted(reader, query),
            key="chronicle-themes",
            on_change=_asked,
            args=(query,),
        )
        st.pills(
            reader.say("chronicle.era"),
            ["", *(era.id for era in reader.atlas.eras)],
            format_func=_eras(reader),
            key="chronicle-era",
            on_change=_asked,
            args=(query,),
        )
    return query


def strip(reader: Reader, query: Query) -> None:
    """Draw all events over the eras; picking a mark shows the event."""
    found = content.answered(reader, query)
    put(reader, content.strip(reader, query, found), strip=lambda: _strip(reader, query, found))


def _strip(reader: Reader, query: Query, found: Found) -> None:
    st.vega_lite_chart(
        taken(content.drawing(reader, query, found)),
        width="stretch",
        key="chronicle-strip",
        on_select=lambda: _chosen(query),
        selection_mode=chronicle_chart.PICK,
        alt=content.strip_words(reader, found),
    )


def picked(reader: Reader, query: Query) -> None:
    """Tell the event the link or the drawing picked."""
    put(reader, content.picked(reader, query), close=lambda: _close(reader, query))


def _close(reader: Reader, query: Query) -> None:
    st.button(
        reader.say("chronicle.close"),
        key="chronicle-close",
        on_click=_write,
        args=(replace(query, event=None),),
    )


def listing(reader: Reader, query: Query) -> None:
    """List the events asked for, a page at a time, and say how many they are."""
    found = content.answered(reader, query)
    put(
        reader,
        shared(reader, LINKED, content.paged, replace(query, event=None, notices=())),
        pager=lambda: _pager(reader, query, found.pages),
    )
    if not found.events:
        st.info(reader.say("chronicle.none"))
    elif st.session_state.pop(_MOVED, False):
        script.run(_SCRIPT, page=query.page)


def _pager(reader: Reader, query: Query, pages: int) -> None:
    if pages == 1:
        return
    with st.container(key="chronicle-pages", horizontal=True, vertical_alignment="center"):
        for key, page in (("previous", query.page - 1), ("next", query.page + 1)):
            st.button(
                reader.say(f"chronicle.{key}"),
                key=f"chronicle-{key}",
                on_click=_turn,
                args=(replace(query, page=page),),
                disabled=not 1 <= page <= pages,
            )
        st.text(reader.say("chronicle.page", page=query.page, pages=pages))


def _years(reader: Reader, query: Query) -> None:
    first, last = reader.atlas.start.year, reader.atlas.as_of.year
    for key, end in (("first", first), ("last", last)):
        st.number_input(
            reader.say(f"chronicle.{key}"),
            min_value=first,
            max_value=last,
            step=1,
            key=f"chronicle-{key}",
            placeholder=str(end),
            on_change=_asked,
            args=(query,),
            width=150,
        )


def _counted(reader: Reader, query: Query) -> Callable[[str], str]:
    """Return how a theme is named: with the number of events it has within the other filters."""
    events = chronicle.answer(reader.atlas, replace(query, themes=()))
    return lambda theme: reader.say(
        "chronicle.counted",
        name=reader.say(f"chronicle.{theme}"),
        count=sum(event.theme == theme for event in events),
    )


def _eras(reader: Reader) -> Callable[[str], str]:
    """Return how a period is named: with its years."""
    names = {era.id: chronicle_list.heading(reader, era) for era in reader.atlas.eras}
    return lambda era: names.get(era, reader.say("chronicle.every_era"))


def _remember(query: Query) -> None:
    address.fill(
        {
            "chronicle-q": query.words,
            "chronicle-themes": list(query.themes),
            "chronicle-era": query.era or "",
            "chronicle-first": query.first,
            "chronicle-last": query.last,
        }
    )


def _asked(before: Query) -> None:
    """Write what the widgets ask for into the URL; the list starts anew."""
    state = st.session_state
    _write(
        Query(
            themes=tuple(str(theme) for theme in Theme if theme in state["chronicle-themes"]),
            era=state["chronicle-era"] or None,
            first=state["chronicle-first"],
            last=state["chronicle-last"],
            words=(state["chronicle-q"] or "").strip(),
            event=before.event,
        )
    )


def _chosen(before: Query) -> None:
    picks = st.session_state["chronicle-strip"].selection[chronicle_chart.PICK]
    if picks:
        _write(replace(before, event=str(picks[0]["id"])))


def _turn(query: Query) -> None:
    st.session_state[_MOVED] = True
    _write(query)


def _write(query: Query) -> None:
    address.change(dict.fromkeys(chronicle.OWN) | query.params())
