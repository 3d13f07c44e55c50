import json
from pathlib import Path

import pytest
from shapely import Polygon, box, get_parts
from shapely.geometry import shape

from geodata.build.write import Feature, rounded, write_features


def test_one_feature_a_line_sorted_by_id(tmp_path: Path) -> None:
    path = tmp_path / "shapes.geojson"
    write_features(
        path,
        [
            Feature("urup", [box(0, 0, 1, 1), box(5, 5, 8, 8)], {"area_km2": 1.5, "parts": 2}),
            Feature("anuchin", [box(2, 2, 3, 3)]),
        ],
    )
    lines = path.read_bytes().decode().split("\n")
    assert [lines[0], *lines[-2:]] == ['{"type":"FeatureCollection","features":[', "]}", ""]
    first, second = (json.loads(line.rstrip(",")) for line in lines[1:-2])
    assert (first["id"], first["geometry"]["type"], first["properties"]) == (
        "anuchin",
        "Polygon",
        {},
    )
    assert (second["id"], second["geometry"]["type"]) == ("urup", "MultiPolygon")
    assert second["properties"] == {"area_km2": 1.5, "parts": 2}
    assert [each.area for each in get_parts(shape(second["geometry"]))] == [9, 1]


def test_the_order_of_points_and_parts_given_does_not_matter(tmp_path: Path) -> None:
    one, other = Polygon([(0, 0), (1, 0), (0, 1)]), Polygon([(0, 1), (0, 0), (1, 0)]).reverse()
    far = box(5, 5, 6, 6)
    write_features(tmp_path / "one", [Feature("a", [one, far])])
    write_features(tmp_path / "other", [Feature("a", [far, other])])
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_rounds_to_five_decimals_anticlockwise() -> None:
    drawn = rounded(Polygon([(0, 0), (0, 1), (1.0000049, 1), (1.000001, 1), (1, 0)]))
    assert drawn.exterior.is_ccw
    assert set(drawn.exterior.coords) == {(0, 0), (0, 1), (1, 1), (1, 0)}
    assert len(drawn.exterior.coords) == 5


def test_refuses_a_shape_that_rounding_breaks() -> None:
    with pytest.raises(ValueError, match=r"(?i)self-intersection|too few points"):
        rounded(Polygon([(0, 0), (1, 0), (1, 1), (0.500001, 0.000001), (0, 1)]))
