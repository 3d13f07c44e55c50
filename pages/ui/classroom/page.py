"""The classroom: tours, what a teacher should know, and lessons to print."""

from pathlib import Path
from urllib.parse import urljoin

import streamlit as st

from geodata.lesson import Lesson
from pages.ui import html
from pages.ui.browser import export
from pages.ui.classroom import document, guide, tours
from pages.ui.frame import script
from pages.ui.frame.block import block
from pages.ui.html import Markup, tag, way
from pages.ui.words.reader import Reader

# The page's own parameter.
_LESSON = "lesson"
_PRINTS = ("all", "pupils", "teacher")
_SCRIPT = Path(__file__).with_name("classroom.js")


def asked(reader: Reader) -> Lesson | None:
    """Return the lesson the link asks for; say politely where there is none of that name."""
    name = st.query_params.get(_LESSON)
    if name is not None and name not in reader.atlas.lessons:
        st.warning(reader.say("classroom.wrong_lesson"))
    return reader.atlas.lessons.get(name or "")


def lesson(reader: Reader, chosen: Lesson | None) -> None:
    """Draw the sheets of the lesson, if one is asked for, with the buttons that print them."""
    if chosen is None:
        return
    prints = (
        tag("button", reader.say(f"lesson.print_{part}"), type="button", data_print=part)
        for part in _PRINTS
    )
    bar = tag(
        "div",
        way(reader.say("lesson.all"), html.link("classroom", reader.params())),
        *prints,
        tag("p", reader.say("lesson.paper")),
        class_="lesson-bar sheet",
        lang=reader.language,
    )
    st.html(bar)
    st.html(document.sheets(reader, chosen))
    script.run(_SCRIPT)


def overview(reader: Reader, chosen: Lesson | None) -> None:
    """Draw the tours and what a teacher should know, unless a lesson is shown."""
    if chosen is not None:
        return
    home = _home()
    _html(
        reader,
        tag("h1", reader.say("page.classroom")),
        tag("p", reader.say("classroom.lead"), class_="soft"),
        tag("h2", reader.say("classroom.tours")),
        tag("p", reader.say("classroom.tours_note")),
        tours.cards(reader, home),
        tag("p", role="status", class_="told"),
    )
    file = export.FILE.format(language=reader.language)
    _html(
        reader,
        tag("div", *_parts(guide.before(reader, f"./{file}"), guide.links(reader)), class_="two"),
        guide.moodle(reader, home),
        tag("div", *_parts(guide.licence(reader), guide.privacy(reader)), class_="two"),
    )
    script.run(_SCRIPT)


def _home() -> str:
    """Return the atlas's own address, as a reader's browser knows it; "./" where it is not known.

    On Community Cloud the page stands in a frame of the address that readers know.
    """
    return urljoin(st.context.url or "", "./").replace("/~/+/", "/")


def _parts(*contents: Markup) -> list[Markup]:
    return [tag("section", content) for content in contents]


def _html(reader: Reader, *content: Markup) -> None:
    block(reader, *content, kind="sheet classroom")
