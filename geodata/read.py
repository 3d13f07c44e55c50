"""Read the files of a data folder into records, and note every problem on the way."""

import csv
import json
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any, TypeVar

import shapely
from pydantic import TypeAdapter, ValidationError
from shapely.errors import ShapelyError
from shapely.geometry import shape

from geodata.errors import Problem
from geodata.model import Day, Record
from geodata.records import Row

R = TypeVar("R", bound=Record)

_LISTS = frozenset({"islands", "sources"})


class Reader:
    """Read one folder.

    ``problems`` grows as files are read. ``ids`` holds every id that is *meant* to exist,
    those of faulty records too, and None for a file that cannot be read at all: so one
    mistake does not make every reference to it a second one. ``faulty`` keeps the cells of
    CSV rows that are no valid record, by file.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.ids: dict[str, set[str] | None] = {}
        self.faulty: dict[str, list[Mapping[str, str]]] = {}
        self._days: dict[str, object] = {}

    def note(self, file: str, message: str, record: str = "", field: str = "") -> None:
        """Add a problem."""
        self.problems.append(Problem(file, record, field, message))

    def toml(self, stem: str) -> dict[str, Any]:
        """Read the tables of ``stem.toml`` by key; none where it cannot be read."""
        file = f"{stem}.toml"
        self.ids[stem] = None
        text = self._text(file)
        if text is None:
            return {}
        try:
            found = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            self.note(file, f"is not valid TOML: {error}")
            return {}
        self.ids[stem] = {*found}
        return found

    def records(self, stem: str, model: type[R], days: tuple[str, ...] = ()) -> list[Row[R]]:
        """Read the records of ``stem.toml``, one table each, named by its id.

        Keys named in ``days`` are no records but days, left for ``day``.
        """
        file = f"{stem}.toml"
        rows = []
        for key, value in self.toml(stem).items():
            if key in days:
                self._days[key] = value
            elif not isinstance(value, dict):
                self.note(file, "is not a table", key)
            elif record := self._validate(model, {**value, "id": key}, file, key):
                rows.append(Row(file, key, record))
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

    def table(self, file: str, model: type[R], columns: tuple[str, ...]) -> list[Row[R]]:
        """Read a CSV file with exactly these columns; empty cells count as not given."""
        self.faulty[file] = []
        stem = file.removesuffix(".csv")
        self.ids[stem] = None
        text = self._text(file)
        if text is None:
            return []
        lines = csv.reader(StringIO(text, newline=""), strict=True)
        rows: list[Row[R]] = []
        try:
            header = next(lines, [])
            for column in sorted({*columns} - {*header}):
                self.note(file, "this column is missing", "header", column)
            for column in sorted({*header} - {*columns}):
                self.note(file, "there is no such column", "header", column)
            if sorted(header) != sorted(columns):
                if {*header} == {*columns}:
                    self.note(file, "names a column twice", "header")
                return []
            self.ids[stem] = set()
            for cells in lines:
                if cells:
                    rows.extend(self._row(file, model, lines.line_num, header, cells))
        except csv.Error as error:
            self.ids[stem] = None
            self.note(file, f"is not valid CSV: {error}", f"row {lines.line_num}")
        return rows

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
        given: dict[str, Any] = {
            column: [part.strip() for part in cell.split(";")] if column in _LISTS else cell
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
        text = self._text(file)
        if text is None:
            return []
        try:
            collection = json.loads(text)
        except json.JSONDecodeError as error:
            self.note(file, f"is not valid JSON: {error}")
            return []
        features = collection.get("features") if isinstance(collection, dict) else None
        if not isinstance(features, list) or collection.get("type") != "FeatureCollection":
            self.note(file, "is not a GeoJSON FeatureCollection")
            return []
        rows: list[Row[R]] = []
        known: set[str] = set()
        for number, feature in enumerate(features, start=1):
            name = feature.get("id") if isinstance(feature, dict) else None
            if not isinstance(name, str):
                self.note(file, "has no id", f"feature {number}", "id")
            elif name in known:
                self.note(file, "this id is already in the file", name, "id")
            else:
                known.add(name)
                rows.extend(self._feature(file, model, geometry, feature))
        self.ids[file] = known
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
        elif record:
            yield Row(file, name, record, drawn)

    def _text(self, file: str) -> str | None:
        try:
            # spreadsheets put a mark before the first letter
            return (self.folder / file).read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            self.note(file, "the file is missing")
        except UnicodeDecodeError as error:
            self.note(file, f"is not UTF-8: {error}")
        return None

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
