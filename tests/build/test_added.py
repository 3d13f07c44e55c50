from pathlib import Path

import pytest

from geodata.build.__main__ import ADDED
from geodata.build.added import read_added
from geodata.build.plane import area_km2, to_plane


def table(folder: Path, *corners: tuple[float, float]) -> Path:
    path = folder / "added.csv"
    rows = [f"rock,{lon},{lat}" for lon, lat in corners]
    path.write_text("\n".join(["islet,lon,lat", *rows, ""]), encoding="utf-8")
    return path


def test_a_ring_is_closed_by_itself(tmp_path: Path) -> None:
    (rock,) = read_added(table(tmp_path, (144, 48), (145, 48), (145, 49)))
    assert rock.area == pytest.approx(0.5)


def test_refuses_an_outline_that_crosses_itself(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="the outline of rock is not valid"):
        read_added(table(tmp_path, (144, 48), (145, 49), (145, 48), (144, 49)))


def test_tyuleny_is_as_large_as_it_is_published_to_be() -> None:
    (tyuleny,) = read_added(ADDED)
    assert area_km2(tyuleny) == pytest.approx(0.053, abs=0.001)
    # less than 700 m long from north to south, at most 90 m wide, near 48°29' N 144°38' E
    west, south, east, north = to_plane(tyuleny).bounds
    assert 600 < north - south < 700
    assert east - west < 150, "its long axis does not lie quite in the plane's north"
    assert tyuleny.centroid.x == pytest.approx(144.633, abs=0.02)
    assert tyuleny.centroid.y == pytest.approx(48.483, abs=0.02)
