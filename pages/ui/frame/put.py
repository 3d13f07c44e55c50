"""Put a page's parts into Streamlit."""

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from functools import singledispatch
from pathlib import PurePath
from typing import Any

import streamlit as st

from pages.ui.frame.block import folded, ready
from pages.ui.parts import content
from pages.ui.parts.content import Part
from pages.ui.words.reader import Reader

_ROWS = "datasets"

Asks = Mapping[str, Callable[[], object]]


def put(reader: Reader, parts: Sequence[Part], **asks: Callable[[], object]) -> None:
    """Put parts one below the other; ``asks`` draw what lets the reader choose, by its name."""
    for part in parts:
        _put(part, reader, asks)


@singledispatch
def _put(part: Part, reader: Reader, asks: Asks) -> None:
    del reader, asks
    raise TypeError(part)


@_put.register
def _(part: content.Block, reader: Reader, asks: Asks) -> None:
    del asks
    st.html(part.content if part.ready else ready(reader, part.content, part.kind))


@_put.register
def _(part: content.Chart, reader: Reader, asks: Asks) -> None:
    del reader, asks
    if isinstance(part.drawing, Mapping):
        st.vega_lite_chart(taken(part.drawing), width="stretch")
    else:
        st.altair_chart(part.drawing, width="stretch")


def taken(drawing: Mapping[str, Any]) -> dict[str, Any]:
    """Return a specification for Streamlit to change, which leaves rows of data as they are."""
    rows = {key: dict(value) for key, value in drawing.items() if key == _ROWS}
    return deepcopy({key: value for key, value in drawing.items() if key != _ROWS}) | rows


@_put.register
def _(part: content.Box, reader: Reader, asks: Asks) -> None:
    with st.container(key=part.key):
        put(reader, part.parts, **asks)


@_put.register
def _(part: content.Columns, reader: Reader, asks: Asks) -> None:
    for place, parts in zip(
        st.columns([0.5, 0.5], gap="large"), (part.left, part.right), strict=True
    ):
        with place:
            put(reader, parts, **asks)


@_put.register
def _(part: content.Folded, reader: Reader, asks: Asks) -> None:
    folded(reader, part.title, lambda: put(reader, part.make(), **asks))


@_put.register
def _(part: content.Ways, reader: Reader, asks: Asks) -> None:
    with st.container(key=part.key, horizontal=True, vertical_alignment="center"):
        if part.lead:
            _put(part.lead, reader, asks)
        for number, way in enumerate(part.ways):
            here = "-here" if way.here else ""
            with st.container(key=f"{part.key}-{number}{here}"):
                st.page_link(_script(way.page), label=way.label, query_params=dict(way.params))


@_put.register
def _(part: content.Files, reader: Reader, asks: Asks) -> None:
    del reader, asks
    with st.container(horizontal=True, key=part.key):
        for file in part.files:
            st.download_button(
                file.label,
                data=file.make,
                file_name=PurePath(file.name).name,
                mime=file.media,
                on_click="ignore",
                key=file.name,
            )


@_put.register
def _(part: content.Document, reader: Reader, asks: Asks) -> None:
    del reader, asks
    with st.expander(part.title, key=part.key):
        st.markdown(part.text, unsafe_allow_html=True)


@_put.register
def _(part: content.Asked, reader: Reader, asks: Asks) -> None:
    if part.name in asks:
        asks[part.name]()
    else:
        put(reader, part.still, **asks)


def _script(page: str) -> str:
    return "dashboard.py" if page == "map" else f"pages/{page}.py"
