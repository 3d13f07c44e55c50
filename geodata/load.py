"""Read the data folder, check all of it, build the Atlas once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import geopandas as gpd
import pandas as pd

from geodata import package
from geodata.atlas import Atlas
from geodata.check import check
from geodata.errors import DataError
from geodata.evidence import evidence
from geodata.files import DATA
from geodata.lessons import check_lessons
from geodata.model import (
    QUESTIONS,
    Claim,
    Coast,
    Control,
    Era,
    Event,
    GuidedTour,
    Instrument,
    Island,
    Landing,
    Lens,
    Line,
    Moment,
    Named,
    Phrase,
    Place,
    Power,
    Presence,
    Shape,
    Source,
    Term,
    Title,
    Tour,
    Viewpoint,
    Word,
)
from geodata.model.lesson import Lesson
from geodata.moments import check_moments
from geodata.once import once
from geodata.pieces import pieces
from geodata.read import Reader
from geodata.readings import readings
from geodata.records import Records, Row
from geodata.spans import Spans, claim_spans, control_spans, recorded, title_spans
from geodata.tours import telling

N = TypeVar("N", bound=Named)


def load_atlas(folder: Path | None = None) -> Atlas:
    """Read the atlas from ``folder``; without one, the atlas's own data, read once.

    Raises DataError, whose ``problems`` list everything that is wrong in all files.

    >>> atlas = load_atlas()
    >>> atlas.on(date(1875, 8, 22)).loc["urup", "controller"]
    'japan'
    """
    return _own() if folder is None else _load(Path(folder))


@once
def _own() -> Atlas:
    return _load(DATA)


def _load(folder: Path) -> Atlas:
    reader = Reader(folder)
    records = _records(reader)
    spoilt = reader.problems.files
    for problem in (*check(records, reader.ids, reader.faulty, spoilt), *evidence(records)):
        reader.problems.add(problem)
    if problems := reader.problems.listed():
        raise DataError(problems)
    atlas = _built(records, package.version(folder))
    # which days are to be told is known only where all else is right
    for problem in (
        *check_moments(atlas, records.moments),
        *check_lessons(atlas, records.lessons),
    ):
        reader.problems.add(problem)
    if problems := reader.problems.listed():
        raise DataError(problems)
    return atlas


def _records(reader: Reader) -> Records:
    eras = reader.records("eras", Era, days=("start", "as_of"))
    return Records(
        start=reader.day("eras.toml", "start", date.min),
        as_of=reader.day("eras.toml", "as_of", date.max),
        eras=eras,
        islands=reader.records("islands", Island),
        shapes=reader.features("islands.geojson", Shape, "Polygon"),
        land=reader.features("land.geojson", Coast, "Polygon"),
        powers=reader.records("powers", Power),
        sources=reader.records("sources", Source),
        phrases=reader.records("phrases", Phrase),
        words=reader.records("wording", Word),
        glossary=reader.records("glossary", Term),
        instruments=reader.records("instruments", Instrument),
        events=reader.records("events", Event),
        places=reader.records("places", Place),
        people=reader.records("people", Presence),
        tours=reader.records("tours", Tour),
        guided=reader.filed("tours", GuidedTour),
        lessons=reader.filed("lessons", Lesson),
        readings=readings(reader, "readings"),
        moments=reader.records("moments", Moment),
        control=reader.table("control.csv", Control),
        title=reader.table("title.csv", Title),
        claims=reader.table("claims.csv", Claim),
        lines=reader.features("boundaries.geojson", Line, "LineString"),
        landings=reader.features("landings.geojson", Landing, "Point"),
    )


def _built(records: Records, version: str) -> Atlas:
    landings = sorted(records.landings, key=_hour)
    shapes = _frame(records.shapes).astype({"area_km2": float})[["geometry", "area_km2"]]
    spans = {asked: _spans(records, *asked) for asked in QUESTIONS}
    return Atlas(
        version=version,
        start=records.start,
        as_of=records.as_of,
        eras=tuple(row.record for row in records.eras),
        islands=_by_id(records.islands),
        powers=_by_id(records.powers),
        sources=_by_id(records.sources),
        instruments=_by_id(records.instruments),
        phrases=_by_id(records.phrases),
        words=_by_id(records.words),
        glossary=_by_id(records.glossary),
        places=_by_id(records.places),
        people=_by_id(records.people),
        tours=_by_id(records.tours),
        guided=_by_id(sorted(records.guided, key=lambda row: row.record.order)),
        lessons=_by_id(records.lessons),
        readings=_readings(records),
        _shapes=shapes.loc[[row.record.id for row in records.islands]],
        _land=_frame(records.land),
        _lines=(_frame(records.lines), tuple(row.record for row in records.lines)),
        _landings=(_frame(landings), tuple(row.record for row in landings)),
        _events=_by_id(sorted(records.events, key=lambda row: (row.record.date, row.name))),
        _moments={row.record.day: row.record for row in records.moments},
        _stops={row.record.id: telling(records, row.record) for row in records.tours},
        _rows=recorded(records),
        _spans=spans,
        _pieces={
            key: {island: pieces(line) for island, line in islands.items()}
            for key, islands in spans.items()
        },
    )


def _spans(records: Records, lens: Lens, viewpoint: Viewpoint) -> Spans:
    """Return what each island is under a lens, as a viewpoint sees it."""
    match lens:
        case Lens.CONTROL:
            return control_spans(records)
        case Lens.TITLE:
            return title_spans(records, viewpoint)
        case Lens.CLAIMS:
            return claim_spans(records)


def _readings(records: Records) -> Mapping[str, str]:
    """Return how Japanese words are read: names of islands and places, and the terms."""
    names = {row.record.name.ja: row.record.kana[0] for row in records.islands if row.record.kana}
    names |= {row.record.name.ja: row.record.kana for row in records.places if row.record.kana}
    # 宇志知島（北島）: the reading is that of the name before the brackets; but in
    # サハリン南部（南樺太） of that within them, which stands among the terms
    heads = {name.partition("（")[0]: kana for name, kana in names.items() if name[0] > "ヿ"}
    return MappingProxyType({**heads, **records.readings})


def _hour(row: Row[Landing]) -> tuple[date, str, str]:
    """Order landings by day and hour; one of unknown hour is its day's last."""
    landing = row.record
    return landing.start, landing.local_time or "24", landing.id


def _by_id(rows: Iterable[Row[N]]) -> Mapping[str, N]:
    return MappingProxyType({row.record.id: row.record for row in rows})


def _frame(rows: Sequence[Row[N]]) -> gpd.GeoDataFrame:
    """Set records in a table, one column a field, indexed by id."""
    index = pd.Index([row.record.id for row in rows], name="id", dtype=object)
    fields = type(rows[0].record).model_fields if rows else ()
    frame = pd.DataFrame(
        {
            name: pd.Series([getattr(row.record, name) for row in rows], index, dtype=object)
            for name in fields
            if name != "id"
        },
        index,
    )
    shapes = gpd.GeoSeries([row.geometry for row in rows if row.geometry], index)
    return gpd.GeoDataFrame(frame, geometry=shapes, crs="EPSG:4326")
