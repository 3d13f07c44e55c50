"""Where paper and ground part."""

from datetime import timedelta

import pytest

from geodata import Atlas, parting
from geodata.model import Group

AFTER = timedelta(days=1)


@pytest.mark.parametrize("viewpoint", ["neutral", "japan", "russia"])
@pytest.mark.parametrize("sakhalin", [False, True])
def test_a_stretch_counts_its_islands_and_their_days(
    atlas: Atlas, viewpoint: str, *, sakhalin: bool
) -> None:
    found = parting.stretches(atlas, viewpoint, sakhalin=sakhalin)
    assert found
    for stretch in found:
        assert stretch.start <= stretch.full < stretch.end <= atlas.as_of + AFTER
        assert stretch.island_days == sum((one.end - one.start).days for one in stretch.pieces)
        assert set(stretch.islands) == {one.island for one in stretch.pieces}
        assert stretch.paper not in ("none", stretch.ground)


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
        # island by island, who holds it and who has the title
        ground = atlas.on(start)["controller"]
        paper = atlas.on(start, lens="title")["controller"]
        apart = [
            atlas.km2[name]
            for name, island in atlas.islands.items()
            if island.group is not Group.SAKHALIN and paper[name] not in ("none", ground[name])
        ]
        assert another + nobody == pytest.approx(sum(apart))
        assert another + nobody <= whole + 1
