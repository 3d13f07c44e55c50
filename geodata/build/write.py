"""GeoJSON that reads well in a diff."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon, Polygon

_DECIMALS = 5  # about a metre


@dataclass(frozen=True, slots=True)
class Feature:
    """One record's shape in degrees (EPSG:4326), with its properties."""

    id: str
    polygons: Sequence[Polygon]
    properties: dict[str, float] = field(default_factory=dict)


def rounded(polygon: Polygon) -> Polygon:
    """Round a polygon to the decimals of the file and put its points in RFC 7946 order.

    Degrees, EPSG:4326. Raises ValueError when rounding makes the polygon invalid.
    """

    def cut(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return points.round(_DECIMALS)

    drawn = shapely.remove_repeated_points(shapely.transform(polygon, cut))
    # normalised first, so that every ring starts at the same point on any machine
    drawn = shapely.orient_polygons(shapely.normalize(drawn), exterior_cw=False)
    if not drawn.is_valid:
        raise ValueError(shapely.is_valid_reason(drawn))
    return drawn


def write_features(path: Path, features: Iterable[Feature]) -> None:
    """Write a FeatureCollection: one feature a line, sorted by id, five decimals, LF."""
    lines = ",\n".join(_line(feature) for feature in sorted(features, key=lambda each: each.id))
    path.write_text(
        f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n', encoding="utf-8", newline="\n"
    )


def _line(feature: Feature) -> str:
    shapes = sorted((rounded(polygon) for polygon in feature.polygons), key=_largest_first)
    geometry = shapes[0] if len(shapes) == 1 else MultiPolygon(shapes)
    record = {
        "type": "Feature",
        "id": feature.id,
        "properties": feature.properties,
        "geometry": shapely.geometry.mapping(geometry),
    }
    return json.dumps(record, separators=(",", ":"), allow_nan=False)


def _largest_first(polygon: Polygon) -> tuple[float, tuple[float, ...]]:
    return -polygon.area, polygon.bounds
