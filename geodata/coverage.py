"""Who holds what when: on each day one record of an island, on no day two."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from geodata.errors import Problem
from geodata.model import Dated, Viewpoint
from geodata.records import Records, Row

Known = Mapping[str, Collection[str] | None]
Faulty = Mapping[str, Sequence[Mapping[str, str]]]


def check_coverage(records: Records, known: Known, faulty: Faulty) -> Iterator[Problem]:
    """Yield every gap and every overlap in control, title and claims.

    ``known`` and ``faulty`` as ``check`` has them: what a row that is no valid record was meant
    to fill is no gap.
    """
    yield from _covered(records, known, faulty)
    yield from _views_apart(records)
    yield from _claims_apart(records)


def _covered(records: Records, known: Known, faulty: Faulty) -> Iterator[Problem]:
    neutral = [row for row in records.title if row.record.viewpoint is Viewpoint.NEUTRAL]
    for file, rows in (("control.csv", records.control), ("title.csv", neutral)):
        if known[file.removesuffix(".csv")] is None:
            continue
        held: dict[str, list[Row[Dated]]] = {name: [] for name in sorted(known["islands"] or ())}
        for row in rows:
            if row.record.island in held:
                held[row.record.island].append(row)
        for island, rows_of_island in held.items():
            broken = [cells for cells in faulty[file] if cells.get("island") == island]
            yield from _overlaps(rows_of_island, island)
            yield from _gaps(file, island, rows_of_island, broken, records)


def _gaps(
    file: str,
    island: str,
    rows: Iterable[Row[Dated]],
    broken: Iterable[Mapping[str, str]],
    records: Records,
) -> Iterator[Problem]:
    # the first day after the range: what has no end runs up to it
    after = records.as_of + timedelta(days=1)
    reached = records.start
    last = island
    for row in sorted(rows, key=lambda row: row.record.start):
        if row.record.start > reached and not _explained(reached, row.record.start, broken):
            message = f"{island} has no record from {reached} to before {row.record.start}"
            yield Problem(file, row.name, "start", message)
        reached = max(reached, row.record.end or after)
        last = row.name
    if reached < after and not _explained(reached, after, broken):
        message = f"{island} has no record from {reached} to the last day, {records.as_of}"
        yield Problem(file, last, "end", message)


def _explained(first: date, end: date, broken: Iterable[Mapping[str, str]]) -> bool:
    """Say whether a row that is reported already was meant to fill the gap."""
    return any(
        cells.get("start") == first.isoformat() or cells.get("end") == end.isoformat()
        for cells in broken
    )


def _overlaps(rows: Iterable[Row[Dated]], subject: str) -> Iterator[Problem]:
    longest: Row[Dated] | None = None
    for row in sorted(rows, key=lambda row: row.record.start):
        if longest and longest.record.interval.overlaps(row.record.interval):
            ends = [held.record.end for held in (longest, row) if held.record.end]
            days = f"from {row.record.start} to before {min(ends)}" if ends else "to this day"
            message = f"{subject} has two records {days}: this and {longest.name}"
            yield Problem(row.file, row.name, "start", message)
        if not longest or (longest.record.end and not _before(row.record.end, longest.record.end)):
            longest = row


def _before(end: date | None, other: date) -> bool:
    return end is not None and end < other


def _views_apart(records: Records) -> Iterator[Problem]:
    groups: dict[tuple[str, str], list[Row[Dated]]] = {}
    for row in records.title:
        if row.record.viewpoint is not Viewpoint.NEUTRAL:
            groups.setdefault((row.record.island, row.record.viewpoint), []).append(row)
    for (island, viewpoint), rows in groups.items():
        yield from _overlaps(rows, f"{island} ({viewpoint})")


def _claims_apart(records: Records) -> Iterator[Problem]:
    groups: dict[tuple[str, str], list[Row[Dated]]] = {}
    for row in records.claims:
        claimed: set[str] = set()
        for name in row.record.islands:
            members = records.members(name)
            if twice := sorted(claimed.intersection(members)):
                message = f"{name} names again {', '.join(twice)}"
                yield Problem(row.file, row.name, "islands", message)
            claimed.update(members)
        for island in sorted(claimed):
            groups.setdefault((row.record.claimant, island), []).append(row)
    for (claimant, island), rows in groups.items():
        yield from _overlaps(rows, f"{island} (claim of {claimant})")
