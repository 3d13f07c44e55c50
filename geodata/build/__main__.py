"""Draw geodata/data/islands.geojson and land.geojson from the GSHHG shoreline."""

from collections.abc import Sequence
from math import isclose
from pathlib import Path

from shapely import Polygon, box, get_parts

from geodata.build.added import read_added
from geodata.build.assign import Assigned, assign, read_seeds
from geodata.build.coast import draw_coast
from geodata.build.plane import area_km2, to_degrees, to_plane
from geodata.build.shoreline import Bounds, find_shoreline, read_shoreline
from geodata.build.simplify import simplify
from geodata.build.write import Feature, write_features

DATA = Path(__file__).parents[1] / "data"
SEEDS = Path(__file__).with_name("seeds.csv")
ADDED = Path(__file__).with_name("added.csv")

# wide enough that a map centred on the chain shows no cut edge
WINDOW: Bounds = (112.0, 30.0, 180.0, 62.0)

# the boundary of 1905
PARALLEL = 50.0
HALVES: dict[str, Bounds] = {
    "sakhalin-north": (140.0, PARALLEL, 147.0, 57.0),
    "sakhalin-south": (140.0, 43.0, 147.0, PARALLEL),
}


def build(shoreline: Path, data: Path) -> None:
    """Write both files into ``data``, from the folder of GSHHG files ``shoreline``.

    Prints the sum of the islands' areas before and after the landmasses are told apart.
    Raises ValueError when the sums differ or a shape cannot be drawn.
    """
    landmasses = assign(read_shoreline(shoreline, WINDOW), read_seeds(SEEDS))
    chain = [each for each in landmasses if each.seed.layer == "islands"]
    coast = [each for each in landmasses if each.seed.layer != "islands"]

    # the main island is cut, what lies off it goes with its halves
    off_sakhalin = [each.polygon for each in chain if each.seed.id == "sakhalin"]
    sakhalin = max(off_sakhalin, key=lambda polygon: polygon.area)
    off_sakhalin.remove(sakhalin)
    chain = [each for each in chain if each.seed.id != "sakhalin"]

    shores = [each.polygon for each in chain] + [sakhalin]
    planes = simplify([to_plane(shore) for shore in shores])
    drawn = [to_degrees(*pair) for pair in zip(planes, shores, strict=True)]
    # the islets are drawn as the coast is, and nothing of either meets the other
    lands = [each.polygon for each in coast] + off_sakhalin
    context = {
        index: to_degrees(plane, lands[index])
        for index, plane in draw_coast([to_plane(land) for land in lands], planes).items()
    }

    islets = [(islet, context.get(len(coast) + i)) for i, islet in enumerate(off_sakhalin)]
    added = read_added(ADDED)
    islets += [(islet, islet) for islet in added]
    features = _islands(chain, drawn[:-1]) + halves((sakhalin, drawn[-1]), islets)
    before = sum(area_km2(shore) for shore in shores + off_sakhalin + added)
    after = sum(feature.properties["area_km2"] for feature in features)
    count = len(shores + off_sakhalin + added)
    print(f"{count} landmasses, {before:.3f} km² in GSHHG and {ADDED.name}")
    print(f"{len(features)} records, {after:.3f} km² before simplification")
    if not isclose(before, after, rel_tol=1e-9):
        raise ValueError(f"{before} km² became {after} km²")
    for feature in features:
        feature.properties["area_km2"] = round(feature.properties["area_km2"], 3)
    write_features(data / "islands.geojson", features)

    names = [each.seed.id for each in coast]
    write_features(
        data / "land.geojson",
        [
            Feature(
                name, [context[i] for i, own in enumerate(names) if own == name and i in context]
            )
            for name in sorted(set(names))
        ],
    )


def _islands(chain: Sequence[Assigned], drawn: Sequence[Polygon]) -> list[Feature]:
    """Gather the landmasses of one id into one feature each."""
    features = []
    for name in dict.fromkeys(each.seed.id for each in chain):
        parts = [index for index, each in enumerate(chain) if each.seed.id == name]
        area = sum(area_km2(chain[index].polygon) for index in parts)
        features.append(_feature(name, [drawn[index] for index in parts], area))
    return features


def halves(
    main: tuple[Polygon, Polygon], islets: Sequence[tuple[Polygon, Polygon | None]]
) -> list[Feature]:
    """Part Sakhalin at 50° N: the ``main`` island is cut, an islet goes with the half it lies in.

    Each is a shore, which is measured and counted, and how it is drawn, None for an islet that
    is not. Raises ValueError where one lies in neither half.
    """
    boxes = {name: box(*bounds) for name, bounds in HALVES.items()}
    if lost := sum(not any(half.contains(islet) for half in boxes.values()) for islet, _ in islets):
        raise ValueError(f"{lost} islets lie in neither half of Sakhalin")
    features = []
    for name, half in boxes.items():
        shore, outline = (shape.intersection(half) for shape in main)
        cut = [part for part in get_parts(outline).tolist() if isinstance(part, Polygon)]
        own = [pair for pair in islets if half.contains(pair[0])]
        area = area_km2(shore) + sum(area_km2(islet) for islet, _ in own)
        feature = _feature(name, cut + [drawn for _, drawn in own if drawn], area)
        feature.properties["parts"] = len(cut) + len(own)
        features.append(feature)
    return features


def _feature(name: str, polygons: list[Polygon], area: float) -> Feature:
    return Feature(name, polygons, {"area_km2": area, "parts": len(polygons)})


if __name__ == "__main__":
    build(find_shoreline(), DATA)
