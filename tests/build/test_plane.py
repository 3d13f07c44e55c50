import pytest
from pyproj import Geod
from shapely import Polygon, box

from geodata.build.plane import area_km2, to_degrees, to_plane
from geodata.build.simplify import simplify


@pytest.mark.parametrize(("west", "south"), [(145, 43), (156, 50), (142, 46), (142, 54)])
def test_measures_areas_as_the_ellipsoid_has_them(west: float, south: float) -> None:
    # short edges, for a parallel is a curve in the plane
    square = box(west, south, west + 0.02, south + 0.02)
    on_ellipsoid, _ = Geod(ellps="WGS84").geometry_area_perimeter(square)
    assert area_km2(square) == pytest.approx(abs(on_ellipsoid) / 1e6, rel=1e-5)


def test_a_simplified_shape_keeps_the_very_degrees_it_was_given() -> None:
    places = [(145.9, 43.4), (145.95, 43.40001), (146.0, 43.4), (145.9, 43.5)]
    (simplified,) = simplify([to_plane(Polygon(places))])
    drawn = to_degrees(simplified, Polygon(places))
    assert set(drawn.exterior.coords) == set(places) - {(145.95, 43.40001)}


def test_refuses_a_point_the_original_has_not() -> None:
    with pytest.raises(KeyError):
        to_degrees(to_plane(box(145, 43, 146, 44)), box(146, 43, 147, 44))
