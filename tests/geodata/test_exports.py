"""The data for other programs: each file, read back by a program of its kind, says the same."""

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import deno
import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
from shapely.geometry.base import BaseGeometry

from geodata import Atlas, exports, package
from geodata.__main__ import export
from geodata.exports import gis, rows
from geodata.exports.rows import Layer

TABLES = [f"kuril-atlas-{language}.csv" for language in rows.LANGUAGES]
FLAGS = re.MULTILINE | re.DOTALL
MAPS = ["kuril-atlas.gpkg", "kuril-atlas.parquet", "geojson"]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every file, written as the command writes it."""
    place = tmp_path_factory.mktemp("exports") / "new"
    assert export(place) == 0
    return place


def ten_days(atlas: Atlas) -> list[date]:
    """Return the first and the last day, the exchange of 1875, and days all along the story."""
    moments = atlas.moments()
    spread = moments[:: len(moments) // 7][:7]
    return sorted({atlas.start, atlas.as_of, date(1875, 8, 22), *spread})


def answer(atlas: Atlas, day: date, layer: Layer) -> dict[str, str]:
    held = atlas.on(day, lens=layer.lens, viewpoint=layer.viewpoint)
    return {str(island): str(holder) for island, holder in held["controller"].items()}


def read(folder: Path, form: str, layer: Layer) -> gpd.GeoDataFrame:
    """Read one layer back as a map program does."""
    if form == "geojson":
        return gpd.read_file(folder / f"{layer.name}.geojson")
    if form.endswith(".parquet"):
        whole = gpd.read_parquet(folder / form)
        wanted = (whole["lens"] == str(layer.lens)) & (whole["viewpoint"] == str(layer.viewpoint))
        return gpd.GeoDataFrame(whole[wanted])
    return gpd.read_file(folder / form, layer=layer.name)


def pieces(shape: BaseGeometry) -> list[BaseGeometry]:
    """Return the polygons of a shape: a GeoPackage's layer keeps all shapes as several."""
    return list(getattr(shape, "geoms", [shape]))


def on(frame: pd.DataFrame, day: date, holder: str = "controller") -> dict[str, str]:
    """Return what a temporal controller shows on a day: the start included, the end not."""
    first = pd.to_datetime(frame["valid_from"]).dt.date
    last = pd.to_datetime(frame["valid_to"]).dt.date
    shown = frame[(first <= day) & (last.isna() | (last > day))]
    assert shown["island"].is_unique
    return dict(zip(shown["island"].astype(str), shown[holder].astype(str), strict=True))


@pytest.mark.parametrize("layer", gis.LAYERS, ids=lambda layer: layer.name)
@pytest.mark.parametrize("form", MAPS)
def test_a_map_program_shows_who_held_what(
    atlas: Atlas, folder: Path, form: str, layer: Layer
) -> None:
    frame = read(folder, form, layer)
    assert frame.crs == "EPSG:4326"
    assert len(ten_days(atlas)) == 10
    for day in ten_days(atlas):
        assert on(frame, day) == answer(atlas, day, layer)
    outlines = dict(atlas.shapes.geometry.items())
    for island, shape in zip(frame["island"], frame.geometry, strict=True):
        assert pieces(shape) == pieces(outlines[island])
    for language in rows.LANGUAGES:
        names = dict(zip(frame["island"], frame[f"name_{language}"], strict=True))
        assert names == {name: island.name[language] for name, island in atlas.islands.items()}


def test_the_geopackage_has_dates_and_all_layers(atlas: Atlas, folder: Path) -> None:
    path = folder / "kuril-atlas.gpkg"
    assert {str(name) for name, _ in pyogrio.list_layers(path)} == {
        *(layer.name for layer in gis.LAYERS),
        "lines",
        "landings",
    }
    for name, _ in pyogrio.list_layers(path):
        info = pyogrio.read_info(path, layer=name)
        kinds = dict(zip(info["fields"], info["dtypes"], strict=True))
        assert kinds["valid_from"] == kinds["valid_to"] == "datetime64[D]"
    lines = gpd.read_file(path, layer="lines")
    first = pd.to_datetime(lines["valid_from"]).dt.date
    last = pd.to_datetime(lines["valid_to"]).dt.date
    for day in ten_days(atlas):
        shown = lines[(first <= day) & (last.isna() | (last > day))]
        neutral = shown[shown["viewpoint"] == "neutral"]
        assert {*neutral["id"]} == {*atlas.lines(day).index}
    assert {*lines["course"]} == {"described", "median", "schematic"}
    landings = gpd.read_file(path, layer="landings")
    assert [*landings["id"]] == [*atlas.landings().index]
    assert landings.geom_equals_exact(
        gpd.GeoSeries(atlas.landings().geometry), 0, align=False
    ).all()


