"""Ten times the islands and ten times the moments, made from the real data."""

import csv
import json
import re
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from shapely import affinity
from shapely.geometry import mapping, shape

from geodata.load import DATA

TIMES = 10
STEP = timedelta(days=23)  # how much later each copy's history happens


def enlarge(folder: Path) -> Path:
    """Write a data folder with ``TIMES`` the islands and moments into ``folder``."""
    target = folder / "data"
    shutil.copytree(DATA, target)
    features = json.loads((target / "islands.geojson").read_text(encoding="utf-8"))["features"]
    ids = [feature["id"] for feature in features if not feature["id"].startswith("sakhalin")]
    _shapes(target / "islands.geojson", features, ids)
    for path in target.glob("islands*.toml"):
        _facts(path, ids)
    for name in ("control.csv", "title.csv"):
        _histories(target / name, ids)
    return target


def _shapes(path: Path, features: list[dict[str, Any]], ids: list[str]) -> None:
    copies = list(features)
    for feature in features:
        if feature["id"] in ids:
            drawn = shape(feature["geometry"])
            for copy in range(1, TIMES):
                moved = affinity.translate(
                    drawn, xoff=1.5 * (copy % 5), yoff=-1.2 * (copy // 5 + 1)
                )
                copies.append(
                    {**feature, "id": f"{feature['id']}-{copy}", "geometry": mapping(moved)}
                )
    collection = {"type": "FeatureCollection", "features": copies}
    path.write_text(json.dumps(collection), encoding="utf-8")


def _facts(path: Path, ids: list[str]) -> None:
    text = path.read_text(encoding="utf-8")
    head = re.compile(rf"^(\[+)({'|'.join(map(re.escape, ids))})(?=[.\]])", re.MULTILINE)
    tables = text[found.start() :] if (found := head.search(text)) else ""
    kept = re.split(r"(?m)^(?=\[)", tables)
    mine = [table for table in kept if head.match(table)]
    copies = [head.sub(rf"\g<1>\g<2>-{copy}", table) for copy in range(1, TIMES) for table in mine]
    path.write_text(text + "\n" + "\n".join(copies), encoding="utf-8")


def _histories(path: Path, ids: list[str]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        columns, rows = list(reader.fieldnames or ()), list(reader)
    first = min(row["start"] for row in rows)
    copies = [
        {**row, "island": f"{row['island']}-{copy}"} | _later(row, copy, first)
        for copy in range(1, TIMES)
        for row in rows
        if row["island"] in ids
    ]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows + copies)


def _later(row: dict[str, str], copy: int, first: str) -> dict[str, str]:
    moved = {}
    for column in ("start", "end", "earliest", "latest"):
        day = row.get(column)
        if day and day != first:
            moved[column] = str(date.fromisoformat(day) + copy * STEP)
    return moved
