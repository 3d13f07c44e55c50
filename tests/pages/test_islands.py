"""The gazetteer opens at an island, at a search, and at the table of all."""

from pathlib import Path

import pytest
from streamlit.testing.v1.element_tree import Element

from pages.ui.words import text
from pages.ui.words.tongues import TONGUES
from tests.pages.visit import opened, shown

ROOT = Path(__file__).parents[2]
LANGUAGES = pytest.mark.parametrize("language", TONGUES)


@LANGUAGES
def test_the_table_of_all(language: str) -> None:
    body = shown(opened("islands", lang=language))
    assert text.say("page.islands", language) in body
    for name in ("得撫島", "Уруп", "Urup", "志発島"):
        assert name in body


@LANGUAGES
def test_an_island_has_an_address(language: str) -> None:
    body = shown(opened("islands", lang=language, island="urup", date="1856-01-01"))
    assert "<h1>" in body
    assert "45" in body
    assert "date=1875-08-22" in body
    assert "island=urup" in body
    assert 'class="isl-table"' not in body


@LANGUAGES
@pytest.mark.parametrize("params", [{}, {"island": "urup"}, {"q": "Kunashri"}, {"q": "Habomai"}])
def test_the_heading_comes_before_the_search(params: dict[str, str], language: str) -> None:
    app = opened("islands", lang=language, **params)
    parts = [part.proto for part in app.main if isinstance(part, Element)]
    heading = next(at for at, part in enumerate(parts) if "<h1>" in str(getattr(part, "body", "")))
    label = text.say("islands.search", language)
    field = next(at for at, part in enumerate(parts) if getattr(part, "label", "") == label)
    assert heading < field


@pytest.mark.parametrize("query", ["得撫島", "Uruppu", "Уруп", "urup"])
def test_a_search_is_an_address_too(query: str) -> None:
    body = shown(opened("islands", lang="en", q=query))
    assert '<h1><span lang="en">Urup</span></h1>' in body
    assert "date=" in body


def test_typing_a_name_opens_its_sheet() -> None:
    app = opened("islands", lang="ru", island="matua")
    app.text_input[0].set_value("ｴﾄﾛﾌ").run()
    body = shown(app)
    assert '<h1><span lang="ru">Итуруп</span></h1>' in body
    assert "ｴﾄﾛﾌ" in app.query_params["q"]
    assert "iturup" in app.query_params["island"]  # so that every link keeps it


def test_what_is_typed_replaces_the_island_and_is_taken_back_by_the_link() -> None:
    app = opened("islands", lang="en", q="urup", island="urup")
    app.text_input[0].set_value("iturup").run()
    assert '<h1><span lang="en">Iturup</span></h1>' in shown(app)
    # what the browser's Back does
    app.query_params.update({"q": "urup", "island": "urup"})
    app.run()
    assert '<h1><span lang="en">Urup</span></h1>' in shown(app)
    assert app.text_input[0].value == "urup"
    app.text_input[0].set_value("").run()
    assert 'class="isl-table"' in shown(app)
    assert not {"q", "island"} & set(app.query_params)


def test_several_hits_fill_the_table() -> None:
    body = shown(opened("islands", lang="en", q="Habomai"))
    assert "Zelyony" in body
    assert "Paramushir" not in body


def test_a_slip_is_answered_with_near_names() -> None:
    body = shown(opened("islands", lang="en", q="Kunashri"))
    assert "island=kunashir" in body
    assert 'class="isl-table"' not in body


def test_a_day_is_kept_in_the_address() -> None:
    app = opened("islands", lang="en", island="iturup", date="1945-08-30")
    assert "held by the Soviet Union" in shown(app)
    field = next(one for one in app.text_input if one.value == "30 August 1945")
    field.set_value("27.8.1945").run()
    assert "1945-08-27" in app.query_params["date"]
    assert "held by Japan" in shown(app)


@pytest.mark.parametrize(
    "params", [{"sort": "banana"}, {"island": "../../etc"}, {"q": "<script>" * 99, "sort": "-"}]
)
def test_nonsense_is_answered_politely(params: dict[str, str]) -> None:
    app = opened("islands", lang="en", **params)
    assert "<script><script>" not in shown(app)
    assert len(app.warning) == 1
