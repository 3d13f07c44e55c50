"""What a reader is told and given where something does not arrive."""

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from geodata import Atlas
from pages.ui.words import dates, text
from pages.ui.words.tongues import TONGUES
from tests.browser.conftest import NewPage
from tests.browser.server import serve
from tests.browser.visit import (
    MAP,
    becomes,
    controllers,
    map_frame,
    open_page,
    rest,
    shown_day,
    wait_ready,
)
from tests.browser.watch import Watch

FETCHED = ["islands.json", "land.json", "map-{language}.json"]


@pytest.fixture(autouse=True)
def _refused(new_page: NewPage, watch: Watch) -> Iterator[None]:  # noqa: ARG001  # ends before it
    """Let the console say what did not arrive: it is the point."""
    yield
    watch.errors[:] = [
        error
        for error in watch.errors
        if not re.search("_stcore|disconnected|Failed to load resource|WebSocket", error)
    ]


@pytest.mark.parametrize("language", TONGUES)
def test_without_websockets_the_reader_is_shown_to_the_plain_map(
    new_page: NewPage, atlas: Atlas, language: str
) -> None:
    page = new_page(locale=language)
    page.route_web_socket("**/_stcore/stream", lambda socket: socket.close(code=3000))
    start = datetime(2026, 1, 1, tzinfo=UTC)
    page.clock.install(time=start)
    page.clock.pause_at(start + timedelta(hours=1))  # no machine is so slow that it has passed
    page.goto("/")
    note = page.get_by_role("alert").filter(has_text=text.say("waiting.never", language))
    for seconds in (5, 6):  # what its script waits for takes no time here
        expect(note).to_have_count(0)
        page.clock.fast_forward(1000 * seconds)
    expect(note).to_be_visible()
    expect(note).to_have_attribute("lang", language)
    page.clock.resume()
    note.get_by_role("link").click()
    page.wait_for_selector("path[data-island]", state="attached")
    assert shown_day(page.main_frame) == atlas.as_of.isoformat()
    assert set(controllers(page.main_frame)) == set(atlas.islands)
    # browsers write the same day, with other spaces in it
    expect(page.get_by_test_id("day")).to_have_text(dates.written(atlas.as_of, language))


def test_no_language_is_fetched_but_the_one_the_page_is_written_in(new_page: NewPage) -> None:
    page = new_page(locale="ru")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/?date=1875-08-22&lang=de")
    rest(map_frame(page))
    languages = {found[1] for url in asked if (found := re.search(r"map-(\w+)\.json", url))}
    assert languages == {page.locator("html").get_attribute("lang")}


@pytest.mark.parametrize("name", FETCHED)
def test_what_could_not_be_fetched_is_told_and_asked_for_again(
    new_page: NewPage, name: str
) -> None:
    language = "ru"
    page = new_page()
    asked: list[Route] = []

    def refuse_twice(route: Route) -> None:
        asked.append(route)
        if len(asked) == 2:
            route.fulfill(body='{"cut short":')
        elif len(asked) == 1:
            route.abort()  # and the third waits until the reader has been told

    page.route(re.compile(re.escape(name.format(language=language))), refuse_twice)
    page.goto(f"/?date=1875-08-22&lang={language}")
    told = page.frame_locator("iframe").locator(".failed")
    expect(told).to_have_text(re.compile(text.say("map.failed", language)[:20]))
    becomes(page, lambda: len(asked), 3)
    asked[-1].continue_()
    frame = map_frame(page)
    assert shown_day(frame) == "1875-08-22"
    expect(told).to_have_count(0)
    assert len(asked) == 3


def test_a_cold_deep_link_shows_its_day_with_files_written_anew_that_go_with_the_server(
    new_page: NewPage, tmp_path: Path
) -> None:
    """The start of a server costs seconds: one is asked both."""
    day = date(1945, 8, 18)
    with serve(TMPDIR=str(tmp_path)) as server:
        for language in ("ja", "en"):
            [folder] = tmp_path.glob("kuril-atlas-*")
            # as a system cleans, before the first visit and after it: also what is just written
            while folder.exists():
                shutil.rmtree(folder, ignore_errors=True)
            page = new_page(base_url=server.url)
            open_page(page, f"/?date={day}&lang={language}")
            shows(page, day, language)
            if language == "ja":
                page.reload()
                wait_ready(page)
                shows(page, day, language)
            page.context.close()
        assert folder.exists()
    assert not folder.exists()


def shows(page: Page, day: date, language: str) -> None:
    """See that the map and its page show this day in this language."""
    shown = map_frame(page).get_by_test_id("day")
    expect(shown).to_have_attribute("datetime", day.isoformat())
    expect(shown).to_have_text(dates.written(day, language))
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator(MAP)).to_have_attribute("title", text.say("map.title", language))
