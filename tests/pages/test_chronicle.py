from pathlib import Path

import pytest

from geodata import Atlas
from pages.ui.words import text
from pages.ui.words.tongues import TONGUES
from tests.pages.visit import opened, shown

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("language", "heading", "title"),
    [
        ("en", "Chronicle", "Landing at Takeda Beach"),
        ("ja", "年表", "竹田浜上陸"),
        ("ru", "Хроника", "Высадка на пляже Такэда"),
    ],
)
def test_the_chronicle_speaks_the_readers_language(language: str, heading: str, title: str) -> None:
    page = shown(opened("chronicle", lang=language, era="landings", q="Takeda"))
    assert f"<h1>{heading}</h1>" in page
    assert title in page
    assert f'lang="{language}"' in page


def test_a_link_sets_the_filters(atlas: Atlas) -> None:
    app = opened(
        "chronicle",
        lang="en",
        theme="military_contacts",
        **{"from": "1993", "to": "1998"},
        q="doc-003",
    )
    page = shown(app)
    assert app.text_input[0].value == "doc-003"
    assert f" of {len(atlas.events())} events" in page
    assert "joint-exercise-1998" in page
    assert "shimoda-signed-1855" not in page


def test_a_search_writes_the_link() -> None:
    app = opened("chronicle", lang="en")
    app.text_input[0].set_value("Gromov").run()
    assert app.query_params["q"] == "Gromov"
    assert "gromov-tokyo-1995" in shown(app)


def test_the_list_has_pages() -> None:
    app = opened("chronicle", lang="en")
    assert shown(app).count("<article") == 40
    app.button(key="chronicle-next").click().run()
    assert app.query_params["page"] == "2"
    assert shown(app).count("<article") == 40


def test_a_picked_event_stands_above_the_list_and_can_be_closed() -> None:
    app = opened("chronicle", lang="en", theme="treaty", event="joint-exercise-1998")
    assert shown(app).count('data-key="event-joint-exercise-1998"') == 1
    app.button(key="chronicle-close").click().run()
    assert "joint-exercise-1998" not in shown(app)
    assert app.query_params["theme"] == "treaty"


def test_no_event_found_is_said_politely_and_one_click_shows_all() -> None:
    app = opened("chronicle", lang="en", q="zzzz")
    assert [info.value for info in app.info] == [text.say("chronicle.none", "en")]
    app.button(key="chronicle-clear").click().run()
    assert shown(app).count("<article") == 40


@pytest.mark.parametrize("page", ["0", "²", "-1", "9" * 12, "9" * 5000])
def test_a_page_that_is_not_there_is_answered_politely(page: str) -> None:
    [told] = opened("chronicle", lang="en", page=page).warning
    assert "page" in told.value


@pytest.mark.parametrize("language", TONGUES)
def test_nonsense_in_the_link_is_answered_politely(language: str) -> None:
    app = opened(
        "chronicle",
        lang=language,
        theme="<script>",
        era="../",
        q="<img onerror=alert(1)>",
        page="x",
        event="x",
        **{"from": "1e9"},
    )
    [told] = app.warning
    assert len(told.value.splitlines()) == 5
    assert "<img" not in shown(app)
