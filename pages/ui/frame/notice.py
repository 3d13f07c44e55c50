"""What is said politely of a link that could not be used as it stands."""

from collections.abc import Sequence

import streamlit as st


def told(notices: Sequence[str]) -> None:
    """Say it in one note, however many they are: a note each would push the map out of view."""
    if notices:
        st.warning(notices[0] if len(notices) == 1 else "\n".join(f"- {one}" for one in notices))
