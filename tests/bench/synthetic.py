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

from geodata import load_atlas
from geodata.files import DATA
from geodata.model import QUESTIONS, Lens

TIMES = 10
STEP = timedelta(days=29)  # how much later each copy's history happens


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
    _sentences(target / "moments.toml", ids)
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


def _sentences(path: Path, ids: list[str]) -> None:
    """Tell something of each day on which a copy changes hands: the data asks for it."""
    atlas = load_atlas()
    text = path.read_text(encoding="utf-8")
    told = {date.fromisoformat(day) for day in re.findall(r"^\[([\d-]+)\]", text, re.MULTILINE)}
    source = next(iter(atlas.sources))
    words = '{ en = "A copy.", ja = "写し。", ru = "Копия." }'
    lenses = [(lens, view) for lens, view in QUESTIONS if lens is not Lens.CLAIMS]
    days = {
        day + copy * STEP
        for lens, view in lenses
        for day in atlas.moments(lens=lens, viewpoint=view)
        if {*ids} & {one.island for one in atlas.changes(day, lens=lens, viewpoint=view)}
        for copy in range(1, TIMES)
    }
    then = [str(lens) if view == "neutral" else f"{lens}_{view}" for lens, view in lenses]
    for day in sorted(days - told):
        if day <= atlas.as_of:
            text += f'\n[{day}]\ntext = {words}\nsources = ["{source}"]\n'
            text += "".join(f"then.{name} = {words}\n" for name in then)
    path.write_text(text, encoding="utf-8")


def _later(row: dict[str, str], copy: int, first: str) -> dict[str, str]:
    moved = {}
    for column in ("start", "end", "earliest", "latest"):
        day = row.get(column)
        if day and day != first:
            moved[column] = str(date.fromisoformat(day) + copy * STEP)
    return moved
