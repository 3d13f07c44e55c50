"""A link's view: what makes sense is kept, the rest is answered politely."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from geodata import Atlas, load_atlas
from geodata.model import Lens
from pages.ui.browser.elements import State
from pages.ui.words import dates
from pages.ui.words.asked import parse
from pages.ui.words.tongues import TONGUES

WORDS = st.dictionaries(
    st.sampled_from(["date", "lang", "lens", "viewpoint", "island", "other"]), st.text()
)


def test_without_parameters_it_is_today_on_the_ground(atlas: Atlas) -> None:
    view = parse({}, atlas)
    assert (view.day, view.language, view.lens, view.viewpoint, view.island) == (
        atlas.as_of,
        "en",
        "control",
        "neutral",
        None,
    )
    assert view.notices == ()


def test_a_view_is_its_link(atlas: Atlas) -> None:
    params = {
        "date": "1945-08-25",
        "lang": "ja",
        "lens": "title",
        "viewpoint": "russia",
        "island": "urup",
    }
    view = parse(params, atlas)
    assert view.params() == params
    assert view.notices == ()
    assert view.params(island=None, lang="ru") == {
        key: value for key, value in (params | {"lang": "ru"}).items() if key != "island"
    }


def test_a_link_says_nothing_of_the_default_lens_and_viewpoint(atlas: Atlas) -> None:
    view = parse({"date": "1945-08-25", "lens": "title", "viewpoint": "russia"}, atlas)
    plain = {"date": "1945-08-25", "lang": "en"}
    assert view.params(lens=Lens.CONTROL, viewpoint="neutral") == plain
    assert parse(plain, atlas).params() == plain
    assert view.params(lens=Lens.CLAIMS)["lens"] == "claims"


@pytest.mark.parametrize(
    "day", ["banana", "", "1945-13-01", "1599-12-31", "9999-12-31", "0001-01-01"]
)
@pytest.mark.parametrize("language", TONGUES)
def test_a_day_that_is_none_becomes_the_last_one_with_a_note(
    atlas: Atlas, day: str, language: str
) -> None:
    view = parse({"date": day, "lang": language}, atlas)
    assert view.day == atlas.as_of
    assert len(view.notices) == 1
    assert dates.written(atlas.as_of, language) in view.notices[0]


def test_the_first_and_the_last_day_are_inside(atlas: Atlas) -> None:
    for day in (atlas.start, atlas.as_of):
        assert parse({"date": day.isoformat()}, atlas).day == day


@given(WORDS)
def test_whatever_a_link_says_the_view_is_sound(params: dict[str, str]) -> None:
    atlas = load_atlas()
    view = parse(params, atlas)
    assert atlas.start <= view.day <= atlas.as_of
    assert view.language in TONGUES
    assert view.island is None or view.island in atlas.islands
    assert parse(view.params(), atlas).notices == ()
    # nothing of the link is repeated: it could say anything
    assert not any(
        value in note for value in params.values() if "<" in value for note in view.notices
    )


def test_a_view_writes_days_in_its_language(atlas: Atlas) -> None:
    assert parse({"lang": "ja"}, atlas).written(date(1875, 8, 22)) == "1875年8月22日"


def page() -> None:
    """Run what a page with a map runs before it draws: a button's callback, then the page."""
    # AppTest runs this as a script of its own
    from dataclasses import replace  # noqa: PLC0415

    import streamlit  # noqa: PLC0415

    from geodata import load_atlas  # noqa: PLC0415
    from pages.ui.frame import visit  # noqa: PLC0415
    from pages.ui.words.asked import parse  # noqa: PLC0415

    reader = parse(streamlit.query_params.to_dict(), load_atlas())
    for seq, changed in streamlit.session_state.get("presses", []):
        visit.jump(replace(reader, seq=seq), **changed)
    visit.remember(reader)


