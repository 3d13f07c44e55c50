"""Everything a data folder holds, each record with the place it was read from."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from shapely.geometry.base import BaseGeometry

from geodata.model import (
    Claim,
    Coast,
    Control,
    Era,
    Event,
    Group,
    GuidedTour,
    Instrument,
    Island,
    Landing,
    Line,
    Moment,
    Phrase,
    Place,
    Power,
    Presence,
    Record,
    Shape,
    Source,
    Term,
    Title,
    Tour,
    Word,
)
from geodata.model.lesson import Lesson

R_co = TypeVar("R_co", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Row(Generic[R_co]):
    """A record, where it was read, and its shape if it has one.

    ``name`` is what an editor looks for in ``file``: an id, or the line of a table.
    """

    file: str
    name: str
    record: R_co
    geometry: BaseGeometry | None = None


@dataclass(frozen=True, slots=True)
class Records:
    """The content of a data folder. ``start`` and ``as_of`` are its first and last day."""

    start: date
    as_of: date
    eras: list[Row[Era]]
    islands: list[Row[Island]]
    shapes: list[Row[Shape]]
    land: list[Row[Coast]]
    powers: list[Row[Power]]
    sources: list[Row[Source]]
    phrases: list[Row[Phrase]]
    words: list[Row[Word]]
    glossary: list[Row[Term]]
    instruments: list[Row[Instrument]]
    events: list[Row[Event]]
    places: list[Row[Place]]
    people: list[Row[Presence]]
    tours: list[Row[Tour]]
    guided: list[Row[GuidedTour]]
    lessons: list[Row[Lesson]]
    readings: dict[str, str]
    moments: list[Row[Moment]]
    control: list[Row[Control]]
    title: list[Row[Title]]
    claims: list[Row[Claim]]
    lines: list[Row[Line]]
    landings: list[Row[Landing]]

    def members(self, name: str) -> tuple[str, ...]:
        """Resolve an island id, ``@group`` or ``@kurils`` (all but Sakhalin) to island ids."""
        return tuple(
            row.record.id
            for row in self.islands
            if name in (row.record.id, f"@{row.record.group}")
            or (name == "@kurils" and row.record.group is not Group.SAKHALIN)
        )
