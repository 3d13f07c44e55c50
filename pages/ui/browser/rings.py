"""Outlines in half the letters, as the browser is sent them."""

import geopandas as gpd
import numpy as np
import shapely

# The shapes are kept to this part of a degree: nothing is lost.
_PARTS = 100_000

Steps = dict[str, list[list[list[int]]]]


def steps(frame: gpd.GeoDataFrame) -> Steps:
    """Return each shape's polygons as rings of whole numbers, by id (EPSG:4326).

    A ring is one row: longitude and latitude of its first point, then the step to each next
    one, in hundred-thousandths of a degree. rings.js reads it.
    """
    return {
        str(name): [
            [_ring(ring.coords) for ring in (part.exterior, *part.interiors)]
            for part in shapely.get_parts(shape)
        ]
        for name, shape in frame.geometry.items()
    }


def _ring(points: object) -> list[int]:
    whole = np.rint(np.asarray(points) * _PARTS).astype(int)
    flat: list[int] = np.diff(whole, axis=0, prepend=0).ravel().tolist()
    return flat
