"""The page's own address, whole from the start, and the widgets that say the same."""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from pages.ui.browser.scope import SCOPES
from pages.ui.html import Markup, run
from pages.ui.words.reader import MANNERS, Reader

# Who stands in a page of others has no address, and Streamlit makes no step of it.
_EMBEDDED = "embed"
_WHOLE = 'history.replaceState(history.state, "", `?${whole}${location.hash}`);'


def whole(page: str, params: Mapping[str, str], spoken: str, asked: Reader) -> Markup:
    """Write what the address of a page with a map leaves out into it, before Streamlit reads it.

    ``asked`` is what its ``params`` ask for, in the browser's ``spoken`` language if they name
    none. The page would write it (``visit.show_map``), and of that Streamlit makes a step in the
    browser's history that no reader has taken: her first way back would lead nowhere. What an
    address gets wrong stays, to be told; and where a request names no language, the browser will.
    """
    if page not in SCOPES or asked.notices or _EMBEDDED in params:
        return Markup()
    if not spoken and "lang" not in params:
        return Markup()
    manner = {name: value for name, value in params.items() if name in MANNERS}
    written = asked.params() | manner
    if [*written.items()] == [*params.items()]:
        return Markup()
    return run(_WHOLE, whole=urlencode(written))


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
