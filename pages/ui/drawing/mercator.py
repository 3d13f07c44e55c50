"""Web Mercator, fitted to a window: where a place lies on a still map."""

from dataclasses import dataclass
from math import asinh, atan, cos, degrees, radians, sinh, tan

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

# (west, south, east, north), EPSG:4326
Bounds = tuple[float, float, float, float]
_KILOMETRES_A_DEGREE = 111.32


def stretched(latitude: float) -> float:
    """Return Mercator's y of a latitude, in degrees: as wide as those of longitude."""
    return degrees(asinh(tan(radians(latitude))))


def latitude(y: float) -> float:
    """Return the latitude that ``stretched`` sends to ``y``."""
    return degrees(atan(sinh(radians(y))))


def widened(bounds: Bounds, shape: float) -> Bounds:
    """Widen a window to both sides until it is ``shape`` times as wide as high."""
    west, south, east, north = bounds
    more = (stretched(north) - stretched(south)) * shape - (east - west)
    return (west - max(0, more) / 2, south, east + max(0, more) / 2, north)


@dataclass(frozen=True, slots=True)
class Frame:
    """A window (EPSG:4326) so many pixels wide; x to the right and y down, in pixels."""

    bounds: Bounds
    width: float

    @property
    def scale(self) -> float:
        """Pixels a degree of longitude takes."""
        return self.width / (self.bounds[2] - self.bounds[0])

    @property
    def height(self) -> float:
        """The window's height in pixels."""
        return (stretched(self.bounds[3]) - stretched(self.bounds[1])) * self.scale

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a place lies."""
        west, north = self.bounds[0], stretched(self.bounds[3])
        return (lon - west) * self.scale, (north - stretched(lat)) * self.scale

    def kilometre(self, lat: float) -> float:
        """Return how many pixels a kilometre takes at a latitude."""
        return self.scale / (_KILOMETRES_A_DEGREE * cos(radians(lat)))

    def pixels(self, geometry: BaseGeometry) -> BaseGeometry:
        """Return a geometry (EPSG:4326) in the frame's pixels."""
        west, north = self.bounds[0], stretched(self.bounds[3])

        def project(points: np.ndarray) -> np.ndarray:
            y = np.degrees(np.arcsinh(np.tan(np.radians(points[:, 1]))))
            return np.column_stack([(points[:, 0] - west) * self.scale, (north - y) * self.scale])

        return shapely.transform(geometry, project)
