"""The ways to the questions, which the map makes from the data: a set and a level a link."""

from pages.ui import html
from pages.ui.html import Markup, tag, way
from pages.ui.words.reader import Reader

LEVELS = (1, 2, 3)
# The set that a class begins with; the questions' last card leads to others.
_FIRST = "1"


def levels(reader: Reader) -> Markup:
    """Return the ways to the first set's questions, one a level."""
    return (
        tag("h2", reader.say("quiz.title"))
        + tag("p", reader.say("classroom.quiz_note"))
        + tag("div", *(_level(reader, level) for level in LEVELS), class_="ways")
    )


def _level(reader: Reader, level: int) -> Markup:
    action = reader.say(f"quiz.level_{level}")
    name = reader.say("classroom.named", action=reader.say("quiz.title"), title=action)
    params = {"quiz": _FIRST, "level": str(level), "lang": reader.language}
    return way(action, html.link("map", params), aria_label=name)
