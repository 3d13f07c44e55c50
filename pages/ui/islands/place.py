"""Where an island lies: its window with neighbours, and its place in the chain."""

from functools import lru_cache

from geodata import Atlas
from geodata.model import Group
from pages.ui.drawing import legend as key
from pages.ui.drawing.labels import labelled
from pages.ui.drawing.mercator import Bounds, latitude, stretched
from pages.ui.drawing.minimap import minimap
from pages.ui.drawing.outlines import CHAIN, REGION
from pages.ui.html import Markup, picture, tag
from pages.ui.words import holders
from pages.ui.words.reader import Reader

# Pixels.
_WIDE, _NARROW = 420, 240
# Width to height of a window.
_SHAPE = 4 / 3
# How much sea is left round an island: a part of its size, and degrees at least.
_MARGIN = 0.45
_LEAST = 0.2
# The nearest shore is reached, and half as far beyond it.
_BEYOND = 1.5


@lru_cache(128)
def window(atlas: Atlas, name: str) -> Bounds:
    """Return a window (EPSG:4326) round an island that reaches its nearest neighbour."""
    shapes = atlas.shapes.geometry
    own = shapes[name]
    west, south, east, north = own.bounds
    south, north = stretched(south), stretched(north)
    nearest = min(own.distance(shape) for other, shape in shapes.items() if other != name)
    margin = max(_MARGIN * max(east - west, north - south), _BEYOND * nearest, _LEAST)
    across, up = (west + east) / 2, (south + north) / 2
    half_width = max((east - west) / 2 + margin, ((north - south) / 2 + margin) * _SHAPE)
    half_height = half_width / _SHAPE
    return (
        across - half_width,
        latitude(up - half_height),
        across + half_width,
        latitude(up + half_height),
    )


def maps(reader: Reader, name: str) -> Markup:
    """Draw an island with its neighbours on a day, and below it where it lies."""
    record = reader.atlas.islands[name]
    own = reader.name(name)
    holder = reader.atlas.span(
        name, reader.day, lens=reader.lens, viewpoint=reader.viewpoint
    ).controller
    title = reader.say(
        "islands.near_map",
        name=own,
        date=reader.written(reader.day),
        status=holders.status(reader, reader.lens, holder),
    )
    place = reader.say("islands.chain_map", name=own)
    bounds = window(reader.atlas, name)
    near = minimap(reader, title=title, bounds=bounds, width=_WIDE, marked=(name,))
    near = labelled(reader, near, name, bounds=bounds, width=_WIDE)
    held = reader.atlas.drawn(reader.day, lens=reader.lens, viewpoint=reader.viewpoint)
    shown = dict.fromkeys(piece.span.controller for piece in held.values())
    whole = minimap(
        reader,
        title=place,
        bounds=REGION if record.group is Group.SAKHALIN else CHAIN,
        width=_NARROW,
        marked=(name,),
    )
    return tag(
        "div",
        tag(
            "figure",
            picture(near, title),
            tag("figcaption", title),
            key.of_values(reader, shown),
        ),
        tag("figure", picture(whole, place), tag("figcaption", place)),
        class_="isl-maps",
    )
