"""What stands beside the map: the day in words, the island picked, the ways to move."""

from datetime import date
from functools import partial

import streamlit as st

from pages.ui.frame import card, moves, visit
from pages.ui.frame.block import folded
from pages.ui.frame.put import put
from pages.ui.map import content
from pages.ui.words import captions
from pages.ui.words.reader import Reader


def show(reader: Reader) -> None:
    """Write what holds on the reader's day, what changed last and why, and what comes next."""
    # keyed by what it shows, so that another island's card starts at its top
    with st.container(key=f"beside-{reader.island}"):
        put(
            reader,
            content.beside(reader),
            card=lambda: card.show(reader),
            date=lambda: moves.date_field(reader, "panel.date", reader.day, partial(_go, reader)),
            moments=lambda: folded(reader, "panel.moments", partial(_moments, reader)),
        )


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
        format_func=lambda day: reader.tongue.dot.join((reader.moment(day), captioned[day])),
        key=key,
        on_change=_chosen,
        args=(reader, key),
        label_visibility="collapsed",
    )


def _chosen(reader: Reader, key: str) -> None:
    day = st.session_state[key]
    if day is not None:
        _go(reader, day)
