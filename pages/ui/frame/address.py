"""The page's own address, and the widgets that say the same."""

from collections.abc import Mapping

import streamlit as st


def fill(widgets: Mapping[str, object]) -> None:
    """Put what the URL asks for into the widgets, by key; called on every run, before them.

    A widget keeps its value from run to run, so that without this the browser's Back would
    change the URL alone.
    """
    for key, value in widgets.items():
        st.session_state[key] = value


def change(params: Mapping[str, str | None]) -> None:
    """Change some of the URL's parameters; None or nothing leaves one out.

    All at once, for every writing is a step of its own in the browser's history.
    """
    changed = {**st.query_params.to_dict(), **params}
    st.query_params.from_dict({key: value for key, value in changed.items() if value})
