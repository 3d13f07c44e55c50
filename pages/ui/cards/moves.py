"""Buttons that send the map and the panel to another view."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from pages.ui import view
from pages.ui.view import View


def days(reader: View, ways: Mapping[str, date]) -> None:
    """Draw a row of buttons, one for each text key, that go to its day."""
    with st.container(horizontal=True):
        for key, day in ways.items():
            st.button(
                reader.say(key),
                key=key,
                on_click=view.jump,
                args=(reader,),
                kwargs={"day": day},
                disabled=day == reader.day,
                help=reader.written(day),
            )


def close(reader: View) -> None:
    """Draw the button that closes an island's card."""
    st.button(
        reader.say("panel.close"),
        key=f"close-{reader.page}",
        on_click=view.jump,
        args=(reader,),
        kwargs={"island": None},
    )
