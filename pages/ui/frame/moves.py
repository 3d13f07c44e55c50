"""The ways that send the reader to another day or view."""

from collections.abc import Callable, Mapping
from datetime import date

import streamlit as st

from pages.ui.frame import visit
from pages.ui.words.reader import Reader


def days(reader: Reader, ways: Mapping[str, date]) -> None:
    """Draw a row of buttons, one for each text key, that go to its day."""
    with st.container(horizontal=True):
        for key, day in ways.items():
            st.button(
                reader.say(key),
                key=key,
                on_click=visit.jump,
                args=(reader,),
                kwargs={"day": day},
                disabled=day == reader.day,
                help=reader.moment(day),
            )


def date_field(reader: Reader, label: str, day: date, change: Callable[[date], None]) -> None:
    """Draw a field with a day (``label``: its text key); ``change`` is told the day chosen."""
    key = f"{label}-{day}-{reader.language}"
    st.date_input(
        reader.say(label),
        value=day,
        min_value=reader.atlas.start,
        max_value=reader.atlas.as_of,
        format=reader.tongue.dates.field,
        key=key,
        on_change=_told,
        args=(key, day, change),
    )


def _told(key: str, drawn: date, change: Callable[[date], None]) -> None:
    # A busy server hears of a field that is no longer drawn, and takes its first day for a new one.
    day = st.session_state[key]
    if day not in {None, drawn}:
        change(day)


def close(reader: Reader) -> None:
    """Draw the button that closes an island's card."""
    st.button(
        reader.say("panel.close"),
        key=f"close-{reader.page}",
        on_click=visit.jump,
        args=(reader,),
        kwargs={"island": None},
    )
