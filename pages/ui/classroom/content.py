"""What the classroom is made of: tours, questions, what a teacher should know, the sheets."""

from functools import partial

from geodata.model.lesson import Lesson
from pages.ui import html
from pages.ui.classroom import document, guide, quiz, tours
from pages.ui.html import Markup, tag, way
from pages.ui.parts import content
from pages.ui.parts.content import Part
from pages.ui.words.reader import Reader

_block = partial(content.block, kind="sheet classroom")

PAGE = "classroom"
# The page's own parameter.
LESSON = "lesson"
_PRINTS = ("all", "pupils", "teacher")


def lesson(reader: Reader, chosen: Lesson) -> list[Part]:
    """Show the sheets of a lesson, with the buttons that print them."""
    prints = (
        tag("button", reader.say(f"lesson.print_{part}"), type="button", data_print=part)
        for part in _PRINTS
    )
    bar = tag(
        "div",
        way(reader.say("lesson.all"), html.link(PAGE, reader.params())),
        *prints,
        tag("p", reader.say("lesson.paper")),
        class_="lesson-bar sheet",
        lang=reader.language,
    )
    return [content.Block(bar, None), content.Block(document.sheets(reader, chosen), None)]


def overview(reader: Reader, home: str, file: str) -> list[Part]:
    """Offer the tours and the questions, and tell what a teacher should know.

    ``home`` is the atlas's own address, ``file`` that of the offline map.
    """
    return [
        _block(
            tag("h1", reader.say("page.classroom")),
            tag("p", reader.say("classroom.lead"), class_="soft"),
            tag("h2", reader.say("classroom.tours")),
            tag("p", reader.say("classroom.tours_note")),
            tours.cards(reader, home),
            tag("p", role="status", class_="told"),
            quiz.levels(reader),
        ),
        _block(
            _two(guide.before(reader, file), guide.links(reader)),
            guide.moodle(reader, home),
            _two(guide.licence(reader), guide.privacy(reader)),
        ),
    ]


def _two(*contents: Markup) -> Markup:
    return tag("div", *(tag("section", part) for part in contents), class_="two")
