"""The questions a reader asks, answered from a small data set and from the atlas's own."""

import inspect
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial

import geopandas as gpd
import pandas as pd
import pytest

from geodata import Atlas, OutOfRange
from geodata.__main__ import GOLDEN
from geodata.golden import golden
from geodata.model import QUESTIONS, Lens, Viewpoint, question

DAY = timedelta(days=1)


def controllers(atlas: Atlas, day: date, lens: str = "control", viewpoint: str = "neutral") -> str:
    """Return what the four islands of the small set are, in their order."""
    return " ".join(atlas.on(day, lens=lens, viewpoint=viewpoint)["controller"])


@pytest.mark.parametrize(
    ("day", "lens", "viewpoint", "expected"),
    [
        (date(1600, 1, 1), "control", "neutral", "unsettled unsettled unsettled unsettled"),
        (date(1875, 8, 21), "control", "neutral", "russia russia japan unsettled"),
        (date(1875, 8, 22), "control", "neutral", "japan japan japan unsettled"),
        (date(1945, 8, 22), "control", "neutral", "contested japan japan japan"),
        (date(1945, 8, 23), "control", "russia", "soviet_union japan japan japan"),
        (date(2026, 11, 22), "control", "japan", "russia russia russia russia"),
        (date(1856, 12, 6), "title", "neutral", "none none none none"),
        (date(1856, 12, 7), "title", "neutral", "russia russia japan none"),
        (date(1946, 2, 1), "title", "russia", "japan japan japan russia"),
        (date(1946, 2, 2), "title", "russia", "japan soviet_union japan russia"),
        (
            date(1952, 4, 28),
            "title",
            "russia",
            "undetermined soviet_union undetermined undetermined",
        ),
        (date(1952, 4, 28), "title", "japan", "undetermined undetermined japan undetermined"),
        (
            date(1952, 4, 28),
            "title",
            "neutral",
            "undetermined undetermined undetermined undetermined",
        ),
        (date(1600, 1, 1), "claims", "neutral", "unclaimed unclaimed unclaimed unclaimed"),
        (date(1750, 1, 1), "claims", "neutral", "russia japan+russia japan+russia unclaimed"),
        (date(1855, 2, 7), "claims", "neutral", "unclaimed unclaimed unclaimed unclaimed"),
        (date(1960, 1, 1), "claims", "japan", "unclaimed unclaimed japan unclaimed"),
        (date(2020, 1, 1), "claims", "neutral", "russia russia japan+russia russia"),
    ],
)
def test_on_tells_what_each_island_is(
    small: Atlas,
    day: date,
    lens: str,
    viewpoint: str,
    expected: str,
) -> None:
    assert controllers(small, day, lens, viewpoint) == expected


def test_only_title_depends_on_a_viewpoint(small: Atlas) -> None:
    asked = {(lens, view): small.spans(lens, view) for lens in Lens for view in Viewpoint}
    assert all(spans == asked[question(*both)] for both, spans in asked.items())
    assert [asked[one] for one in QUESTIONS if asked[one] != small.spans(one[0])] == [
        small.spans("title", "japan"),
        small.spans("title", "russia"),
    ]
    assert len(QUESTIONS) == 5


def test_on_gives_a_drawable_table_with_all_particulars(small: Atlas) -> None:
    held = small.on(date(1945, 9, 2))
    assert isinstance(held, gpd.GeoDataFrame)
    assert held.crs == "EPSG:4326"
    assert held.index.name == "island"
    assert list(held.index) == ["shumshu", "urup", "tanfilyev", "sakhalin-south"]
    assert dict(held.loc["urup"].drop("geometry")) == {
        "controller": "soviet_union",
        "since": date(1945, 8, 31),
        "until": date(1991, 12, 26),
        "precision": "day",
        "confidence": "high",
        "basis": "war",
        "sources": ("atlas-jp", "atlas-ru"),
        "doubtful": False,
        "earliest": date(1945, 8, 30),
        "latest": date(1945, 8, 31),
        "note": "unsure",
    }
    assert held.geometry["urup"].equals(small.shapes.geometry["urup"])
    today = small.on(small.as_of).loc["urup"]
    assert (today["until"], today["earliest"], today["note"]) == (None, None, "")


def test_the_first_and_the_last_day_belong_to_the_atlas(small: Atlas) -> None:
    for day in (small.start, small.as_of):
        assert len(small.on(day)) == 4
        assert small.changes(day) == []
        assert len(small.lines(day)) == 0
        assert len(small.landings(day)) == 0


def test_an_atlas_is_shown_in_a_line(small: Atlas) -> None:
    assert repr(small) == "<Atlas of 1600-01-01 to 2026-11-22: 4 islands, data 0>"


