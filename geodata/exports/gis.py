"""The atlas for map programs: GeoPackage, GeoParquet, GeoJSON (EPSG:4326).

Every feature has ``valid_from`` and ``valid_to``: the first day on which it holds and the first
on which it no longer does, empty where it still does. That is what a temporal controller plays
when it includes the start and excludes the end, as QGIS does unless told otherwise.
"""

import io
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import shapely

from geodata.atlas import Atlas
from geodata.exports.rows import LANGUAGES, LAYERS, Layer, Value, facts, stretches
from geodata.model import Landing, Line, Text, Viewpoint

__all__ = ["LAYERS", "geojson", "geopackage", "geoparquet", "landings", "lines"]

_CRS = "EPSG:4326"
_WORD = pd.ArrowDtype(pa.string())
_KINDS = {
    **dict.fromkeys(("valid_from", "valid_to", "earliest", "latest"), pd.ArrowDtype(pa.date32())),
    "km2": pd.ArrowDtype(pa.float64()),
}
_LICENCE = "Texts and tables CC BY 4.0, Kuril Atlas contributors; shorelines from GSHHG, LGPL-3.0"

Row = Mapping[str, Value]


def geoparquet(atlas: Atlas) -> bytes:
    """Return one table of all lenses, told apart by ``lens`` and ``viewpoint``."""
    written = io.BytesIO()
    frame = _islands(atlas, LAYERS)
    frame.to_parquet(written, index=False, compression="zstd")
    return written.getvalue()


def geopackage(atlas: Atlas) -> bytes:
    """Return one layer a lens and reading, and the lines and the landings of 1945."""
    import pyogrio  # noqa: PLC0415  # GDAL takes 30 MB: only for who asks for it

    # GDAL writes the day it is asked on into the file: the data's own day makes the same file
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{atlas.as_of}T00:00:00.000Z"})
    layers = {layer.name: _islands(atlas, [layer]) for layer in LAYERS}
    layers |= {"lines": _table(_lines(atlas)), "landings": _table(_landings(atlas))}
    with TemporaryDirectory(prefix="kuril-atlas-") as folder:
        path = Path(folder) / "kuril-atlas.gpkg"
        for name, frame in layers.items():
            frame.to_file(
                path,
                layer=name,
                driver="GPKG",
                mode="a" if path.exists() else "w",
                engine="pyogrio",
                use_arrow=True,
                DESCRIPTION=f"Kuril Atlas, data version {atlas.version}. {_LICENCE}",
            )
        return path.read_bytes()


def geojson(atlas: Atlas, layer: Layer) -> bytes:
    """Return a layer as GeoJSON (RFC 7946), one feature a line; what is empty is left out."""
    shapes = {
        island: json.loads(shapely.to_geojson(shape)) for island, shape in _outlines(atlas).items()
    }
    told = stretches(atlas, layer)
    return _collection(
        atlas,
        layer.name,
        ((facts(atlas, stretch), shapes[stretch.island]) for stretch in told),
    )


def lines(atlas: Atlas) -> bytes:
    """Return the boundary lines of every reading as GeoJSON, as ``geojson`` does the islands."""
    return _drawn(atlas, "lines", _lines(atlas))


def landings(atlas: Atlas) -> bytes:
    """Return the landings of 1945 as GeoJSON, as ``geojson`` does the islands."""
    return _drawn(atlas, "landings", _landings(atlas))


def _drawn(atlas: Atlas, name: str, told: Sequence[tuple[Row, shapely.Geometry]]) -> bytes:
    return _collection(
        atlas, name, ((row, json.loads(shapely.to_geojson(shape))) for row, shape in told)
    )


def _collection(atlas: Atlas, name: str, told: Iterable[tuple[Row, object]]) -> bytes:
    features = (
        json.dumps(
            {
                "type": "Feature",
                "properties": {
                    key: str(value) if isinstance(value, date) else value
                    for key, value in row.items()
                    if value is not None
                },
                "geometry": geometry,
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for row, geometry in told
    )
    head = {"name": name, "version": atlas.version, "licence": _LICENCE}
    start = json.dumps({"type": "FeatureCollection"} | head)[:-1]
    return (start + ', "features": [\n' + ",\n".join(features) + "\n]}\n").encode()


def _outlines(atlas: Atlas) -> Mapping[str, shapely.Geometry]:
    shapes = atlas.shapes.geometry
    return dict(zip(shapes.index, shapes, strict=True))


def _islands(atlas: Atlas, layers: Iterable[Layer]) -> gpd.GeoDataFrame:
    shapes = _outlines(atlas)
    told = [stretch for layer in layers for stretch in stretches(atlas, layer)]
    rows = [facts(atlas, stretch) for stretch in told]
    return _frame(rows, [shapes[stretch.island] for stretch in told])


def _table(told: Sequence[tuple[Row, shapely.Geometry]]) -> gpd.GeoDataFrame:
    return _frame([row for row, _ in told], [shape for _, shape in told])


def _lines(atlas: Atlas) -> list[tuple[Row, shapely.Geometry]]:
    records = {line.id: line for viewpoint in Viewpoint for line in atlas.line_records(viewpoint)}
    shapes = {
        name: shape
        for viewpoint in Viewpoint
        for name, shape in atlas.lines(viewpoint=viewpoint).geometry.items()
    }
    rows = [
        _named(line)
        | {
            "kind": line.kind,
            "course": line.course,
            "viewpoint": str(line.viewpoint),
            "instrument": line.instrument,
            **_told("strait", line.strait),
            **_told("note", line.note),
            "confidence": str(line.confidence),
            "sources": ";".join(line.sources),
        }
        for line in records.values()
    ]
    return [(row, shapes[name]) for row, name in zip(rows, records, strict=True)]


def _landings(atlas: Atlas) -> list[tuple[Row, shapely.Geometry]]:
    records = atlas.landing_records()
    shapes = dict(atlas.landings().geometry.items())
    rows = [
        _named(landing)
        | {
            "island": landing.island,
            **_told("site_today", landing.site_today),
            "local_time": landing.local_time,
            "soviet_time": landing.soviet_time,
            **_told("outcome", landing.outcome),
            **_told("note", atlas.phrases[landing.note].text if landing.note else None),
            "confidence": str(landing.confidence),
            "earliest": landing.earliest,
            "latest": landing.latest,
            "sources": ";".join(landing.sources),
        }
        for landing in records
    ]
    return [(row, shapes[landing.id]) for row, landing in zip(rows, records, strict=True)]


def _told(name: str, words: Text | None) -> dict[str, Value]:
    return {f"{name}_{code}": words[code] if words else None for code in LANGUAGES}


def _named(record: Line | Landing) -> dict[str, Value]:
    name = record.name if isinstance(record, Line) else record.site
    return {
        "id": record.id,
        **{f"name_{code}": name[code] for code in LANGUAGES},
        "valid_from": record.start,
        "valid_to": record.end,
        "precision": str(record.precision),
    }


def _frame(rows: Sequence[Row], shapes: Sequence[shapely.Geometry]) -> gpd.GeoDataFrame:
    """Set rows in a table whose columns keep their kind, were they all empty."""
    columns = {
        name: pd.Series([row[name] for row in rows], dtype=_KINDS.get(name, _WORD))
        for name in rows[0]
    }
    return gpd.GeoDataFrame(pd.DataFrame(columns), geometry=shapes, crs=_CRS)
