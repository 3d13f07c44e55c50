"""The windows of guided tours: each shows the islands that its stops point at."""

from itertools import pairwise
from typing import get_args

import pytest

from geodata import Atlas
from geodata.model import GuidedStop
from geodata.time import Precision
from pages.ui.browser.guided import guided
from pages.ui.browser.questions import questions
from pages.ui.html import Markup
from pages.ui.words import dates, furigana
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES

Window = list[list[float]]


@pytest.fixture(scope="module")
def windows(atlas: Atlas) -> dict[str, Window]:
    shown: dict[str, Window] = guided(Reader(atlas, "en", atlas.as_of))["windows"]
    return shown


def within(inner: Window, outer: Window, margin: float = 0) -> bool:
    """Say whether a window lies in another one made wider by a share of its height and width."""
    south_west, north_east = outer
    wider = [margin * (high - low) for low, high in zip(south_west, north_east, strict=True)]
    return all(
        low - more <= inner[0][axis] and inner[1][axis] <= high + more
        for axis, (low, high, more) in enumerate(zip(south_west, north_east, wider, strict=True))
    )


def test_every_window_that_a_stop_may_ask_for_is_there(windows: dict[str, Window]) -> None:
    assert {*windows} == {*get_args(GuidedStop.model_fields["window"].annotation)}


@pytest.mark.parametrize("widening", [("near", "south", "chain", "region"), ("north", "chain")])
def test_windows_lie_in_each_other(windows: dict[str, Window], widening: tuple[str, ...]) -> None:
    for inner, outer in pairwise(widening):
        assert within(windows[inner], windows[outer])
        assert not within(windows[outer], windows[inner])


def test_a_stop_points_at_islands_of_its_window_or_beside_it(
    atlas: Atlas, windows: dict[str, Window]
) -> None:
    for tour in atlas.guided.values():
        for stop in tour.stops:
            for name in stop.islands:
                middle = atlas.shapes.geometry[name].envelope.centroid
                spot = [middle.y, middle.x]
                assert within([spot, spot], windows[stop.window], 0.5), (tour.id, stop.day, name)


@pytest.mark.parametrize("language", TONGUES)
def test_every_word_of_a_card_that_has_a_reading_brings_it(atlas: Atlas, language: str) -> None:
    reader = Reader(atlas, language, atlas.as_of)
    tours = guided(reader)
    told = [
        words
        for tour in atlas.guided.values()
        for stop in tour.stops
        for words in (stop.title, stop.text, stop.more, stop.question)
    ]
    for words in told:
        text = Markup(words[language])  # compared, never shown
        read = furigana.ruby(text, atlas.readings if TONGUES[language].readings else {})
        assert furigana.ruby(text, tours["kana"]) == read
    names = {island.name[language] for island in atlas.islands.values()}
    asked = questions(reader)["kana"]
    assert {*asked} >= names & {*atlas.readings} if asked else not TONGUES[language].readings


@pytest.mark.parametrize("language", TONGUES)
def test_a_stop_is_dated_as_finely_as_its_day_is_known(atlas: Atlas, language: str) -> None:
    reader = Reader(atlas, language, atlas.as_of)
    shown = guided(reader)["tours"]
    dated = {event.date for event in atlas.events()}
    for name, tour in atlas.guided.items():
        for stop, sent in zip(tour.stops, shown[name]["stops"], strict=True):
            precision = stop.precision or atlas.precision(stop.day)
            assert sent["when"] == dates.written(stop.day, language, precision)
            # the first of a month stands for it, unless something happened on that very day
            if stop.day.day == 1 and precision is Precision.DAY:
                assert stop.day in dated, (name, stop.day)
