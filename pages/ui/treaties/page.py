"""The page of treaties: chart, cards, and the link to one card."""

from functools import partial
from pathlib import Path

import streamlit as st

from geodata.model import Viewpoint
from pages.ui.frame import script
from pages.ui.frame.block import block
from pages.ui.html import fold, tag
from pages.ui.parts import day as tables
from pages.ui.treaties import card as treaties
from pages.ui.treaties import chart as treaties_chart
from pages.ui.treaties import table as treaties_table
from pages.ui.words.reader import Reader

_html = partial(block, kind="sheet treaties")

_SCRIPT = "pages/treaties.py"
_ASKED = "instrument"
_REVEAL = Path(__file__).with_name("treaties.js")


def head(reader: Reader) -> None:
    """Say what the page is about, and let the reader choose whose reading counts."""
    asked = st.query_params.get(_ASKED)
    if asked is not None and asked not in reader.atlas.instruments:
        st.warning(reader.say("treaties.unknown"))
    _html(
        reader,
        tag("h1", reader.say("treaties.title")),
        tag("p", reader.say("treaties.lead")),
        treaties.index(reader),
    )


def chart(reader: Reader) -> None:
    """Draw what was held on the ground and on paper, and tell where the two part."""
    _html(
        reader,
        tag("h2", reader.say("treaties.chart"), id="treaties-chart"),
        tag("p", reader.say("treaties.chart_note")),
    )
    _viewpoints(reader)
    _html(
        reader,
        treaties_chart.chart(reader),
        treaties_table.steps(reader),
        tag("p", treaties_table.agreed(reader)),
        treaties_table.stretches(reader),
    )


def cards(reader: Reader) -> None:
    """Write the instruments' cards, and bring the one asked for into view."""
    _html(
        reader,
        tag("h2", reader.say("treaties.cards"), class_="part"),
        *(treaties.card(reader, one) for one in treaties.ordered(reader)),
    )
    asked = st.query_params.get(_ASKED)
    wanted = asked if asked in reader.atlas.instruments else ""
    script.run(_REVEAL, wanted=wanted)


def holders(reader: Reader) -> None:
    """Tell who held each island on the reader's day, and how we know."""
    table = tables.holders(reader)
    _html(
        reader,
        tag("h2", reader.say("treaties.holders", date=reader.written(reader.day)), class_="part"),
        fold(reader.say("treaties.holders_open"), table),
    )


def _viewpoints(reader: Reader) -> None:
    asked = st.query_params.get(_ASKED)
    own = {_ASKED: asked} if asked in reader.atlas.instruments else {}
    with st.container(key="treaties-viewpoints", horizontal=True, vertical_alignment="center"):
        _html(reader, tag("span", reader.say("treaties.viewpoint")))
        for viewpoint in Viewpoint:
            here = "-here" if viewpoint == reader.viewpoint else ""
            with st.container(key=f"viewpoint-{viewpoint}{here}"):
                st.page_link(
                    _SCRIPT,
                    label=reader.say(f"viewpoint.{viewpoint}"),
                    query_params=reader.params(viewpoint=viewpoint, **own),
                )
