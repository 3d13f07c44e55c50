"""The pupils' pages of a lesson: the question, what happened, maps, voices and tasks."""

from itertools import groupby

from geodata.model.lesson import LEVELS, Extract, Lesson, Task
from pages.ui import html
from pages.ui.classroom import answers, maps
from pages.ui.html import Markup, join, tag
from pages.ui.parts import citations
from pages.ui.words.reader import Reader


def pages(reader: Reader, lesson: Lesson) -> Markup:
    """Return all that a pupil gets."""
    return tag(
        "section",
        _head(reader, lesson),
        _happened(reader, lesson),
        _maps(reader, lesson),
        _voices(reader, lesson),
        *_tasks(reader, lesson),
        foot(reader, lesson),
        class_="leaf",
    )


def foot(reader: Reader, lesson: Lesson) -> Markup:
    """Return the line that says what a sheet is and under which licence it may be shared."""
    title = reader.atlas.guided[lesson.id].title[reader.language]
    date = reader.written(reader.atlas.as_of)
    return tag("p", reader.say("lesson.foot", title=title, date=date), class_="foot")


def numbered(lesson: Lesson) -> list[tuple[int, Task]]:
    """Return the tasks with their numbers, the easier level first."""
    return list(enumerate(sorted(lesson.tasks, key=lambda task: task.level), start=1))


def _head(reader: Reader, lesson: Lesson) -> Markup:
    title = reader.atlas.guided[lesson.id].title[reader.language]
    fields = (tag("span", reader.say(f"lesson.{key}"), " ", tag("i")) for key in _FIELDS)
    return join(
        [
            tag("h1", reader.say("lesson.sheet", title=title)),
            tag("p", *fields, class_="fields"),
            tag(
                "p",
                tag("b", reader.say("lesson.inquiry")),
                lesson.question[reader.language],
                class_="inquiry",
            ),
        ]
    )


_FIELDS = ("name", "form", "day")


def _happened(reader: Reader, lesson: Lesson) -> Markup:
    """Tell the tour's stops in short, so that the sheet stands without a screen."""
    items = (
        tag(
            "li",
            tag("b", reader.stop(stop), class_="day"),
            tag(
                "div",
                tag("b", stop.title[reader.language]),
                tag("p", stop.text[reader.language]),
            ),
        )
        for stop in reader.atlas.guided[lesson.id].stops
    )
    return tag("h2", reader.say("lesson.happened")) + tag("ol", *items, class_="happened")


def _maps(reader: Reader, lesson: Lesson) -> Markup:
    drawn = map(maps.to_colour, maps.sheets(reader, lesson))
    head = tag("h2", reader.say("lesson.maps"))
    return head + tag("p", reader.say("lesson.maps_note")) + join(drawn)


def _voices(reader: Reader, lesson: Lesson) -> Markup:
    sides = [
        tag(
            "div",
            tag("h3", reader.say(f"lesson.side_{side}")),
            *(_voice(reader, extract) for extract in extracts),
        )
        for side, extracts in groupby(lesson.extracts, key=lambda extract: extract.side)
    ]
    return tag(
        "div",
        tag("h2", reader.say("lesson.voices")),
        tag("p", reader.say("lesson.voices_note")),
        tag("div", *sides, class_="sides"),
        class_="voices",
    )


def _voice(reader: Reader, extract: Extract) -> Markup:
    return tag(
        "div",
        tag("b", extract.speaker[reader.language]),
        tag("p", extract.text[reader.language]),
        tag("small", reader.say("lesson.source", works=works(reader, extract.sources))),
        class_="voice",
    )


def works(reader: Reader, cited: tuple[str, ...]) -> str:
    """Name the works cited in one line, each with its year where it has one."""
    return reader.tongue.semicolon.join(
        dict.fromkeys(
            citations.named(source) + (f" {source.published[:4]}" if source.published else "")
            for source in map(reader.atlas.source, cited)
        )
    )


def _tasks(reader: Reader, lesson: Lesson) -> list[Markup]:
    told = numbered(lesson)
    return [
        tag(
            "div",
            tag("h2", reader.say(f"lesson.tasks_{level}")),
            *(_task(reader, number, task) for number, task in told if task.level == level),
        )
        for level in LEVELS
    ]


def _task(reader: Reader, number: int, task: Task) -> Markup:
    body: list[Markup] = []
    lines = task.lines
    if task.table:
        heads = [reader.say("panel.island"), *map(reader.short, task.table.days)]
        rows = ((reader.name(one), *("" for _ in task.table.days)) for one in task.table.islands)
        body, lines = [html.table(heads, rows, class_="to-fill")], 0
    if task.events:
        letters = answers.letter(reader)
        events = answers.shuffled(reader, task.events)
        items = (
            tag("li", tag("b", letters[place]), " ", event.title[reader.language])
            for place, event in enumerate(events)
        )
        body, lines = [tag("ul", *items, class_="events")], 1
    return tag(
        "div",
        tag("p", tag("b", f"{number}"), " ", answers.question(reader, task)),
        *body,
        *(tag("span", class_="ruled") for _ in range(lines)),
        class_="task",
    )
