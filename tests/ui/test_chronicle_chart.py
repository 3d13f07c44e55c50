from datetime import date
from typing import Any

import pytest

from geodata import Atlas
from pages.ui.chronicle import query as chronicle
from pages.ui.chronicle import strip as chronicle_chart
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES


def rows(drawn: dict[str, Any]) -> list[dict[str, Any]]:
    return next(own for own in drawn["datasets"].values() if "id" in own[0])


@pytest.mark.parametrize("language", TONGUES)
def test_every_event_has_a_mark_and_what_is_found_is_dark(atlas: Atlas, language: str) -> None:
    found = frozenset({"fleet-sails-1945", "shumshu-landing-1945"})
    drawn = chronicle_chart.strip(Reader(atlas, language, atlas.as_of), found, "vries-1643")
    marks = {row["id"]: row["state"] for row in rows(drawn)}
    assert len(marks) == len(atlas.events())
    assert {name for name, state in marks.items() if state == "found"} == found
    assert [name for name, state in marks.items() if state == "picked"] == ["vries-1643"]


def test_marks_lie_in_their_era(atlas: Atlas) -> None:
    drawn = chronicle_chart.strip(Reader(atlas, "en", atlas.as_of), frozenset(), None)
    for row in rows(drawn):
        era = chronicle.era_of(atlas, atlas.event(row["id"]).date)
        assert 0 <= row["x"] - atlas.eras.index(era) <= 1
        assert row["x2"] >= row["x"]


def test_eras_are_equally_wide(atlas: Atlas) -> None:
    starts = [chronicle_chart.position(atlas, era.start) for era in atlas.eras]
    assert starts == [0, 1, 2, 3, 4, 5]
    assert chronicle_chart.position(atlas, atlas.as_of) == 6
    assert chronicle_chart.position(atlas, date(1880, 1, 1)) == pytest.approx(1.5, abs=0.01)


def test_the_two_borders_of_1945_can_be_told_apart(atlas: Atlas) -> None:
    drawn = chronicle_chart.strip(Reader(atlas, "en", atlas.as_of), frozenset(), None)
    assert "'Aug 1945', 'Oct 1945'" in str(drawn)
