"""Outlines come out of the browser's reader as they went in."""

import json
from pathlib import Path
from random import Random
from typing import Any

import geopandas as gpd
from shapely.geometry import mapping

from geodata import Atlas
from pages.ui.browser.rings import steps
from tests.scripts import ran

SCRIPT = Path("pages/ui/browser/js/rings.js").resolve()


def drawn(folder: Path, sent: object) -> dict[str, Any]:
    found: dict[str, Any] = ran(
        folder,
        f'import {{ outlined }} from "{SCRIPT.as_uri()}";\n'
        f"console.log(JSON.stringify(outlined({json.dumps(sent)})));\n",
    )
    return found


def wrong(frame: gpd.GeoDataFrame, features: list[dict[str, Any]]) -> set[str]:
    """Return the ids of outlines that are not, point by point, the shapes they were made of."""
    found = set()
    for feature in features:
        given = json.loads(json.dumps(mapping(frame.geometry[feature["id"]])))
        parts = given["coordinates"]
        shape = parts if given["type"] == "MultiPolygon" else [parts]
        if feature["geometry"]["coordinates"] != shape:
            found.add(feature["id"])
    return found


def test_every_outline_comes_out_point_by_point(atlas: Atlas, tmp_path: Path) -> None:
    for frame in (atlas.shapes, atlas.land):
        features = drawn(tmp_path, steps(frame))["features"]
        assert [feature["id"] for feature in features] == [*frame.index]
        assert all(feature["properties"] == {} for feature in features)
        assert wrong(frame, features) == set()


def test_one_wrong_number_in_any_outline_is_seen(atlas: Atlas, tmp_path: Path) -> None:
    drawing = Random(1875)  # noqa: S311  # a place to break, no secret
    for frame in (atlas.shapes, atlas.land):
        sent = steps(frame)
        for parts in sent.values():
            ring = drawing.choice(drawing.choice(parts))
            ring[drawing.randrange(len(ring))] += drawing.choice((-1, 1))
        assert wrong(frame, drawn(tmp_path, sent)["features"]) == {*frame.index}
