"""The people as the browser is told of them: where, when and in whose words."""

from datetime import date

import pytest
from shapely.geometry import Point

from geodata import Atlas
from pages.ui.browser.people import people
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES

ROUNDED = 0.001  # degrees


@pytest.mark.parametrize("language", TONGUES)
def test_all_that_is_told_of_people_is_sent_with_its_event_s_words(
    atlas: Atlas, language: str
) -> None:
    reader = Reader(atlas, language, atlas.as_of)
    sent = people(reader)
    assert {one["id"] for one in sent} == {*atlas.people}
    assert [one["start"] for one in sent] == sorted(one["start"] for one in sent)
    for one in sent:
        event, presence = atlas.event(one["id"]), atlas.people[one["id"]]
        assert (one["title"], one["text"]) == (event.title[language], event.summary[language])
        assert date.fromisoformat(one["start"]) == event.date
        assert one["end"] == (presence.until and presence.until.isoformat())
        assert one["when"] == reader.when(event)
        assert one["place"]
        assert len(one["sources"]) == len(event.sources) > 0
        assert bool(one["about"]) == (presence.place is not None)


def test_a_point_of_an_island_lies_on_its_land(atlas: Atlas) -> None:
    for one in people(Reader(atlas, "en", atlas.as_of)):
        if island := atlas.people[one["id"]].island:
            land = atlas.shapes.geometry[island]
            assert land.distance(Point(one["lon"], one["lat"])) < ROUNDED
