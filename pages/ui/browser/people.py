"""The people of the islands as the browser shows them: what is told of them, where and when."""

from typing import Any

from shapely import get_coordinates

from geodata.model import Presence
from pages.ui.parts import citations
from pages.ui.words.reader import Reader

Json = dict[str, Any]


def people(reader: Reader) -> list[Json]:
    """Return what is told of people on the map, by day; ``end`` is exclusive, null for none.

    ``lat`` and ``lon`` are decimal degrees (EPSG:4326), of an island a point on its land.
    """
    told = [_told(reader, presence) for presence in reader.atlas.people.values()]
    return sorted(told, key=lambda one: (one["start"], one["id"]))


def _told(reader: Reader, presence: Presence) -> Json:
    event = reader.atlas.event(presence.id)
    name, lat, lon, spread = _where(reader, presence)
    about = "" if spread is None else reader.say("map.people_near", count=round(spread))
    return {
        "id": presence.id,
        "place": name,
        "lat": round(lat, 4),
        "lon": round(lon, 4),
        "about": about,
        "start": event.date.isoformat(),
        "end": presence.until and presence.until.isoformat(),
        "when": reader.when(event),
        "title": event.title[reader.language],
        "text": event.summary[reader.language],
        "sources": citations.brief(reader, event.sources),
    }


def _where(reader: Reader, presence: Presence) -> tuple[str, float, float, float | None]:
    """Return the name of the spot, its latitude and longitude, and how far it may be off, in km."""
    atlas = reader.atlas
    if presence.place is not None:
        place = atlas.places[presence.place]
        name = place.name[reader.language]
        if place.today is not None and place.today != place.name:
            name += reader.bracketed(place.today[reader.language])
        return name, place.lat, place.lon, place.spread
    if presence.landing is not None:
        landings = atlas.landings()
        site = landings.loc[presence.landing]
        [(lon, lat)] = get_coordinates(landings.geometry[presence.landing])
        name = site["site"][reader.language]
        name += reader.bracketed(site["site_today"][reader.language])
        return name, float(lat), float(lon), None
    island = str(presence.island)
    point = atlas.shapes.geometry[island].representative_point()
    return reader.name(island), float(point.y), float(point.x), None
