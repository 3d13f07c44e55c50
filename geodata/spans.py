"""An island's spans: what it is under a lens, one after the other, without a gap."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from geodata.model import (
    Claim,
    Confidence,
    Control,
    Lens,
    Title,
    Viewpoint,
)
from geodata.records import Records
from geodata.time import Interval, Precision, begun

# What powers.toml calls an island that nobody claims, and one before any treaty.
UNCLAIMED, NO_TREATY = "unclaimed", "none"
_GRADES = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)


@dataclass(frozen=True, slots=True)
class Span:
    """What an island is from ``start`` to before ``end`` under a lens: a line of its history.

    ``basis`` is a phrase id (control, claims) or an instrument id (title); it and ``note``
    (a phrase id) are empty where there is none. ``confidence`` is high for title: who holds
    it is read from an instrument.
    """

    lens: Lens
    viewpoint: Viewpoint
    start: date
    end: date | None
    precision: Precision
    controller: str
    confidence: Confidence
    basis: str
    sources: tuple[str, ...]
    doubtful: bool
    earliest: date | None
    latest: date | None
    note: str

    def __contains__(self, day: date) -> bool:
        return day in Interval(self.start, self.end)


Spans = dict[str, tuple[Span, ...]]


def recorded(records: Records) -> Spans:
    """Return each island's records as they stand: control, title, claims, each by its start."""
    spans: dict[str, list[Span]] = {row.record.id: [] for row in records.islands}
    for held in records.control:
        spans[held.record.island].append(_of_control(held.record))
    for owned in records.title:
        spans[owned.record.island].append(_of_title(owned.record))
    for claimed in records.claims:
        for name in claimed.record.islands:
            for island in records.members(name):
                spans[island].append(_of_claim(claimed.record))
    return {island: tuple(sorted(rows, key=_order)) for island, rows in spans.items()}


def _order(span: Span) -> tuple[int, int, date]:
    return [*Lens].index(span.lens), [*Viewpoint].index(span.viewpoint), span.start


def _of_control(row: Control) -> Span:
    """Turn a row of control.csv into a span."""
    return _of_doubtful(row, Lens.CONTROL, row.controller)


def _of_claim(row: Claim) -> Span:
    """Turn a row of claims.csv into a span."""
    return _of_doubtful(row, Lens.CLAIMS, row.claimant)


def _of_doubtful(row: Control | Claim, lens: Lens, power: str) -> Span:
    return Span(
        lens=lens,
        viewpoint=Viewpoint.NEUTRAL,
        start=row.start,
        end=row.end,
        precision=row.precision,
        controller=power,
        confidence=row.confidence,
        basis=row.basis,
        sources=row.sources,
        doubtful=row.doubtful,
        earliest=row.earliest,
        latest=row.latest,
        note=row.note or "",
    )


def _of_title(row: Title) -> Span:
    """Turn a row of title.csv into a span."""
    return Span(
        lens=Lens.TITLE,
        viewpoint=row.viewpoint,
        start=row.start,
        end=row.end,
        precision=row.precision,
        controller=row.holder,
        confidence=Confidence.HIGH,
        basis=row.instrument or "",
        sources=row.sources,
        doubtful=False,
        earliest=None,
        latest=None,
        note=row.note or "",
    )


def joined(spans: tuple[Span, ...], place: int) -> Span:
    """Return the span at ``place``, stretched over its neighbours with the same controller."""
    span = spans[place]
    first = last = place
    while first and spans[first - 1].controller == span.controller:
        first -= 1
    while last + 1 < len(spans) and spans[last + 1].controller == span.controller:
        last += 1
    begun_by = spans[first]
    return replace(span, start=begun_by.start, precision=begun_by.precision, end=spans[last].end)


def ending(span: Span, history: Iterable[Span]) -> Precision:
    """Return how finely the end of one of an island's records is known, from the next one's start.

    A claim is followed by one of the same claimant.
    """
    return begun(
        span.end,
        (
            (after.start, after.precision)
            for after in history
            if after.lens is span.lens
            and (span.lens is not Lens.CLAIMS or after.controller == span.controller)
        ),
    )


def control_spans(records: Records) -> Spans:
    """Return who held each island on the ground."""
    return _by_island(
        records, ((row.record.island, _of_control(row.record)) for row in records.control)
    )


def title_spans(records: Records, viewpoint: Viewpoint) -> Spans:
    """Return who held each island by treaty, as ``viewpoint`` reads the treaties."""
    rows = [row.record for row in records.title]
    spans = _by_island(
        records,
        ((row.island, _of_title(row)) for row in rows if row.viewpoint is Viewpoint.NEUTRAL),
    )
    for row in rows:
        if row.viewpoint is viewpoint is not Viewpoint.NEUTRAL:
            spans[row.island] = _overridden(spans[row.island], _of_title(row))
    return spans


def claim_spans(records: Records) -> Spans:
    """Return who claimed each island; claims that hold together make one span."""
    claims: dict[str, list[Span]] = {row.record.id: [] for row in records.islands}
    for row in records.claims:
        for name in row.record.islands:
            for island in records.members(name):
                claims[island].append(_of_claim(row.record))
    return {
        island: tuple(
            _together([span for span in spans if day in span], day, end)
            for day, end in _pieces(spans, records.start)
        )
        for island, spans in claims.items()
    }


def _by_island(records: Records, spans: Iterable[tuple[str, Span]]) -> Spans:
    gathered: dict[str, list[Span]] = {row.record.id: [] for row in records.islands}
    for island, span in spans:
        gathered[island].append(span)
    return {
        island: tuple(sorted(rows, key=lambda span: span.start))
        for island, rows in gathered.items()
    }


def _overridden(spans: tuple[Span, ...], view: Span) -> tuple[Span, ...]:
    """Let ``view`` replace what ``spans`` say on its own days."""
    kept = [view]
    for span in spans:
        if span.start < view.start:
            end = view.start if span.end is None else min(span.end, view.start)
            kept.append(replace(span, end=end))
        if view.end is not None and (span.end is None or view.end < span.end):
            kept.append(replace(span, start=max(span.start, view.end)))
    return tuple(sorted(kept, key=lambda span: span.start))


def _pieces(spans: list[Span], first: date) -> list[tuple[date, date | None]]:
    """Cut the range wherever a span starts or ends."""
    ends = {span.end for span in spans if span.end is not None}
    starts = sorted({first, *ends, *(span.start for span in spans)})
    return list(zip(starts, [*starts[1:], None], strict=True))


def _together(claims: list[Span], day: date, end: date | None) -> Span:
    """Join the claims that hold at once; the newest of them gives the start's particulars."""
    if not claims:
        return Span(
            lens=Lens.CLAIMS,
            viewpoint=Viewpoint.NEUTRAL,
            start=day,
            end=end,
            precision=Precision.DAY,
            controller=UNCLAIMED,
            confidence=Confidence.HIGH,
            basis="",
            sources=(),
            doubtful=False,
            earliest=None,
            latest=None,
            note="",
        )
    newest = max(claims, key=lambda span: (span.start, span.controller))
    return replace(
        newest,
        start=day,
        end=end,
        controller="+".join(sorted(span.controller for span in claims)),
        confidence=min((span.confidence for span in claims), key=_GRADES.index),
        sources=tuple(dict.fromkeys(name for span in claims for name in span.sources)),
        doubtful=any(span.doubtful for span in claims),
    )
