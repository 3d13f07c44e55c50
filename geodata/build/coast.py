"""The coast around the chain: context, finest where the chain is near."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, Polygon

# beyond so many metres from the chain, draw so coarsely (metres)
_BANDS = ((0.0, 120.0), (30e3, 300.0), (120e3, 1000.0), (400e3, 3000.0), (1200e3, 6000.0))
_FROM = np.array([distance for distance, _ in _BANDS])


def draw_coast(coast: Sequence[Polygon], chain: Sequence[Polygon]) -> dict[int, Polygon]:
    """Simplify the coast by its distance from the chain and leave out what is too small.

    Metres, in the equal-area plane; the keys are positions in ``coast``. An islet is left
    out where the square of its band's tolerance is larger than it, or where it would meet
    the chain or a larger landmass.
    """
    shores = shapely.STRtree(np.asarray(shapely.points(shapely.get_coordinates(chain))))
    barred = shapely.STRtree(chain)
    drawn: dict[int, Polygon] = {}
    for index in sorted(range(len(coast)), key=lambda index: -coast[index].area):
        polygon = coast[index]
        points = shapely.get_coordinates(polygon.exterior)
        bands = _bands(points, shores)
        if polygon.area < _BANDS[int(bands.min())][1] ** 2:
            continue
        for share in (1.0, 0.5, 0.25, 0.1, 0.0):
            shape = Polygon(_simplified(points, bands, share))
            if shape.is_valid and not _meets(shape, barred, drawn.values()):
                drawn[index] = shape
                break
    return drawn


def _bands(points: NDArray[np.float64], shores: shapely.STRtree) -> NDArray[np.intp]:
    """Say for each point in which of the bands it lies."""
    _, distances = shores.query_nearest(
        shapely.points(points), return_distance=True, all_matches=False
    )
    return np.searchsorted(_FROM, distances, side="right") - 1


def _simplified(
    points: NDArray[np.float64], bands: NDArray[np.intp], share: float
) -> NDArray[np.float64]:
    """Simplify a ring stretch by stretch, each with its own band's tolerance."""
    # a stretch ends with the first point of the next, so that the ring stays closed
    edges = [0, *(np.flatnonzero(np.diff(bands)) + 1).tolist(), len(points) - 1]
    if len(edges) == 2:  # noqa: PLR2004  # one band only: halve the ring, or it would collapse
        edges.insert(1, len(points) // 2)
    kept = []
    for start, end in pairwise(edges):
        if end > start:
            line = LineString(points[start : end + 1])
            tolerance = _BANDS[int(bands[start])][1] * share
            kept.append(shapely.get_coordinates(line.simplify(tolerance))[:-1])
    return np.vstack([*kept, points[-1:]])


def _meets(shape: Polygon, barred: shapely.STRtree, drawn: Iterable[Polygon]) -> bool:
    shapely.prepare(shape)
    return bool(barred.query(shape, predicate="intersects").size) or any(
        shape.intersects(other) for other in drawn
    )
