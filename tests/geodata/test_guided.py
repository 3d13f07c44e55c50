"""Guided tours: every stop is a view of the atlas, told for two ages and by both sides."""

from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from geodata import Atlas, DataError, load_atlas

FILE = "classroom.toml"
# What a class reads at once: words of English and Russian, signs of Japanese.
LONGEST = {"en": 35, "ja": 90, "ru": 35}


def test_every_tour_goes_forward_and_points_at_islands_of_its_stop(atlas: Atlas) -> None:
    assert atlas.guided
    for tour in atlas.guided.values():
        days = [stop.day for stop in tour.stops]
        assert all(before <= after for before, after in pairwise(days))
        for stop in tour.stops:
            assert set(stop.islands) <= set(atlas.islands)


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
    ],
)
def test_what_is_wrong_with_a_tour_is_told(
    folder: Path, before: str, after: str, told: str
) -> None:
    file = folder / FILE
    file.write_text(file.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    with pytest.raises(DataError) as found:
        load_atlas(folder)
    assert any(problem.file == FILE and told in str(problem) for problem in found.value.problems)


def test_the_last_stop_is_no_later_than_the_atlas(atlas: Atlas) -> None:
    after = atlas.as_of + timedelta(days=1)
    assert all(stop.day < after for tour in atlas.guided.values() for stop in tour.stops)
