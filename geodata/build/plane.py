"""The equal-area plane in which the build measures."""

from functools import cache
from typing import TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

_G = TypeVar("_G", bound=BaseGeometry)

# Lambert azimuthal equal-area, in metres, centred on the chain
_PLANE = "+proj=laea +lat_0=47 +lon_0=150 +ellps=WGS84 +units=m"


@cache
def _transformer() -> Transformer:
    return Transformer.from_crs("EPSG:4326", _PLANE, always_xy=True)


def to_plane(geometry: _G) -> _G:
    """Project degrees (EPSG:4326, longitude first) to metres in the equal-area plane."""

    def project(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(_transformer().transform(points[:, 0], points[:, 1]))

    return shapely.transform(geometry, project)


def to_degrees(drawn: Polygon, original: Polygon) -> Polygon:
    """Give a simplified polygon the degrees of the points it kept.

    ``drawn`` in metres in the equal-area plane, ``original`` and the result in degrees
    (EPSG:4326, longitude first). No point is computed, so none moves. Raises KeyError where
    ``drawn`` has a point that ``original`` has not.
    """
    planes, places = shapely.get_coordinates(to_plane(original)), shapely.get_coordinates(original)
    known = dict(zip(map(tuple, planes.tolist()), places.tolist(), strict=True))

    def look_up(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.array([known[tuple(point)] for point in points.tolist()])

    return shapely.transform(drawn, look_up)


def area_km2(geometry: BaseGeometry) -> float:
    """Measure the area of a geometry in degrees (EPSG:4326), in square kilometres."""
    return float(to_plane(geometry).area) / 1e6
