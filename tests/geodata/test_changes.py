"""What passes on a day, how finely that is known, and how much each holder then has."""

from datetime import date

import pytest

from geodata import Atlas
from geodata.changes import Change


def test_moments_are_the_days_on_which_the_map_changes(small: Atlas) -> None:
    assert small.moments(lens="control") == [
        date(1711, 1, 1),
        date(1795, 1, 1),
        date(1799, 1, 1),
        date(1856, 12, 7),  # the line of 1855 is drawn
        date(1875, 8, 22),
        date(1875, 9, 19),
        date(1905, 7, 31),
        date(1945, 8, 18),
        date(1945, 8, 23),
        date(1945, 8, 25),
        date(1945, 8, 31),
        date(1945, 9, 3),
        date(1991, 12, 26),
    ]
    assert set(small.moments(lens="title", viewpoint="russia")) - set(small.moments()) == {
        date(1946, 2, 2),
    }
    every = [set(small.moments(lens=lens)) for lens in ("control", "title", "claims")]
    assert small.moments() == sorted(set.union(*every))


@pytest.mark.parametrize(
    ("day", "lens", "precision"),
    [
        (date(1711, 1, 1), "control", "year"),
        (date(1750, 1, 1), "claims", "decade"),
        (date(1750, 1, 1), "control", "day"),  # only a claim begins
        (date(1855, 2, 7), "claims", "day"),  # claims end, none begins
        (date(1856, 12, 7), "control", "day"),
        (date(1600, 1, 1), None, "day"),
    ],
)
def test_a_moment_is_as_fine_as_what_begins_on_it(
    small: Atlas, day: date, lens: str | None, precision: str
) -> None:
    assert small.precision(day, lens=lens) == precision


def test_of_several_precisions_a_moment_has_the_finest(atlas: Atlas) -> None:
    day = date(1799, 1, 1)
    begun = {
        span.precision
        for island in atlas.islands
        for span in atlas.history(island, "control")
        if span.start == day
    }
    assert begun == {"year", "decade"}
    assert atlas.precision(day, lens="control") == "year"


def test_changes_unpack_and_compare_like_the_tuples_they_are(small: Atlas) -> None:
    assert small.changes(date(1945, 8, 23)) == [("shumshu", "contested", "soviet_union", "war")]
    [change] = small.changes(date(1945, 8, 23))
    island, before, after, basis = change
    assert change == Change(island=island, before=before, after=after, basis=basis)
    assert small.changes(date(1945, 8, 22)) == []
    assert small.changes(date(1952, 4, 28), lens="title", viewpoint="japan") == [
        ("shumshu", "japan", "undetermined", "san-francisco-1951"),
        ("urup", "japan", "undetermined", "san-francisco-1951"),
        ("sakhalin-south", "russia", "undetermined", "san-francisco-1951"),
    ]


def test_areas_are_equal_area_square_kilometres(small: Atlas) -> None:
    areas = small.areas()
    assert list(areas.columns) == ["day", "controller", "km2", "islands"]
    urup = 4658  # 0.9° by 0.6° at 45.9° N, by the sphere's formula within 1 %
    assert small.shapes.loc["urup", "area_km2"] == pytest.approx(urup, rel=0.01)
    last = areas[areas["day"] == date(1991, 12, 26)]
    assert last[["controller", "islands"]].to_numpy().tolist() == [["russia", 3]]
    first = small.areas(region="sakhalin").iloc[0]
    assert (first["day"], first["controller"], first["islands"]) == (small.start, "unsettled", 1)
