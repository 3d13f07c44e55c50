"""The records as they stand, each by its id, and the outlines of the land."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, TypeVar

import geopandas as gpd

from geodata import arguments
from geodata.citation import work
from geodata.model import (
    Era,
    Event,
    GuidedTour,
    Instrument,
    Island,
    Phrase,
    Place,
    Power,
    Presence,
    Source,
    Term,
    Tour,
    Word,
)
from geodata.model.lesson import Lesson
from geodata.tours import Telling

C = TypeVar("C", bound="Catalogue")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Catalogue:
    """What is on record from ``start`` to ``as_of``, both included, by id.

    ``version`` is that of the data, "0" where their folder names none.
    """

    version: str
    start: date
    as_of: date
    eras: tuple[Era, ...]
    islands: Mapping[str, Island]
    powers: Mapping[str, Power]
    sources: Mapping[str, Source]
    instruments: Mapping[str, Instrument]
    phrases: Mapping[str, Phrase]
    words: Mapping[str, Word]
    glossary: Mapping[str, Term]
    places: Mapping[str, Place]
    people: Mapping[str, Presence]
    tours: Mapping[str, Tour]
    guided: Mapping[str, GuidedTour]
    lessons: Mapping[str, Lesson]
    readings: Mapping[str, str]
    _shapes: gpd.GeoDataFrame = field(repr=False)
    _land: gpd.GeoDataFrame = field(repr=False)
    _events: Mapping[str, Event] = field(repr=False)
    _stops: Mapping[str, tuple[Telling, ...]] = field(repr=False)

    # Python neither pickles nor copies a read-only view: its dictionary goes, and is wrapped again
    def __reduce__(self) -> tuple[Any, ...]:
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        views = {
            name: dict(value)
            for name, value in values.items()
            if isinstance(value, MappingProxyType)
        }
        return _anew, (type(self), values | views, frozenset(views))

    def source(self, citation: str) -> Source:
        """Return the work that a citation names, with or without a place in it.

        KeyError where there is none.
        """
        return arguments.named("source", work(arguments.word(citation)), self.sources)

    @property
    def shapes(self) -> gpd.GeoDataFrame:
        """The islands' outlines (EPSG:4326) and their ``area_km2``, measured equal-area."""
        return self._shapes.copy()

    @property
    def measured(self) -> dict[str, float]:
        """Each island's area in km², measured equal-area on its outline, as in ``shapes``."""
        return {str(name): float(area) for name, area in self._shapes["area_km2"].items()}

    @property
    def km2(self) -> dict[str, float]:
        """Each island's area in km²: as published; as measured where no figure is known.

        What is summed over islands sums these. Shorelines draw small islands too large.
        """
        measured = self.measured
        return {
            name: island.area.value if island.area else measured[name]
            for name, island in self.islands.items()
        }

    @property
    def land(self) -> gpd.GeoDataFrame:
        """The coasts around the chain (EPSG:4326), which no record is about."""
        return self._land.copy()

    def events(
        self, start: date | None = None, end: date | None = None, theme: str | None = None
    ) -> list[Event]:
        """Return the events that touch the days from ``start`` to before ``end``, in order.

        Without them: from the first day, to the last. Days outside the range are taken as any
        other, and touch nothing: no OutOfRange is raised.
        """
        wanted = None if theme is None else arguments.theme(theme)
        first = self.start if start is None else arguments.plain(start)
        last = self.as_of + timedelta(days=1) if end is None else arguments.plain(end)
        return [
            event
            for event in self._events.values()
            if event.date < last
            and (event.date >= first or (event.end is not None and event.end > first))
            and wanted in (None, event.theme)
        ]

    def event(self, name: str) -> Event:
        """Return the event with this id; KeyError where there is none."""
        return arguments.named("event", name, self._events)

    def stops(self, name: str) -> tuple[Telling, ...]:
        """Return the days of one of the lists of ``tours``, in order.

        Of a span and a pair they are the first and the last day. KeyError where there is no
        such list; those of ``model.Listed`` are always there.
        """
        return arguments.named("list", name, self._stops)


def _anew(kind: type[C], values: Mapping[str, Any], views: frozenset[str]) -> C:
    """Make a catalogue from its fields; those among ``views`` can only be read."""
    wrapped: dict[str, Any] = {name: MappingProxyType(values[name]) for name in views}
    return kind(**{**values, **wrapped})
