"""The guided tours, and the people on the map: fetched when the first of them is asked for."""

from collections.abc import Iterator
from typing import Any

from geodata import Atlas
from geodata.model import Group, GuidedStop, GuidedTour
from pages.ui.browser.people import people
from pages.ui.parts import citations
from pages.ui.words import text
from pages.ui.words.glossary import meanings
from pages.ui.words.reader import Reader

Json = dict[str, Any]

# Which islands a stop's window shows: groups of them, and some by name. Those near Hokkaido, and
# the sea that people cross from Sakhalin to Hokkaido, make windows of their own.
_SOUTH = {Group.SOUTH, Group.SHIKOTAN, Group.HABOMAI}
_WINDOWS: dict[str, frozenset[str]] = {
    "chain": frozenset(Group) - {Group.SAKHALIN},
    "north": frozenset({Group.NORTH}),
    "south": frozenset(_SOUTH),
    "near": frozenset({Group.SHIKOTAN, Group.HABOMAI, "kunashir"}),
    "crossing": frozenset({Group.HABOMAI, "kunashir", "sakhalin-south"}),
    "region": frozenset(Group),
}


def guided(reader: Reader) -> Json:
    """Return every guided tour in the reader's language, by id, the windows they show, the people.

    A window is [[south, west], [north, east]] (EPSG:4326).
    """
    return {
        "windows": {name: _window(reader.atlas, these) for name, these in _WINDOWS.items()},
        "words": text.section("tour", reader.language) | {"furigana": reader.say("page.furigana")},
        "hard": meanings(reader.atlas.glossary, reader.language, _told(reader)),
        "tours": {name: _tour(reader, tour) for name, tour in reader.atlas.guided.items()},
        "people": people(reader),
        # all of them: the map's own sentence has readings too, and brings none itself
        "kana": dict(reader.atlas.readings) if reader.tongue.readings else {},
    }


def _told(reader: Reader) -> Iterator[str]:
    for tour in reader.atlas.guided.values():
        for stop in tour.stops:
            yield from (stop.text[reader.language], stop.more[reader.language])


def _tour(reader: Reader, tour: GuidedTour) -> Json:
    return {
        "title": tour.title[reader.language],
        "stops": [
            _stop(reader, stop)
            | {
                "name": reader.say(
                    "tour.stop",
                    stop=number,
                    stops=len(tour.stops),
                    title=stop.title[reader.language],
                )
            }
            for number, stop in enumerate(tour.stops, start=1)
        ],
    }


def _stop(reader: Reader, stop: GuidedStop) -> Json:
    return {
        "date": stop.day.isoformat(),
        "when": reader.stop(stop),
        "lens": str(stop.lens),
        "viewpoint": str(stop.viewpoint),
        "window": stop.window,
        "islands": list(stop.islands),
        "lines": list(stop.lines),
        "landings": list(stop.landings),
        "title": stop.title[reader.language],
        "text": stop.text[reader.language],
        "more": stop.more[reader.language],
        "question": stop.question[reader.language],
        "sources": citations.brief(reader, stop.sources),
    }


def _window(atlas: Atlas, these: frozenset[str]) -> list[list[float]]:
    shown = [name for name, island in atlas.islands.items() if {name, island.group} & these]
    west, south, east, north = map(float, atlas.shapes.loc[shown].total_bounds)
    return [[round(south, 3), round(west, 3)], [round(north, 3), round(east, 3)]]
