"""The people on the map: each told of at one place, on the days of an event."""

import pytest

from geodata import Atlas
from tests.geodata.conftest import Spoil

FILE = "people.toml"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("[battle-of-1945]", "[battle-of-1946]", "there is no 'battle-of-1946' in events.toml"),
        ("1945-09-01", "1945-08-18", "1945-08-18 is not after 1945-08-18"),
        ("1945-09-01", "3000-01-01", "3000-01-01 is not after 1945-08-18 and in the range"),
        ('island = "shumshu"', "", "give one of island, landing and place"),
        ('"shumshu"', '"shumshu"\nplace = "sea-of-okhotsk"', "give one of island, landing"),
        ('"shumshu"', '"shumchu"', "there is no 'shumchu' in islands.toml"),
        ('island = "shumshu"', 'landing = "no"', "there is no 'no' in landings.geojson"),
        ('island = "shumshu"', 'place = "no"', "there is no 'no' in places.toml"),
    ],
)
def test_what_is_wrong_with_the_people_is_told(
    spoil: Spoil, before: str, after: str, told: str
) -> None:
    assert any(told in problem for problem in spoil(FILE, before, after))


def test_people_are_told_of_where_their_event_was(atlas: Atlas) -> None:
    assert atlas.people
    landed = {landing.id: landing.island for landing in atlas.landing_records()}
    for presence in atlas.people.values():
        island = presence.island or landed.get(presence.landing or "")
        if island is not None:
            assert island in atlas.event(presence.id).islands, presence.id


def test_a_place_of_people_says_how_exact_it_is_and_whence(atlas: Atlas) -> None:
    spots = {name for name, place in atlas.places.items() if place.kind == "spot"}
    assert spots == {one.place for one in atlas.people.values() if one.place is not None}
    assert all(atlas.places[name].spread and atlas.places[name].sources for name in spots)


def test_people_of_every_side_are_on_the_map(atlas: Atlas) -> None:
    words = {"Ainu", "Aleut", "Russian", "Korean", "Japanese", "Soviet"}
    said = " ".join(atlas.event(name).summary.en for name in atlas.people)
    assert {word for word in words if word in said} == words
