from math import cos, pi, sin

import pytest
from shapely import Polygon, box

from geodata.build.coast import draw_coast

CHAIN = [box(0, 0, 1000, 1000)]


def disc(x: float, radius: float) -> Polygon:
    """Draw a round landmass of so many metres."""
    angles = [2 * pi * step / 3000 for step in range(3000)]
    return Polygon([(x + radius * cos(angle), radius * sin(angle)) for angle in angles])


def test_draws_the_near_coast_finer_than_the_far() -> None:
    near, far = disc(-14_000, 10_000), disc(-900_000, 15_000)
    drawn = draw_coast([near, far], CHAIN)
    assert drawn[0].hausdorff_distance(near) <= 120
    assert drawn[1].hausdorff_distance(far) <= 3000
    assert len(drawn[0].exterior.coords) > len(drawn[1].exterior.coords) > 3


def test_one_landmass_can_be_near_and_far() -> None:
    wide = disc(-200_000, 190_000)
    (drawn,) = draw_coast([wide], CHAIN).values()
    assert drawn.is_valid
    near = box(-20_000, -20_000, 0, 20_000)
    assert drawn.intersection(near).hausdorff_distance(wide.intersection(near)) <= 150


@pytest.mark.parametrize(("x", "kept"), [(-5_000, True), (-900_000, False)])
def test_leaves_out_the_islets_of_the_far_coast(x: float, kept: bool) -> None:  # noqa: FBT001  # a table
    assert bool(draw_coast([disc(x, 500)], CHAIN)) is kept


def test_leaves_out_what_would_meet_the_chain() -> None:
    assert draw_coast([disc(0, 500)], CHAIN) == {}