@pytest.mark.parametrize(("name", "file"), [("lines", "lines"), ("landings", "landings-1945")])
def test_the_web_has_the_lines_and_landings_of_the_geopackage(
    folder: Path, name: str, file: str
) -> None:
    layer = gpd.read_file(folder / "kuril-atlas.gpkg", layer=name)
    web = json.loads((folder / f"{file}.geojson").read_text(encoding="utf-8"))["features"]
    drawn = gpd.GeoDataFrame.from_features(web, crs=layer.crs)
    assert drawn.geometry.geom_equals_exact(layer.geometry, 0, align=False).all()
    days = {"valid_from", "valid_to", "earliest", "latest"}
    for row, feature in zip(layer.to_dict("records"), web, strict=True):
        told = {
            key: value
            for key, value in row.items()
            if key not in days | {"geometry"} and not pd.isna(value)
        }
        own = feature["properties"]
        assert told == {key: value for key, value in own.items() if key not in days}
        for key in days & {*row}:
            assert own.get(key) == (None if pd.isna(row[key]) else str(row[key])[:10])


def test_lines_and_landings_say_all_that_their_records_do(atlas: Atlas, folder: Path) -> None:
    lines = gpd.read_file(folder / "lines.geojson").set_index("id")
    for line in atlas.line_records("japan"):
        assert lines.loc[line.id, "course"] == line.course
        if line.strait and line.note:
            assert lines.loc[line.id, "strait_ru"] == line.strait.ru
            assert lines.loc[line.id, "note_ja"] == line.note.ja
    landings = gpd.read_file(folder / "landings-1945.geojson").set_index("id")
    for landing in atlas.landing_records():
        row = landings.loc[landing.id]
        assert row["site_today_en"] == landing.site_today.en
        if landing.note:
            assert row["note_ru"] == atlas.phrases[landing.note].text.ru


def test_every_figure_of_losses_is_a_row_with_its_sources(atlas: Atlas, folder: Path) -> None:
    told = pd.read_csv(folder / "losses-1945.csv", sep=",", dtype={"by_ja": str})
    kept = [(landing.id, loss) for landing in atlas.landing_records() for loss in landing.losses]
    assert len(told) == len(kept) > 0
    for row, (landing, loss) in zip(told.to_dict("records"), kept, strict=True):
        assert row == {
            "landing": landing,
            **loss.model_dump(exclude={"by", "sources"}),
            **{f"by_{language}": loss.by[language] for language in rows.LANGUAGES},
            "sources": "; ".join(loss.sources),
        }


def test_the_files_of_other_data_have_their_version(atlas: Atlas, tmp_path: Path) -> None:
    other = replace(atlas, version="9.8.7")
    assert json.loads(gis.geojson(other, gis.LAYERS[0]))["version"] == "9.8.7"
    path = tmp_path / "other.gpkg"
    path.write_bytes(gis.geopackage(other))
    told = pyogrio.read_info(path, layer="control")["layer_metadata"]["DESCRIPTION"]
    assert "data version 9.8.7." in told


@pytest.mark.parametrize("name", ["kuril-atlas.gpkg", "kuril-atlas.parquet"])
def test_the_same_data_make_the_same_file(atlas: Atlas, folder: Path, name: str) -> None:
    assert exports.FILES[name].make(atlas) == (folder / name).read_bytes()