@pytest.fixture
def visit() -> AppTest:
    """Return a visit to the map on 21 August 1875; the map stands there by its first order."""
    app = AppTest.from_function(page, default_timeout=300)
    app.query_params["date"] = "1875-08-21"
    app.query_params["lang"] = "en"
    app.session_state["visit"] = ""  # the token of this visit's orders, otherwise a random one
    assert order(app.run()) == State(1, "en", "1875-08-21")
    app.session_state["view"]["written"] = {"date": "1875-08-21", "lang": "en"}  # by show_map
    return app


def order(app: AppTest) -> State:
    assert not app.exception
    found: State = app.session_state["view"]["order"]
    return found


def told(day: str, seq: int = 1, **parts: str) -> dict[str, object]:
    """Return what the map tells Python, in answer to one of its orders."""
    view = {"date": day, "lens": "control", "viewpoint": "neutral", "island": None}
    return {"session": "", "seq": seq} | view | parts


def test_another_address_orders_the_map_there(visit: AppTest) -> None:
    visit.query_params["date"] = "1945-08-25"
    assert order(visit.run()) == State(2, "en", "1945-08-25")


def test_an_address_older_than_the_map_moves_nothing_back(visit: AppTest) -> None:
    visit.session_state["map"] = told("1905-07-07")
    visit.session_state["view"]["written"] = {"date": "1875-08-22", "lang": "en"}
    assert order(visit.run()).seq == 1
    assert visit.session_state["view"]["settled"]["date"] == "1905-07-07"


def test_another_language_takes_the_moved_map_along(visit: AppTest) -> None:
    visit.session_state["map"] = told("1905-07-07", island="urup", lens="title")
    visit.query_params["lang"] = "ja"
    assert order(visit.run()) == State(2, "ja", "1905-07-07", "title", island="urup")


def test_what_a_map_told_before_its_last_order_is_not_heard_by_a_button(visit: AppTest) -> None:
    visit.query_params["date"] = "1945-08-25"
    visit.run()
    visit.session_state["view"]["written"] = {"date": "1945-08-25", "lang": "en"}
    visit.session_state["map"] = told("1905-07-07", seq=1)
    visit.session_state["presses"] = [(2, {"island": "urup"})]
    assert order(visit.run()) == State(3, "en", "1945-08-25", island="urup")


def test_a_map_moved_after_an_order_that_was_lost_stays_where_it_is(visit: AppTest) -> None:
    visit.query_params["date"] = "1945-08-25"
    visit.run()
    visit.session_state["view"]["written"] = {"date": "1945-08-25", "lang": "en"}
    visit.session_state["map"] = told("1905-07-07", seq=1)
    assert order(visit.run()) == State(3, "en", "1905-07-07", stay=True)
    assert visit.session_state["view"]["settled"]["date"] == "1905-07-07"


def test_an_order_that_was_lost_is_drawn_again_where_the_map_was_not_moved(visit: AppTest) -> None:
    visit.session_state["map"] = told("1905-07-07")
    visit.run()
    visit.query_params["date"] = "1945-08-25"
    assert order(visit.run()) == State(2, "en", "1945-08-25")
    visit.session_state["view"]["written"] = {"date": "1945-08-25", "lang": "en"}
    assert order(visit.run()) == State(2, "en", "1945-08-25")


def test_what_was_told_in_a_servers_earlier_life_is_not_heard(visit: AppTest) -> None:
    visit.session_state["map"] = told("1905-07-07", session="earlier")
    assert order(visit.run()) == State(1, "en", "1875-08-21")
    assert visit.session_state["view"]["settled"]["date"] == "1875-08-21"


def test_a_button_changes_only_what_it_names(visit: AppTest) -> None:
    visit.session_state["map"] = told("1905-07-07", island="urup")
    visit.session_state["presses"] = [(1, {"island": None})]
    assert order(visit.run()) == State(2, "en", "1905-07-07")


def test_what_was_drawn_before_the_last_order_orders_nothing(visit: AppTest) -> None:
    earlier = {"day": date(1855, 2, 7)}
    visit.session_state["presses"] = [(1, {"day": date(1945, 8, 25)}), (1, earlier)]
    assert order(visit.run()) == State(2, "en", "1945-08-25")
