"""How many islands some records are: the halves of Sakhalin are never islands of their own."""

from itertools import combinations

import pytest

from geodata import Atlas
from geodata.model import Group
from pages.ui.words import extents
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES


@pytest.mark.parametrize("language", TONGUES)
def test_halves_of_sakhalin_are_no_islands(atlas: Atlas, language: str) -> None:
    reader = Reader(atlas, language, atlas.as_of)
    halves = [one.id for one in atlas.islands.values() if one.group is Group.SAKHALIN]
    chain = [name for name in atlas.islands if name not in halves]
    for size in (0, 1, 2, 5, 21, len(chain)):
        some = chain[:size]
        words = extents.islands(reader, some)
        assert words == reader.count("islands", size)
        for number in range(1, len(halves) + 1):
            for chosen in combinations(halves, number):
                both = extents.islands(reader, [*some, *chosen])
                assert (words in both) == bool(size)
                assert str(size + number) not in both
                whole = number == len(halves)
                assert (reader.say("group.sakhalin") if whole else reader.name(chosen[0])) in both
