from math import cos, pi, sin

import pytest
from shapely import Polygon, box

from geodata.build.simplify import simplify, touching


def disc(x: float, radius: float, points: int = 2000) -> Polygon:
    """Draw a round island of so many metres."""
    angles = [2 * pi * step / points for step in range(points)]
    return Polygon([(x + radius * cos(angle), radius * sin(angle)) for angle in angles])


def test_keeps_the_outline_to_a_thousandth_of_the_size() -> None:
    island = disc(0, 10_000)
    (drawn,) = simplify([island])
    assert len(drawn.exterior.coords) < 200
    assert drawn.hausdorff_distance(island) <= island.area**0.5 / 1000


def test_a_rock_keeps_its_points() -> None:
    rock = disc(0, 100, points=9)
    assert simplify([rock]) == [rock]


def test_islands_stay_apart() -> None:
    # the large one, simplified freely, would bulge over the rock in its bay
    bay = Polygon([(-1e5, -1e5), (1e5, -1e5), (1e5, 0), (50, 0), (0, -60), (-50, 0), (-1e5, 0)])
    rock = Polygon([(-5, -10), (5, -10), (0, -20)])
    assert not touching([bay, rock])
    drawn = simplify([bay, rock])
    assert not touching(drawn)
    assert all(each.is_valid for each in drawn)


def test_refuses_what_touches_from_the_start() -> None:
    with pytest.raises(ValueError, match=r"polygons touch: \[\(0, 1\)\]"):
        simplify([box(0, 0, 10, 10), box(10, 0, 20, 10)])


def test_touching_names_each_pair_once() -> None:
    assert touching([box(0, 0, 2, 2), box(1, 1, 3, 3), box(9, 9, 10, 10)]) == [(0, 1)]
