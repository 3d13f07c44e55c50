"""Outlines in half the letters, for a file that carries them all."""

from collections.abc import Iterator

import geopandas as gpd
import numpy as np
from shapely import LinearRing, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

# The shapes are kept to this part of a degree: nothing is lost.
_PARTS = 100_000

Steps = dict[str, list[list[list[int]]]]


def steps(frame: gpd.GeoDataFrame) -> Steps:
    """Return each shape's polygons as rings of whole numbers, by id (EPSG:4326).

    A ring is one row: longitude and latitude of its first point, then the step to each next
    one, in hundred-thousandths of a degree. outlines.js reads it.
    """
    return {
        str(name): [[_ring(ring.coords) for ring in _rings(part)] for part in _parts(shape)]
        for name, shape in frame.geometry.items()
    }


def _parts(shape: BaseGeometry) -> list[Polygon]:
    parts = shape.geoms if isinstance(shape, MultiPolygon) else [shape]
    return [part for part in parts if isinstance(part, Polygon)]


def _rings(part: Polygon) -> Iterator[LinearRing]:
    yield part.exterior
    yield from part.interiors


def _ring(points: object) -> list[int]:
    whole = np.rint(np.asarray(points) * _PARTS).astype(int)
    flat: list[int] = np.diff(whole, axis=0, prepend=0).ravel().tolist()
    return flat
