"""What the reader looks at: read from the URL, kept in step with the map, written back."""

import gc
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

import folium
import streamlit as st
from streamlit.components.v1 import declare_component
from streamlit_folium import st_folium

from geodata import Atlas, load_atlas
from geodata.model import Lens, Viewpoint
from pages.ui import captions, layers, published, text, timeline
from pages.ui.scope import SCOPES
from pages.ui.timeline import State

# The parameters every page understands.
OWN = frozenset({"date", "lang", "lens", "viewpoint", "island"})
# What a link without them means.
_DEFAULTS = {"lens": Lens.CONTROL, "viewpoint": Viewpoint.NEUTRAL}
_HEIGHT = 640
_KEY = "view"


@dataclass(frozen=True, slots=True)
class View:
    """One state of the atlas; every view is a link.

    ``painted`` says that the map has drawn itself and answered, ``seq`` which order it follows;
    ``notices`` says politely what of the link could not be used.
    """

    atlas: Atlas
    language: str
    day: date
    lens: str = "control"
    viewpoint: str = "neutral"
    island: str | None = None
    notices: tuple[str, ...] = ()
    page: str = "map"
    painted: bool = False
    seq: int = 0

    def say(self, key: str, **values: object) -> str:
        """Return a sentence of text.toml in the reader's language."""
        return text.say(key, self.language, **values)

    def written(self, day: date) -> str:
        """Write a day in the reader's language."""
        return text.written(day, self.language)

    def moment(self, day: date) -> str:
        """Write a day on which something changes as finely as it is known."""
        return captions.moment(self.atlas, day, self.lens, self.viewpoint, self.language)

    def params(self, **changed: str | None) -> dict[str, str]:
        """Return the view as URL parameters, some changed; None and defaults are left out."""
        own: dict[str, str | None] = {
            "date": self.day.isoformat(),
            "lang": self.language,
            "lens": self.lens,
            "viewpoint": self.viewpoint,
            "island": self.island,
        } | changed
        return {key: value for key, value in own.items() if value and value != _DEFAULTS.get(key)}

    def state(self) -> State:
        """Return what a map of this view shows."""
        day = self.day.isoformat()
        return State(self.seq, self.language, day, self.lens, self.viewpoint, self.island)


def parse(params: Mapping[str, str], atlas: Atlas) -> View:
    """Read a view from URL parameters; what makes no sense becomes the default and a notice."""
    language, lens, viewpoint, island = (
        params.get(key) for key in ("lang", "lens", "viewpoint", "island")
    )
    known = language in text.LANGUAGES
    words = language if known and language else "en"
    wrong = {
        "lang": language is not None and not known,
        "lens": lens is not None and lens not in list(Lens),
        "viewpoint": viewpoint is not None and viewpoint not in list(Viewpoint),
        "island": island is not None and island not in atlas.islands,
    }
    day, notice = _day(params.get("date"), atlas, words)
    return View(
        atlas=atlas,
        language=words,
        day=day,
        lens="control" if lens is None or wrong["lens"] else lens,
        viewpoint="neutral" if viewpoint is None or wrong["viewpoint"] else viewpoint,
        island=None if wrong["island"] else island,
        notices=notice
        + tuple(text.say(f"notice.{key}", words) for key, is_so in wrong.items() if is_so),
    )


def _day(written: str | None, atlas: Atlas, language: str) -> tuple[date, tuple[str, ...]]:
    default = atlas.as_of
    if written is None:
        return default, ()
    words = {"date": text.written(default, language)}
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return default, (text.say("notice.date", language, **words),)
    if atlas.start <= day <= atlas.as_of:
        return day, ()
    first, last = text.written(atlas.start, language), text.written(atlas.as_of, language)
    return default, (text.say("notice.range", language, first=first, last=last, **words),)


def current() -> View:
    """Return the view of this visit's URL; without a language, in the browser's own."""
    params = st.query_params.to_dict()
    spoken = (st.context.locale or "")[:2]
    own = {"lang": spoken} if spoken in text.LANGUAGES else {}
    return parse(own | params, load_atlas())


