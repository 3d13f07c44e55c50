"""What is in doubt is never taken for settled; what is settled is found."""

from datetime import date

import pytest

from geodata import Atlas, asking


def on(atlas: Atlas, island: str, day: date) -> asking.Certain | None:
    return next(
        (
            one
            for one in asking.certain(atlas)
            if one.island == island and one.start <= day <= one.last
        ),
        None,
    )


@pytest.mark.parametrize(
    ("island", "day"),
    [
        ("urup", date(1800 - 5, 6, 1)),  # the year in which a post was founded
        ("urup", date(1875, 9, 1)),  # ceded by then; handed over in these weeks
        ("shikotan", date(1850, 1, 1)),  # low confidence
        ("iturup", date(1945, 8, 29)),  # sources give three days
        ("kunashir", date(1950, 1, 1)),  # whether the Soviet Union claimed it by then
    ],
)
def test_a_day_in_doubt_is_left_out(atlas: Atlas, island: str, day: date) -> None:
    assert on(atlas, island, day) is None


@pytest.mark.parametrize(
    ("island", "day", "settled"),
    [
        ("urup", date(1900, 1, 1), True),
        ("urup", date(1860, 1, 1), True),
        ("iturup", date(1810, 1, 1), False),  # claimed by both
        ("iturup", date(1960, 1, 1), False),
        ("matua", date(1960, 1, 1), False),  # renounced, and no recipient named
        ("kunashir", date(2020, 1, 1), False),
    ],
)
def test_a_dispute_is_not_settled(atlas: Atlas, island: str, day: date, *, settled: bool) -> None:
    found = on(atlas, island, day)
    assert found is not None
    assert found.settled is settled


def test_stretches_of_an_island_follow_each_other_within_the_atlas(atlas: Atlas) -> None:
    last: dict[str, date] = {}
    for one in asking.certain(atlas):
        assert one.start <= one.last <= atlas.as_of
        assert one.start > last.get(one.island, date.min)
        last[one.island] = one.last
    assert set(last) == set(atlas.islands)


def test_the_exchange_of_1875_is_not_asked_where_the_handover_has_a_window(atlas: Atlas) -> None:
    day = date(1875, 8, 22)
    found = {one.island: (one.ground, one.paper) for one in asking.changed(atlas) if one.day == day}
    assert found
    assert "urup" not in found
    assert set(found.values()) == {(False, False)}


def test_a_treaty_changes_the_paper_and_a_landing_the_ground(atlas: Atlas) -> None:
    found = {(one.island, one.day): (one.ground, one.paper) for one in asking.changed(atlas)}
    assert found["urup", date(1856, 12, 7)] == (False, True)
    assert found["kunashir", date(1945, 9, 1)] == (True, False)
    assert found["urup", date(1855, 2, 7)] == (False, False)
