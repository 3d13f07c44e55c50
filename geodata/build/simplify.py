"""Fewer points, the same shapes."""

from collections.abc import Sequence
from math import sqrt
from typing import cast

import shapely
from shapely import Polygon

# a shape that fills a thousand pixels keeps its outline to the pixel
_SHARE = 1 / 1000
_ATTEMPTS = 6


def simplify(polygons: Sequence[Polygon]) -> list[Polygon]:
    """Simplify each polygon in proportion to its own size, and keep all of them apart.

    Metres, in the equal-area plane. The tolerance is a thousandth of the square root of a
    polygon's area: a rock keeps every point, Iturup gives way by 57 m. Polygons that would
    meet are drawn with half the tolerance until they do not. Raises ValueError when two
    touch as given.
    """
    tolerances = [sqrt(polygon.area) * _SHARE for polygon in polygons]
    for attempt in range(_ATTEMPTS):
        drawn = [
            cast("Polygon", polygon.simplify(tolerance, preserve_topology=True))
            for polygon, tolerance in zip(polygons, tolerances, strict=True)
        ]
        clashes = touching(drawn)
        if not clashes:
            return drawn
        for index in {index for pair in clashes for index in pair}:
            # the last attempt takes what clashes as it is
            tolerances[index] *= 0.5 if attempt < _ATTEMPTS - 2 else 0
    raise ValueError(f"polygons touch: {clashes}")


def touching(polygons: Sequence[Polygon]) -> list[tuple[int, int]]:
    """List the pairs of polygons, by position, that share at least a point."""
    first, second = shapely.STRtree(polygons).query(polygons, predicate="intersects")
    return [
        (one, other)
        for one, other in zip(first.tolist(), second.tolist(), strict=True)
        if one < other
    ]
