"""Islets that the shoreline data lack, drawn by hand from what is published of them."""

import csv
from pathlib import Path

from shapely import Polygon


def read_added(path: Path) -> list[Polygon]:
    """Read the hand-kept table of outlines: islet, lon, lat (degrees, EPSG:4326).

    One row a corner, in order; a ring is closed by itself. Raises ValueError where an outline
    is not valid.
    """
    rings: dict[str, list[tuple[float, float]]] = {}
    with path.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            rings.setdefault(row["islet"], []).append((float(row["lon"]), float(row["lat"])))
    outlines = {islet: Polygon(ring) for islet, ring in rings.items()}
    for islet, outline in outlines.items():
        if not outline.is_valid:
            raise ValueError(f"the outline of {islet} is not valid")
    return list(outlines.values())
