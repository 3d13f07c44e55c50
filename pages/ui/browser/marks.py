"""What the map draws beside the islands: lines, landings and the ways to them."""

from typing import Any

from shapely import get_coordinates

from geodata import Atlas
from geodata.model import Line, Viewpoint
from pages.ui.browser.scope import Scope
from pages.ui.words.reader import Reader

Json = dict[str, Any]


def lines(reader: Reader, scope: Scope) -> list[Json]:
    """Return the boundary lines of every reading, as [lat, lon]; a treaty's with its signing."""
    found = {}
    for view in map(str, Viewpoint):
        frame = reader.atlas.lines(viewpoint=view)
        records: dict[object, Line] = {line.id: line for line in reader.atlas.line_records(view)}
        for name, row in frame.iterrows():
            label = row["name"][reader.language]
            found[name] = {
                "id": name,
                "kind": row["kind"],
                "viewpoint": row["viewpoint"],
                "signed": _signed(reader.atlas, records[name], scope),
                "start": (row["start"] - scope.start).days,
                "end": None if row["end"] is None else (row["end"] - scope.start).days,
                "name": label,
                "label": label
                if row["strait"] is None
                else f"{label}{reader.tongue.dot}{row['strait'][reader.language]}",
                "coordinates": [
                    [[round(lat, 4), round(lon, 4)] for lon, lat in get_coordinates(part)]
                    for part in getattr(row.geometry, "geoms", [row.geometry])
                ],
            }
    return list(found.values())


def _signed(atlas: Atlas, line: Line, scope: Scope) -> int | None:
    """Return the day a treaty's line was agreed on, where it came into force later."""
    agreed = line.agreed(atlas.instruments)
    return (agreed - scope.start).days if agreed < line.start else None


def landings(reader: Reader, scope: Scope) -> list[Json]:
    """Return the landing sites, with the days from which and until which there was fighting."""
    return [
        {
            "id": name,
            "island": row["island"],
            "start": (row["start"] - scope.start).days,
            "end": None if row["end"] is None else (row["end"] - scope.start).days,
            "label": reader.tongue.dot.join(
                (row["site"][reader.language], reader.written(row["start"]))
            ),
            "lat": round(row.geometry.y, 5),
            "lon": round(row.geometry.x, 5),
        }
        for name, row in reader.atlas.landings().iterrows()
    ]


def arrows(atlas: Atlas, scope: Scope) -> list[Json]:
    """Return the ways from the ports that sources name to the landing sites, as [lat, lon]."""
    return [
        {
            "id": name,
            "start": (row["start"] - scope.start).days,
            "end": None if row["end"] is None else (row["end"] - scope.start).days,
            "from": [row["port"].lat, row["port"].lon],
            "to": [round(row.geometry.y, 5), round(row.geometry.x, 5)],
        }
        for name, row in atlas.landings().iterrows()
        if row["port"] is not None
    ]
