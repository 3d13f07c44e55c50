"""What the browser is told equals what the atlas knows."""

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest

from geodata import Atlas, Lens, Viewpoint
from geodata.time import Precision
from pages.ui.browser import naming, scope
from pages.ui.browser.payload import Json, lenses, payload
from pages.ui.html import script
from pages.ui.words import dates, text
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES

# Enough for the transfer budget of the first visit, with shapes and scripts beside it.
LARGEST = 150_000


@pytest.fixture(scope="module", params=TONGUES)
def told(request: pytest.FixtureRequest, atlas: Atlas) -> Json:
    history = payload(Reader(atlas, request.param, atlas.as_of), scope.whole(atlas))
    return json.loads(script(history))  # type: ignore[no-any-return]  # JSON


def histories(told: Json, key: str) -> list[list[list[Any]]]:
    """Return each island's rows under a lens."""
    return [told["histories"][place] for place in told["spans"][key]]


def drawn(told: Json, key: str, day: int) -> list[tuple[str, str | None]]:
    powers = list(told["powers"])
    found = []
    doubts = list(told["patterns"]["breaks"])
    for rows in histories(told, key):
        row = [row for row in rows if row[0] <= day][-1]
        assert (row[5] is None) == (row[6] is None)
        found.append((powers[row[1]], None if row[6] is None else doubts[row[6]]))
    return found


@pytest.mark.parametrize(("key", "lens", "viewpoint"), lenses())
def test_the_browser_draws_every_moment_as_the_atlas_has_it(
    told: Json, atlas: Atlas, key: str, lens: str, viewpoint: str
) -> None:
    moments = atlas.turns(lens=lens, viewpoint=viewpoint)
    assert [day for day, *_ in told["moments"][key]] == [(m - atlas.start).days for m in moments]
    for moment in (atlas.start, *moments, atlas.as_of):
        for day in {max(atlas.start, moment - timedelta(days=1)), moment}:
            held = atlas.drawn(day, lens=lens, viewpoint=viewpoint).values()
            expected = [(piece.span.controller, piece.doubt) for piece in held]
            assert drawn(told, key, (day - atlas.start).days) == expected


def test_the_browser_says_what_is_in_doubt(told: Json, atlas: Atlas) -> None:
    def why(island: str, day: date) -> str:
        rows = histories(told, "control")[list(atlas.islands).index(island)]
        row = [row for row in rows if row[0] <= (day - atlas.start).days][-1]
        return str(told["texts"][row[5]])

    language = told["language"]
    # held by Japan for 70 years: not that is in doubt, but the day it ended
    words = why("urup", date(1945, 8, 30))
    assert dates.between(date(1945, 8, 28), date(1945, 8, 31), language) in words
    assert why("urup", date(1945, 8, 31)) == text.say("map.doubtful", language)


@pytest.mark.parametrize(("key", "lens", "viewpoint"), lenses())
def test_the_browser_says_since_when_as_the_atlas_has_it(
    told: Json, atlas: Atlas, key: str, lens: str, viewpoint: str
) -> None:
    day = date(1960, 1, 1)
    held = atlas.on(day, lens=lens, viewpoint=viewpoint)
    for rows, since, precision in zip(
        histories(told, key), held["since"], held["precision"], strict=True
    ):
        row = [row for row in rows if row[0] <= (day - atlas.start).days][-1]
        words = dates.since(since, told["language"], Precision(precision))
        assert (None if row[2] is None else told["texts"][row[2]]) == (
            None if since == atlas.start else words
        )


@pytest.mark.parametrize(("key", "lens", "viewpoint"), lenses())
def test_every_moment_and_every_state_has_its_words(
    told: Json, atlas: Atlas, key: str, lens: str, viewpoint: str
) -> None:
    language, texts = told["language"], told["texts"]
    first, *story = atlas.story(lens=lens, viewpoint=viewpoint)
    view = (Lens(lens), Viewpoint(viewpoint))
    then = first.then.of(*view)
    assert then
    assert texts[told["beginnings"][key]] == then[language]
    for (_, caption, main, state), moment in zip(told["moments"][key], story, strict=True):
        sentence, then = moment.sentence(*view), moment.then.of(*view)
        assert sentence
        assert texts[caption] == sentence[language]
        assert bool(main) == (view[0] in moment.main)
        assert (None if state is None else texts[state]) == (then and then[language])


