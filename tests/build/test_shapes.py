"""The committed islands.geojson and land.geojson."""

import json
import re
import tomllib
from functools import cache
from math import pi
from pathlib import Path
from typing import Any

import pytest
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geodata.build.__main__ import DATA, SEEDS, WINDOW, build
from geodata.build.assign import read_seeds
from geodata.build.plane import area_km2, to_plane
from geodata.build.shoreline import find_shoreline
from geodata.build.simplify import touching

# what the build prints: all land of the chain and Sakhalin in GSHHG 2.3.6, and Tyuleny
LANDMASSES, RAW_KM2 = 260, 85_214.245

FILES = ("islands.geojson", "land.geojson")
BUDGET = {"islands.geojson": 400_000, "land.geojson": 250_000}


@cache
def features(name: str) -> dict[str, dict[str, Any]]:
    collection = json.loads((DATA / name).read_text(encoding="utf-8"))
    return {feature["id"]: feature for feature in collection["features"]}


@cache
def shapes(name: str) -> dict[str, BaseGeometry]:
    return {key: shape(feature["geometry"]) for key, feature in features(name).items()}


def polygons(name: str) -> list[shapely.Polygon]:
    return [part for each in shapes(name).values() for part in shapely.get_parts(each).tolist()]


ISLANDS = sorted(features("islands.geojson"))


@pytest.mark.parametrize("name", FILES)
def test_the_file_is_canonical(name: str) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    assert len(text.encode()) <= BUDGET[name]
    assert list(features(name)) == sorted(features(name))
    assert len(text.splitlines()) == len(features(name)) + 2
    assert not re.search(r"\.\d{6}", text), "more than five decimals"


@pytest.mark.parametrize("name", FILES)
def test_shapes_are_valid_and_wound_as_rfc_7946_asks(name: str) -> None:
    for each in polygons(name):
        assert each.is_valid
        assert each.exterior.is_ccw


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_a_sliver(name: str) -> None:
    for each in polygons(name):
        plane = to_plane(each)
        assert plane.area > 5_000, "smaller than any rock of GSHHG"
        assert 4 * pi * plane.area / plane.length**2 > 0.01, each.centroid


def test_nothing_overlaps() -> None:
    everything = polygons("islands.geojson") + polygons("land.geojson")
    meeting = {everything[index] for pair in touching(everything) for index in pair}
    # Sakhalin's halves share the line of 50° N and nothing else does
    halves = [
        max(shapely.get_parts(shapes("islands.geojson")[name]), key=lambda part: float(part.area))
        for name in ("sakhalin-north", "sakhalin-south")
    ]
    assert meeting == set(halves)
    assert halves[0].intersection(halves[1]).bounds[1::2] == (50, 50)
    assert halves[0].intersection(halves[1]).area == 0


@pytest.mark.parametrize(
    ("name", "lat", "lon", "half"),
    [
        ("Moneron", 46.245, 141.214, "south"),
        ("Tyuleny", 48.4917, 144.6375, "south"),
        ("an islet in Terpeniya Bay", 46.807, 143.144, "south"),
        ("an islet just north of the border of 1905", 50.036, 142.143, "north"),
        ("an island in Baikal Bay", 53.564, 142.336, "north"),
        ("an islet in the lagoons of the north-east", 52.227, 143.140, "north"),
    ],
)
def test_what_lies_beside_sakhalin_goes_with_its_half(
    name: str, lat: float, lon: float, half: str
) -> None:
    point = shapely.Point(lon, lat)
    owners = [
        key
        for file in FILES
        for key, own in shapes(file).items()
        if own.covers(point) or own.distance(point) < 0.005
    ]
    assert owners == [f"sakhalin-{half}"], name


def test_no_land_without_a_holder_lies_nearest_to_sakhalin() -> None:
    sakhalin, *_ = sorted(
        map(to_plane, polygons("islands.geojson")), key=lambda part: -float(part.area)
    )
    for key, land in shapes("land.geojson").items():
        main, *islets = sorted(
            map(to_plane, shapely.get_parts(land).tolist()), key=lambda part: -float(part.area)
        )
        strays = [each for each in islets if each.distance(sakhalin) < each.distance(main)]
        assert strays == [], key


def test_every_seed_lies_in_its_record() -> None:
    seeds = read_seeds(SEEDS)
    for seed in seeds:
        if seed.layer == "islands" and seed.id != "sakhalin":
            assert shapes("islands.geojson")[seed.id].covers(shapely.Point(seed.lon, seed.lat))
    named = {seed.id for seed in seeds if seed.layer == "islands"} - {"sakhalin"}
    assert set(ISLANDS) == named | {"sakhalin-north", "sakhalin-south"}


@pytest.mark.parametrize("island", ISLANDS)
def test_the_record_lies_where_its_group_does(island: str) -> None:
    with (DATA / "islands.toml").open("rb") as table:
        group = tomllib.load(table)[island]["group"]
    bounds = {
        "north": (153, 48.6, 157, 51),
        "middle": (151, 46.7, 154, 48.7),
        "south": (145, 43.6, 151.2, 46.8),
        "shikotan": (146.5, 43.6, 147, 43.95),
        "habomai": (145.8, 43.3, 146.5, 43.7),
        "sakhalin": (141, 45.8, 145, 54.6),
    }[group]
    assert shapely.box(*bounds).contains(shapes("islands.geojson")[island])


def test_nothing_is_lost() -> None:
    records = [feature["properties"] for feature in features("islands.geojson").values()]
    # each is rounded to 0.001 km²
    rounding = 0.0005 * (len(records) + 1)
    assert sum(record["area_km2"] for record in records) == pytest.approx(RAW_KM2, abs=rounding)
    assert sum(record["parts"] for record in records) == LANDMASSES + 1  # Sakhalin is cut in two
    for island, record in features("islands.geojson").items():
        drawn, told = (
            len(shapely.get_parts(shapes("islands.geojson")[island])),
            record["properties"],
        )
        # the smallest islets in Sakhalin's lagoons are measured and not drawn
        assert drawn <= told["parts"] if "sakhalin" in island else drawn == told["parts"]


@pytest.mark.parametrize("island", ISLANDS)
def test_simplifying_keeps_the_area(island: str) -> None:
    feature = features("islands.geojson")[island]
    drawn = area_km2(shapes("islands.geojson")[island])
    assert drawn == pytest.approx(feature["properties"]["area_km2"], rel=0.01)
    assert set(feature["properties"]) == {"area_km2", "parts"}


@pytest.mark.parametrize("island", ISLANDS)
def test_the_area_is_the_published_one_or_the_record_says_why_not(island: str) -> None:
    with (DATA / "islands.toml").open("rb") as table:
        published = tomllib.load(table)[island].get("area")
    if published and "note" not in published:
        computed = features("islands.geojson")[island]["properties"]["area_km2"]
        assert computed == pytest.approx(published["value"], rel=0.05)


def test_the_land_fills_the_window() -> None:
    west, south, east, north = shapely.total_bounds(list(shapes("land.geojson").values()))
    assert (west, south, north) == (WINDOW[0], WINDOW[1], WINDOW[3])
    assert east <= WINDOW[2]
    assert {"hokkaido", "kamchatka", "mainland"} <= set(features("land.geojson"))
    assert all(feature["properties"] == {} for feature in features("land.geojson").values())


def test_building_again_gives_the_same_bytes(tmp_path: Path) -> None:
    try:
        shoreline = find_shoreline()
    except ModuleNotFoundError as missing:
        pytest.skip(str(missing))
    build(shoreline, tmp_path)
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (DATA / name).read_bytes(), (
            f"run make data: {name}"
        )
