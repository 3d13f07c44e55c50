"""The close map of Shumshu: its beach, capes, heights and batteries."""

from collections.abc import Sequence
from dataclasses import replace

from geodata.model import Landing, Place
from pages.ui.drawing.mercator import Bounds
from pages.ui.drawing.spots import Spot
from pages.ui.html import Markup, join, tag
from pages.ui.landings import battle as landings
from pages.ui.parts import citations
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import JAPANESE, RUSSIAN

BOUNDS: Bounds = (156.02, 50.6, 156.74, 50.92)


def spots(reader: Reader) -> list[Spot]:
    """Return the places of the fighting for Shumshu, numbered from north to south."""
    points = reader.atlas.landings().get_coordinates()
    west, south, east, north = BOUNDS
    shown = [
        Spot(name, 0, landing.site[reader.language], lat, lon, "landing")
        for landing in reader.atlas.landing_records()
        for name, lat, lon in ((landing.id, points["y"][landing.id], points["x"][landing.id]),)
    ]
    shown += [
        Spot(
            id=place.id,
            number=0,
            name=place.name[reader.language],
            lat=place.lat,
            lon=place.lon,
            kind=place.kind,
            spread=place.spread,
            left=place.label == "left",
        )
        for place in reader.atlas.places.values()
        if not place.wide
    ]
    inside = (spot for spot in shown if west < spot.lon < east and south < spot.lat < north)
    ordered = sorted(inside, key=lambda spot: (-spot.lat, spot.id))
    return [replace(spot, number=number) for number, spot in enumerate(ordered, start=1)]


def key(reader: Reader, shown: Sequence[Spot]) -> Markup:
    """Return the points in words, in the order of their numbers."""
    records = {landing.id: landing for landing in reader.atlas.landing_records()}
    items = [
        tag(
            "li",
            _landed(reader, records[spot.id])
            if spot.kind == "landing"
            else _told(reader, reader.atlas.places[spot.id]),
        )
        for spot in shown
    ]
    return tag("ol", *items, class_="spots")


def _landed(reader: Reader, landing: Landing) -> Markup:
    """Name a landing's site, and point to its line in the order of battle."""
    when = f"{reader.written(landing.start)}{reader.tongue.comma}{landings.clock(reader, landing)}"
    return join(
        [
            landings.site(reader, landing),
            tag(
                "p",
                tag("a", when, href=f"#landing-{landing.id}"),
                " ",
                landing.outcome[reader.language],
            ),
        ]
    )


def _told(reader: Reader, place: Place) -> Markup:
    now = f" → {place.today[reader.language]}" if place.today else ""
    native = [
        tag("span", name, lang=tongue)
        for tongue, name in (
            (JAPANESE, place.name.ja),
            (RUSSIAN, (place.today or place.name).ru),
        )
        if tongue != reader.language
    ]
    return join(
        [
            tag("b", place.name[reader.language]),
            now,
            " ",
            tag("small", join(native, reader.tongue.dot)),
            f"{reader.tongue.dot}{reader.say('landings.spot_battery')}"
            if place.kind == "battery"
            else "",
            tag("p", place.guns[reader.language]) if place.guns else "",
            tag("p", place.note[reader.language], class_="soft") if place.note else "",
            citations.cited(reader, place.sources),
        ]
    )
