"""The dated tables once more, as edtf.csv: with dates in EDTF (ISO 8601-2)."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from geodata.errors import DataError
from geodata.model import Claim, Control, Doubtful, Title
from geodata.read import Reader
from geodata.time import Precision, begun, edtf, until

DATES = "edtf.csv"

_OPEN = ".."
_HEADER = (
    "table",
    "subject",
    "holder",
    "viewpoint",
    "interval",
    "window",
    "confidence",
    "because",
    "sources",
)


def dates(folder: Path) -> str:
    """Write the dated rows of the three tables as CSV with dates in EDTF (ISO 8601-2).

    ``interval`` counts its last day in, where the tables end before ``end``; ``..`` is an
    open beginning (the atlas starts there) or end (still so). ``window`` is a set of which
    one day is right. An end is as coarse as the start of the row that follows it.
    """
    written = io.StringIO()
    out = csv.writer(written, lineterminator="\n")
    out.writerow(_HEADER)
    reader = Reader(folder)
    control = reader.table("control.csv", Control)
    title = reader.table("title.csv", Title)
    claims = reader.table("claims.csv", Claim)
    if problems := reader.problems.listed():
        raise DataError(problems)
    out.writerows(_dated("control", [_of_control(row.record) for row in control]))
    out.writerows(_dated("title", [_of_title(row.record) for row in title]))
    out.writerows(_dated("claims", [_of_claim(row.record) for row in claims]))
    return written.getvalue()


@dataclass(frozen=True, slots=True)
class _Told:
    """What the three tables have in common; ``whose`` rows follow each other without overlap."""

    record: Control | Title | Claim
    subject: str
    whose: str
    holder: str
    because: str


def _of_control(row: Control) -> _Told:
    return _Told(row, row.island, row.island, row.controller, row.basis)


def _of_title(row: Title) -> _Told:
    return _Told(row, row.island, row.island, row.holder, row.instrument or "")


def _of_claim(row: Claim) -> _Told:
    return _Told(row, ";".join(row.islands), row.claimant, row.claimant, row.basis)


def _dated(table: str, rows: list[_Told]) -> Iterator[tuple[str, ...]]:
    first = min((row.record.start for row in rows), default=date.min)
    starts: dict[str, list[tuple[date, Precision]]] = {}
    for row in rows:
        starts.setdefault(row.whose, []).append((row.record.start, row.record.precision))
    for row in rows:
        record = row.record
        opened = record.start == first and table != "claims"
        since = _OPEN if opened else edtf(record.start, record.precision)
        yield (
            table,
            row.subject,
            row.holder,
            str(record.viewpoint) if isinstance(record, Title) else "",
            f"{since}/{_end(record.end, starts[row.whose])}",
            "" if isinstance(record, Title) else _window(record),
            "" if isinstance(record, Title) else str(record.confidence),
            row.because,
            ";".join(record.sources),
        )


def _window(record: Doubtful) -> str:
    return f"[{record.earliest}..{record.latest}]" if record.earliest else ""


def _end(end: date | None, starts: Iterable[tuple[date, Precision]]) -> str:
    if end is None:
        return _OPEN
    return until(end, begun(end, starts))
