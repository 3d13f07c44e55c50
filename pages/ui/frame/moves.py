"""The ways that send the reader to another day or view."""

from collections.abc import Callable, Mapping
from datetime import date

import streamlit as st

from pages.ui.frame import visit
from pages.ui.words import parsing
from pages.ui.words.reader import Reader

# Which field has just been given what is no day, and what to say of it.
_REFUSED = "refused-day"


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
    """Draw a field with a day (``label``: its text key); ``change`` is told the day written.

    It reads what ``parsing.day`` does, and shows the day in the language's own order. Enter or
    leaving the field applies it; what is no day of the atlas gets a word, and the day stays.
    """
    key = f"{label}-{day}-{reader.language}"
    st.text_input(
        reader.say(label),
        value=reader.written(day),
        key=key,
        on_change=_told,
        args=(reader, key, day, change),
    )
    refused = st.session_state.get(_REFUSED)
    if refused and refused[:2] == (key, st.session_state.get(key)):  # it stands there still
        st.warning(refused[2])


def _told(reader: Reader, key: str, drawn: date, change: Callable[[date], None]) -> None:
    written = str(st.session_state.get(key) or "")
    day = parsing.day(written)
    st.session_state.pop(_REFUSED, None)
    # A busy server hears of a field that is no longer drawn, and takes its first day for a new one.
    if not written or day == drawn:
        return
    if day is None:
        st.session_state[_REFUSED] = key, written, reader.say("notice.field")
    elif not reader.atlas.start <= day <= reader.atlas.as_of:
        ends = [reader.written(end) for end in (reader.atlas.start, reader.atlas.as_of)]
        word = reader.say("notice.outside", first=ends[0], last=ends[1])
        st.session_state[_REFUSED] = key, written, word
    else:
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
