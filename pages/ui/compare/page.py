"""Two dates side by side, and nine on a sheet: the pickers, the maps, the words."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import folium
import streamlit as st
from streamlit_folium import st_folium

from geodata.model import Lens, Viewpoint
from pages.ui.browser import elements
from pages.ui.compare import content
from pages.ui.compare import pairs as compare_pairs
from pages.ui.compare import sheet as compare_sheet
from pages.ui.compare.content import OTHER, WINDOW
from pages.ui.frame import address, assets, moves, script, visit
from pages.ui.frame.put import put
from pages.ui.frame.shared import LINKED, shared
from pages.ui.html import tag
from pages.ui.words.reader import Reader

_MEMORY = "compare"
_WINDOW_KEY = "compare-window"
_HEIGHT = 640
_PRINT = "print-sheet"
_PRINTING = Path(__file__).with_name("compare.js")


def other(reader: Reader) -> date:
    """Return the second date of the link; say politely where it cannot be used."""
    day, wrong = compare_pairs.other_day(reader.atlas, st.query_params.get(OTHER), reader.day)
    if wrong:
        st.warning(reader.say("compare.wrong_with", date=reader.written(day)))
    return day


def choose(reader: Reader, beside: date) -> None:
    """Draw the pickers of both dates, the lens and the viewpoint, and the ready-made pairs."""
    choice = shared(reader, LINKED, content.choose)
    put(reader, choice, pickers=lambda: _pickers(reader, beside))


def maps(reader: Reader, beside: date) -> None:
    """Draw the two linked maps; they stay when the reader chooses other dates."""
    shown = elements.two(reader, (reader.day, beside))
    memory = st.session_state.setdefault(_MEMORY, {"seq": 0, "shown": None})
    if memory["shown"] != shown:
        memory |= {"seq": memory["seq"] + 1, "shown": shown}
    group = folium.FeatureGroup()
    elements.Order(replace(shown, seq=memory["seq"], session=visit.token())).add_to(group)
    # without animation nothing lags behind when one map leads the other
    drawn = elements.base_map(zoom_animation=False)
    elements.Pair(assets.source("map"), assets.code()).add_to(drawn)
    with st.container(key="pair"):
        st_folium(
            drawn,
            key="pair-map",
            height=_HEIGHT,
            use_container_width=True,
            returned_objects=[],
            feature_group_to_add=group,
        )


def differences(reader: Reader, beside: date) -> None:
    """Write what differs, and both days island by island."""
    put(reader, content.differences(reader, beside))


def sheet(reader: Reader, beside: date) -> None:
    """Draw the sheet of nine dates, its button for printing, and its table."""
    window = _window(reader)
    address.fill({_WINDOW_KEY: window})
    nine = shared(reader, ("date", "island"), content.sheet, window)
    put(reader, nine, print=lambda: _sheet(reader, beside))


def _sheet(reader: Reader, beside: date) -> None:
    with st.container(key="compare-sheet", horizontal=True, vertical_alignment="bottom"):
        st.radio(
            reader.say("compare.window"),
            list(compare_sheet.WINDOWS),
            format_func=lambda name: reader.say(f"compare.{name}"),
            horizontal=True,
            key=_WINDOW_KEY,
            on_change=_turn,
            args=(reader, beside),
        )
        _print(reader)


def _pickers(reader: Reader, beside: date) -> None:
    days = sorted((reader.day, beside))
    with st.container(key="compare-pickers", horizontal=True, vertical_alignment="bottom"):
        for word, number in (("compare.earlier", 0), ("compare.later", 1)):
            _date(reader, beside, word, days[number])
        _choice(reader, beside, "lens", list(Lens))
        _choice(reader, beside, "viewpoint", list(Viewpoint))


def _date(reader: Reader, beside: date, word: str, day: date) -> None:
    def change(new: date) -> None:
        if day == reader.day:
            _go(reader, beside, date=new.isoformat())
        else:
            _go(reader, new)

    moves.date_field(reader, word, day, change)


def _choice(reader: Reader, beside: date, field: str, values: list[str]) -> None:
    key = f"compare-{field}"
    address.fill({key: getattr(reader, field)})
    st.selectbox(
        reader.say(f"compare.{field}"),
        [str(value) for value in values],
        format_func=lambda value: reader.say(f"{field}.{value}"),
        key=key,
        on_change=_chosen,
        args=(reader, beside, field, key),
    )


def _chosen(reader: Reader, beside: date, field: str, key: str) -> None:
    _go(reader, beside, **{field: st.session_state[key]})


def _window(reader: Reader) -> str:
    name = st.query_params.get(WINDOW, "chain")
    if name in compare_sheet.WINDOWS:
        return name
    st.warning(reader.say("compare.wrong_window"))
    return "chain"


def _turn(reader: Reader, beside: date) -> None:
    _go(reader, beside, st.session_state[_WINDOW_KEY])


def _go(reader: Reader, beside: date, window: str | None = None, **changed: str) -> None:
    """Write another view of this page into the URL, which the next run reads.

    All at once, for every writing is a step of its own in the browser's history.
    """
    window = window or st.query_params.get(WINDOW)
    own = {OTHER: beside.isoformat()}
    if window in compare_sheet.WINDOWS and window != "chain":
        own[WINDOW] = window
    st.query_params.from_dict(reader.params(**changed) | own)


def _print(reader: Reader) -> None:
    """Draw the button that prints the sheet; Streamlit has none of its own."""
    st.html(tag("button", reader.say("compare.print"), type="button", id=_PRINT))
    script.run(_PRINTING, button=_PRINT, language=reader.language)
