"""What the reader looks at: read from the URL, kept in step with the map, written back."""

import gc
from dataclasses import replace
from functools import cache
from typing import Any

import folium
import streamlit as st
from streamlit.components.v1 import declare_component
from streamlit_folium import st_folium

from geodata import load_atlas
from pages.ui.browser import elements, files
from pages.ui.browser.elements import state_of
from pages.ui.browser.scope import SCOPES
from pages.ui.words.reader import Reader, parse
from pages.ui.words.tongues import TONGUES

_HEIGHT = 640
_KEY = "view"


def current() -> Reader:
    """Return the view of this visit's URL; without a language, in the browser's own."""
    params = st.query_params.to_dict()
    spoken = (st.context.locale or "")[:2]
    own = {"lang": spoken} if spoken in TONGUES else {}
    return parse(own | params, load_atlas())


def jump(reader: Reader, **changed: Any) -> None:  # noqa: ANN401  # any field of a view
    """Send the map and the panel to another view (the callback of a button or a field).

    What else the map shows by now stays. What was drawn before the last order is not heard:
    a browser tells a busy server of fields again that are no longer there.
    """
    if reader.seq == st.session_state[_KEY]["order"].seq:
        _hear(reader)
        _order(replace(_settled(reader), **changed))


def remember(reader: Reader) -> None:
    """Order the map to the URL's view, unless the URL is as the map's page last wrote it.

    A busy server hears of the map with a URL that is older: then only the language is the URL's.
    """
    memory = st.session_state.get(_KEY)
    if memory is None or memory["page"] != reader.page:
        _order(reader)
    elif _hear(reader):
        if reader.language != memory["order"].language:
            _order(_settled(reader))
    elif memory["written"] != reader.params():
        _order(reader)


def leave() -> None:
    """Forget where the map was: a page without one is shown, and the next map is a new one."""
    if _KEY in st.session_state:
        st.session_state[_KEY]["page"] = None


def _order(reader: Reader) -> None:
    before = st.session_state.get(_KEY)
    seq = before["order"].seq + 1 if before else 1
    nearest = SCOPES[reader.page](reader.atlas).clamp(reader.day)
    st.session_state[_KEY] = {
        "page": reader.page,
        "order": state_of(replace(reader, seq=seq, day=nearest)),
        "answer": None,
        # until the map is moved: it stands on the nearest day its timeline has
        "asked": reader.day.isoformat(),
        "settled": reader.params(),
        "written": before["written"] if before else None,
    }


def _hear(reader: Reader) -> bool:
    """Take over what the map tells of the last order; return whether that is new."""
    memory = st.session_state[_KEY]
    answer = st.session_state.get(reader.page)
    if not answer or answer.get("seq") != memory["order"].seq or answer == memory["answer"]:
        return False
    memory["answer"] = answer
    if answer["date"] != memory["order"].date:
        memory["asked"] = None
    told = {
        key: str(answer[key]) for key in ("date", "lens", "viewpoint", "island") if answer.get(key)
    }
    if memory["asked"]:
        told["date"] = memory["asked"]
    memory["settled"] = told
    return True


def _settled(reader: Reader) -> Reader:
    """Return the view the reader rests on, in the language the page is in."""
    memory = st.session_state[_KEY]
    rested = parse(memory["settled"] | {"lang": reader.language}, reader.atlas)
    return replace(rested, page=reader.page, furigana=reader.furigana, seq=memory["order"].seq)


def show_map(reader: Reader) -> Reader:
    """Draw the map, write the view its reader rests on into the URL, and return it.

    A day outside the page's timeline stays the reader's until the map is moved.
    """
    memory = st.session_state[_KEY]
    group = folium.FeatureGroup()
    elements.Order(memory["order"]).add_to(group)
    answer = st_folium(
        _base_map(reader.page),
        key=reader.page,
        height=_HEIGHT,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=group,
    )
    _hear(reader)
    settled = replace(_settled(reader), painted=bool(answer))
    memory["written"] = settled.params()
    st.query_params.from_dict(memory["written"])
    return settled


def _base_map(page: str) -> folium.Map:
    """Return the map's constant part: the same script on every run, so that it never reloads."""
    drawn = elements.base_map()
    elements.Timeline(source(page), script_url=code()).add_to(drawn)
    return drawn


def source(page: str) -> dict[str, Any]:
    """Return the addresses of the shapes and of a page's histories."""
    return {
        "islands": _address("islands.geojson"),
        "land": _address("land.geojson"),
        "history": {language: _address(f"{page}-{language}.json") for language in TONGUES},
        "guided": {language: _address(f"guided-{language}.json") for language in TONGUES},
    }


def code() -> str:
    """Return the address of the script that draws the maps."""
    return _address("atlas.js")


def _address(name: str) -> str:
    return f"{_served()}/{name}?{files.version(name)}"


@cache
def _served() -> str:
    """Let Streamlit serve what the browser fetches; return the folder's relative URL.

    Served as a component's files: relative to the map's own frame, so that it works under any
    base path, as on Community Cloud.
    """
    component = declare_component("atlas", path=str(files.folder()))
    # What is loaded by now stays: Streamlit collects garbage after every run, and need not
    # walk over all libraries and the whole atlas each time.
    gc.collect()
    gc.freeze()
    return f"../{component.name}"
