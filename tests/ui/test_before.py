"""The picture in the map's place shows what the map will, for every address a map is opened by."""

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from geodata import Atlas
from geodata.model import Lens, Viewpoint
from pages.ui.browser import door
from pages.ui.browser.scope import SCOPES
from pages.ui.drawing import palette
from pages.ui.frame import before
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES

DAYS = [date(1600, 1, 1), date(1855, 2, 7), date(1875, 8, 21), date(1945, 8, 25), date(2026, 1, 1)]
FIGURE = re.compile(r"<figure.*?</figure>", re.DOTALL)
IMAGE = re.compile(r"(<img [^>]*)>")  # which HTML does not close


def picture(page: str, params: dict[str, str], spoken: str) -> str:
    return str(before.picture(page, params, before.asked(params, spoken)))


def figures(page: str = "map", spoken: str = "en", **params: str) -> list[ET.Element]:
    """Return the pictures an address gets, whose elements' names are short."""
    found = []
    for written in FIGURE.findall(str(picture(page, params, spoken))):
        root = ET.fromstring(IMAGE.sub(r"\1/>", written))  # noqa: S314  # our own drawing
        for node in root.iter():
            node.tag = node.tag.rpartition("}")[2]
        found.append(root)
    return found


def held(figure: ET.Element) -> dict[str | None, str | None]:
    paths = figure.iter("path")
    return {
        path.get("data-island"): path.get("data-controller")
        for path in paths
        if path.get("data-island")
    }


@pytest.mark.parametrize("lens", Lens)
@pytest.mark.parametrize("day", DAYS)
def test_it_shows_every_island_as_the_lens_has_it_that_day(
    atlas: Atlas, day: date, lens: Lens
) -> None:
    for viewpoint in Viewpoint:
        [figure] = figures(date=day.isoformat(), lens=lens, viewpoint=viewpoint)
        pieces = atlas.drawn(day, lens=lens, viewpoint=viewpoint)
        assert held(figure) == {name: piece.span.controller for name, piece in pieces.items()}
        keyed = {node.text for node in figure.iter("span") if node.text}
        reader = Reader(atlas, "en", day, lens=lens, viewpoint=viewpoint)
        assert {palette.paints(reader)[str(value)].name for value in held(figure).values()} <= keyed
        [time] = figure.iter("time")
        assert time.get("datetime") == day.isoformat()


def test_where_the_front_door_may_open_it_shows_the_claims_to_newcomers_alone(
    atlas: Atlas,
) -> None:
    [figure] = figures()
    pieces = atlas.drawn(atlas.as_of, lens=Lens.CLAIMS)
    assert held(figure) == {name: piece.span.controller for name, piece in pieces.items()}
    assert figure.get("data-new") == ""
    for name in set(door.PASSED) - {"tour", "quiz"}:
        [figure] = figures(**{name: "1"})
        assert figure.get("data-new") is None


def test_a_page_shows_its_own_days(atlas: Atlas) -> None:
    for page, scope in SCOPES.items():
        [figure] = figures(page, date="1600-01-01")
        [time] = figure.iter("time")
        assert time.get("datetime") == scope(atlas).clamp(date(1600, 1, 1)).isoformat()
    [figure] = figures("landings")
    assert {"sakhalin-south", "shumshu"} <= held(figure).keys()


def test_a_page_without_a_map_a_question_and_a_tour_that_is_not_there_have_none() -> None:
    assert not figures("sources")
    assert not figures(tour="1945")
    assert not figures(quiz="7")


def test_every_stop_of_every_tour_shows_its_day_as_its_card_writes_it(atlas: Atlas) -> None:
    for name, tour in atlas.guided.items():
        for number, stop in enumerate(tour.stops, start=1):
            [figure] = figures(tour=name, stop=str(number), date="1600-01-01", island="urup")
            pieces = atlas.drawn(stop.day, lens=stop.lens, viewpoint=stop.viewpoint)
            assert held(figure) == {name: piece.span.controller for name, piece in pieces.items()}
            [time] = figure.iter("time")
            assert time.get("datetime") == stop.day.isoformat()
            when = Reader(atlas, "en", stop.day).stop(stop)
            assert time.text == when[0].upper() + when[1:]


@pytest.mark.parametrize(
    ("stop", "shown"),
    [("", 1), ("0", 1), ("-3", 1), ("x", 1), ("²", 1), ("99", 0), ("9" * 5000, 0)],
)
def test_a_stop_that_is_not_there_shows_the_nearest(atlas: Atlas, stop: str, shown: int) -> None:
    [figure] = figures(tour="exchange-1875", stop=stop)
    day = atlas.guided["exchange-1875"].stops[shown - 1].day
    assert [time.get("datetime") for time in figure.iter("time")] == [day.isoformat()]


@pytest.mark.parametrize("language", TONGUES)
def test_its_words_are_in_the_links_language_or_the_browsers(language: str) -> None:
    asked = picture("map", {"lang": language, "date": "1875-08-22"}, "en")
    spoken = picture("map", {"date": "1875-08-22"}, language)
    assert asked == spoken
    assert f'lang="{language}"' in asked


@pytest.mark.parametrize(
    "nonsense", ["", "<script>alert(1)</script>", "1875-99-99", '"><img src=x>']
)
def test_nonsense_gets_the_default(nonsense: str) -> None:
    params = dict.fromkeys(("date", "lang", "lens", "viewpoint", "island"), nonsense)
    [figure] = figures(**params)
    [usual] = figures(lens="control")
    assert held(figure) == held(usual)
    assert "alert" not in str(picture("map", params, nonsense))
