"""The rules between records: references, days, who holds what when."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from geodata.citation import work
from geodata.errors import Problem
from geodata.model import Dated, Event, Group, Lens, Record, Viewpoint
from geodata.records import Records, Row
from geodata.spans import UNCLAIMED
from geodata.tours import check_guided, check_tours
from geodata.wording import check_voice

Known = Mapping[str, Collection[str] | None]
Reference = tuple[Row[Record], str, str, str]
Faulty = Mapping[str, Sequence[Mapping[str, str]]]

_KINDS = {
    "sources": "sources",
    "island": "islands",
    "islands": "islands",
    "parts": "parts",
    "basis": "phrases",
    "note": "phrases",
    "instrument": "instruments",
    "event": "events",
    "landing": "landings.geojson",
    "place": "places",
    "lines": "boundaries.geojson",
    "landings": "landings.geojson",
    "events": "events",
    "controller": Lens.CONTROL,
    "holder": Lens.TITLE,
    "claimant": Lens.CLAIMS,
}
_LENSES = frozenset(map(str, Lens))
# What the atlas itself calls by name: no treaty yet, no claim, and the looks of a doubt.
_BY_NAME = frozenset({"none", UNCLAIMED, "unsettled"})
_GROUPS = frozenset({"@kurils", *(f"@{group}" for group in Group)})


def check(records: Records, known: Known, faulty: Faulty) -> Iterator[Problem]:
    """Yield every breach of a rule between records.

    ``known`` holds all ids by the stem of their file, None where a file cannot be read;
    ``faulty`` the cells of table rows that were no valid records (see ``read.Reader``).
    """
    made = [(row, *reference) for row in _rows(records) for reference in references(row.record)]
    yield from _references(records, made, known)
    yield from _phrases_used(records, made, known)
    yield from _shapes_match(known)
    yield from check_voice(records, whole=None not in known.values())
    for name in sorted(_BY_NAME - {*(known["powers"] or _BY_NAME)}):
        yield Problem("powers.toml", "", name, "the atlas uses this power by name; it is missing")
    if known["eras"] is None:
        return
    yield from _in_range(records)
    if known["tours"] is not None:
        yield from check_tours(records)
    yield from check_guided(records)
    if known["events"] is not None:
        yield from _people(records)
    if known["islands"] is None:
        return
    yield from _covered(records, known, faulty)
    yield from _views_apart(records)
    yield from _claims_apart(records)


def references(record: Record) -> Iterator[tuple[str, str, str]]:
    """Yield every reference a record makes: its field, the kind of id, the id.

    Of a citation the id is the work's.
    """
    for field in type(record).model_fields:
        value = getattr(record, field)
        for part, item in _items(field, value):
            if isinstance(item, Record):
                yield from (
                    (f"{part}.{inner}", kind, name) for inner, kind, name in references(item)
                )
            elif field in _KINDS and isinstance(item, str):
                kind = _KINDS[field]
                yield field, kind, work(item) if kind == "sources" else item


def _items(field: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            if field == "parts":
                yield from ((field, name) for name in item)
            else:
                yield f"{field}.{number}", item
    else:
        yield field, value


def _rows(records: Records) -> Iterator[Row[Record]]:
    yield from records.islands
    yield from records.instruments
    yield from records.events
    yield from records.control
    yield from records.title
    yield from records.claims
    yield from records.lines
    yield from records.landings
    yield from records.places
    yield from records.people
    yield from records.tours
    yield from records.guided
    yield from records.lessons
    yield from records.moments
    yield from records.glossary


def _references(
    records: Records,
    made: Iterable[Reference],
    known: Known,
) -> Iterator[Problem]:
    allowed: dict[str, Collection[str] | None] = dict(known)
    for lens in Lens:
        powers = {row.record.id for row in records.powers if lens in row.record.lenses}
        allowed[lens] = None if known["powers"] is None else powers
    islands, land = known["islands"], known["land.geojson"]
    allowed["parts"] = None if islands is None or land is None else {*islands, *land}
    for row, field, kind, name in made:
        ids = allowed[kind]
        if ids is None or name in ids or (row.file == "claims.csv" and name in _GROUPS):
            continue
        if kind in _LENSES and name in (known["powers"] or ()):
            message = f"the power {name!r} is not for {row.file}"
        else:
            message = f"there is no {name!r} in {_file(kind)}"
        yield Problem(row.file, row.name, field, message)


def _file(kind: str) -> str:
    if kind in _LENSES:
        return "powers.toml"
    if kind == "parts":
        return "islands.toml or land.geojson"
    return kind if kind.endswith(".geojson") else f"{kind}.toml"


def _phrases_used(
    records: Records,
    made: Iterable[Reference],
    known: Known,
) -> Iterator[Problem]:
    # a table that could not be read may hold the row that uses the phrase
    if any(known[table] is None for table in ("control", "title", "claims")):
        return
    used = {name for _, _, kind, name in made if kind == "phrases"}
    for row in records.phrases:
        if row.record.id not in used:
            yield Problem(row.file, row.name, "", "no record uses this phrase")


def _shapes_match(known: Known) -> Iterator[Problem]:
    facts, shapes = known["islands"], known["islands.geojson"]
    if facts is None or shapes is None:
        return
    for name in sorted({*facts} - {*shapes}):
        yield Problem("islands.geojson", name, "", "this island of islands.toml has no shape")
    for name in sorted({*shapes} - {*facts}):
        yield Problem("islands.toml", name, "", "this shape of islands.geojson has no facts")


def _people(records: Records) -> Iterator[Problem]:
    """Yield what of the people on the map is told of no event, or ends before it."""
    events = {row.record.id: row.record for row in records.events}
    for row in records.people:
        event, until = events.get(row.record.id), row.record.until
        if event is None:
            message = f"there is no {row.record.id!r} in events.toml"
            yield Problem(row.file, row.name, "", message)
        elif until is not None and not event.date < until <= records.as_of:
            message = f"{until} is not after {event.date} and in the range"
            yield Problem(row.file, row.name, "until", message)


def _in_range(records: Records) -> Iterator[Problem]:
    first, last = records.start, records.as_of
    if last <= first:
        yield Problem("eras.toml", "", "as_of", f"{last} is not after start {first}")
    starts = [row.record.start for row in records.eras]
    if not starts or starts[0] != first:
        yield Problem("eras.toml", "", "", f"the first era does not start on {first}")
    for era, (before, after) in zip(records.eras[1:], pairwise(starts), strict=True):
        if after <= before:
            yield Problem(era.file, era.name, "start", f"{after} is not after {before}")
    for row in _rows(records):
        record = row.record
        days: dict[str, date | None] = {}
        if isinstance(record, Dated):
            days = {"start": record.start, "end": record.end}
        elif isinstance(record, Event):
            days = {"date": record.date, "end": record.end}
        for field, day in days.items():
            if day is not None and not first <= day <= last:
                message = f"{day} is outside the range {first} to {last}"
                hint = " (leave the end of what holds today empty)" if field == "end" else ""
                yield Problem(row.file, row.name, field, message + hint)


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