@pytest.mark.parametrize("day", [date(1599, 12, 31), date(2026, 11, 23), date.min, date.max])
def test_a_day_outside_is_refused_with_the_range(small: Atlas, day: date) -> None:
    for asked in (small.on, small.changes, small.lines, small.landings):
        with pytest.raises(
            OutOfRange,
            match=f"{day} is outside the atlas, which runs from 1600-01-01 to 2026-11-22",
        ) as refusal:
            asked(day)
        assert isinstance(refusal.value, ValueError)
        assert (refusal.value.first, refusal.value.last) == (small.start, small.as_of)


def test_a_moment_counts_as_its_day_and_a_word_is_no_day(small: Atlas) -> None:
    noon = datetime(1875, 8, 22, 12, tzinfo=UTC)
    assert small.on(noon).equals(small.on(date(1875, 8, 22)))
    assert small.on(pd.Timestamp("1875-08-22")).equals(small.on(date(1875, 8, 22)))
    with pytest.raises(TypeError, match=r"a day is a datetime\.date, not '1875-08-22'"):
        small.on("1875-08-22")  # type: ignore[arg-type]  # what the test is about
    with pytest.raises(TypeError, match=r"a day is a datetime\.date, not NaT"):
        small.on(pd.NaT)  # type: ignore[arg-type]  # likewise


def test_a_wrong_word_is_refused_with_the_right_ones(small: Atlas) -> None:
    day = date(1875, 8, 22)
    with pytest.raises(ValueError, match="lens 'ground' is none of control, title, claims"):
        small.on(day, lens="ground")
    with pytest.raises(ValueError, match="viewpoint 'usa' is none of neutral, japan, russia"):
        small.on(day, viewpoint="usa")
    with pytest.raises(ValueError, match="theme 'sport' is none of treaty, exploration"):
        small.events(day, day, "sport")
    with pytest.raises(ValueError, match="region 'asia' is none of kurils, sakhalin, all"):
        small.areas(region="asia")


@pytest.mark.parametrize("word", ["lens", "viewpoint", "theme", "region"])
def test_no_question_takes_an_empty_word_for_none_given(small: Atlas, word: str) -> None:
    for ask in _questions(small, word):
        with pytest.raises(ValueError, match=f"{word} '' is none of"):
            ask(**{word: ""})


@pytest.mark.parametrize(
    ("asked", "wrong", "told"),
    [
        ("island", "uruppu", "there is no island 'uruppu'; near it: urup"),
        ("citation", "atlas-pj", "there is no source 'atlas-pj'; near it: .*atlas-jp"),
        ("citation", "atlas-pj#12", "there is no source 'atlas-pj'; near it: .*atlas-jp"),
        ("name", "zzz", "there is no (event|list) 'zzz'"),
    ],
)
def test_an_id_that_nothing_has_is_refused_with_those_near_it(
    small: Atlas, asked: str, wrong: str, told: str
) -> None:
    for ask in _questions(small, asked):
        with pytest.raises(KeyError, match=told):
            ask(**{asked: wrong})


@pytest.mark.parametrize("asked", ["island", "name", "citation"])
@pytest.mark.parametrize("wrong", [None, 7, ["urup"]])
def test_what_is_no_id_at_all_is_refused_in_words(small: Atlas, asked: str, wrong: object) -> None:
    for ask in _questions(small, asked):
        with pytest.raises(TypeError, match=r"^an id is a str, not (None|7|\['urup'\])$"):
            ask(**{asked: wrong})


def _questions(atlas: Atlas, asked: str) -> list[Callable[..., object]]:
    """Return the public methods that may be asked by such a word; what else they need is given."""
    given = {"island": "urup", "day": date(1875, 8, 22), "lens": "control"}
    found: list[Callable[..., object]] = []
    for name, method in inspect.getmembers(atlas, inspect.ismethod):
        wanted = inspect.signature(method).parameters
        if not name.startswith("_") and asked in wanted:
            found.append(partial(method, **{key: given[key] for key in given.keys() & {*wanted}}))
    assert found
    return found


def test_history_tells_each_record_of_an_island(small: Atlas) -> None:
    history = small.history("tanfilyev")
    assert [(span.lens, span.viewpoint, span.start.year, span.controller) for span in history] == [
        ("control", "neutral", 1600, "unsettled"),
        ("control", "neutral", 1799, "japan"),
        ("control", "neutral", 1945, "soviet_union"),
        ("control", "neutral", 1991, "russia"),
        ("title", "neutral", 1600, "none"),
        ("title", "neutral", 1856, "japan"),
        ("title", "neutral", 1952, "undetermined"),
        ("title", "japan", 1952, "japan"),
        ("claims", "neutral", 1711, "russia"),
        ("claims", "neutral", 1750, "japan"),
        ("claims", "neutral", 1945, "japan"),
        ("claims", "neutral", 1991, "russia"),
    ]
    assert small.history("tanfilyev", "title") == history[4:8]


