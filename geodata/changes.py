"""What passes from one holder to another, and how much each has from then on."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from geodata.spans import Spans


class Change(NamedTuple):
    """What one island passed from and to on a day, under a lens, and why."""

    island: str
    before: str
    after: str
    basis: str


def passed(spans: Spans, day: date | None = None) -> Iterator[tuple[date, Change]]:
    """Yield each change of hands with its day, island by island; those of one ``day`` alone."""
    for island, stretches in spans.items():
        for before, after in pairwise(stretches):
            if day is not None and after.start != day:
                continue
            if before.controller != after.controller:
                change = Change(island, before.controller, after.controller, after.basis)
                yield after.start, change


def areas(spans: Spans, km2: Mapping[str, float], first: date) -> pd.DataFrame:
    """Return how much each controller holds, from the ``first`` day and from every change.

    One row a ``day`` and ``controller``: ``km2`` and the number of ``islands``.
    """
    passes = sorted(passed(spans))
    held = {island: stretches[0].controller for island, stretches in spans.items()}
    rows = _tally(first, held, km2)
    for day in sorted({day for day, _ in passes}):
        held |= {change.island: change.after for when, change in passes if when == day}
        rows += _tally(day, held, km2)
    return pd.DataFrame(rows, columns=["day", "controller", "km2", "islands"])


def _tally(
    day: date, held: Mapping[str, str], km2: Mapping[str, float]
) -> list[tuple[object, ...]]:
    """Add up what each controller holds on one day."""
    shares: dict[str, list[float]] = {}
    for island, controller in sorted(held.items()):
        shares.setdefault(controller, []).append(km2[island])
    return [
        (day, controller, sum(areas), len(areas)) for controller, areas in sorted(shares.items())
    ]
