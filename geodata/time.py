"""Days, precision and half-open intervals."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Precision(StrEnum):
    """How finely a source dates a fact; the stored day is only where it is drawn."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


@dataclass(frozen=True, order=True, slots=True)
class Interval:
    """Hold a span of days, half-open: ``start`` belongs to it, ``end`` does not.

    Days are proleptic Gregorian. ``end`` None means: still so on the data's last day.
    An empty or reversed span raises ValueError.

    >>> date(1945, 8, 30) in Interval(date(1875, 8, 22), date(1945, 8, 31))
    True
    >>> date(1945, 8, 31) in Interval(date(1875, 8, 22), date(1945, 8, 31))
    False
    """

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            msg = f"end {self.end} is not after start {self.start}"
            raise ValueError(msg)

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    def overlaps(self, other: "Interval") -> bool:
        """Say whether both spans share at least one day."""
        return (other.end is None or self.start < other.end) and (
            self.end is None or other.start < self.end
        )


def begun(day: date | None, starts: Iterable[tuple[date, Precision]]) -> Precision:
    """Return how finely a day is known, by what begins on it: the finest of its ``starts``.

    The end of one record is as fine as the start of the next; a day on which nothing
    begins is taken as it stands.
    """
    precisions = (precision for start, precision in starts if start == day)
    return min(precisions, key=[*Precision].index, default=Precision.DAY)


def edtf(day: date, precision: Precision) -> str:
    """Write a dated fact in the Extended Date/Time Format (ISO 8601-2), level 1.

    A decade is kept as an approximate year, for that is what its sources say.

    >>> [edtf(date(1755, 1, 1), precision) for precision in Precision]
    ['1755-01-01', '1755-01', '1755', '1755~']
    """
    return {
        Precision.DAY: day.isoformat(),
        Precision.MONTH: f"{day:%Y-%m}".zfill(7),
        Precision.YEAR: f"{day.year:04d}",
        Precision.DECADE: f"{day.year:04d}~",
    }[precision]


def until(end: date, precision: Precision) -> str:
    """Write in EDTF the last day, month or year before an exclusive ``end``.

    A coarse end is a month or year in which both the record and the next may have held.

    >>> [until(date(1875, 8, 22), precision) for precision in (Precision.DAY, Precision.YEAR)]
    ['1875-08-21', '1875']
    """
    return edtf(end - timedelta(days=precision is Precision.DAY), precision)
