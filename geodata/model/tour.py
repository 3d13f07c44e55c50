"""Lists of days: those that pages ask for, and the stories told on the map."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from geodata.model.lens import Lens, Viewpoint
from geodata.model.record import Day, Id, Ids, Named, Record, Sourced, Text, refuse
from geodata.time import Precision


class Listed(StrEnum):
    """The lists of days that pages ask for by name; tours.toml must have each."""

    NINE = "nine-dates"
    LANDINGS = "landings"
    EVE = "eve-of-the-landings"
    SHUMSHU = "shumshu"
    PEOPLE = "people-of-1945"
    RESIDENTS = "residents"
    PAPERS = "paper-and-ground"
    DOOR = "front-door"


class Stop(Record):
    """A day worth a stop: that of an event, an edge of the atlas, or one of its own.

    ``last`` asks for the last day of an event of several days, ``shift`` for a day so many
    days later (earlier below 0). ``title`` stands for the event's own, ``note`` says more.
    ``lens`` is set where the day is to be seen under that one, whichever the reader has chosen.
    """

    event: Id | None = None
    edge: Literal["start", "as_of"] | None = None
    day: Day | None = None
    last: bool = False
    shift: Annotated[int, Field(ge=-366, le=366)] = 0
    title: Text | None = None
    note: Text | None = None
    lens: Lens | None = None

    @model_validator(mode="after")
    def _one_day(self) -> "Stop":
        if sum(value is not None for value in (self.event, self.edge, self.day)) != 1:
            raise refuse("day", "give one of event, edge and day")
        if self.last and self.event is None:
            raise refuse("last", "only an event has a last day")
        return self


class Tour(Named):
    """A named list of days.

    Of kind ``days`` they are told one by one; of kind ``span`` they are the first and the
    last day of a stretch; a ``pair`` is two days worth comparing under ``lens``.
    ``islands`` are those the list is about, where it is about a few.
    """

    kind: Literal["days", "span", "pair"]
    title: Text | None = None
    lens: Lens = Lens.CONTROL
    islands: Ids = ()
    stops: Annotated[tuple[Stop, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _as_many_as_its_kind(self) -> "Tour":
        if self.kind != "days" and len(self.stops) != 2:  # noqa: PLR2004  # a first and a last
            raise refuse("stops", f"a {self.kind} has two stops, not {len(self.stops)}")
        if self.kind == "pair" and self.title is None:
            raise refuse("title", "a pair needs a title")
        return self


class GuidedStop(Record):
    """A stop of a guided tour: a view of the map, and what is told there.

    ``window`` names the islands the map shows; ``islands``, ``lines`` and ``landings`` are those
    pointed at. ``text`` is for readers of about twelve, ``more`` for those of about sixteen;
    ``question`` is for the class to talk about, ``notes`` for the teacher. ``precision`` is how
    finely the stop is dated; None: as finely as the map knows its day.
    """

    day: Day
    precision: Precision | None = None
    lens: Lens = Lens.CONTROL
    viewpoint: Viewpoint = Viewpoint.NEUTRAL
    window: Literal["chain", "north", "south", "near", "crossing", "region"] = "chain"
    islands: Ids = ()
    lines: Ids = ()
    landings: Ids = ()
    title: Text
    text: Text
    more: Text
    question: Text
    notes: Text | None = None
    sources: Sourced


class GuidedTour(Named):
    """A story of some stops, told on the map and taught in class.

    Tours are offered in the order of their ``order``.
    """

    order: Annotated[int, Field(ge=1, le=99)]
    title: Text
    lead: Text
    stops: Annotated[tuple[GuidedStop, ...], Field(min_length=2)]
