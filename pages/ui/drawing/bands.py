"""Stepped areas: what each holder had, one on top of the other, as outlines of a drawing."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import groupby

from geodata.areas import Step

# A holder's rectangle of one step: left, right, foot, top.
Box = tuple[float, float, float, float]

# From the foot of a drawing upwards; the south of the chain is at the foot.
_ORDER = (
    "japan",
    "disputed",
    "contested",
    "france_britain",
    "undetermined",
    "russia",
    "soviet_union",
    "none",
)


def rank(value: str) -> tuple[int, str]:
    """Return where a holder comes in the pile, to sort by."""
    return (_ORDER.index(value) if value in _ORDER else len(_ORDER), value)


def bands(
    own: list[Step], x: Callable[[date], float], foot: float, factor: float
) -> Iterator[tuple[str, list[Box]]]:
    """Yield each holder with the boxes of a stretch of days without a break.

    ``x`` places a day, ``foot`` is where the pile stands, ``factor`` the pixels of a km².
    """
    for value in sorted({value for step in own for value in step.km2}, key=rank):
        for present, run in groupby(own, key=lambda step: value in step.km2):
            if present:
                yield value, [_box(x, step, value, foot, factor) for step in run]


def outline(boxes: list[Box]) -> str:
    """Return the course of a path round boxes that stand side by side."""
    there = [f"{x:.1f},{top:.1f}" for left, right, _, top in boxes for x in (left, right)]
    back = [f"{x:.1f},{foot:.1f}" for left, right, foot, _ in boxes[::-1] for x in (right, left)]
    return f"M{'L'.join(there + back)}Z"


def _box(x: Callable[[date], float], step: Step, value: str, foot: float, factor: float) -> Box:
    below = sum(km2 for other, km2 in step.km2.items() if rank(other) < rank(value))
    base = foot - below * factor
    return x(step.start), x(step.end), base, base - step.km2[value] * factor
