"""What the browser writes on the map: islands, groups of islets, seas, lands and countries."""

from datetime import date
from typing import Any

from geodata.model import Group, Spot, Viewpoint
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
    """Return the names of seas, lands and countries, with the points they may stand at."""

    def day(of: date | None) -> int | None:
        return None if of is None else (of - scope.start).days

    return [
        {
            "id": place.id,
            "kind": place.kind,
            "name": place.name[reader.language],
            "spots": [
                [spot.lat, spot.lon, day(spot.start)]
                for spot in (Spot(lat=place.lat, lon=place.lon), *place.also)
            ],
            "always": place.always,
            "start": day(place.start),
            "end": day(place.end),
        }
        for place in reader.atlas.places.values()
        if place.wide
    ]
