"""The page of treaties in Streamlit: its parts, and the link to one card."""

from pathlib import Path

import streamlit as st

from pages.ui.frame import script
from pages.ui.frame.put import put
from pages.ui.frame.shared import LINKED, shared
from pages.ui.treaties import content
from pages.ui.words.reader import Reader

_REVEAL = Path(__file__).with_name("treaties.js")


def head(reader: Reader) -> None:
    """Say what the page is about, and of a link to a card that is not there."""
    asked = st.query_params.get(content.ASKED)
    if asked is not None and asked not in reader.atlas.instruments:
        st.warning(reader.say("treaties.unknown"))
    put(reader, shared(reader, LINKED, content.head))


def chart(reader: Reader) -> None:
    """Draw what was held on the ground and on paper, and tell where the two part."""
    put(reader, shared(reader, LINKED, content.chart, _asked(reader)))


def cards(reader: Reader) -> None:
    """Write the instruments' cards, and bring the one asked for into view."""
    put(reader, shared(reader, LINKED, content.cards))
    script.run(_REVEAL, wanted=_asked(reader) or "")


def holders(reader: Reader) -> None:
    """Tell who held each island on the reader's day, and how we know."""
    put(reader, content.holders(reader))


def _asked(reader: Reader) -> str | None:
    asked = st.query_params.get(content.ASKED)
    return asked if asked in reader.atlas.instruments else None
