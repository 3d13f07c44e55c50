"""The frame every page stands in: title, language, links, notices."""

from pathlib import Path

import streamlit as st

from pages.ui import text, view
from pages.ui.markup import tag
from pages.ui.view import View

_ROOT = Path(__file__).parents[2]
# In the order of the links; a page appears here once its script exists.
_PAGES = ("landings", "treaties", "chronicle", "islands", "compare", "classroom", "sources")


def begin(page: str) -> View:
    """Draw a page's frame and return what its URL asks for. Called first, once."""
    reader = view.current()
    name = reader.say(f"page.{page}")
    st.set_page_config(
        page_title=f"{name} · {reader.say('page.atlas')}",
        page_icon=":material/map:",
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    st.html(Path(__file__).with_name("frame.css"))
    _announce(reader.language)
    links(reader, page)
    for notice in reader.notices:
        st.warning(notice, icon=":material/info:")
    return reader


def links(reader: View, page: str) -> None:
    """Draw the links to the pages and languages; each keeps the day, lens and language."""
    with st.container(key="links", horizontal=True, vertical_alignment="center"):
        st.html(tag("span", reader.say("page.atlas"), class_="brand"))
        for other, script in _scripts().items():
            st.page_link(
                script,
                label=reader.say(f"page.{other}"),
                query_params=reader.params(),
                disabled=False,
            )
        st.space("stretch")
        for language in text.LANGUAGES:
            st.page_link(
                _scripts()[page],
                label=text.OWN_NAMES[language],
                query_params=reader.params(lang=language),
            )


def _scripts() -> dict[str, str]:
    """Return the pages there are, the map first, with their scripts."""
    found = {page: f"pages/{page}.py" for page in _PAGES}
    there = {page: script for page, script in found.items() if (_ROOT / script).exists()}
    return {"map": "dashboard.py", **there}


def _announce(language: str) -> None:
    """Set the document's language, which Streamlit leaves at English."""
    st.html(
        f"<script>document.documentElement.lang = '{language}'</script>",
        unsafe_allow_javascript=True,
    )
