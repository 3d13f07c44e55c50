"""The rules of lessons: a tour behind each, a side in each extract, and an answer to each task."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from geodata.atlas import Atlas
from geodata.errors import OutOfRange, Problem
from geodata.grades import own_text, sides
from geodata.model.lesson import SIDES, Lesson, Passage, Table
from geodata.records import Row
from geodata.time import Precision


def check_lessons(atlas: Atlas, lessons: Iterable[Row[Lesson]]) -> Iterator[Problem]:
    """Yield what is wrong with the lessons.

    One is not about a tour or a stop that is there; a side's extract rests on no source of that
    side, or none of its extracts on a document or a government's own text; what is asked as
    settled is in doubt.
    """
    for row in lessons:
        for field, message in _problems(atlas, row.record):
            yield Problem(row.file, row.name, field, message)


def _problems(atlas: Atlas, lesson: Lesson) -> Iterator[tuple[str, str]]:
    tour = atlas.guided.get(lesson.id)
    if tour is None:
        yield "", "there is no tour of this name"
    for number, colouring in enumerate(lesson.maps):
        if tour and colouring.stop > len(tour.stops):
            yield f"maps.{number}.stop", f"the tour has {len(tour.stops)} stops"
    yield from _voices(atlas, lesson)
    for number, task in enumerate(lesson.tasks):
        field = f"tasks.{number}"
        if task.table:
            yield from ((f"{field}.table", told) for told in _table(atlas, task.table))
        if task.passed:
            yield from ((f"{field}.passed", told) for told in _passed(atlas, task.passed))
        yield from ((f"{field}.events", told) for told in _order(atlas, task.events))


def _voices(atlas: Atlas, lesson: Lesson) -> Iterator[tuple[str, str]]:
    for number, extract in enumerate(lesson.extracts):
        works = [atlas.source(citation) for citation in extract.sources]
        if extract.side in SIDES and not any(extract.side in sides(work) for work in works):
            yield f"extracts.{number}", f"rests on no {extract.side} source"
    for side in SIDES:
        works = [
            atlas.source(citation)
            for extract in lesson.extracts
            if extract.side == side
            for citation in extract.sources
        ]
        if not own_text(works, side):
            yield "extracts", f"the {side} side is heard by no document and no government's text"


def _table(atlas: Atlas, table: Table) -> Iterator[str]:
    for day in table.days:
        try:
            held = atlas.drawn(day, lens=table.lens, viewpoint=table.viewpoint)
        except OutOfRange as error:
            yield str(error)
            continue
        yield from (
            f"who had {island} on {day} is in doubt"
            for island in table.islands
            if held[island].doubtful
        )


def _passed(atlas: Atlas, passage: Passage) -> Iterator[str]:
    try:
        changes = atlas.changes(passage.day, lens=passage.lens)
    except OutOfRange as error:
        yield str(error)
    else:
        if not changes:
            yield f"nothing passes from one to another on {passage.day}"


def _order(atlas: Atlas, events: Iterable[str]) -> Iterator[str]:
    told = sorted(map(atlas.event, events), key=lambda event: event.date)
    for one, other in pairwise(told):
        coarse = {one.precision, other.precision} != {Precision.DAY}
        if one.date == other.date or (coarse and one.date.year == other.date.year):
            yield f"which of {one.id} and {other.id} came first is not known"
