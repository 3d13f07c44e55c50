"""Two dates side by side, and nine on a sheet: the pickers, the maps, the words."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import folium
import streamlit as st
from streamlit_folium import st_folium

from geodata.model import Lens, Viewpoint
from pages.ui.browser import elements
from pages.ui.compare import differences as compare_words
from pages.ui.compare import pairs as compare_pairs
from pages.ui.compare import sheet as compare_sheet
from pages.ui.frame import address, moves, script, visit
from pages.ui.frame.block import block
from pages.ui.html import Markup, fold, tag
from pages.ui.parts import day as tables
from pages.ui.words import furigana
from pages.ui.words.reader import Reader

_SCRIPT = "pages/compare.py"
# The page's own parameters.
_OTHER, _WINDOW = "with", "window"
_MEMORY = "compare"
_WINDOW_KEY = "compare-window"
_HEIGHT = 640
_PRINT = "print-sheet"
_PRINTING = Path(__file__).with_name("compare.js")


def other(reader: Reader) -> date:
    """Return the second date of the link; say politely where it cannot be used."""
    day, wrong = compare_pairs.other_day(reader.atlas, st.query_params.get(_OTHER), reader.day)
    if wrong:
        st.warning(reader.say("compare.wrong_with", date=reader.written(day)))
    return day


def choose(reader: Reader, beside: date) -> None:
    """Draw the pickers of both dates, the lens and the viewpoint, and the ready-made pairs."""
    _html(
        reader,
        tag("h1", reader.say("page.compare")),
        tag("p", reader.say("compare.lead"), class_="soft"),
        kind="top",
    )
    days = sorted((reader.day, beside))
    with st.container(key="compare-pickers", horizontal=True, vertical_alignment="bottom"):
        for word, number in (("compare.earlier", 0), ("compare.later", 1)):
            _date(reader, beside, word, days[number])
        _choice(reader, beside, "lens", list(Lens))
        _choice(reader, beside, "viewpoint", list(Viewpoint))
    _pairs(reader)


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
    elements.Pair(visit.source("map"), visit.code()).add_to(drawn)
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
    first, second = sorted((reader.day, beside))
    _html(reader, compare_words.differences(reader, (first, second)))
    twins = (
        fold(reader.written(day), tables.holders(reader.at(day)))
        for day in dict.fromkeys((first, second))
    )
    _html(
        reader,
        tag("h2", reader.say("compare.state")),
        tag("div", *twins, class_="twins"),
    )


def sheet(reader: Reader, beside: date) -> None:
    """Draw the sheet of nine dates, its button for printing, and its table."""
    window = _window(reader)
    address.fill({_WINDOW_KEY: window})
    _html(
        reader,
        tag("h2", reader.say("compare.sheet")),
        tag("p", reader.say("compare.sheet_note"), class_="soft"),
    )
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
    nine = compare_sheet.Sheet(reader, window)
    st.html(furigana.shown(reader, nine.drawn()))
    _html(
        reader,
        fold(reader.say("compare.as_table"), nine.table(), class_="matrix"),
    )


def _html(reader: Reader, *content: Markup, kind: str = "") -> None:
    block(reader, *content, kind=f"sheet compare {kind}".strip())


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


def _pairs(reader: Reader) -> None:
    """Draw the ready-made pairs as links: each is a view of its own."""
    _html(
        reader,
        tag("h2", reader.say("compare.pairs")),
        tag("p", reader.say("compare.pairs_note"), class_="soft"),
        kind="pairs",
    )
    with st.container(key="compare-pairs", horizontal=True):
        for ready in compare_pairs.ready(reader):
            year = str(ready.second.year)
            told = reader.say("compare.pair", year=year, title=ready.title)
            st.page_link(
                _SCRIPT,
                label=ready.title if year in ready.title else told,
                query_params=reader.params(date=ready.second.isoformat(), lens=ready.lens)
                | {_OTHER: ready.first.isoformat()},
            )


def _window(reader: Reader) -> str:
    name = st.query_params.get(_WINDOW, "chain")
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
    window = window or st.query_params.get(_WINDOW)
    own = {_OTHER: beside.isoformat()}
    if window in compare_sheet.WINDOWS and window != "chain":
        own[_WINDOW] = window
    st.query_params.from_dict(reader.params(**changed) | own)


def _print(reader: Reader) -> None:
    """Draw the button that prints the sheet; Streamlit has none of its own."""
    st.html(tag("button", reader.say("compare.print"), type="button", id=_PRINT))
    script.run(_PRINTING, button=_PRINT, language=reader.language)
