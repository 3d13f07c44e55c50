"""What must hold on every day, whatever the data say."""

from datetime import date, timedelta
from itertools import groupby, pairwise
from operator import attrgetter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata import Atlas

LENSES = st.sampled_from(["control", "title", "claims"])
VIEWPOINTS = st.sampled_from(["neutral", "japan", "russia"])
POSITIONS = st.floats(min_value=0, max_value=1)
WEEKS_OF_1945 = st.dates(min_value=date(1945, 8, 1), max_value=date(1945, 9, 30))

# the atlas is frozen, so one serves all examples
few = settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(params=["small", "atlas"])
def either(request: pytest.FixtureRequest) -> Atlas:
    """Return the small data set, then the atlas's own."""
    found: Atlas = request.getfixturevalue(request.param)
    return found


def at(atlas: Atlas, position: float | date) -> date:
    """Return a day by its position in the range, or a day as it is."""
    if isinstance(position, date):
        return position
    return atlas.start + timedelta(days=round(position * (atlas.as_of - atlas.start).days))


@few
@given(position=POSITIONS | WEEKS_OF_1945, lens=LENSES, viewpoint=VIEWPOINTS)
def test_each_island_is_one_thing_on_each_day(
    either: Atlas,
    position: float | date,
    lens: str,
    viewpoint: str,
) -> None:
    day = at(either, position)
    held = either.on(day, lens=lens, viewpoint=viewpoint)
    assert list(held.index) == list(either.islands)
    assert set("+".join(held["controller"]).split("+")) <= set(either.powers)
    assert (held["since"] <= day).all()
    assert all(until is None or day < until for until in held["until"])
    for island, spans in either.spans(lens, viewpoint).items():
        [current] = [span for span in spans if day in span]
        assert held.loc[island, "controller"] == current.controller


@few
@given(position=POSITIONS | WEEKS_OF_1945, lens=st.sampled_from(["control", "title"]))
def test_a_day_agrees_with_the_history(either: Atlas, position: float | date, lens: str) -> None:
    day = at(either, position)
    held = either.on(day, lens=lens)
    for island in either.islands:
        [record] = [
            span
            for span in either.history(island, lens)
            if day in span and span.viewpoint == "neutral"
        ]
        now = held.loc[island]
        assert (now["controller"], now["basis"], now["sources"]) == (
            record.controller,
            record.basis,
            record.sources,
        )
        # records in a row with one holder are one holding
        runs = [
            list(run)
            for _, run in groupby(either.spans(lens)[island], key=attrgetter("controller"))
        ]
        [run] = [run for run in runs if any(day in span for span in run)]
        assert (now["since"], now["until"]) == (run[0].start, run[-1].end)


@few
@given(position=POSITIONS | WEEKS_OF_1945)
def test_claims_on_a_day_are_those_of_the_history(either: Atlas, position: float | date) -> None:
    day = at(either, position)
    claimed = either.on(day, lens="claims")["controller"]
    for island in either.islands:
        claims = {span.controller for span in either.history(island, "claims") if day in span}
        assert claimed[island] == ("+".join(sorted(claims)) or "unclaimed")


@few
@given(position=POSITIONS | WEEKS_OF_1945, lens=st.sampled_from(["control", "claims"]))
def test_a_viewpoint_changes_neither_control_nor_claims(
    either: Atlas,
    position: float | date,
    lens: str,
) -> None:
    day = at(either, position)
    neutral = either.on(day, lens=lens)
    for viewpoint in ("japan", "russia"):
        assert either.on(day, lens=lens, viewpoint=viewpoint).equals(neutral)


@pytest.mark.parametrize("lens", ["control", "title", "claims"])
@pytest.mark.parametrize("viewpoint", ["neutral", "japan", "russia"])
def test_spans_fill_the_range_without_gap(either: Atlas, lens: str, viewpoint: str) -> None:
    for spans in either.spans(lens, viewpoint).values():
        assert spans[0].start == either.start
        assert spans[-1].end is None
        assert all(before.end == after.start for before, after in pairwise(spans))


@pytest.mark.parametrize("lens", ["control", "title", "claims"])
@pytest.mark.parametrize("region", ["kurils", "sakhalin", "all"])
def test_areas_add_up_to_the_same_on_every_day(either: Atlas, lens: str, region: str) -> None:
    areas = either.areas(lens=lens, region=region)
    days = areas.groupby("day")
    kept = [
        name
        for name, island in either.islands.items()
        if region == "all" or (island.group == "sakhalin") == (region == "sakhalin")
    ]
    total = sum(either.km2[name] for name in kept)
    assert days["km2"].sum().to_numpy() == pytest.approx(total)
    assert set(days["islands"].sum()) == {len(kept)}
    assert areas["day"].iloc[0] == either.start
    assert (areas["islands"] > 0).all()


@pytest.mark.parametrize("lens", ["control", "title", "claims"])
@pytest.mark.parametrize("viewpoint", ["neutral", "japan", "russia"])
def test_between_two_moments_nothing_changes(either: Atlas, lens: str, viewpoint: str) -> None:
    moments = either.moments(lens=lens, viewpoint=viewpoint)
    assert moments == sorted(set(moments))
    drawn = ["controller"]
    for start, end in pairwise([either.start, *moments, either.as_of + timedelta(days=1)]):
        last = end - timedelta(days=1)
        first = either.on(start, lens=lens, viewpoint=viewpoint)[drawn]
        assert first.equals(either.on(last, lens=lens, viewpoint=viewpoint)[drawn])
        lines = either.lines(start, viewpoint=viewpoint).index
        assert list(lines) == list(either.lines(last, viewpoint=viewpoint).index)
        # a landing begins only at a moment; its mark goes without one
        assert set(either.landings(last).index) <= set(either.landings(start).index)


@pytest.mark.parametrize("lens", ["control", "title", "claims"])
def test_changes_lead_from_one_day_to_the_next(either: Atlas, lens: str) -> None:
    for day in either.moments(lens=lens):
        before = either.on(day - timedelta(days=1), lens=lens)["controller"]
        after = either.on(day, lens=lens)["controller"]
        assert {change[:3] for change in either.changes(day, lens=lens)} == {
            (island, before[island], after[island])
            for island in either.islands
            if before[island] != after[island]
        }
