"""Names on a still map, each beside its island and clear of all land and other names."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import cos, sin, tau
from types import MappingProxyType

import shapely
from shapely.geometry.base import BaseGeometry

from geodata import Atlas
from pages.ui.drawing import palette
from pages.ui.drawing.mercator import Bounds, Frame
from pages.ui.html import Markup, tag
from pages.ui.words.reader import Reader

# Pixels: the letters' height, a line's, and the widths of narrow and of square letters.
_SIZE, _LINE = 12, 15
_NARROW, _SQUARE = 6.8, 12.0
# Where names are tried: so many directions, ever farther off (pixels).
_DIRECTIONS = 16
_STEPS = range(8, 110, 6)
# A speck, and what is beside a larger island (pixels).
_SPECK, _BESIDE = 4.0, 12.0
# More names would crowd the map.
_MOST = 7


def labelled(reader: Reader, drawing: Markup, name: str, *, bounds: Bounds, width: int) -> Markup:
    """Put the names of ``name`` and its neighbours on a drawing of a window (EPSG:4326)."""
    scale = Frame(bounds, width)
    height = round(scale.height)
    frame = shapely.box(0, 0, width, height)
    drawn = _drawn(reader.atlas, scale)
    taken: BaseGeometry = shapely.union_all([shape.buffer(4) for shape in drawn.values()])
    named = [one for one in drawn if one == name or not _lost(drawn, one)]
    named.sort(key=lambda one: (one != name, -drawn[one].area))
    words = []
    for one in named[:_MOST]:
        called, tongue = reader.names(one)[0]
        place = beside(drawn[one].representative_point(), called, frame, taken)
        if place is not None:
            taken = shapely.union(taken, place)
            words.append(written(called, tongue, place, heavy=one == name))
    return tag("svg", drawing, *words, viewBox=f"0 0 {width} {height}", width="100%")


@lru_cache(128)
def _drawn(atlas: Atlas, scale: Frame) -> Mapping[str, BaseGeometry]:
    """Return the islands in a window, in pixels of its drawing."""
    window = shapely.box(*scale.bounds)
    frame = shapely.box(0, 0, scale.width, round(scale.height))
    found = {}
    for name, shape in atlas.shapes.geometry.items():
        if shapely.box(*shape.bounds).intersects(window):
            inside = shapely.simplify(scale.pixels(shape), 1).intersection(frame)
            if not inside.is_empty:
                found[str(name)] = inside
    return MappingProxyType(found)


def _lost(drawn: Mapping[str, BaseGeometry], one: str) -> bool:
    """Say whether an island is a speck beside a larger one, whose name is enough."""
    own = drawn[one]
    west, north, east, south = own.bounds
    return max(east - west, south - north) < _SPECK and any(
        other.area > own.area and other.distance(own) < _BESIDE for other in drawn.values()
    )


def beside(
    centre: BaseGeometry, words: str, frame: BaseGeometry, taken: BaseGeometry
) -> BaseGeometry | None:
    """Return the free box for a name that is nearest to a point, None where there is none.

    It lies in ``frame`` and clear of what is ``taken``, all in pixels.
    """
    return next(_places(centre, _width(words), frame, taken), None)


def _places(
    centre: BaseGeometry, width: float, frame: BaseGeometry, taken: BaseGeometry
) -> Iterator[BaseGeometry]:
    """Give the free boxes round a point, the nearest first."""
    shapely.prepare(taken)
    x, y = shapely.get_coordinates(centre)[0]
    for step in _STEPS:
        for turn in range(_DIRECTIONS):
            angle = tau * turn / _DIRECTIONS
            across = x + cos(angle) * (step + width / 2)
            down = y + sin(angle) * (step + _LINE / 2)
            box = _box(width, across, down)
            if frame.contains(box) and not taken.intersects(box):
                yield box


def box(words: str, x: float, y: float) -> BaseGeometry:
    """Return the box of a name round a point (pixels)."""
    return _box(_width(words), x, y)


def _box(width: float, x: float, y: float) -> BaseGeometry:
    return shapely.box(x - width / 2, y - _LINE / 2, x + width / 2, y + _LINE / 2)


def _width(words: str) -> float:
    return sum(_SQUARE if ord(letter) >= ord("\u2e80") else _NARROW for letter in words)


def written(
    words: str, tongue: str, place: BaseGeometry, *, heavy: bool = False, **style: str
) -> Markup:
    """Write a name in its box; ``style`` may say its colour (fill) and its halo's (stroke)."""
    west, north, east, south = place.bounds
    attributes = {
        "font_family": palette.FONT,
        "font_size": str(_SIZE),
        "font_weight": "700" if heavy else None,
        "fill": palette.INK,
        "stroke": palette.SEA,
        "stroke_width": "3",
        "paint_order": "stroke",
    }
    return tag(
        "text",
        words,
        lang=tongue,
        x=f"{(west + east) / 2:.1f}",
        y=f"{(north + south) / 2 + _SIZE * 0.36:.1f}",
        text_anchor="middle",
        **(attributes | style),
    )
