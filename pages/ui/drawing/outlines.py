"""The outlines of islands and coasts on a still map, in pixels of its window."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar

import shapely
from shapely.geometry.base import BaseGeometry

from geodata import Atlas
from pages.ui.drawing.mercator import Bounds, Frame
from pages.ui.html import Markup, tag

Key = TypeVar("Key")

CHAIN: Bounds = (144.6, 42.9, 157.4, 51.4)
REGION: Bounds = (139.5, 42.9, 157.4, 54.9)

# Pixels below which an island is too small to be seen, and gets a ring.
_SMALL = 5.0


# The same islands are drawn on every map, day and language.
@lru_cache(128)
def islands(atlas: Atlas, frame: Frame) -> Mapping[str, BaseGeometry]:
    """Return the islands in a window by id; those outside are left out."""
    shapes = atlas.shapes.geometry
    return MappingProxyType(
        dict(_outlines(frame, zip(map(str, shapes.index), shapes, strict=True)))
    )


@lru_cache(128)
def coasts(atlas: Atlas, frame: Frame) -> tuple[BaseGeometry, ...]:
    """Return the coasts in a window that no record is about."""
    return tuple(coast for _, coast in _outlines(frame, enumerate(atlas.land.geometry)))


def centre(outline: BaseGeometry) -> tuple[float, float]:
    """Return the middle of an outline's box."""
    west, south, east, north = outline.bounds
    return (west + east) / 2, (south + north) / 2


def speck(outline: BaseGeometry, smallest: float = _SMALL) -> bool:
    """Say whether an outline is too small to be seen: less than so many pixels either way."""
    west, south, east, north = outline.bounds
    return bool(max(east - west, north - south) < smallest)


def path(shape: BaseGeometry, **style: str | None) -> Markup:
    """Draw an outline, its holes left open."""
    return tag("path", d=_written(shape), fill_rule="evenodd", **style)


@lru_cache(1024)
def _written(shape: BaseGeometry) -> str:
    rings = [
        _ring(ring.coords)
        for part in getattr(shape, "geoms", [shape])
        if part.geom_type == "Polygon" and not part.is_empty
        for ring in (part.exterior, *part.interiors)
    ]
    return "".join(rings)


def _outlines(
    frame: Frame, shapes: Iterable[tuple[Key, BaseGeometry]]
) -> Iterator[tuple[Key, BaseGeometry]]:
    """Clip shapes to a window, project and thin them; those outside are left out."""
    window = shapely.box(*frame.bounds).buffer(1)
    for key, shape in shapes:
        if shapely.box(*shape.bounds).intersects(window):
            clipped = shapely.intersection(shape, window)
            outline = shapely.simplify(frame.pixels(clipped), 0.4)
            if not outline.is_empty:
                yield key, outline


def _ring(points: Iterable[tuple[float, ...]]) -> str:
    """Write a closed ring in tenths of a pixel, each point from the one before: half the length."""
    (x, y), *rest = [(round(x * 10), round(y * 10)) for x, y in points]
    written = [f"M{x / 10:g},{y / 10:g}l"]
    for to_x, to_y in rest[:-1]:
        if (to_x, to_y) != (x, y):
            written.append(f"{(to_x - x) / 10:g},{(to_y - y) / 10:g} ")
        x, y = to_x, to_y
    return "".join(written).rstrip("l ") + "Z"
