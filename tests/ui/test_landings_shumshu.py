"""The close map of Shumshu: every place numbered, named, sourced."""

from datetime import date

import pytest

from geodata import Atlas
from pages.ui.drawing import minimap
from pages.ui.landings import shumshu as landings_shumshu
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES


@pytest.mark.parametrize("language", TONGUES)
def test_the_places_are_numbered_from_north_to_south(atlas: Atlas, language: str) -> None:
    spots = landings_shumshu.spots(Reader(atlas, language, atlas.as_of))
    assert [spot.number for spot in spots] == list(range(1, len(spots) + 1))
    assert [spot.lat for spot in spots] == sorted((spot.lat for spot in spots), reverse=True)
    west, south, east, north = landings_shumshu.BOUNDS
    assert all(west < spot.lon < east and south < spot.lat < north for spot in spots)


@pytest.mark.parametrize("language", TONGUES)
def test_map_and_key_name_the_same_places(atlas: Atlas, language: str) -> None:
    spots = landings_shumshu.spots(Reader(atlas, language, atlas.as_of))
    drawn = minimap.minimap(
        Reader(atlas, language, date(1945, 8, 17)),
        title="Shumshu",
        bounds=landings_shumshu.BOUNDS,
        spots=spots,
    )
    key = landings_shumshu.key(Reader(atlas, language, atlas.as_of), spots)
    assert key.count("<li") == len(spots)
    for spot in spots:
        assert f'data-spot="{spot.id}"' in drawn
        assert f"{spot.number} {spot.name}" in drawn
        assert spot.name in key


def test_a_place_not_known_exactly_gets_a_dashed_ring(atlas: Atlas) -> None:
    spots = landings_shumshu.spots(Reader(atlas, "en", atlas.as_of))
    heights = next(spot for spot in spots if spot.kind == "height")
    assert heights.spread == 3
    drawn = minimap.minimap(
        Reader(atlas, "en", date(1945, 8, 17)),
        title="x",
        bounds=landings_shumshu.BOUNDS,
        spots=[heights],
    )
    assert drawn.count("stroke-dasharray") == 1


def test_every_place_of_the_fighting_has_sources(atlas: Atlas) -> None:
    close = {"cape", "height", "battery"}
    places = [place for place in atlas.places.values() if place.kind in close]
    assert len(places) == 4
    assert all(place.sources for place in places)
