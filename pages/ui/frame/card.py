"""An island's card beside a map: it opens with its essentials and closes at its top."""

from pathlib import Path

import streamlit as st

from pages.ui.drawing import bars
from pages.ui.frame import moves, script
from pages.ui.frame.block import block
from pages.ui.html import fold
from pages.ui.parts import island as facts
from pages.ui.words.reader import Reader

_REVEAL = Path(__file__).with_suffix(".js")


def show(reader: Reader, shown: Reader | None = None) -> None:
    """Draw the card of the reader's island, if she has picked one.

    ``shown`` is what the page's map shows where that is not the reader's own day.
    """
    if reader.island is None:
        return
    view = shown or reader
    with st.container(key="card"):
        moves.close(reader)
        block(view, facts.island(view, reader.island), kind="panel card")
        # before what comes later: at another place it would run again, and take the focus again
        script.run(_REVEAL, island=reader.island)
        if reader.painted:
            block(view, bars.history(view, reader.island), kind="panel")
        block(
            view,
            fold(view.say("panel.details"), facts.details(view, reader.island)),
            fold(view.say("panel.history"), facts.spans(view, reader.island)),
            kind="panel",
        )
