"""What a reader loses when the server is restarted or the line is cut: nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from itertools import product

import pytest
from playwright.sync_api import Frame, Locator, Page, expect

from pages.ui.words import dates, parsing, text
from tests.browser.conftest import NewPage
from tests.browser.line import Line
from tests.browser.server import Server
from tests.browser.visit import (
    APP,
    CONNECTED,
    PATIENCE,
    becomes,
    map_frame,
    open_page,
    settled_url,
    shown_day,
    wait_ready,
)
from tests.browser.watch import Watch

# The pages with a map and a timeline, each with a day.
MAPS = [("/", "1875-08-21", "en"), ("/landings", "1945-08-20", "ja")]
PAIRS = ".st-key-compare-pairs a"


@pytest.fixture(autouse=True)
def _refused(new_page: NewPage, watch: Watch) -> Iterator[None]:  # noqa: ARG001  # ends before it
    """Let the console say that a server could not be reached: it is the point."""
    yield
    watch.errors[:] = [
        error
        for error in watch.errors
        if "/_stcore/" not in error and "disconnected from server" not in error
    ]


def opened(page: Page, path: str, day: str, language: str) -> Frame:
    open_page(page, f"{path}?date={day}&lang={language}")
    frame = map_frame(page)
    agree(page, frame, day, language)
    wait_ready(page)
    # its script may come after the panel, and no more once the line is cut
    expect(day_after(page, language).or_(day_field(page, language)).first).to_be_visible()
    return frame


def day_after(page: Page, language: str, key: str = "landings.day_after") -> Locator:
    return page.get_by_role("button", name=text.say(key, language), exact=True)


def day_field(page: Page, language: str) -> Locator:
    return page.get_by_label(text.say("panel.date", language))


def agree(page: Page, frame: Frame, day: str, language: str) -> None:
    """Map, panel, address and language all say the same."""
    written = dates.written(date.fromisoformat(day), language)
    becomes(frame, lambda: shown_day(frame), day)
    expect(frame.get_by_test_id("day")).to_have_text(written)
    settled_url(page, f"date={day}&lang={language}")
    expect(page.locator(".panel h2 + p > b").first).to_have_text(written)
    expect(page.locator("html")).to_have_attribute("lang", language)


def ask(page: Page, language: str, days: int) -> None:
    """Send the map so many days on from the panel, by its buttons or its field."""
    wait_ready(page)  # what an answer on its way draws anew is not heard any more
    key = "landings.day_after" if days > 0 else "landings.day_before"
    button, field = day_after(page, language, key), day_field(page, language)
    expect(button.or_(field).first).to_be_visible()
    if button.count():
        button.click()
        return
    expect(field).to_have_count(1)  # an answer that comes in may show the old one and the new
    day = parsing.day(field.input_value())
    assert day
    field.fill((day + timedelta(days=days)).isoformat())
    field.press("Enter")


def earlier(frame: Frame, day: str) -> bool:
    return shown_day(frame) < day


def later(frame: Frame, day: str) -> bool:
    return shown_day(frame) > day


def step(frame: Frame, times: int) -> str:
    """Move the map by days; return where it stands."""
    for _ in range(times):
        frame.get_by_test_id("timeline").press("Shift+ArrowRight")
    return shown_day(frame)


@contextmanager
def restart(server: Server, pages: list[Page]) -> Iterator[None]:
    """Restart the server under open pages: it is stopped while the block runs."""
    server.stop()
    for page in pages:
        page.wait_for_selector(f"{APP}:not({CONNECTED})", state="attached")
    yield
    server.start()
    for page in pages:
        page.wait_for_selector(f"{APP}{CONNECTED}", state="attached", timeout=PATIENCE)


def test_a_restarted_server_and_every_map_agree_again(
    cold_server: Server, new_page: NewPage
) -> None:
    """One server goes down under all pages with a map: each start of one costs seconds."""
    maps = []
    pair = new_page(base_url=cold_server.url)
    for path, day, language in MAPS:
        page = pair.context.new_page()  # beside the others, as one browser has them
        maps.append((page, opened(page, path, day, language), language))
    open_page(pair, "/compare?date=1945-09-02&with=1855-02-07&lang=en")
    both = map_frame(pair)
    for page, frame, language in maps:
        agree(page, frame, step(frame, 1), language)
    choose(pair, 1, 2, 3)  # Python's orders count up
    with restart(cold_server, [*(page for page, _, _ in maps), pair]):
        # while there is no server one is moved; both ways on both pages: after a cut line, below
        now = [step(frame, moved) for (_, frame, _), moved in zip(maps, (2, 0), strict=True)]
    for (page, frame, language), day in zip(maps, now, strict=True):
        agree(page, frame, day, language)
        agree(page, frame, step(frame, 1), language)
        before = shown_day(frame)
        ask(page, language, -1)
        becomes(frame, partial(earlier, frame, before), expected=True)
        agree(page, frame, shown_day(frame), language)
    choose(pair, 0, 2)
    becomes(pair, partial(as_asked, pair, both), expected=True)


def as_asked(page: Page, both: Frame) -> bool:
    """Say whether the two maps show the days that the address asks for."""
    days = both.evaluate("[...document.querySelectorAll('h2 time')].map((one) => one.dateTime)")
    asked = dict(part.split("=") for part in page.url.partition("?")[2].split("&"))
    return sorted(days) == sorted([asked["date"], asked["with"]])


def choose(page: Page, *numbers: int) -> None:
    """Choose ready-made pairs of days one after the other, and wait for the last answer."""
    for number in numbers:
        page.locator(PAIRS).nth(number).click()
    wait_ready(page)


@pytest.mark.parametrize(("path", "day", "language"), MAPS)
def test_after_a_cut_line_the_last_wish_holds(
    page: Page, path: str, day: str, language: str
) -> None:
    line = Line(page)
    frame = opened(page, path, day, language)
    for steps, ordered in product((0, 3), (False, True)):  # the map rests, or is moved
        start = shown_day(frame)
        if ordered:  # and lost, with the page's answer
            line.hold()
            ask(page, language, 1)
            line.answered()
        line.cut()
        moved = step(frame, steps)
        line.mend()
        if not ordered or steps:
            agree(page, frame, moved, language)
        else:
            becomes(frame, partial(later, frame, start), expected=True)
        agree(page, frame, shown_day(frame), language)
        agree(page, frame, step(frame, 1), language)
        before = shown_day(frame)
        ask(page, language, -1)
        becomes(frame, partial(earlier, frame, before), expected=True)
        agree(page, frame, shown_day(frame), language)


@pytest.mark.parametrize(("path", "day", "language"), MAPS)
def test_a_move_holds_against_an_order_on_its_way(
    page: Page, path: str, day: str, language: str
) -> None:
    line = Line(page)
    frame = opened(page, path, day, language)
    for told in (False, True):  # before the map has said where it rests, and after
        line.hold()
        ask(page, language, 1)
        line.answered()
        moved = step(frame, 3)
        if told:
            line.answered()
        line.release()
        agree(page, frame, moved, language)
