"""The browser films a span of days by itself; the film opens again, a stopped one is gone."""

import base64
from pathlib import Path

from playwright.sync_api import Page, expect

from pages.ui.words import text
from tests.browser.conftest import SAVED_DAY, NewPage
from tests.browser.visit import shown_day, violations

EBML = bytes.fromhex("1a45dfa3")  # how a WebM begins
# opens a film: how long it is, how large, and whether its first and last pictures differ
OPENED = """async (film) => {
    const video = document.createElement('video');
    const happens = (name) => new Promise((done, fail) => {
        video.addEventListener(name, done, { once: true });
        video.addEventListener('error', () => fail(video.error), { once: true });
    });
    const canvas = document.createElement('canvas');
    const read = () => {
        canvas.width = video.videoWidth;
        canvas.height = video.videoHeight;
        const brush = canvas.getContext('2d', { willReadFrequently: true });
        brush.drawImage(video, 0, 0);
        return brush.getImageData(0, 0, canvas.width, canvas.height).data;
    };
    const data = happens('loadeddata');
    video.src = 'data:video/webm;base64,' + film;
    await data;
    const first = read();
    const seeked = happens('seeked');
    video.currentTime = 1e6;
    await seeked;
    const last = read();
    const differ = first.some((value, index) => Math.abs(value - last[index]) > 40);
    return [video.duration, video.videoWidth, video.videoHeight, differ];
}"""


def ask(page: Page, start: str, end: str) -> None:
    """Ask for a film of these days, day by day."""
    page.locator("#film-from").fill(start)
    page.locator("#film-to").fill(end)
    page.locator("#film-pace").select_option("day")
    page.get_by_role("button", name=text.say("film.start", "en")).click()


def test_a_span_is_filmed_and_opens_again_and_a_stopped_one_is_gone(open_saved: NewPage) -> None:
    page = open_saved(viewport={"width": 900, "height": 700})
    page.context.set_offline(offline=True)
    page.locator(".share summary").click()
    page.get_by_role("button", name=text.say("share.to_film", "en")).click()
    expect(page.locator("#film-from")).to_be_focused()
    assert violations(page) == []

    with page.expect_download() as download:
        ask(page, "1945-08-25", "1945-08-23")
        expect(page.locator(".film progress")).to_be_visible()
    said = page.locator(".film [role=status]")
    expect(said).to_have_text(text.say("film.saved", "en"))
    assert download.value.suggested_filename == "kuril-atlas-1945-08-23-1945-08-25.webm"
    film = Path(download.value.path()).read_bytes()
    assert film.startswith(EBML)
    assert b"webm" in film[:64]
    assert b"V_VP" in film[:2000]
    long, wide, high, differ = page.evaluate(OPENED, base64.b64encode(film).decode())
    assert long > 1
    assert wide == 900
    assert high % 2 == 0
    assert differ, "the first picture is the last one too"
    assert shown_day(page.main_frame) == SAVED_DAY.isoformat()

    given: list[object] = []
    page.on("download", lambda one: given.append(one))  # noqa: PLW0108  # Playwright wants its own
    ask(page, "1600-01-01", "2026-01-01")
    many = text.say("film.odd_many", "en")
    expect(said).to_have_text(many)
    expect(page.locator("#film-pace")).to_have_value("change")
    page.get_by_role("button", name=text.say("film.cancel", "en")).click()
    expect(said).to_have_text(text.say("film.stopped", "en"))
    assert shown_day(page.main_frame) == SAVED_DAY.isoformat()
    assert given == []
    assert page.locator("canvas, video, .credit, [data-picture], a[download]").count() == 0
    page.keyboard.press("Escape")  # the menu
    page.keyboard.press("Home")
    assert shown_day(page.main_frame) == "1600-01-01"


def test_a_browser_that_makes_no_films_says_so(open_saved: NewPage) -> None:
    page = open_saved("ja")
    page.evaluate("delete globalThis.MediaRecorder")
    page.locator(".share summary").click()
    page.get_by_role("button", name=text.say("share.to_film", "ja")).click()
    page.get_by_role("button", name=text.say("film.start", "ja")).click()
    expect(page.locator(".film [role=status]")).to_have_text(text.say("film.none", "ja"))
