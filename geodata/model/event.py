"""What happened: events of the chronicle, and where people of them stood."""

from enum import StrEnum
from typing import Literal

from pydantic import model_validator

from geodata.model.dated import Confidence
from geodata.model.record import Day, Id, Ids, Named, Sourced, Text, in_order, refuse
from geodata.time import Precision


class Theme(StrEnum):
    """What an event of the chronicle is about."""

    TREATY = "treaty"
    EXPLORATION = "exploration"
    WAR = "war"
    ADMINISTRATION = "administration"
    PEOPLE = "people"
    DIPLOMACY = "diplomacy"
    MILITARY_CONTACTS = "military_contacts"
    SANCTIONS = "sanctions"


class Event(Named):
    """A dated event of the chronicle. ``end`` is exclusive, for events of several days.

    ``document`` names the founding document that mentions it, ``correction`` says where
    that document errs.
    """

    date: Day
    precision: Precision = Precision.DAY
    end: Day | None = None
    theme: Theme
    title: Text
    summary: Text
    islands: Ids = ()
    instrument: Id | None = None
    document: tuple[Literal["000", "001", "002", "003"], ...] = ()
    correction: Text | None = None
    confidence: Confidence = Confidence.HIGH
    sources: Sourced

    @model_validator(mode="after")
    def _ordered(self) -> "Event":
        in_order(("date", self.date), ("end", self.end))
        return self


class Presence(Named):
    """Where an event in people's lives is told on the map; its id is the event's.

    ``island``, ``landing`` (its site) or ``place`` says where; it is shown from the event's first
    day to before ``until``, without one to the atlas's last day.
    """

    island: Id | None = None
    landing: Id | None = None
    place: Id | None = None
    until: Day | None = None

    @model_validator(mode="after")
    def _one_place(self) -> "Presence":
        if sum(value is not None for value in (self.island, self.landing, self.place)) != 1:
            raise refuse("place", "give one of island, landing and place")
        return self
