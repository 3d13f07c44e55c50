"""Read the files of a data folder into records, and note every problem on the way."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any, TypeVar

import shapely
from pydantic import TypeAdapter, ValidationError
from shapely.errors import ShapelyError
from shapely.geometry import shape

from geodata import files
from geodata.errors import Problem, Problems
from geodata.model import Day, Record, lists
from geodata.records import Row

R = TypeVar("R", bound=Record)

# The ends of the earth: longitude, then latitude, in degrees.
_EARTH = (180.0, 90.0)
# Twenty times what there is: beyond it a table is a mistake, and reading it would take minutes.
_MOST = 10_000  # records
_SEPARATORS = {";": "semicolons", "\t": "tabs"}


class Reader:
    """Read one folder.

    ``problems`` grows as files are read. ``ids`` holds every id that is *meant* to exist,
    those of faulty records too, and None for a file that cannot be read at all: so one
    mistake does not make every reference to it a second one. ``faulty`` keeps the cells of
    CSV rows that are no valid record, by file.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems = Problems()
        self.ids: dict[str, set[str] | None] = {}
        self.faulty: dict[str, list[Mapping[str, str]]] = {}
        self._days: dict[str, object] = {}

    def note(self, file: str, message: str, record: str = "", field: str = "") -> None:
        """Add a problem."""
        self.problems.add(Problem(file, record, field, message))

    def toml(self, stem: str) -> dict[str, Any]:
        """Read the tables of ``stem.toml`` by key; none where it cannot be read."""
        file = f"{stem}.toml"
        self.ids[stem] = None
        try:
            tables = files.toml(self.folder / file)
        except files.UnreadableError as error:
            self.note(file, str(error))
            return {}
        self.ids[stem] = {*tables}
        return tables

    def records(self, stem: str, model: type[R], days: tuple[str, ...] = ()) -> list[Row[R]]:
        """Read the records of ``stem.toml``, one table each, named by its id.

        Keys named in ``days`` are no records but days, left for ``day``.
        """
        file = f"{stem}.toml"
        rows = []
        for key, value in self.toml(stem).items():
            if key in days:
                self._days[key] = value
            elif self.problems.full(file):
                self.problems.skip(file, 1)
            elif not isinstance(value, dict):
                self.note(file, "is not a table", key)
            elif record := self._validate(model, {**value, "id": key}, file, key):
                rows.append(Row(file, key, record))
        return rows

    def filed(self, name: str, model: type[R]) -> list[Row[R]]:
        """Read the TOML files of a folder: one record each, named as its file is."""
        rows = []
        stems = sorted(path.stem for path in (self.folder / name).glob("*.toml"))
        if not stems:
            self.note(f"{name}/", "the file is missing")
        for stem in stems:
            place = f"{name}/{stem}"
            rows += self.records(place, model)
            for other in sorted({stem} ^ (self.ids[place] or {stem})):
                message = "is not the file's name" if other != stem else "this table is missing"
                self.note(f"{place}.toml", message, other)
        return rows

    def day(self, file: str, key: str, fallback: date) -> date:
        """Return the day that ``records`` left under ``key``; without it no day can be checked."""
        stem = file.removesuffix(".toml")
        if key in self._days:
            try:
                return TypeAdapter(Day).validate_python(self._days[key])
            except ValidationError as error:
                self.note(file, error.errors()[0]["msg"].removeprefix("Value error, "), "", key)
        elif self.ids[stem] is not None:
            self.note(file, "Field required", "", key)
        self.ids[stem] = None
        return fallback

    def table(self, file: str, model: type[R]) -> list[Row[R]]:
        """Read a CSV file whose columns are the model's fields; empty cells are not given."""
        self.faulty[file] = []
        stem = file.removesuffix(".csv")
        self.ids[stem] = None
        try:
            text = files.text(self.folder / file)
        except files.UnreadableError as error:
            self.note(file, str(error))
            return []
        lines = csv.reader(StringIO(text, newline=""), strict=True)
        rows: list[Row[R]] = []
        try:
            header = next(lines, [])
            if not self._headed(file, model, header):
                return []
            self.ids[stem] = set()
            for cells in lines:
                if self.problems.full(file):
                    # what stands below may fill any gap
                    self.ids[stem] = None
                    self.problems.skip(file, 1 + sum(bool(rest) for rest in lines))
                elif len(rows) == _MOST:
                    self.ids[stem] = None
                    self.note(file, f"has more than {_MOST:,} records")
                    break
                elif cells:
                    rows.extend(self._row(file, model, lines.line_num, header, cells))
        except csv.Error as error:
            self.ids[stem] = None
            self.note(file, f"is not valid CSV: {error}", f"row {lines.line_num}")
        return rows

    def _headed(self, file: str, model: type[Record], header: list[str]) -> bool:
        """Say whether a table has the model's columns, each once; note what it lacks."""
        columns = {*model.model_fields}
        for mark, name in _SEPARATORS.items():
            if len(header) == 1 and mark in header[0]:
                self.note(file, f"its cells are parted by {name}, not by commas", "header")
                return False
        for column in sorted(columns - {*header}):
            self.note(file, "this column is missing", "header", column)
        if "" in header:
            # a spreadsheet leaves commas where a column was, in the rows too
            self.note(file, f"its column {header.index('') + 1} has no name", "header")
        for column in sorted({*header} - columns - {""}):
            self.note(file, "there is no such column", "header", column)
        if {*header} == columns and len(header) != len(columns):
            self.note(file, "names a column twice", "header")
        return sorted(header) == sorted(columns)

    def _row(
        self,
        file: str,
        model: type[R],
        number: int,
        header: list[str],
        cells: list[str],
    ) -> Iterator[Row[R]]:
        if len(cells) != len(header):
            message = f"has {len(cells)} cells under {len(header)} columns"
            self.note(file, message, f"row {number}")
            self.faulty[file].append(dict(zip(header, cells, strict=False)))
            return
        raw = {column: cell.strip() for column, cell in zip(header, cells, strict=True)}
        subject = f"{raw.get('island') or raw.get('claimant', '')} {raw['start']}".strip()
        name = f"row {number} ({subject})"
        several = lists(model)
        given: dict[str, Any] = {
            column: [part.strip() for part in cell.split(";")] if column in several else cell
            for column, cell in raw.items()
            if cell
        }
        if record := self._validate(model, given, file, name):
            yield Row(file, name, record)
        else:
            self.faulty[file].append(raw)

    def features(self, file: str, model: type[R], geometry: str) -> list[Row[R]]:
        """Read a GeoJSON file of polygons, lines or points (EPSG:4326), named by their ids."""
        self.ids[file] = None
        try:
            features = files.features(self.folder / file)
        except files.UnreadableError as error:
            self.note(file, str(error))
            return []
        rows: list[Row[R]] = []
        known: set[str] = set()
        for number, feature in enumerate(features, start=1):
            name = feature.get("id") if isinstance(feature, dict) else None
            if self.problems.full(file):
                self.problems.skip(file, 1)
            elif not isinstance(name, str):
                self.note(file, "has no id", f"feature {number}", "id")
            elif name in known:
                self.note(file, "this id is already in the file", name, "id")
            else:
                known.add(name)
                rows.extend(self._feature(file, model, geometry, feature))
        self.ids[file] = None if self.problems.full(file) else known
        return rows

    def _feature(
        self,
        file: str,
        model: type[R],
        geometry: str,
        feature: dict[str, Any],
    ) -> Iterator[Row[R]]:
        name = feature["id"]
        properties = feature.get("properties") or {}
        if not isinstance(properties, dict):
            self.note(file, "are no object", name, "properties")
            return
        record = self._validate(model, {**properties, "id": name}, file, name)
        try:
            drawn = shape(feature["geometry"])
        except (AttributeError, KeyError, TypeError, ValueError, ShapelyError) as error:
            self.note(file, f"cannot be drawn: {error!r}", name, "geometry")
            return
        if drawn.geom_type.removeprefix("Multi") != geometry:
            self.note(file, f"is a {drawn.geom_type}, not a {geometry}", name, "geometry")
        elif drawn.is_empty or not drawn.is_valid:
            reason = shapely.is_valid_reason(drawn)
            self.note(file, f"is empty or not valid: {reason}", name, "geometry")
        elif (abs(shapely.get_coordinates(drawn)) > _EARTH).any():
            self.note(file, "lies beyond 180 degrees east or 90 north", name, "geometry")
        elif record:
            yield Row(file, name, record, drawn)

    def _validate(self, model: type[R], given: object, file: str, name: str) -> R | None:
        try:
            return model.model_validate(given)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                # a rule between two fields has the record as its place and names the field itself
                at_fault = detail.get("ctx", {}).get("field")
                place = (*detail["loc"], at_fault) if at_fault else detail["loc"]
                message = detail["msg"].removeprefix("Value error, ")
                if isinstance(value := detail["input"], str | int | float):
                    message += f" (here: {value!r})"
                self.note(file, message, name, ".".join(map(str, place)))
        return None
