from dataclasses import replace
from datetime import date

import pytest

from geodata import Atlas
from geodata.model import Theme
from pages.ui.chronicle import query as chronicle
from pages.ui.chronicle.query import Query
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES


def ids(atlas: Atlas, **asked: str) -> list[str]:
    query = chronicle.parse(Reader(atlas, "en", atlas.as_of), asked)
    assert not query.notices
    return [event.id for event in chronicle.answer(atlas, query)]


def test_nothing_asked_is_everything_in_order(atlas: Atlas) -> None:
    found = chronicle.answer(atlas, Query())
    assert found == atlas.events()
    assert [event.date for event in found] == sorted(event.date for event in found)


def test_a_theme_keeps_its_events_and_themes_add_up(atlas: Atlas) -> None:
    found = {theme: ids(atlas, theme=str(theme)) for theme in Theme}
    assert all(found.values())
    assert sum(map(len, found.values())) == len(atlas.events())
    both = ids(atlas, theme="war,people")
    assert sorted(both) == sorted(found[Theme.WAR] + found[Theme.PEOPLE])


def test_every_event_belongs_to_an_era(atlas: Atlas) -> None:
    found = {name for era in atlas.eras for name in ids(atlas, era=era.id)}
    assert found == {event.id for event in atlas.events()}


def test_years_are_both_included(atlas: Atlas) -> None:
    found = chronicle.answer(atlas, Query(first=1855, last=1855))
    assert {event.date.year for event in found} == {1855}
    assert "shimoda-signed-1855" in {event.id for event in found}


def test_a_period_holds_what_reaches_into_it(atlas: Atlas) -> None:
    assert "southern-islands-1945" in ids(atlas, era="landings", q="islands")
    assert "galuzin-tokyo-1992" in ids(atlas, **{"from": "1996", "to": "1996"})


def test_an_era_and_years_that_never_meet_find_nothing(atlas: Atlas) -> None:
    assert not ids(atlas, era="encounters", **{"from": "1900"})


@pytest.mark.parametrize(
    "words",
    [
        "Takeda Beach",
        "TAKEDA beach",
        "竹田浜",
        "пляж Такэда",
        "shumshu landing",
        "ｓｈｕｍｓｈｕ　landing",
        "占守島 上陸",
        "shumshu-landing-1945",
    ],
)
def test_a_search_reads_three_languages_and_ids(atlas: Atlas, words: str) -> None:
    assert "shumshu-landing-1945" in ids(atlas, q=words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ōtomari", "otomari"),
        ("Горбачёв", "горбачев"),
        ("アイヌ", "ｱｲﾇ"),
        ("ＮＡＴＯ", "nato"),
        ("1945年8月", "１９４５年８月"),
        ("Зелёный", "ЗЕЛЕНЫЙ"),
    ],
)
def test_a_search_overlooks_case_accents_and_width(atlas: Atlas, one: str, other: str) -> None:
    assert ids(atlas, q=one) == ids(atlas, q=other) != []


def test_a_search_finds_islands_by_any_name(atlas: Atlas) -> None:
    own = {event.id for event in atlas.events() if "iturup" in event.islands}
    assert own
    for name in ("iturup", "択捉", "Итуруп", "Etorofu"):
        assert own <= set(ids(atlas, q=name))


def test_a_search_wants_all_words_at_their_beginning(atlas: Atlas) -> None:
    assert set(ids(atlas, q="Gromov Tokyo")) < set(ids(atlas, q="Tokyo"))
    assert not ids(atlas, q="hatakeyamaxyz")
    assert not ids(atlas, q="romov")


@pytest.mark.parametrize("number", ["000", "001", "002", "003"])
def test_a_search_finds_the_events_of_a_document(atlas: Atlas, number: str) -> None:
    found = set(ids(atlas, q=f"doc-{number}"))
    assert found == {event.id for event in atlas.events() if number in event.document}


def test_a_query_survives_the_url(atlas: Atlas) -> None:
    query = Query(
        themes=("war", "people"),
        era="landings",
        first=1945,
        last=1946,
        words="Шумшу & <b>",
        event="fleet-sails-1945",
    )
    assert chronicle.parse(Reader(atlas, "ru", atlas.as_of), query.params()) == query
    assert Query().params() == {}


@pytest.mark.parametrize("language", TONGUES)
@pytest.mark.parametrize(
    "params",
    [
        {"theme": "war,cooking"},
        {"era": "bronze"},
        {"from": "x"},
        {"to": "99999"},
        {"from": "1900", "to": "1800"},
        {"from": "１９００"},
        {"page": "0"},
        {"page": "-1"},
        {"page": "99999"},
        {"page": "²"},
        {"event": "../etc"},
    ],
)
def test_nonsense_is_left_out_with_one_notice(
    atlas: Atlas, params: dict[str, str], language: str
) -> None:
    query = chronicle.parse(Reader(atlas, language, atlas.as_of), params)
    assert len(query.notices) == 1
    assert replace(query, notices=(), themes=(), page=1) == Query()
    assert chronicle.answer(atlas, query)


def test_a_search_of_signs_only_finds_everything(atlas: Atlas) -> None:
    assert len(ids(atlas, q="!?%")) == len(atlas.events())


def test_pages_hold_forty() -> None:
    assert [chronicle.pages(count) for count in (0, 1, 40, 41, 241)] == [1, 1, 1, 2, 7]


def test_a_day_belongs_to_the_era_it_starts(atlas: Atlas) -> None:
    assert chronicle.era_of(atlas, date(1854, 12, 31)).id == "encounters"
    assert chronicle.era_of(atlas, date(1855, 1, 1)).id == "treaties"
