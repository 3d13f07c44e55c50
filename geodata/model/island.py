"""An island: its names, its figures, its shape."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from geodata.model.record import Day, Kana, Named, People, Record, Sourced, Text, refuse


class Group(StrEnum):
    """The part of the chain (or Sakhalin) an island belongs to."""

    NORTH = "north"
    MIDDLE = "middle"
    SOUTH = "south"
    SHIKOTAN = "shikotan"
    HABOMAI = "habomai"
    SAKHALIN = "sakhalin"


class Measure(Record):
    """A published figure (km², metres) with its source; ``note`` explains a deviation."""

    value: Annotated[float, Field(gt=0, le=1e6)]
    sources: Sourced
    note: Text | None = None


class Count(Record):
    """People on an island on a day or in a year, as one source counts them."""

    year: Annotated[int, Field(ge=1600, le=2100)]
    day: Day | None = None
    people: People
    sources: Sourced
    note: Text | None = None

    @model_validator(mode="after")
    def _of_the_year(self) -> "Count":
        if self.day is not None and self.day.year != self.year:
            raise refuse("day", f"day {self.day} is not in the year {self.year}")
        return self


class AinuName(Record):
    """An Ainu name with its reading of the meaning, where a source gives one."""

    name: Annotated[str, Field(min_length=1)]
    meaning: Text | None = None
    sources: Sourced


class Island(Named):
    """Names and facts of one record of islands.geojson.

    ``romaji`` is the Hepburn reading of ``name.ja``, ``kana`` its readings in hiragana, the usual
    one first; ``aliases`` are further spellings a search should find. ``wikidata``, ``geonames``
    and ``osm`` are its ids there, where seen. ``area`` is the official figure in km² where one is
    known.
    """

    group: Group
    name: Text
    romaji: Annotated[str, Field(min_length=1)]
    kana: tuple[Kana, ...] = ()
    aliases: tuple[str, ...] = ()
    ainu: AinuName | None = None
    area: Measure | None = None
    highest: Measure | None = None
    population: tuple[Count, ...] = ()
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None = None
    geonames: Annotated[str, Field(pattern=r"^[1-9]\d*$")] | None = None
    osm: Annotated[str, Field(pattern=r"^(node|way|relation)/[1-9]\d*$")] | None = None
    note: Text | None = None
    sources: Sourced


class Shape(Named):
    """An island's outline; its facts stand in islands.toml.

    ``area_km2`` was measured equal-area on the shoreline before it was simplified, and
    ``parts`` counts the pieces of land that were there.
    """

    area_km2: Annotated[float, Field(gt=0, le=1e6)]
    parts: Annotated[int, Field(ge=1, le=1_000_000)]


class Coast(Named):
    """A coast around the chain, which no record is about."""