def test_a_day_not_known_to_the_day_comes_with_its_words(told: Json, atlas: Atlas) -> None:
    coarse = {
        str((day - atlas.start).days): dates.written(day, told["language"], precision)
        for day in atlas.moments()
        if (precision := atlas.precision(day)) is not Precision.DAY
    }
    assert told["coarse"] == coarse
    assert {Precision.MONTH, Precision.YEAR, Precision.DECADE} <= {
        atlas.precision(day) for day in atlas.moments()
    }
    for words in coarse.values():  # no day of a month stands in them
        assert len(re.findall(r"\d+", words)) == (2 if re.search(r"\d月", words) else 1)


def test_the_short_story_of_a_lens_is_short_and_no_lens_lacks_one(told: Json) -> None:
    for key, moments in told["moments"].items():
        main = sum(1 for _, _, is_main, _ in moments if is_main)
        assert 4 <= main <= 18 < len(moments), key


def test_a_line_is_drawn_from_its_treaty_s_signing_and_no_other_before_it_starts(
    told: Json, atlas: Atlas
) -> None:
    lines = {line.id: line for view in Viewpoint for line in atlas.line_records(view)}
    early = set()
    for drawn_line in told["lines"]:
        line = lines[drawn_line["id"]]
        signed = atlas.instruments[line.instrument].signed if line.instrument else line.start
        agreed = line.kind == "treaty" and signed < line.start
        assert drawn_line["signed"] == ((signed - atlas.start).days if agreed else None), line.id
        early |= {line.id} if agreed else set()
    assert "treaty-1855" in early


def test_every_status_a_lens_can_show_has_words(told: Json) -> None:
    powers = list(told["powers"])
    for key in told["spans"]:
        status = told["status"][key.split("/")[0]]
        assert {powers[row[1]] for rows in histories(told, key) for row in rows} <= status.keys()


def test_no_history_is_sent_twice_or_for_nothing(told: Json) -> None:
    kept = told["histories"]
    assert all(kept.count(rows) == 1 for rows in kept)
    assert {place for key in told["spans"] for place in told["spans"][key]} == {*range(len(kept))}


def test_it_stays_small(told: Json) -> None:
    assert len(script(told).encode()) < LARGEST


def test_the_landings_have_their_own_weeks(atlas: Atlas) -> None:
    weeks = scope.landings(atlas)
    told: Any = payload(Reader(atlas, "en", atlas.as_of), weeks)
    assert (told["first"], told["last"]) == ("1945-08-09", 27)
    assert told["arrows"]
    assert {island["id"] for island in told["islands"] if island["focus"]} >= {"shumshu"}
    assert weeks.clamp(atlas.as_of - timedelta(days=1)) == weeks.last
    assert weeks.clamp(atlas.as_of) == date(1945, 8, 18)  # where nobody chose a day
    assert weeks.clamp(atlas.start) == weeks.start


def test_a_country_s_own_lands_are_whole_once_all_its_points_on_them_hold(
    told: Json, atlas: Atlas
) -> None:
    owned = naming.lands(atlas)
    # where Matsumae lay, from the first day; the whole island once the shogunate held it all
    assert dict(owned["japan"]) == {"hokkaido": date(1807, 1, 1), "honshu": None}
    assert {name for name, _ in owned["sakhalin"]} == {"sakhalin-north", "sakhalin-south"}
    always = {place.id: place for place in atlas.places.values() if place.always}
    for place in told["places"]:
        starts = {
            name: start and (start - atlas.start).days for name, start in owned.get(place["id"], [])
        }
        assert dict(place["lands"]) == (starts if place["id"] in always else {})
        if place["kind"] == "country":
            last = max(start or 0 for _, _, start in place["spots"])
            assert max(start or 0 for start in starts.values()) == last, place["id"]
