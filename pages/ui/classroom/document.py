"""A lesson as one piece: on the page, and as a document that stands alone for the printer."""

from functools import cache
from pathlib import Path

from geodata.model.lesson import Lesson
from pages.ui.classroom import pupils, teacher
from pages.ui.drawing import palette
from pages.ui.html import Markup, join, tag
from pages.ui.words import furigana
from pages.ui.words.reader import Reader

_UI = Path(__file__).parents[1]


def sheets(reader: Reader, lesson: Lesson) -> Markup:
    """Return all sheets of a lesson.

    What pupils read has its readings where the language needs them, whatever the reader asked
    for; the teacher's page only if she did.
    """
    return tag(
        "article",
        _read(reader, pupils.pages(reader, lesson)),
        _read(reader, teacher.key(reader, lesson)),
        furigana.shown(reader, teacher.page(reader, lesson)),
        class_="lesson",
        lang=reader.language,
    )


def document(reader: Reader, lesson: Lesson) -> str:
    """Return a lesson as an HTML document that needs nothing else."""
    title = reader.atlas.guided[lesson.id].title[reader.language]
    head = join(
        [
            tag("meta", charset="utf-8"),
            tag("title", reader.say("lesson.sheet", title=title)),
            Markup(f"<style>{_style()}</style>"),  # our own sheets
        ]
    )
    body = tag("body", sheets(reader, lesson))
    return f"<!doctype html>{tag('html', tag('head', head), body, lang=reader.language)}"


def _read(reader: Reader, markup: Markup) -> Markup:
    if not reader.tongue.readings:
        return markup
    return furigana.annotated(markup, reader.atlas.readings, reader.language)


@cache
def _style() -> str:
    paths = [palette.SHEET, *(_UI / name / f"{name}.css" for name in ("frame", "classroom"))]
    return "".join(path.read_text(encoding="utf-8") for path in paths)
