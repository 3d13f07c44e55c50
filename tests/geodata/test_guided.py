"""Guided tours: every stop is a view of the atlas, told for two ages and by both sides."""

from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from geodata import Atlas, DataError, load_atlas
from tests.geodata.conftest import Spoil

FILE = "tours/short.toml"
# What a class reads at once: words of English and Russian, signs of Japanese.
LONGEST = {"en": 35, "ja": 90, "ru": 35}


def test_every_tour_goes_forward_and_points_at_islands_of_its_stop(atlas: Atlas) -> None:
    assert atlas.guided
    for tour in atlas.guided.values():
        days = [stop.day for stop in tour.stops]
        assert all(before <= after for before, after in pairwise(days))
        for stop in tour.stops:
            assert set(stop.islands) <= set(atlas.islands)


def test_tours_have_a_place_each_and_stand_in_it(atlas: Atlas) -> None:
    places = [tour.order for tour in atlas.guided.values()]
    assert places == sorted(set(places))


@pytest.mark.parametrize("language", ["en", "ja", "ru"])
def test_a_stop_is_told_in_few_words_first_and_in_more_on_request(
    atlas: Atlas, language: str
) -> None:
    for tour in atlas.guided.values():
        for stop in tour.stops:
            text, more = stop.text[language], stop.more[language]
            length = len(text) if language == "ja" else len(text.split())
            assert length <= LONGEST[language], (tour.id, stop.title.en)
            assert len(more) > len(text), (tour.id, stop.title.en)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("1855-02-07", "1500-02-07", "is outside the range"),
        ('"atlas-jp", "atlas-ru"', '"atlas-jp"', "rests on no russian source"),
        ('"atlas-jp", "atlas-ru"', '"atlas-ru"', "rests on no japanese source"),
        ('"atlas-jp", "atlas-ru"', '"atlas-ja"', "there is no 'atlas-ja' in sources.toml"),
        ('window = "south"', 'window = "west"', "window"),
        ('["line-1855"]', '["line-1955"]', "there is no 'line-1955' in boundaries.geojson"),
        ("day = 1855-02-07", "day = 1855-02-06", "line-1855 is not on the map on 1855-02-06"),
        ('["line-1855"]', '["line-claimed"]', "line-claimed is not on the map on 1855-02-07"),
        ('islands = ["urup"]', 'lines = ["line-1855"]', "line-1855 is not on the map"),
        ('islands = ["urup"]', 'landings = ["no"]', "there is no 'no' in landings.geojson"),
        ('islands = ["urup"]', 'landings = ["shumshu-1945"]', "shumshu-1945 is not on the map"),
        ("order = 1\n", "", "Field required"),
        ("[short", "[long", "this table is missing"),
        ("[short", "[long", "is not the file's name"),
    ],
)
def test_what_is_wrong_with_a_tour_is_told(
    spoil: Spoil, before: str, after: str, told: str
) -> None:
    assert any(told in problem for problem in spoil(FILE, before, after))


def test_no_two_tours_have_the_same_place(folder: Path) -> None:
    text = (folder / FILE).read_text(encoding="utf-8")
    other = folder / "tours" / "long.toml"
    other.write_text(text.replace("[short", "[long").replace("[[short", "[[long"), encoding="utf-8")
    with pytest.raises(DataError) as found:
        load_atlas(folder)
    assert [str(problem) for problem in found.value.problems] == [
        "tours/short.toml, short, order: 1 is the place of long"
    ]


def test_the_last_stop_is_no_later_than_the_atlas(atlas: Atlas) -> None:
    after = atlas.as_of + timedelta(days=1)
    assert all(stop.day < after for tour in atlas.guided.values() for stop in tour.stops)
