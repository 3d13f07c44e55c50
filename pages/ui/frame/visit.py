"""What the reader looks at: read from the URL, kept in step with the map, written back.

How a day travels
-----------------
URL      ``?date=1875-08-22&lang=ja``: every view is a link. How it is shown (on the stage, beside a
         tour's stop) is the browser's own affair: it writes that beside the view, here it is kept.
         What it leaves out is in it before Streamlit reads it (``address.whole``).
-> Reader
         ``current`` reads it; what makes no sense becomes the default and a polite notice.
-> order ``remember`` compares the URL with what it last wrote there itself. Where they differ the
         reader has followed a link, or Back: the map is sent an order. A button or a field of the
         panel sends one too (``jump``). An order says what to show and carries this visit's token
         and a number that grows (``session``, ``seq``); it is drawn with the map on every run, so
         that what a cut line has lost is sent once more.
-> browser
         draws the order, pauses, and moves on by itself: while the reader drags, nothing is sent.
-> answer
         Once she rests (150 ms) the browser tells day, lens, viewpoint and island, with the token
         and number of the last order it drew. ``_hear`` takes it over only if both are the last
         sent: anything else was told before the map knew of the order. It is noted as ``seen``.
-> URL   ``show_map`` writes the view the reader rests on into the address, and the panel shows it.

Neither side counts on the other's memory. After any break of the line the page asks for a whole
run (``frame._greet``), and what the browser tells then decides:
- This visit's memory is younger than the browser's (the server was restarted): the token is new to
  the browser, so it keeps its own view, takes over token, number and language, and answers.
- The map was moved after an order that the line lost: the answer is to an older order and not yet
  seen. It is the later of the two wishes, so ``remember`` orders the map to where it is
  (``stay``: the browser keeps what it shows by now).
- The map was moved while the order was on its way: the order says how many moves had been heard of
  when it was given, the browser has counted more (``heard``, ``moves``), and keeps what it shows.
- The order was lost and the map not moved: the answer was seen before, and the order is drawn. The
  address that came with it is the one from before the order, and no link (``_unwritten``).
"""

import secrets
from dataclasses import replace
from typing import Any

import folium
import streamlit as st
from streamlit_folium import st_folium

from geodata import load_atlas
from pages.ui.browser import elements
from pages.ui.browser.elements import state_of
from pages.ui.browser.scope import SCOPES
from pages.ui.frame import assets
from pages.ui.words.asked import parse
from pages.ui.words.reader import MANNERS, Reader

_HEIGHT = 640
_KEY = "view"
_VISIT = "visit"


def current() -> Reader:
    """Return the view of this visit's URL; without a language, in the browser's own."""
    return parse(st.query_params.to_dict(), load_atlas(), st.context.locale or "")


def jump(reader: Reader, **changed: Any) -> None:  # noqa: ANN401  # any field of a view
    """Send the map and the panel to another view (the callback of a button or a field).

    What else the map shows by now stays. What was drawn before the last order is not heard:
    a browser tells a busy server of fields again that are no longer there.
    """
    if reader.seq == st.session_state[_KEY]["order"].seq:
        _hear(reader)
        _order(replace(_settled(reader), **changed))


def token() -> str:
    """Return what tells this visit's orders from those of a server's earlier life."""
    return str(st.session_state.setdefault(_VISIT, secrets.token_hex(4)))


def stands(reader: Reader) -> bool:
    """Say whether the map of the reader's page stands in the browser already."""
    memory = st.session_state.get(_KEY)
    return bool(memory and memory["page"] == reader.page)


def remember(reader: Reader) -> None:
    """Order the map to the URL's view, unless the URL is as the map's page last wrote it.

    A busy server hears of the map with a URL that is older: then only the language is the URL's.
    So does one that hears of a move after an order which never reached the map.
    """
    memory = st.session_state.get(_KEY)
    if memory is None or not stands(reader):
        _order(reader)
    elif _hear(reader, late=True):
        behind = memory["seen"]["seq"] != memory["order"].seq
        if behind or reader.language != memory["order"].language:
            _order(_settled(reader), stay=behind)
    elif memory["written"] != reader.params() and not _unwritten(reader):
        _order(reader)


def _unwritten(reader: Reader) -> bool:
    """Say whether the line broke before the browser could write the address: it has the old one."""
    memory = st.session_state[_KEY]
    return bool(_line() != memory["line"] and reader.params() == memory["came"])


def _line() -> str | None:
    """Return what tells one connection of the browser from the next."""
    return st.context.headers.get("Sec-WebSocket-Key")


def leave() -> None:
    """Forget where the map was: a page without one is shown, and the next map is a new one."""
    if _KEY in st.session_state:
        st.session_state[_KEY]["page"] = None


def _order(reader: Reader, *, stay: bool = False) -> None:
    before = st.session_state.get(_KEY)
    seq = before["order"].seq + 1 if before else 1
    nearest = SCOPES[reader.page](reader.atlas).clamp(reader.day)
    told = st.session_state.get(reader.page)
    st.session_state[_KEY] = {
        "page": reader.page,
        "order": replace(
            state_of(replace(reader, seq=seq, day=nearest)),
            session=token(),
            stay=stay,
            heard=(told or {}).get("moves", 0),
        ),
        "seen": told,
        # until the map is moved: it stands on the nearest day its timeline has
        "asked": reader.day.isoformat(),
        "settled": reader.params(),
        # the address: as the browser had it last, over which line, and as written since
        **{key: before[key] if before else None for key in ("came", "line", "written")},
    }


def _hear(reader: Reader, *, late: bool = False) -> bool:
    """Take over what the map tells of the last order, or ``late`` of one before; say if so."""
    memory = st.session_state[_KEY]
    answer = st.session_state.get(reader.page)
    if not answer or answer == memory["seen"]:
        return False
    memory["seen"] = answer
    order = memory["order"]
    if answer.get("session") != order.session or not (late or answer["seq"] == order.seq):
        return False
    if answer["date"] != order.date:
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
    memory["came"], memory["line"] = current().params(), _line()
    memory["written"] = settled.params()
    st.query_params.from_dict(memory["written"] | _manner())
    return settled


def _manner() -> dict[str, str]:
    """Return how the address asks to show the view, which stays while the reader moves."""
    return {key: value for key, value in st.query_params.items() if key in MANNERS}


def _base_map(page: str) -> folium.Map:
    """Return the map's constant part: the same script on every run, so that it never reloads."""
    drawn = elements.base_map()
    elements.Timeline(assets.source(page), script_url=assets.code()).add_to(drawn)
    return drawn
