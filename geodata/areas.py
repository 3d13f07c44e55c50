"""Who had how much of the chain, change by change."""

from dataclasses import dataclass
from datetime import date, timedelta

from geodata.atlas import Atlas


@dataclass(frozen=True, slots=True)
class Step:
    """What every holder has, in km², from ``start`` to before ``end``."""

    start: date
    end: date
    km2: dict[str, float]


def steps(atlas: Atlas, lens: str, viewpoint: str, first: date) -> list[Step]:
    """Return who had how much of the chain, from ``first`` to the last day."""
    rows: dict[date, dict[str, float]] = {}
    frame = atlas.areas(lens=lens, viewpoint=viewpoint)
    for day, holder, km2 in zip(frame["day"], frame["controller"], frame["km2"], strict=True):
        rows.setdefault(day, {})[holder] = float(km2)
    days = [max(day for day in rows if day <= first), *(day for day in rows if day > first)]
    ends = [*days[1:], atlas.as_of + timedelta(days=1)]
    return [Step(max(day, first), end, rows[day]) for day, end in zip(days, ends, strict=True)]
