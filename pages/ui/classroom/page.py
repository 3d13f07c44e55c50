"""The classroom in Streamlit: its parts, and the lesson that the link asks for."""

from pathlib import Path
from urllib.parse import urljoin

import streamlit as st

from geodata.model.lesson import Lesson
from pages.ui.browser import export
from pages.ui.classroom import content
from pages.ui.frame import script
from pages.ui.frame.put import put
from pages.ui.words.reader import Reader

_SCRIPT = Path(__file__).with_name("classroom.js")


def asked(reader: Reader) -> Lesson | None:
    """Return the lesson the link asks for; say politely where there is none of that name."""
    name = st.query_params.get(content.LESSON)
    if name is not None and name not in reader.atlas.lessons:
        st.warning(reader.say("classroom.wrong_lesson"))
    return reader.atlas.lessons.get(name or "")


def lesson(reader: Reader, chosen: Lesson | None) -> None:
    """Draw the sheets of the lesson, if one is asked for, with the buttons that print them."""
    if chosen is not None:
        put(reader, content.lesson(reader, chosen))
        script.run(_SCRIPT)


def overview(reader: Reader, chosen: Lesson | None) -> None:
    """Draw the tours and what a teacher should know, unless a lesson is shown."""
    if chosen is None:
        file = export.FILE.format(language=reader.language)
        put(reader, content.overview(reader, _home(), f"./{file}"))
        script.run(_SCRIPT)


def _home() -> str:
    """Return the atlas's own address, as a reader's browser knows it; "./" where it is not known.

    On Community Cloud the page stands in a frame of the address that readers know.
    """
    return urljoin(st.context.url or "", "./").replace("/~/+/", "/")
