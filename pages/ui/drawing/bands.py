"""Stepped areas: what each holder had, one on top of the other, as outlines of a drawing."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby

from geodata.areas import Step

# A holder's rectangle of one step: left, right, foot, top.
Box = tuple[float, float, float, float]


def bands(
    own: list[Step], order: Sequence[str], x: Callable[[date], float], foot: float, factor: float
) -> Iterator[tuple[str, list[Box]]]:
    """Yield each holder with the boxes of a stretch of days without a break.

    ``order`` is that of the pile, from its foot upwards; ``x`` places a day, ``foot`` is where
    the pile stands, ``factor`` the pixels of a km².
    """
    for value in sorted({value for step in own for value in step.km2}, key=order.index):
        for present, run in groupby(own, key=lambda step: value in step.km2):
            if present:
                yield value, [_box(order, step, value, (foot, factor), x) for step in run]


def outline(boxes: list[Box]) -> str:
    """Return the course of a path round boxes that stand side by side."""
    there = [f"{x:.1f},{top:.1f}" for left, right, _, top in boxes for x in (left, right)]
    back = [f"{x:.1f},{foot:.1f}" for left, right, foot, _ in boxes[::-1] for x in (right, left)]
    return f"M{'L'.join(there + back)}Z"


def _box(
    order: Sequence[str],
    step: Step,
    value: str,
    measure: tuple[float, float],
    x: Callable[[date], float],
) -> Box:
    foot, factor = measure
    lower = order[: order.index(value)]
    base = foot - factor * sum(step.km2.get(other, 0) for other in lower)
    return x(step.start), x(step.end), base, base - step.km2[value] * factor
