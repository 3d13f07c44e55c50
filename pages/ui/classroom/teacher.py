"""The teacher's pages of a lesson: the key, and aims, plan and what to mind."""

from geodata.model import GuidedStop
from geodata.model.lesson import Lesson, Task
from pages.ui import html
from pages.ui.classroom import answers, maps, pupils
from pages.ui.html import Markup, join, tag
from pages.ui.parts import citations
from pages.ui.words.reader import Reader

# What holds in every lesson for a class of pupils from several peoples.
_ALWAYS = ("state", "memory", "names", "war")
# Minutes of the plan that suits any tour: look, tour, maps, voices, answers.
_PLAN = (5, 10, 12, 12, 6)


def key(reader: Reader, lesson: Lesson) -> Markup:
    """Return the key: a page of its own."""
    shown = maps.sheets(reader, lesson)
    doubtful = any(piece.doubt for sheet in shown for piece in sheet.pieces.values())
    return tag(
        "section",
        tag("h2", reader.say("lesson.key")),
        tag("p", reader.say("lesson.key_note")),
        tag("div", *map(maps.filled, shown), class_="maps"),
        maps.signs(reader, shown),
        tag("p", reader.say("lesson.doubt")) if doubtful else "",
        *(_answer(reader, number, task) for number, task in pupils.numbered(lesson)),
        pupils.foot(reader, lesson),
        class_="leaf key",
    )


def page(reader: Reader, lesson: Lesson) -> Markup:
    """Return the teacher's page."""
    language = reader.language
    minds = [
        *(one[language] for one in lesson.mind),
        *(reader.say(f"lesson.mind_{key}") for key in _ALWAYS),
    ]
    return tag(
        "section",
        tag("h2", reader.say("lesson.teacher")),
        tag("p", tag("b", lesson.question[language])),
        tag("h3", reader.say("lesson.aims")),
        tag("ul", *(tag("li", aim[language]) for aim in lesson.aims)),
        tag("h3", reader.say("lesson.plan")),
        html.table(
            [reader.say("lesson.time"), reader.say("lesson.step")],
            [(reader.count("minutes", minutes), step) for minutes, step in _plan(reader, lesson)],
            class_="plan",
        ),
        tag("h3", reader.say("lesson.mind")),
        tag("ul", *(tag("li", one) for one in minds)),
        _stops(reader, lesson),
        _rests(reader, lesson),
        pupils.foot(reader, lesson),
        class_="leaf teacher",
    )


def _plan(reader: Reader, lesson: Lesson) -> list[tuple[int, str]]:
    if lesson.plan:
        return [(step.minutes, step.text[reader.language]) for step in lesson.plan]
    return [
        (minutes, reader.say(f"lesson.plan_{number}"))
        for number, minutes in enumerate(_PLAN, start=1)
    ]


def _answer(reader: Reader, number: int, task: Task) -> Markup:
    head = tag("b", reader.say("lesson.task", number=number))
    if task.table:
        heads = [reader.say("panel.island"), *map(reader.short, task.table.days)]
        held = answers.holding(reader, task.table)
        rows = [
            (reader.name(island), *names)
            for island, names in zip(task.table.islands, held, strict=True)
        ]
        return tag("div", head, html.table(heads, rows), class_="answer")
    if task.answer:
        told = [task.answer[reader.language]]
    elif task.passed:
        told = answers.passed(reader, task.passed)
    else:
        told = [answers.order(reader, task.events), _dates(reader, task)]
    return tag("div", head, *(tag("p", line) for line in told), class_="answer")


def _dates(reader: Reader, task: Task) -> str:
    events = sorted(map(reader.atlas.event, task.events), key=lambda event: event.date)
    return reader.tongue.semicolon.join(
        event.title[reader.language] + reader.bracketed(reader.written(event.date, event.precision))
        for event in events
    )


def _stops(reader: Reader, lesson: Lesson) -> Markup:
    stops = reader.atlas.guided[lesson.id].stops
    items = (tag("li", *_stop(reader, stop)) for stop in stops)
    return tag("h3", reader.say("lesson.stops")) + tag("ol", *items, class_="stops")


def _stop(reader: Reader, stop: GuidedStop) -> list[Markup]:
    told = [tag("b", stop.title[reader.language]), tag("span", stop.question[reader.language])]
    if stop.notes:
        told.append(tag("em", stop.notes[reader.language]))
    return [join(told, " ")]


def _rests(reader: Reader, lesson: Lesson) -> Markup:
    cited = [
        *(name for extract in lesson.extracts for name in extract.sources),
        *(name for task in lesson.tasks for name in task.sources),
    ]
    works = dict.fromkeys(citations.cite(reader.atlas.source(name)) for name in cited)
    items = (tag("li", work) for work in works)
    return tag("h3", reader.say("lesson.rests")) + tag("ul", *items, class_="rests")
