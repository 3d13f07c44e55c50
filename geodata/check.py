"""The rules between records: what they refer to, and the days they may name."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import pairwise

from geodata.citation import work
from geodata.coverage import Faulty, Known, check_coverage
from geodata.errors import Problem
from geodata.model import Dated, Doubtful, Event, Group, Lens, Record
from geodata.records import Records, Row
from geodata.spans import NO_TREATY, UNCLAIMED
from geodata.tours import check_guided, check_tours
from geodata.wording import check_voice

Reference = tuple[Row[Record], str, str, str]

_KINDS = {
    "sources": "sources",
    "island": "islands",
    "islands": "islands",
    "parts": "parts",
    "basis": "phrases",
    "note": "phrases",
    "part": "phrases",
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
# Where records use phrases.
_PHRASED = frozenset(
    {"control.csv", "title.csv", "claims.csv", "instruments.toml", "landings.geojson"}
)
# What the atlas itself calls by name: no treaty yet, no claim, and the looks of a doubt.
_BY_NAME = frozenset({NO_TREATY, UNCLAIMED, "unsettled"})
_GROUPS = frozenset({"@kurils", *(f"@{group}" for group in Group)})


def check(
    records: Records, known: Known, faulty: Faulty, spoilt: Collection[str]
) -> Iterator[Problem]:
    """Yield every breach of a rule between records.

    ``known`` holds all ids by the stem of their file, None where a file cannot be read;
    ``faulty`` the cells of table rows that were no valid records (see ``read.Reader``);
    ``spoilt`` the files of which not all could be read.
    """
    made = [(row, *reference) for row in _rows(records) for reference in references(row.record)]
    yield from _references(records, made, known)
    # what could not be read may use any phrase
    if _PHRASED.isdisjoint(spoilt):
        yield from _phrases_used(records, made)
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
    yield from check_coverage(records, known, faulty)


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
    # what a power is for that could not be read, nobody knows
    unread = {*(known["powers"] or ())} - {row.record.id for row in records.powers}
    for lens in Lens:
        powers = {row.record.id for row in records.powers if lens in row.record.lenses}
        allowed[lens] = None if known["powers"] is None else powers | unread
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


def _phrases_used(records: Records, made: Iterable[Reference]) -> Iterator[Problem]:
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
        for field, day in _days(row.record):
            if day is not None and not first <= day <= last:
                message = f"{day} is outside the range {first} to {last}"
                hint = " (leave the end of what holds today empty)" if field == "end" else ""
                yield Problem(row.file, row.name, field, message + hint)


def _days(record: Record) -> Iterator[tuple[str, date | None]]:
    if isinstance(record, Dated):
        yield "start", record.start
    elif isinstance(record, Event):
        yield "date", record.date
    if isinstance(record, Dated | Event):
        yield "end", record.end
    if isinstance(record, Doubtful):
        yield "earliest", record.earliest
        yield "latest", record.latest
