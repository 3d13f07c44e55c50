"""What stands beside the map: the day in words, the island picked, the ways to move."""

from datetime import date
from functools import partial

import streamlit as st

from pages.ui.frame import card, moves, visit
from pages.ui.frame.block import block, folded
from pages.ui.html import join, tag
from pages.ui.map import areas
from pages.ui.parts import day as tables
from pages.ui.words import captions
from pages.ui.words.reader import Reader

_html = partial(block, kind="panel")


def show(reader: Reader) -> None:
    """Write what holds on the reader's day, what changed last and why, and what comes next."""
    # keyed by what it shows, so that another island's card starts at its top
    with st.container(key=f"beside-{reader.island}"):
        card.show(reader)
        _html(reader, join([tables.today(reader), tables.latest(reader), tables.coming(reader)]))
        # The rest is long, or needs a library of its own, and would hold the first map up.
        if reader.painted:
            moves.date_field(reader, "panel.date", reader.day, partial(_go, reader))
            folded(reader, "panel.moments", partial(_moments, reader))
            folded(reader, "panel.holders", lambda: _html(reader, tables.holders(reader)))
            folded(reader, "panel.chart", partial(_areas, reader))
            _html(reader, tag("p", reader.say("panel.note"), class_="soft"))


def _go(reader: Reader, day: date) -> None:
    visit.jump(reader, day=day)


def _moments(reader: Reader) -> None:
    """Draw the list of days on which something changes, found by date or by what happened."""
    captioned = {brief.day: brief.caption for brief in captions.briefs(reader) if brief.main}
    key = f"moment-{reader.day}-{reader.lens}-{reader.viewpoint}-{reader.language}"
    st.selectbox(
        reader.say("panel.moments"),
        list(captioned),
        index=None,
        placeholder=reader.say("panel.choose"),
        format_func=lambda day: f"{reader.moment(day)} · {captioned[day]}",
        key=key,
        on_change=_chosen,
        args=(reader, key),
        label_visibility="collapsed",
    )


def _chosen(reader: Reader, key: str) -> None:
    day = st.session_state[key]
    if day is not None:
        _go(reader, day)


def _areas(reader: Reader) -> None:
    _html(reader, tag("small", reader.say("panel.chart_note")), areas.areas(reader))
