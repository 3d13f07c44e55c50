"""The browser films a span of days; other programs open the film, a stopped one is gone."""

from itertools import pairwise
from pathlib import Path

import av
import numpy as np
from PIL import GifImagePlugin, Image
from playwright.sync_api import Page, expect

from pages.ui.words import text
from tests.browser.conftest import SAVED_DAY, NewPage
from tests.browser.visit import shown_day, violations

SIDE = 900  # pixels: wider than a GIF may be, narrower than a video
CHANGED = 40  # of 255, where one picture is another
# Notes whether the progress of a film is shown: a short one is over before it can be asked for.
WATCHED = """() => {
    const bar = document.querySelector('.film progress');
    globalThis.progressed = bar.checkVisibility();
    new MutationObserver(() => { globalThis.progressed ||= bar.checkVisibility(); })
        .observe(bar, { attributes: true });
}"""


def ask(page: Page, form: str, start: str, end: str) -> None:
    """Ask for a film of these days, day by day."""
    page.locator("#film-form").select_option(form)
    page.locator("#film-from").fill(start)
    page.locator("#film-to").fill(end)
    page.locator("#film-pace").select_option("day")
    page.get_by_role("button", name=text.say("film.start", "en")).click()


def test_a_span_is_filmed_and_opens_again_and_a_stopped_one_is_gone(open_saved: NewPage) -> None:
    page = open_saved(viewport={"width": SIDE, "height": 700})
    page.context.set_offline(offline=True)
    page.locator(".share summary").click()
    page.get_by_role("button", name=text.say("share.to_film", "en")).click()
    expect(page.locator("#film-from")).to_be_focused()
    assert violations(page) == []

    said = page.locator(".film [role=status]")
    films = {}
    for form in ("video", "gif"):
        page.evaluate(WATCHED)
        assert not page.evaluate("progressed")
        with page.expect_download() as download:
            ask(page, form, "1945-08-25", "1945-08-23")
        films[form] = download.value
        assert page.evaluate("progressed")
        expect(said).to_have_text(told("odd_order", "saved"))
        assert shown_day(page.main_frame) == SAVED_DAY.isoformat()
    names = [film.suggested_filename for film in films.values()]
    assert names == [f"kuril-atlas-1945-08-23-1945-08-25.{ending}" for ending in ("webm", "gif")]
    see_video(Path(films["video"].path()))
    see_gif(Path(films["gif"].path()))

    given: list[object] = []
    page.on("download", lambda one: given.append(one))  # noqa: PLW0108  # Playwright wants its own
    for form in ("video", "gif"):
        ask(page, form, "1600-01-01", "2026-01-01")
        expect(said).to_have_text(told("odd_many"))
        expect(page.locator("#film-pace")).to_have_value("change")
        page.get_by_role("button", name=text.say("film.cancel", "en")).click()
        expect(said).to_have_text(told("odd_many", "stopped"))
        assert shown_day(page.main_frame) == SAVED_DAY.isoformat()
    assert given == []
    assert page.locator("canvas, video, .credit, [data-picture], a[download]").count() == 0
    page.keyboard.press("Escape")  # the menu
    page.keyboard.press("Home")
    assert shown_day(page.main_frame) == "1600-01-01"


def told(*keys: str) -> str:
    return " ".join(text.say(f"film.{key}", "en") for key in keys)


def see_video(path: Path) -> None:
    with av.open(path) as film:
        assert "webm" in film.format.name
        frames = [*film.decode(video=0)]
    assert frames[0].width == SIDE
    assert frames[0].height % 2 == 0
    assert frames[-1].time > 1
    first, last = (frames[at].to_ndarray(format="rgb24").astype(int) for at in (0, -1))
    assert np.abs(first - last).max() > CHANGED, "the first picture is the last one too"


def see_gif(path: Path) -> None:
    with Image.open(path) as gif:
        assert isinstance(gif, GifImagePlugin.GifImageFile)
        assert (gif.n_frames, gif.width) == (3, 800)
        assert gif.info["loop"] == 0
        pictures, holds = [], []
        for number in range(gif.n_frames):
            gif.seek(number)
            holds.append(gif.info["duration"])
            pictures.append(np.asarray(gif.convert("RGB")).astype(int))
    assert holds == [600, 600, 600]
    for one, other in pairwise(pictures):
        difference = np.abs(one - other).max(axis=2) > CHANGED
        # the date and the islands that changed; through the rest the picture before shows
        assert 0 < difference.mean() < 0.5


def test_a_browser_that_makes_no_films_says_so(open_saved: NewPage) -> None:
    page = open_saved("ja", viewport={"width": 480, "height": 480})  # pictures cost by their size
    page.evaluate("delete globalThis.MediaRecorder")
    page.locator(".share summary").click()
    page.get_by_role("button", name=text.say("share.to_film", "ja")).click()
    page.get_by_role("button", name=text.say("film.start", "ja")).click()
    expect(page.locator(".film [role=status]")).to_have_text(text.say("film.none", "ja"))
    page.locator("#film-form").select_option("gif")
    with page.expect_download() as download:
        page.get_by_role("button", name=text.say("film.start", "ja")).click()
    assert Path(download.value.path()).read_bytes().startswith(b"GIF89a")
