"""Which landmass belongs to which record."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from shapely import Point, Polygon

from geodata.build.plane import to_plane


@dataclass(frozen=True, slots=True)
class Seed:
    """A point (degrees, EPSG:4326) inside the landmass that ``id`` names.

    ``layer`` is the file it is drawn in, "islands" or "land". A record of several
    landmasses has several seeds.
    """

    id: str
    layer: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Assigned:
    """A landmass (degrees, EPSG:4326) with the seed it lies nearest to."""

    seed: Seed
    polygon: Polygon


def read_seeds(path: Path) -> list[Seed]:
    """Read the hand-kept table of seeds: id, layer, lon, lat."""
    with path.open(encoding="utf-8", newline="") as table:
        return [
            Seed(row["id"], row["layer"], float(row["lon"]), float(row["lat"]))
            for row in csv.DictReader(table)
        ]


def assign(polygons: Sequence[Polygon], seeds: Sequence[Seed]) -> list[Assigned]:
    """Give every polygon to the seed inside it, or else to the record whose shore is nearest.

    Degrees, EPSG:4326; distances are in the equal-area plane, to the points of the named
    shore. The order of ``polygons`` is kept. Raises ValueError, naming them all, when a seed
    lies in no polygon or two seeds share one.
    """
    inside = shapely.STRtree(polygons)
    owner: dict[int, Seed] = {}
    faults: list[str] = []
    for seed in seeds:
        found = inside.query(Point(seed.lon, seed.lat), predicate="intersects").tolist()
        if not found:
            faults.append(f"{seed.id} at {seed.lon}, {seed.lat} lies in the sea")
        for index in found:
            if index in owner:
                faults.append(f"{seed.id} and {owner[index].id} lie in the same landmass")
            owner[index] = seed
    if faults:
        raise ValueError("; ".join(faults))

    # the points of the named shores, and whose each is: a tree of whole shores would be slow
    named = list(owner)
    corners, whose = shapely.get_coordinates(
        [to_plane(polygons[index]) for index in named], return_index=True
    )
    shores = shapely.STRtree(np.asarray(shapely.points(corners)))
    for index, polygon in enumerate(polygons):
        if index not in owner:
            nearest = shores.query_nearest(to_plane(polygon)).min()
            owner[index] = owner[named[whose[nearest]]]
    return [Assigned(owner[index], polygon) for index, polygon in enumerate(polygons)]
