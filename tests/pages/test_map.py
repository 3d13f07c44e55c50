"""The map page beside its map: the day in words at once, all the rest once the map is drawn."""

from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Node

from geodata import Atlas
from pages.ui.browser.scope import SCOPES
from pages.ui.frame import visit as view
from pages.ui.words import captions, dates, text
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES
from tests.pages.visit import opened, shown


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the map answer as a browser's does; it repeats where the reader was sent."""

    def answer(*_: Any, **__: Any) -> dict[str, int]:  # noqa: ANN401  # st_folium's arguments
        return {"seq": -1}

    monkeypatch.setattr(view, "st_folium", answer)


def unfolded(app: AppTest, *parts: str) -> AppTest:
    """Open folded parts of the panel, by their text keys."""
    for part in parts:
        app.session_state[f"fold-{part}"] = True
    return app.run()


def scripts(app: AppTest) -> dict[tuple[int, ...], str]:
    """Return the scripts a page runs, by their place among its elements."""
    found: dict[tuple[int, ...], str] = {}

    def walk(node: Node, place: tuple[int, ...]) -> None:
        if isinstance(node, Block):
            for index, child in node.children.items():
                walk(child, (*place, index))
        elif "<script>" in (body := getattr(node.proto, "body", "")):
            found[place] = body

    walk(app.main, ())
    return found


def table(app: AppTest, language: str) -> str:
    body = shown(app)
    title = text.say("panel.holders", language)
    return body[body.index(title) :] if title in body else ""


@pytest.mark.parametrize("language", TONGUES)
def test_the_day_is_told_before_the_map_is_drawn(language: str) -> None:
    app = opened("map", lang=language, date="1875-08-22")
    body = shown(app)
    for part in ("day", "changed", "next"):
        assert text.say(f"panel.{part}", language) in body
    assert table(app, language) == ""
    assert not app.text_input


@pytest.mark.parametrize("page", SCOPES)
def test_what_comes_with_the_drawn_map_runs_no_script_again(
    page: str, request: pytest.FixtureRequest
) -> None:
    """At another place a script would: a card's takes the focus, wherever the reader is by then."""
    params = {"date": "1945-08-25", "island": "urup", "lang": "en"}
    before = scripts(opened(page, **params))
    assert any("card-title" in code for code in before.values())
    request.getfixturevalue("drawn")
    assert scripts(opened(page, **params)) == before


@pytest.mark.usefixtures("drawn")
@pytest.mark.parametrize(
    ("language", "island", "holder", "since"),
    [
        ("en", "Iturup", "Soviet Union", "28 Aug 1945"),
        ("ja", "択捉島", "ソ連", "1945年8月28日"),
        ("ru", "Итуруп", "СССР", "28 авг. 1945"),
    ],
)
def test_the_table_twin_says_who_held_iturup_and_how_we_know(
    language: str, island: str, holder: str, since: str
) -> None:
    app = opened("map", lang=language, date="1945-08-30")
    assert island not in table(app, language)
    twin = table(unfolded(app, "panel.holders"), language)
    row = twin[twin.index(island) :].partition("</tr>")[0]
    assert holder in row
    assert since in row.replace("\N{NO-BREAK SPACE}", " ")
    reason = row.partition("<sup>")[2].partition("</sup>")[0]
    notes = twin.partition('class="why"')[2].split("<li>")
    assert "href=" in notes[int(reason)]


@pytest.mark.usefixtures("drawn")
def test_a_date_that_was_refused_is_told_where_it_stands_only() -> None:
    app = opened("islands", lang="en", date="1945-08-30", island="urup")
    app.text_input[-1].set_value("nonsense").run()
    assert [told.value for told in app.warning] == [text.say("notice.field", "en")]
    app.switch_page("dashboard.py").run()
    assert not app.warning


@pytest.mark.usefixtures("drawn")
def test_the_date_field_and_the_moments_send_the_map_to_their_day(atlas: Atlas) -> None:
    app = opened("map", lang="en", date="1945-08-30")
    app.text_input[0].set_value("1600").run()
    assert "1600-01-01" in app.query_params["date"]
    assert not app.selectbox
    moments = unfolded(app, "panel.moments").selectbox[0]
    told = [option.split(" · ")[0] for option in moments.options[:2]]
    reader = Reader(atlas, "en", atlas.as_of)
    first = [brief for brief in captions.briefs(reader) if brief.main][:2]
    assert told == [Reader(atlas, "en", brief.day).moment(brief.day) for brief in first]
    assert first[0].caption in moments.options[0]
    moments.select(moments.options[0]).run()
    assert "1600-01-01" not in app.query_params["date"]


@pytest.mark.usefixtures("drawn")
@pytest.mark.parametrize("language", TONGUES)
def test_what_is_no_day_gets_a_word_beside_the_field(language: str) -> None:
    app = opened("map", lang=language, date="1945-08-30")
    field = app.text_input[0]
    assert field.value == dates.written(date(1945, 8, 30), language)
    for written, key in (("banana", "field"), ("30.2.1945", "field"), ("1599", "outside")):
        app.text_input[0].set_value(written).run()
        said = text.say(f"notice.{key}", language, first="|", last="|").split("|")[0]
        assert [one.value for one in app.warning if said in one.value]
        assert app.query_params["date"] == "1945-08-30"
    app.text_input[0].set_value("1945-08-31").run()
    assert app.query_params["date"] == "1945-08-31"
    assert not app.warning
