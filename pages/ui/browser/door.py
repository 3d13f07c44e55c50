"""The front door: what it says, and the ways it offers into the days of a timeline."""

from typing import Any

from geodata.model import Lens, Listed
from pages.ui.browser.scope import Scope
from pages.ui.words.reader import Reader

Json = dict[str, Any]

# What an address may ask for that the door does not stand before.
PASSED = (*("date", "lens", "viewpoint", "island", "embed"), *("present", "play", "tour", "quiz"))
# What a browser keeps once it has been opened.
SEEN = "kuril-atlas-door"


def door(reader: Reader, scope: Scope) -> Json:
    """Return what the front door says, and the ways it offers into this timeline's days."""
    tours = [
        {
            "title": tour.title[reader.language],
            "note": tour.lead[reader.language],
            "tour": name,
            "date": tour.stops[0].day.isoformat(),
            "lens": str(tour.stops[0].lens),
        }
        for name, tour in list(reader.atlas.guided.items())[:1]
    ]
    days = [
        {
            "title": way.title[reader.language],
            "note": way.note[reader.language],
            "tour": None,
            "date": way.day.isoformat(),
            "lens": str(way.lens or Lens.CONTROL),
        }
        for way in reader.atlas.stops(Listed.DOOR)
        if way.title and way.note  # each has both: checked at loading
    ]
    return {
        **{key: reader.say(f"door.{key}") for key in ("title", "lead", "look", "ask")},
        "passed": PASSED,
        "seen": SEEN,
        "ways": [] if scope.arrows else [*tours, *days],
    }
