"""The classroom as plain files: the overview, and each lesson's sheets."""

from collections.abc import Iterator
from pathlib import Path

from geodata import Atlas
from pages.ui.browser import export
from pages.ui.classroom import content
from pages.ui.site.plan import Leaf, Plan
from pages.ui.words.reader import Reader

# The browser writes the site's address where it is copied.
_HOME = "./"


def _leaves(atlas: Atlas, language: str) -> Iterator[Leaf]:
    reader = Reader(atlas, language, atlas.as_of, page=content.PAGE)
    words = reader.say("classroom.lead")
    file = f"../atlas/{export.FILE.format(language=language)}"
    yield Leaf(reader, words, content.overview(reader, _HOME, file))
    for name, lesson in atlas.lessons.items():
        yield Leaf(reader, words, content.lesson(reader, lesson), {content.LESSON: name})


PLAN = Plan(
    content.PAGE,
    _leaves,
    choosing=(content.LESSON,),
    script=Path(__file__).with_name("classroom.js").read_text(encoding="utf-8"),
)
