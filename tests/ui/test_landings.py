"""The landings in words: both names, both clocks, both sides; the day by day account."""

from datetime import date

import pytest

from geodata import Atlas
from pages.ui.browser import scope
from pages.ui.landings import battle as landings
from pages.ui.landings import days as landings_days
from pages.ui.words import dates, text
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES

PARAMS = {"lang": "ja", "lens": "title"}


@pytest.fixture(params=TONGUES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_landings_stand_in_order_of_time(atlas: Atlas) -> None:
    found = atlas.landing_records()
    assert {landing.id for landing in found} == set(atlas.landings().index)
    assert [landing.start for landing in found] == sorted(landing.start for landing in found)
    names = [landing.id for landing in found]
    assert names.index("kunashir-furukamappu") < names.index("shikotan-shakotan")
    assert names[0] == "sakhalin-toro"


def test_a_landing_has_both_clocks_as_far_as_they_are_recorded(atlas: Atlas, language: str) -> None:
    kinds = set()
    for landing in atlas.landing_records():
        hours = (landing.local_time, landing.soviet_time)
        written = landings.clock(Reader(atlas, language, atlas.as_of), landing)
        kinds.add(tuple(map(bool, hours)))
        assert all(dates.hour(at, language) in written for at in hours if at), landing.id
        if not any(hours):
            assert written == text.say("landings.no_hour", language), landing.id
    assert kinds >= {(True, True), (False, False)}


def test_a_day_of_landings_is_told_with_all_particulars(atlas: Atlas, language: str) -> None:
    told = landings.of_day(Reader(atlas, language, atlas.as_of), date(1945, 8, 18))
    landing = next(one for one in atlas.landing_records() if one.id == "shumshu-takeda")
    assert landing.japanese.commander is not None
    assert landing.soviet.commander is not None
    assert landing.port is not None
    for words in (
        landing.site,
        landing.site_today,
        landing.soviet.units,
        landing.soviet.commander,
        landing.japanese.units,
        landing.japanese.commander,
        landing.outcome,
        landing.port.name,
    ):
        assert words[language] in told
    assert "竹田浜" in told
    assert "Почтарёва" in told


def test_a_day_without_landing_says_so(atlas: Atlas, language: str) -> None:
    told = landings.of_day(Reader(atlas, language, atlas.as_of), date(1945, 8, 10))
    assert text.say("landings.none_today", language) in told


def test_the_order_of_battle_has_a_line_a_landing(atlas: Atlas, language: str) -> None:
    table = landings.battle(Reader(atlas, language, atlas.as_of))
    for landing in atlas.landing_records():
        assert f'id="landing-{landing.id}"' in table
        assert landing.site[language] in table
        assert landing.outcome[language] in table
    assert f"./landings?date=1945-08-18&amp;lang={language}" in table


def test_a_missing_commander_is_said(atlas: Atlas) -> None:
    assert text.say("landings.no_commander", "en") in landings.battle(
        Reader(atlas, "en", atlas.as_of)
    )


def test_the_account_has_every_day_with_its_events_and_sources(atlas: Atlas, language: str) -> None:
    weeks = scope.landings(atlas)
    told = landings_days.account(Reader(atlas, language, atlas.as_of), weeks)
    assert told.count("<li") == 28
    assert 'id="day-1945-08-09"' in told
    assert 'id="day-1945-09-05"' in told
    for name in ("shumshu-landing-1945", "otomari-1945", "iturup-1945", "general-order-1945"):
        event = atlas.event(name)
        assert event.title[language] in told
        assert event.summary[language] in told
        assert all(atlas.source(source).url in (None, *told.split('"')) for source in event.sources)
    assert text.say("landings.no_event", language) in told


def test_the_six_days_of_shumshu_have_a_status_each(atlas: Atlas, language: str) -> None:
    table = landings_days.shumshu(Reader(atlas, language, atlas.as_of))
    assert table.count("<time") == 6
    assert table.count(atlas.powers["contested"].status[language]) == 5
    assert atlas.powers["soviet_union"].status[language] in table


def test_the_civilians_story_gives_the_figures(atlas: Atlas) -> None:
    told = landings_days.civilians(Reader(atlas, "en", atlas.as_of))
    for figure in ("17,291", "8,800", "About half", "1948", "July 1949"):
        assert figure in told
