"""The records of a lesson to print: what is asked, coloured and read, and what a teacher needs."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from geodata.model.lens import Lens, Viewpoint
from geodata.model.record import Citations, Day, Id, Ids, Named, Record, Sourced, Text, refuse

MINUTES = 45
LEVELS = (1, 2)
# Of each side so many extracts.
VOICES = 2
SIDES = ("japanese", "russian")


class Step(Record):
    """A part of the lesson, in minutes."""

    minutes: Annotated[int, Field(ge=1, le=MINUTES)]
    text: Text


class Colouring(Record):
    """A blank map to colour: what a stop of the tour (counted from 1) shows.

    ``islands`` are those ``named`` on it, by name or by a number; without any, all stay bare.
    """

    stop: Annotated[int, Field(ge=1)]
    named: Literal["names", "numbers"] = "names"
    islands: Ids = ()


class Extract(Record):
    """What one side says, in our own words; ``speaker`` says who and when."""

    side: Literal["japanese", "russian", "other"]
    speaker: Text
    text: Text
    sources: Sourced


class Table(Record):
    """A table to fill in: who had each of the islands on each of the days under a lens."""

    islands: Annotated[Ids, Field(min_length=2, max_length=8)]
    days: Annotated[tuple[Day, ...], Field(min_length=2, max_length=5)]
    lens: Lens = Lens.CONTROL
    viewpoint: Viewpoint = Viewpoint.NEUTRAL


class Passage(Record):
    """What passed from whom to whom on a day under a lens."""

    day: Day
    lens: Lens = Lens.CONTROL


class Task(Record):
    """A task for readers of about twelve (level 1) or sixteen (level 2).

    What is asked is one of four things. The atlas knows the answer to a ``table``, to ``events``
    to be put in order, and to what ``passed`` on a day; a ``question`` has its ``answer`` here:
    what a good one holds. ``lines`` are ruled for writing.
    """

    level: Literal[1, 2]
    table: Table | None = None
    events: Annotated[tuple[Id, ...], Field(max_length=8)] = ()
    passed: Passage | None = None
    question: Text | None = None
    answer: Text | None = None
    lines: Annotated[int, Field(ge=0, le=12)] = 4
    sources: Citations = ()

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        asked = (self.table, self.events or None, self.passed, self.question)
        if sum(one is not None for one in asked) != 1:
            raise refuse("question", "ask one of table, events, passed and question")
        if (self.question is None) != (self.answer is None):
            raise refuse("answer", "a question has an answer, and nothing else has")
        return self


class Lesson(Named):
    """A lesson of 45 minutes on the tour of the same id.

    ``question`` is what the class sets out to answer, ``mind`` what to mind where pupils of
    several backgrounds sit together. Without a ``plan`` it has the one that suits any tour.
    """

    question: Text
    aims: Annotated[tuple[Text, ...], Field(min_length=2, max_length=4)]
    plan: tuple[Step, ...] = ()
    mind: Annotated[tuple[Text, ...], Field(min_length=1)]
    maps: Annotated[tuple[Colouring, ...], Field(min_length=3, max_length=3)]
    extracts: tuple[Extract, ...]
    tasks: tuple[Task, ...]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        minutes = sum(step.minutes for step in self.plan)
        if self.plan and minutes != MINUTES:
            raise refuse("plan", f"takes {minutes} minutes, not {MINUTES}")
        for side in SIDES:
            heard = sum(one.side == side for one in self.extracts)
            if heard != VOICES:
                raise refuse("extracts", f"has {heard} of the {side} side, not {VOICES}")
        for level in LEVELS:
            if sum(task.level == level for task in self.tasks) < 2:  # noqa: PLR2004  # a choice
                raise refuse("tasks", f"has fewer than two of level {level}")
        return self
