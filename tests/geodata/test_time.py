"""Days, precision and half-open intervals."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.time import Interval, Precision, begun, edtf

DAY = timedelta(days=1)
days = st.dates(min_value=date(1600, 1, 1), max_value=date(2100, 1, 1))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start = draw(days)
    length = draw(st.none() | st.integers(min_value=1, max_value=100_000))
    return Interval(start, None if length is None else start + length * DAY)


@given(intervals())
def test_the_start_belongs_to_an_interval_and_the_end_does_not(interval: Interval) -> None:
    assert interval.start in interval
    assert interval.start - DAY not in interval
    if interval.end is not None:
        assert interval.end not in interval
        assert interval.end - DAY in interval


@given(days, days, days)
def test_neighbours_never_overlap_and_share_no_day(one: date, two: date, day: date) -> None:
    start, end = sorted((one, two + DAY if one == two else two))
    before, after = Interval(start, end), Interval(end)
    assert not before.overlaps(after)
    assert not after.overlaps(before)
    assert (day in before) + (day in after) == (day >= start)


@given(intervals(), intervals())
def test_intervals_overlap_when_the_later_start_belongs_to_both(
    one: Interval,
    other: Interval,
) -> None:
    later = max(one.start, other.start)
    assert one.overlaps(other) == (later in one and later in other)
    assert one.overlaps(other) == other.overlaps(one)


@pytest.mark.parametrize("end", [date(1875, 8, 22), date(1875, 8, 21)])
def test_an_empty_or_reversed_interval_is_refused(end: date) -> None:
    with pytest.raises(ValueError, match=f"end {end} is not after start 1875-08-22"):
        Interval(date(1875, 8, 22), end)


@pytest.mark.parametrize(
    ("day", "precision", "written"),
    [
        (date(1875, 8, 22), Precision.DAY, "1875-08-22"),
        (date(1711, 8, 1), Precision.MONTH, "1711-08"),
        (date(1713, 1, 1), Precision.YEAR, "1713"),
        (date(1755, 1, 1), Precision.DECADE, "1755~"),
    ],
)
def test_a_date_is_written_as_finely_as_it_is_known(
    day: date,
    precision: Precision,
    written: str,
) -> None:
    assert edtf(day, precision) == written


def test_a_day_is_as_fine_as_the_finest_that_begins_on_it() -> None:
    day, other = date(1799, 1, 1), date(1800, 1, 1)
    starts = [(day, Precision.DECADE), (day, Precision.YEAR), (other, Precision.MONTH)]
    assert begun(day, starts) is Precision.YEAR
    assert begun(other, starts) is Precision.MONTH
    assert begun(None, starts) is Precision.DAY
