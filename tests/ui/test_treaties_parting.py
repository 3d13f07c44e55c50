"""Where paper and ground part."""

from datetime import date, timedelta

import pytest

from geodata import Atlas, parting
from geodata.model import Group

AFTER = timedelta(days=1)


def told(
    atlas: Atlas, viewpoint: str, *, sakhalin: bool = False
) -> list[tuple[str, str, str, str]]:
    return [
        (str(one.start), str(one.end), one.ground, one.paper)
        for one in parting.stretches(atlas, viewpoint, sakhalin=sakhalin)
    ]


def test_the_chain_parts_from_the_paper_in_1945(atlas: Atlas) -> None:
    last = str(atlas.as_of + AFTER)
    assert told(atlas, "neutral") == [
        ("1945-08-18", "1945-08-23", "contested", "japan"),
        ("1945-08-23", "1952-04-28", "soviet_union", "japan"),
        ("1952-04-28", "1991-12-26", "soviet_union", "undetermined"),
        ("1952-04-28", "1991-12-26", "soviet_union", "disputed"),
        ("1991-12-26", last, "russia", "undetermined"),
        ("1991-12-26", last, "russia", "disputed"),
    ]


def test_a_stretch_counts_its_islands_and_their_days(atlas: Atlas) -> None:
    fighting, taken, *_ = parting.stretches(atlas, "neutral")
    assert fighting.islands == ("shumshu",)
    assert fighting.island_days == 5
    chain = {name for name, one in atlas.islands.items() if one.group is not Group.SAKHALIN}
    assert set(taken.islands) == chain
    assert taken.full == date(1945, 9, 5)


def test_russias_reading_leaves_days_and_japans_leaves_decades(atlas: Atlas) -> None:
    assert told(atlas, "russia")[-1] == ("1945-09-02", "1945-09-05", "japan", "soviet_union")
    assert told(atlas, "japan")[-1][1:] == (str(atlas.as_of + AFTER), "russia", "japan")


def test_sakhalin_parts_where_armies_stood_beyond_the_border(atlas: Atlas) -> None:
    own = told(atlas, "neutral", sakhalin=True)
    assert ("1920-04-21", "1925-02-26", "japan", "russia") in own
    assert ("1925-02-26", "1925-05-15", "japan", "soviet_union") in own
    assert all(paper != "undivided" for *_, paper in own)


@pytest.mark.parametrize("viewpoint", ["neutral", "japan", "russia"])
@pytest.mark.parametrize("sakhalin", [False, True])
def test_the_stretches_hold_every_island_day_on_which_the_two_differ(
    atlas: Atlas, viewpoint: str, *, sakhalin: bool
) -> None:
    own = parting.stretches(atlas, viewpoint, sakhalin=sakhalin)
    days = [*atlas.moments(viewpoint=viewpoint), atlas.as_of]
    same = {("joint", "undivided"), ("unsettled", "undivided")}
    for day in days:
        ground = atlas.on(day)["controller"]
        paper = atlas.on(day, lens="title", viewpoint=viewpoint)["controller"]
        expected = {
            name
            for name in ground.index
            if (atlas.islands[name].group is Group.SAKHALIN) == sakhalin
            and paper[name] not in ("none", ground[name])
            and (ground[name], paper[name]) not in same
        }
        found = [
            piece.island for one in own for piece in one.pieces if piece.start <= day < piece.end
        ]
        assert sorted(found) == sorted(expected), day


def test_areas_add_up_to_the_chain_and_leave_no_gap(atlas: Atlas) -> None:
    rows = parting.areas(atlas, "neutral")
    assert [row[1] for row in rows[:-1]] == [row[0] for row in rows[1:]]
    assert rows[-1][1] == atlas.as_of + AFTER
    frame = atlas.areas()
    whole = frame[frame["day"] == frame["day"].max()]["km2"].sum()
    for start, _, another, nobody in rows:
        if start >= date(1945, 9, 5):
            assert another + nobody == pytest.approx(whole)
        assert (another > 0) != (nobody > 0)
