"""Residents then and now: only counts that exist; unknown stays unknown."""

import pytest

from geodata import Atlas
from geodata.model import Group
from pages.ui.landings import residents
from pages.ui.words import text
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES

COUNTED = {"iturup", "kunashir", "shikotan", "polonsky", "zelyony", "yuri", "anuchin", "tanfilyev"}


def test_the_counts_of_1945_add_up_to_the_published_total(atlas: Atlas) -> None:
    pairs = [both for name in COUNTED if (both := residents.then_and_now(atlas, name))]
    assert sum(then.people for then, _ in pairs) == 17_291


def test_an_island_counted_once_is_not_compared(atlas: Atlas) -> None:
    assert residents.then_and_now(atlas, "sakhalin-south") is None
    assert residents.then_and_now(atlas, "shumshu") is None


@pytest.mark.parametrize("language", TONGUES)
def test_the_chart_and_its_table_hold_both_counts(atlas: Atlas, language: str) -> None:
    drawn = residents.chart(Reader(atlas, language, atlas.as_of))
    rows = [row for rows in drawn["datasets"].values() for row in rows]
    axis = drawn["layer"][1]["encoding"]["x"]["axis"]
    assert axis["labelExpr"] == text.ticks(language)
    table = residents.table(Reader(atlas, language, atlas.as_of))
    assert len(rows) == 2 * len(COUNTED)
    assert all(row["figure"] in table for row in rows)


@pytest.mark.parametrize("language", TONGUES)
def test_islands_without_a_count_are_named(atlas: Atlas, language: str) -> None:
    words = residents.unknown(Reader(atlas, language, atlas.as_of))
    for name, island in atlas.islands.items():
        own = text.names(island, language)[0][0]
        if island.group is not Group.SAKHALIN and name not in COUNTED:
            assert own in words
    assert "1,805" in residents.unknown(Reader(atlas, "en", atlas.as_of))
