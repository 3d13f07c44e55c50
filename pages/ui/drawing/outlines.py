"""The outlines of islands and coasts on a still map, in pixels of its window."""

from collections.abc import Iterable
from functools import cache

import shapely
from shapely.geometry.base import BaseGeometry

from geodata import Atlas
from pages.ui.drawing.mercator import Bounds, Frame
from pages.ui.html import Markup, tag

CHAIN: Bounds = (144.6, 42.9, 157.4, 51.4)
REGION: Bounds = (139.5, 42.9, 157.4, 54.9)

# Pixels below which an island is too small to be seen, and gets a ring.
_SMALL = 5.0


def islands(atlas: Atlas, frame: Frame) -> dict[str, BaseGeometry]:
    """Return the islands in a window by id; those outside are left out."""
    return {
        str(name): outline
        for name, shape in atlas.shapes.geometry.items()
        if not (outline := _outline(frame, str(name), shape)).is_empty
    }


def coasts(atlas: Atlas, frame: Frame) -> list[BaseGeometry]:
    """Return the coasts in a window that no record is about."""
    found = (_outline(frame, "land", shape) for shape in atlas.land.geometry)
    return [coast for coast in found if not coast.is_empty]


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
    rings = [
        _ring(ring.coords)
        for part in getattr(shape, "geoms", [shape])
        if part.geom_type == "Polygon" and not part.is_empty
        for ring in (part.exterior, *part.interiors)
    ]
    return tag("path", d="".join(rings), fill_rule="evenodd", **style)


def _outline(frame: Frame, name: str, shape: BaseGeometry) -> BaseGeometry:
    window = shapely.box(*frame.bounds).buffer(1)
    if not shapely.box(*shape.bounds).intersects(window):
        return shapely.MultiPolygon()
    return _drawn(frame, name, shapely.to_wkb(shape), shapely.to_wkb(window))


@cache
def _drawn(frame: Frame, name: str, shape: bytes, window: bytes) -> BaseGeometry:  # noqa: ARG001  # name keeps caches apart
    """Clip, project and thin a shape; kept, for the same islands are drawn on every map."""
    clipped = shapely.intersection(shapely.from_wkb(shape), shapely.from_wkb(window))
    return shapely.simplify(frame.pixels(clipped), 0.4)


def _ring(points: Iterable[tuple[float, ...]]) -> str:
    """Write a closed ring in tenths of a pixel, each point from the one before: half the length."""
    (x, y), *rest = [(round(x * 10), round(y * 10)) for x, y in points]
    written = [f"M{x / 10:g},{y / 10:g}l"]
    for to_x, to_y in rest[:-1]:
        if (to_x, to_y) != (x, y):
            written.append(f"{(to_x - x) / 10:g},{(to_y - y) / 10:g} ")
        x, y = to_x, to_y
    return "".join(written).rstrip("l ") + "Z"
