"""Who holds an island on a day: its stretch of that day, its holding, a table of all."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import TypeVar

import pandas as pd

from geodata.model import Lens
from geodata.pieces import Piece
from geodata.spans import Span, joined

S = TypeVar("S", Span, Piece)


def at(stretches: Sequence[S], day: date) -> S:
    """Return an island's stretch that a day falls in; they are in order, without a gap."""
    return stretches[_place(stretches, day)]


def holding(spans: tuple[Span, ...], records: tuple[Span, ...], day: date) -> Span:
    """Return the span of ``day`` from the day its controller began to hold the island.

    ``spans`` are the island's under one lens, ``records`` all its own. See ``Atlas.holding``.
    """
    place = _place(spans, day)
    span = spans[place]
    if span.lens is not Lens.CLAIMS:
        return joined(spans, place)
    claims = [row for row in records if row.lens is Lens.CLAIMS and day in row]
    newest = max(claims, key=attrgetter("start"), default=span)
    return replace(span, start=newest.start, precision=newest.precision)


def table(held: Mapping[str, Span], drawn: Mapping[str, Piece]) -> pd.DataFrame:
    """Set each island's holding, and whether it is ``drawn`` as doubtful, in a row by its id."""
    columns = {
        "controller": [span.controller for span in held.values()],
        "since": [span.start for span in held.values()],
        "until": [span.end for span in held.values()],
        "precision": [str(span.precision) for span in held.values()],
        "confidence": [str(span.confidence) for span in held.values()],
        "basis": [span.basis for span in held.values()],
        "sources": [span.sources for span in held.values()],
        "doubtful": [drawn[island].doubtful for island in held],
        "earliest": [span.earliest for span in held.values()],
        "latest": [span.latest for span in held.values()],
        "note": [span.note for span in held.values()],
    }
    index = pd.Index(list(held), name="island")
    return pd.DataFrame(
        {
            # objects, so that a day without an end stays None
            name: pd.Series(values, index=index, dtype=bool if name == "doubtful" else object)
            for name, values in columns.items()
        },
    )


def _place(stretches: Sequence[Span | Piece], day: date) -> int:
    return bisect_right(stretches, day, key=attrgetter("start")) - 1
