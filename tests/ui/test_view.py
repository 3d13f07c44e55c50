"""A link's view: what makes sense is kept, the rest is answered politely."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata import Atlas, load_atlas
from geodata.model import Lens
from pages.ui import text
from pages.ui.view import parse

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
@pytest.mark.parametrize("language", text.LANGUAGES)
def test_a_day_that_is_none_becomes_the_last_one_with_a_note(
    atlas: Atlas, day: str, language: str
) -> None:
    view = parse({"date": day, "lang": language}, atlas)
    assert view.day == atlas.as_of
    assert len(view.notices) == 1
    assert text.written(atlas.as_of, language) in view.notices[0]


def test_the_first_and_the_last_day_are_inside(atlas: Atlas) -> None:
    for day in (atlas.start, atlas.as_of):
        assert parse({"date": day.isoformat()}, atlas).day == day


@given(WORDS)
def test_whatever_a_link_says_the_view_is_sound(params: dict[str, str]) -> None:
    atlas = load_atlas()
    view = parse(params, atlas)
    assert atlas.start <= view.day <= atlas.as_of
    assert view.language in text.LANGUAGES
    assert view.island is None or view.island in atlas.islands
    assert parse(view.params(), atlas).notices == ()
    # nothing of the link is repeated: it could say anything
    assert not any(
        value in note for value in params.values() if "<" in value for note in view.notices
    )


def test_a_view_writes_days_in_its_language(atlas: Atlas) -> None:
    assert parse({"lang": "ja"}, atlas).written(date(1875, 8, 22)) == "1875年8月22日"