@pytest.mark.parametrize("name", TABLES)
def test_a_spreadsheet_opens_the_table(atlas: Atlas, folder: Path, name: str) -> None:
    language = name.removesuffix(".csv").rpartition("-")[2]
    written = (folder / name).read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    # where decimals have a comma, a spreadsheet parts cells by semicolons
    sign = ";" if language == "ru" else ","
    frame = pd.read_csv(io.BytesIO(written), sep=sign, decimal="," if sign == ";" else ".")
    assert frame["km2"].dtype == float
    assert {*frame["name"]} == {island.name[language] for island in atlas.islands.values()}
    for layer in gis.LAYERS:
        own = frame[(frame["lens"] == layer.lens) & (frame["viewpoint"] == layer.viewpoint)]
        for day in ten_days(atlas):
            named = {
                island: rows.holder(atlas, holder, language)
                for island, holder in answer(atlas, day, layer).items()
            }
            assert on(own, day, "holder") == named
    cells = csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter=sign)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in cells for cell in row)


def readers() -> dict[str, str]:
    """Return the codebook's readers of the change list, by language."""
    found = re.findall(r"^```(\w+)\n(.+?)^```$", package.codebook(), FLAGS)
    return dict(found)


def in_python(code: str, folder: Path, asked: list[list[str]]) -> list[dict[str, str]]:
    script = (
        f"{code}\nimport json, sys\n"
        "print(json.dumps([held('changes.csv', *one) for one in json.loads(sys.argv[1])]))"
    )
    command = [sys.executable, "-c", script, json.dumps(asked)]
    return _run(command, folder)


def in_javascript(code: str, folder: Path, asked: list[list[str]]) -> list[dict[str, str]]:
    script = folder / "reader.js"
    script.write_text(
        f"{code}\nconst text = Deno.readTextFileSync('changes.csv');\n"
        f"console.log(JSON.stringify({json.dumps(asked)}.map((one) => held(text, ...one))));\n",
        encoding="utf-8",
    )
    return _run([deno.find_deno_bin(), "run", "--quiet", "--allow-read=.", str(script)], folder)


def _run(command: list[str], folder: Path) -> list[dict[str, str]]:
    environment = {
        "DENO_DIR": str(folder / "deno"),
        "DENO_NO_UPDATE_CHECK": "1",
        "NO_COLOR": "1",
        "PYTHONUTF8": "1",
    }
    result = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    told: list[dict[str, str]] = json.loads(result.stdout)
    return told


@pytest.mark.parametrize(
    ("language", "run"), [("python", in_python), ("javascript", in_javascript)]
)
def test_ten_lines_read_the_change_list(
    atlas: Atlas,
    folder: Path,
    language: str,
    run: Callable[[str, Path, list[list[str]]], list[dict[str, str]]],
) -> None:
    code = readers()[language]
    assert len(code.splitlines()) <= 10
    asked = [(day, layer) for layer in gis.LAYERS for day in ten_days(atlas)]
    told = run(
        code,
        folder,
        [[str(day), str(layer.lens), str(layer.viewpoint)] for day, layer in asked],
    )
    assert told == [answer(atlas, day, layer) for day, layer in asked]


def test_the_change_list_is_as_plain_as_its_readers_take_it(folder: Path) -> None:
    lines = (folder / "changes.csv").read_text(encoding="utf-8").splitlines()
    cells = [line.split(",") for line in lines]
    assert {len(row) for row in cells} == {5}
    assert not any('"' in line for line in lines)
    layers = [(row[0], row[1]) for row in cells[1:]]
    for layer in set(layers):
        days = [row[2] for row in cells[1:] if (row[0], row[1]) == layer]
        assert days == sorted(days)
    assert len(readers()["r"].splitlines()) <= 10


def test_no_file_has_the_name_of_one_of_the_data() -> None:
    # the page of sources offers both
    assert {*exports.FILES}.isdisjoint(package.names())


def test_every_file_is_explained_in_the_codebook(folder: Path) -> None:
    listed = re.search(r"^## For other programs$(.+?)^## ", package.codebook(), FLAGS)
    assert listed
    named = re.findall(r"^\| ([a-z].+?) \|", listed[1], re.MULTILINE)
    files = {name for cell in named[1:] for name in cell.split(", ")}
    assert files == {*exports.FILES}
    assert {path.name for path in folder.iterdir() if path.is_file()} >= files
