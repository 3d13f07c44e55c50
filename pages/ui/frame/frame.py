"""The frame every page stands in: title, language, links, notices."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from time import sleep

import streamlit as st

from pages.ui import html
from pages.ui.drawing import icon, palette
from pages.ui.frame import assets, notice, script, visit
from pages.ui.frame.block import block
from pages.ui.html import Markup, join, tag
from pages.ui.parts import citations
from pages.ui.words import titles
from pages.ui.words.reader import PARAMETERS, Reader
from pages.ui.words.tongues import TONGUES

_UI = Path(__file__).parents[1]
# Embedded, the map fills the frame it is given.
_ALONE = (
    "<style>.stApp iframe[title] { position: fixed; inset: 0; width: 100vw !important;"
    " height: 100dvh !important; min-height: 0 !important; }</style>"
)
# Seconds in which Streamlit, which sends every 0.005 s, has sent what a run drew, busy or not.
_SENT = 0.05
# In the order of the links, after the map.
_PAGES = ("classroom", "landings", "treaties", "chronicle", "islands", "compare", "sources")
_SCRIPTS = {"map": "dashboard.py", **{page: f"pages/{page}.py" for page in _PAGES}}


def begin(page: str, *, follows: bool = False) -> Reader:
    """Draw a page's frame and return what its URL asks for. Called first, once.

    A page that ``follows`` a map leaves its links to ``follow``, which keeps them up to date.
    """
    reader = replace(visit.current(), page=page)
    st.set_page_config(
        page_title=titles.title(reader, st.query_params.to_dict()),
        page_icon=icon.ICON,
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    st.html(f"<style>{_style(page)}</style>")
    if follows and st.context.is_embedded:
        st.html(_ALONE)
    st.html(_skips(reader, follows=follows))
    _announce(reader, follows=follows)
    _greet()
    if not follows:
        visit.leave()
        # a link from a page to itself (another language) leaves the address bar as it was
        st.query_params.from_dict(st.query_params.to_dict())
        _links(reader)
        notice.told(reader.notices)
    return reader


def follow(reader: Reader, show: Callable[[Reader], None]) -> None:
    """Draw the map beside what ``show`` writes, and redraw that whenever the reader rests.

    Who moves the map while an open page runs anew (its line came back) has it redrawn right after
    that. Streamlit then drops what waits to be sent of the map, but says that the page is whole,
    and the browser takes the map away: so all that was drawn is sent first.
    """
    again = visit.stands(reader)
    visit.remember(reader)
    _follow(reader, show)
    if again:
        sleep(_SENT)


@st.fragment
def _follow(reader: Reader, show: Callable[[Reader], None]) -> None:
    if st.context.is_embedded:  # map and timeline alone
        visit.show_map(reader)
        return
    top = st.container(key="top")
    left, right = st.columns([0.74, 0.26], gap="small")
    with left:
        settled = visit.show_map(reader)
    with top:
        _links(settled)
        # what a link asked for is told until the map moves; the front door only turns the lens
        if settled.params(lens=None) == reader.params(lens=None):
            notice.told(reader.notices)
    with right:
        show(settled)


@st.fragment(run_every=timedelta(days=20))
def _greet() -> None:
    """Have the browser ask for a whole run whenever its line to the server comes back.

    Streamlit's browser half does so only for a page with a part that runs by the clock, or one
    whose run was cut short. Without it a server that was restarted knows nothing of the page, and
    what was ordered or told while the line was cut is lost. The clock itself is of no use here: it
    is nearly as long as a browser can count (24.8 days).
    """


def _links(reader: Reader) -> None:
    """Draw the links to the pages and languages; each keeps the day, lens and language."""
    with st.container(key="links", horizontal=True, vertical_alignment="center"):
        st.html(tag("a", reader.say("page.atlas"), href=_door(reader), class_="brand"))
        st.html(_menu(reader))
        for other, path in _SCRIPTS.items():
            name = reader.say(f"page.{other}")
            st.page_link(
                path,
                label=f"**{name}**" if other == reader.page else name,
                query_params=reader.params(),
            )
        st.space("stretch")
        if reader.tongue.readings:
            name = reader.say("page.furigana")
            st.page_link(
                _SCRIPTS[reader.page],
                label=f"**{name}**" if reader.furigana else name,
                query_params=_kept() | reader.params(furigana=None if reader.furigana else "1"),
            )
        for language, tongue in TONGUES.items():
            name = tongue.own_name
            st.page_link(
                _SCRIPTS[reader.page],
                label=f"**{name}**" if language == reader.language else name,
                query_params=_kept() | reader.params(lang=language),
            )


def _door(reader: Reader) -> str:
    """Return the address of the front door."""
    return html.link("map", {"lang": reader.language}) + "#door"


def _menu(reader: Reader) -> Markup:
    """Return the button that opens the links where the window is narrow."""
    sign = tag("span", "☰", aria_hidden="true")
    return tag("details", tag("summary", sign, aria_label=reader.say("page.pages")), class_="menu")


def _kept() -> dict[str, str]:
    """Return the parameters that are the page's own; another language keeps them."""
    return {key: value for key, value in st.query_params.to_dict().items() if key not in PARAMETERS}


@cache
def _style(page: str) -> str:
    """Return the style sheet of all pages and, where there is one, the page's own."""
    own = (_UI / name / f"{name}.css" for name in ("frame", "parts", page))
    sheets = [palette.SHEET, *own, Path(__file__).with_name("print.css")]
    return "".join(path.read_text(encoding="utf-8") for path in sheets if path.exists())


def _skips(reader: Reader, *, follows: bool) -> Markup:
    """Return the ways past the links: to what the page shows, and to a map's timeline."""
    ways = ["content", "timeline"] if follows else ["content"]
    return join(
        tag("a", reader.say(f"page.skip_{way}"), href="#", class_="skip", data_skip=way)
        for way in ways
    )


def _announce(reader: Reader, *, follows: bool) -> None:
    """Set what Streamlit leaves out of the document; frame.js says what that is."""
    script.run(
        Path(__file__).with_suffix(".js"),
        language=reader.language,
        pages=reader.say("page.pages"),
        tongues={code: tongue.own_name for code, tongue in TONGUES.items()},
        furigana=reader.say("page.furigana"),
        mapped=follows,
        cite={
            "address": assets.citing(reader.language),
            "failed": reader.say("citing.failed"),
        },
    )


def end(reader: Reader) -> None:
    """Close a page with how it is cited. Called last."""
    block(reader, citations.page(reader), kind="sheet ending")
