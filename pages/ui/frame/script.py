"""The one way a page puts a script of its own into the document."""

from functools import cache
from pathlib import Path

import streamlit as st

from pages.ui import html


def run(file: Path, **values: object) -> None:
    """Run a script of ours in the page, with ``values`` as its constants.

    It runs again only when a value differs: what a page draws anew unchanged stays as it is.
    """
    st.html(html.run(_code(file), **values), unsafe_allow_javascript=True)


@cache
def _code(file: Path) -> str:
    return file.read_text(encoding="utf-8")
