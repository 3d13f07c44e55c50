"""What the browser writes on the map: islands, groups of islets, waters, lands and countries."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd
from shapely import Point

from geodata import Atlas
from geodata.model import Group, Place, Spot, Viewpoint
from geodata.once import once
from pages.ui.browser.scope import Scope
from pages.ui.words import text
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import FALLBACK

Json = dict[str, Any]

# The southern islands that Japan claims, beside the Habomai group: named before the others.
_SOUTHERN = frozenset({"iturup", "kunashir", "shikotan"})


def islands(reader: Reader, scope: Scope) -> list[Json]:
    """Return the islands with their names, in the order of the data."""
    km2 = reader.atlas.km2
    return [
        {
            "id": island.id,
            "index": index,
            "names": {
                view: reader.at(viewpoint=view).names(island.id) for view in map(str, Viewpoint)
            },
            "kuril": island.group is not Group.SAKHALIN,
            "focus": island.id in scope.focus,
            "southern": island.id in _SOUTHERN,
            "km2": round(km2[island.id], 3),
        }
        for index, island in enumerate(reader.atlas.islands.values())
    ]


def groups(reader: Reader) -> list[Json]:
    """Return the groups whose islets share one name until the reader is near enough."""
    name = text.catalogue()[f"group.{Group.HABOMAI}"]
    own = reader.language if reader.language in name else FALLBACK
    order = dict.fromkeys((own, *reader.tongue.names[Viewpoint.NEUTRAL]))
    islets = [
        island.id for island in reader.atlas.islands.values() if island.group is Group.HABOMAI
    ]
    return [
        {
            "id": str(Group.HABOMAI),
            "islands": islets,
            "names": [(name[code], code) for code in order if code in name],
        }
    ]


def places(reader: Reader, scope: Scope) -> list[Json]:
    """Return the names of seas, straits, lands and countries, with the points they may stand at."""

    def day(of: date | None) -> int | None:
        return None if of is None else (of - scope.start).days

    return [
        {
            "id": place.id,
            "kind": place.kind,
            "name": place.name[reader.language],
            "spots": [[spot.lat, spot.lon, day(spot.start)] for spot in _spots(place)],
            "lands": [(name, day(start)) for name, start in own] if place.always else [],
            "always": place.always,
            "start": day(place.start),
            "end": day(place.end),
        }
        for place in reader.atlas.places.values()
        if place.wide
        for own in [lands(reader.atlas).get(place.id, [])]
    ]


def _spots(place: Place) -> Iterable[Spot]:
    return (Spot(lat=place.lat, lon=place.lon), *place.also)


@once
def lands(atlas: Atlas) -> dict[str, list[tuple[str, date | None]]]:
    """Return the coasts and islands that are a land's or a country's own: where its points lie.

    Each is its own, whole, from the day on which all its points there hold; None: always.
    """
    around = pd.concat([atlas.land.geometry, atlas.shapes.geometry])
    found = {}
    for place in atlas.places.values():
        if place.kind not in {"land", "country"}:
            continue
        own: dict[str, list[date | None]] = {}
        for spot in _spots(place):
            for name in around.index[around.contains(Point(spot.lon, spot.lat))]:
                own.setdefault(str(name), []).append(spot.start)
        found[place.id] = [
            (name, max((day for day in days if day), default=None)) for name, days in own.items()
        ]
    return found