def jump(view: View, **changed: Any) -> None:  # noqa: ANN401  # any field of a view
    """Send the map and the panel to another view (the callback of a button or a field).

    What else the map shows by now stays. What was drawn before the last order is not heard:
    a browser tells a busy server of fields again that are no longer there.
    """
    if view.seq == st.session_state[_KEY]["order"].seq:
        _hear(view)
        _order(replace(_settled(view), **changed))


def remember(view: View) -> None:
    """Order the map to the URL's view, unless the URL is as the map's page last wrote it.

    A busy server hears of the map with a URL that is older: then only the language is the URL's.
    """
    memory = st.session_state.get(_KEY)
    if memory is None or memory["page"] != view.page:
        _order(view)
    elif _hear(view):
        if view.language != memory["order"].language:
            _order(_settled(view))
    elif memory["written"] != view.params():
        _order(view)


def leave() -> None:
    """Forget where the map was: a page without one is shown, and the next map is a new one."""
    if _KEY in st.session_state:
        st.session_state[_KEY]["page"] = None


def _order(view: View) -> None:
    before = st.session_state.get(_KEY)
    seq = before["order"].seq + 1 if before else 1
    nearest = SCOPES[view.page](view.atlas).clamp(view.day)
    st.session_state[_KEY] = {
        "page": view.page,
        "order": replace(view, seq=seq, day=nearest).state(),
        "answer": None,
        # until the map is moved: it stands on the nearest day its timeline has
        "asked": view.day.isoformat(),
        "settled": view.params(),
        "written": before["written"] if before else None,
    }


def _hear(view: View) -> bool:
    """Take over what the map tells of the last order; return whether that is new."""
    memory = st.session_state[_KEY]
    answer = st.session_state.get(view.page)
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


def _settled(view: View) -> View:
    """Return the view the reader rests on, in the language the page is in."""
    memory = st.session_state[_KEY]
    rested = parse(memory["settled"] | {"lang": view.language}, view.atlas)
    return replace(rested, page=view.page, seq=memory["order"].seq)


def show_map(view: View) -> View:
    """Draw the map, write the view its reader rests on into the URL, and return it.

    A day outside the page's timeline stays the reader's until the map is moved.
    """
    memory = st.session_state[_KEY]
    group = folium.FeatureGroup()
    timeline.Order(memory["order"]).add_to(group)
    answer = st_folium(
        _base_map(view.page),
        key=view.page,
        height=_HEIGHT,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=group,
    )
    _hear(view)
    settled = replace(_settled(view), painted=bool(answer))
    memory["written"] = settled.params()
    st.query_params.from_dict(memory["written"])
    return settled


def _base_map(page: str) -> folium.Map:
    """Return the map's constant part: the same script on every run, so that it never reloads."""
    drawn = layers.base_map()
    timeline.Timeline(source(page), script_url=code()).add_to(drawn)
    return drawn


def source(page: str) -> dict[str, Any]:
    """Return the addresses of the shapes and of a page's histories."""
    return {
        "islands": _address("islands.geojson"),
        "land": _address("land.geojson"),
        "history": {language: _address(f"{page}-{language}.json") for language in text.LANGUAGES},
    }


def code() -> str:
    """Return the address of the script that draws the maps."""
    return _address("atlas.js")


def _address(name: str) -> str:
    return f"{_served()}/{name}?{published.version(name)}"


@cache
def _served() -> str:
    """Let Streamlit serve what the browser fetches; return the folder's relative URL.

    Served as a component's files: relative to the map's own frame, so that it works under any
    base path, as on Community Cloud.
    """
    component = declare_component("atlas", path=str(published.folder()))
    # What is loaded by now stays: Streamlit collects garbage after every run, and need not
    # walk over all libraries and the whole atlas each time.
    gc.collect()
    gc.freeze()
    return f"../{component.name}"
