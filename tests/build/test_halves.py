"""Sakhalin and what lies off it, parted at 50° N."""

import pytest
from shapely import Polygon, box

from geodata.build.__main__ import halves
from geodata.build.plane import area_km2

MAIN = box(142, 46, 143, 54)
MONERON, LAGOON, SPECK = (
    box(141.2, 46.2, 141.3, 46.3),
    box(143.1, 52, 143.2, 52.1),
    box(143.3, 51.6, 143.301, 51.601),
)


def test_each_islet_goes_with_the_half_it_lies_in() -> None:
    north, south = halves((MAIN, MAIN), [(MONERON, MONERON), (LAGOON, LAGOON)])
    assert (north.id, south.id) == ("sakhalin-north", "sakhalin-south")
    assert [each.bounds for each in north.polygons] == [(142, 50, 143, 54), LAGOON.bounds]
    assert [each.bounds for each in south.polygons] == [(142, 46, 143, 50), MONERON.bounds]
    assert south.properties["area_km2"] == pytest.approx(
        area_km2(box(142, 46, 143, 50)) + area_km2(MONERON)
    )


def test_an_islet_too_small_to_draw_is_measured_and_counted() -> None:
    north, _ = halves((MAIN, MAIN), [(SPECK, None)])
    assert len(north.polygons) == 1
    assert north.properties["parts"] == 2
    assert north.properties["area_km2"] > area_km2(box(142, 50, 143, 54))


@pytest.mark.parametrize("astray", [box(142.2, 49.9, 142.3, 50.1), box(150, 46, 150.1, 46.1)])
def test_refuses_an_islet_of_neither_half(astray: Polygon) -> None:
    with pytest.raises(ValueError, match="1 islets lie in neither half"):
        halves((MAIN, MAIN), [(astray, astray)])