def test_lines_depend_on_day_and_viewpoint(small: Atlas) -> None:
    assert list(small.lines(date(1856, 12, 6)).index) == []
    assert list(small.lines(date(1856, 12, 7)).index) == ["line-1855"]
    assert list(small.lines(date(1875, 8, 22)).index) == []
    assert list(small.lines(date(1960, 1, 1)).index) == []
    assert list(small.lines(date(1960, 1, 1), viewpoint="japan").index) == ["line-claimed"]
    assert list(small.lines(viewpoint="japan").index) == ["line-1855", "line-claimed"]
    assert small.lines(date(1860, 1, 1)).crs == "EPSG:4326"


def test_landings_are_drawn_from_their_start_to_before_their_end(small: Atlas) -> None:
    assert list(small.landings(date(1945, 8, 17)).index) == []
    assert list(small.landings(date(1945, 8, 18)).index) == ["shumshu-1945"]
    assert list(small.landings(date(1945, 8, 23)).index) == ["shumshu-1945"]
    assert list(small.landings(date(1945, 8, 24)).index) == []
    losses = small.landings()["losses"].tolist()
    assert [[loss.high for loss in side] for side in losses] == [[600]]


def test_nothing_a_caller_does_changes_the_atlas(small: Atlas) -> None:
    day = date(1860, 1, 1)
    for frame in (small.shapes, small.land, small.lines(day), small.landings(), small.on(day)):
        del frame["geometry"]
    for frame in (small.shapes, small.land, small.lines(day), small.landings(), small.on(day)):
        assert not frame.geometry.isna().any()
    small.spans("control").clear()
    small.history("urup").clear()
    assert len(small.spans("control")) == 4
    assert small.history("urup")
    with pytest.raises(AttributeError):
        small.start = date(1500, 1, 1)  # type: ignore[misc]  # what the test is about
    with pytest.raises(TypeError):
        small.islands["atlantis"] = small.islands["urup"]  # type: ignore[index]  # likewise
    with pytest.raises(TypeError):
        small.pieces("control")["urup"] = ()  # type: ignore[index]  # likewise


def test_what_a_reader_sees_is_as_it_was(atlas: Atlas) -> None:
    """Compare with the golden file; after an intended change: python -m geodata."""
    assert golden(atlas) == GOLDEN.read_text(encoding="utf-8")


def holder(atlas: Atlas, island: str, day: date, lens: str = "control") -> str:
    """Return the controller of one island."""
    return str(atlas.on(day, lens=lens).loc[island, "controller"])


def test_signing_in_may_1875_changes_nothing_and_the_exchange_in_august_does(atlas: Atlas) -> None:
    signed, exchanged = date(1875, 5, 7), date(1875, 8, 22)
    for lens in ("control", "title"):
        assert atlas.changes(signed, lens=lens) == []
        changed = {change.island: change[1:3] for change in atlas.changes(exchanged, lens=lens)}
        assert changed["urup"] == ("russia", "japan")
        assert changed["shumshu"] == ("russia", "japan")
        assert "iturup" not in changed
        assert "kunashir" not in changed


def test_the_treaty_of_shimoda_moves_nobody_on_the_ground(atlas: Atlas) -> None:
    assert atlas.changes(date(1855, 2, 7)) == []
    assert atlas.changes(date(1856, 12, 7)) == []


def test_the_habomai_islets_are_still_held_by_japan_on_the_day_of_surrender(atlas: Atlas) -> None:
    habomai = [name for name, island in atlas.islands.items() if island.group == "habomai"]
    assert habomai
    surrender = date(1945, 9, 2)
    assert {holder(atlas, island, surrender) for island in habomai} == {"japan"}
    assert {holder(atlas, island, date(1945, 9, 6)) for island in habomai} == {"soviet_union"}


def test_shumshu_is_fought_over_before_it_changes_hands(atlas: Atlas) -> None:
    assert holder(atlas, "shumshu", date(1945, 8, 17)) == "japan"
    assert holder(atlas, "shumshu", date(1945, 8, 18)) == "contested"
    assert holder(atlas, "shumshu", date(1945, 8, 31)) == "soviet_union"


def test_the_treaty_of_san_francisco_changes_title_and_not_the_ground(atlas: Atlas) -> None:
    day = date(1952, 4, 28)
    assert atlas.changes(day) == []
    assert holder(atlas, "urup", day - DAY, "title") == "japan"
    assert holder(atlas, "urup", day, "title") == "undetermined"


def test_russia_succeeds_the_soviet_union_everywhere_on_one_day(atlas: Atlas) -> None:
    day = date(1991, 12, 26)
    assert {change.after for change in atlas.changes(day)} == {"russia"}
    assert {change.island for change in atlas.changes(day)} == set(atlas.islands)
