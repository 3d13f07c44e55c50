"""While Streamlit's scripts are on their way the reader sees the map's picture; then the map."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, expect

from pages.ui.browser.door import SEEN
from pages.ui.words.tongues import TONGUES
from tests.browser.line import Line, held_up
from tests.browser.visit import (
    MAP,
    SCROLL,
    controllers,
    map_frame,
    open_atlas,
    open_page,
    rest,
    settled_url,
    shown_day,
    wait_ready,
)
from tests.browser.watch import Watch

STREAMLITS = "**/static/js/**"
FRAMES = "**/component/streamlit_folium*/**"
SIZES = ((1440, 900), (390, 844), (820, 1180))
HELD = """() => Object.fromEntries([...document.querySelectorAll(
    '#before path[data-island]')]
    .map((path) => [path.dataset.island, path.dataset.controller]))"""
# Where the chain lies in the window: left, top, right, bottom.
CHAIN = """(around) => {
    const [document, { x, y }] = around
        ? [around.contentDocument, around.getBoundingClientRect()]
        : [window.document, { x: 0, y: 0 }];
    const boxes = [...document.querySelectorAll('#before path[data-island], '
        + '.leaflet-container path[data-island]')]
        .filter(({ dataset }) => !dataset.island.startsWith('sakhalin'))
        .map((path) => path.getBoundingClientRect());
    return [x + Math.min(...boxes.map(({ left }) => left)),
        y + Math.min(...boxes.map(({ top }) => top)),
        x + Math.max(...boxes.map(({ right }) => right)),
        y + Math.max(...boxes.map(({ bottom }) => bottom))];
}"""
# keys.js waits three seconds for a map of which nothing is heard, and then no more
NO_GIVING_UP = """(() => {
    const later = window.setTimeout;
    window.setTimeout = (act, after, ...rest) => after === 3000 ? 0 : later(act, after, ...rest);
})()"""
NEAR = 0.12  # of the window's larger side


@contextmanager
def waiting(page: Page, address: str) -> Iterator[None]:
    """Open an address whose page waits for Streamlit's scripts while the block runs."""
    held_up(page, STREAMLITS)
    page.goto(address, wait_until="commit")
    page.wait_for_function("'kurilDrawn' in window")  # the picture has come
    yield
    page.unroute(STREAMLITS)  # what waits goes on


def pressed(page: Page, times: int) -> None:
    """Press the key of a clicker that leads on."""
    for _ in range(times):
        page.keyboard.press("PageDown")


@pytest.mark.parametrize(("language", "size"), [*zip(TONGUES, SIZES, strict=True)])
def test_the_picture_shows_what_the_map_then_shows_where_it_lies_and_goes(
    page: Page, language: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    with waiting(page, f"/?date=1945-08-25&lang={language}"):
        shown, place = page.evaluate(HELD), page.evaluate(CHAIN, None)
        title = page.locator("#before time").inner_text()
    frame = map_frame(page)
    expect(page.locator("#before")).to_have_count(0)
    assert shown == controllers(frame)
    # browsers write the same day, with other spaces in it
    assert title.split() == frame.get_by_test_id("day").inner_text().split()
    wait_ready(page)  # the row of links over the map comes after it
    rest(frame)
    drawn = page.evaluate(CHAIN, page.query_selector(MAP))
    assert max(abs(a - b) for a, b in zip(place, drawn, strict=True)) < NEAR * max(size)


def test_a_newcomer_sees_the_claims_and_who_knows_the_door_waits_for_the_map(page: Page) -> None:
    with waiting(page, "/"):
        shown = page.evaluate(HELD)
    frame = map_frame(page)
    assert shown == controllers(frame)
    assert "+" in shown["kunashir"]
    page.evaluate("seen => localStorage.setItem(seen, '1')", SEEN)
    with waiting(page, "/"):
        expect(page.locator("#before")).to_have_count(0)
        page.goto("/?date=1875-08-22", wait_until="commit")
        expect(page.locator("#before")).to_be_visible()


def test_the_picture_gives_way_to_another_page_and_to_what_is_told(
    page: Page, watch: Watch
) -> None:
    page.route(FRAMES, lambda route: route.abort())
    open_page(page, "/?date=1875-08-22")
    expect(page.locator("#before")).to_be_visible()
    page.get_by_role("link", name="Sources", exact=True).click()
    expect(page.locator("#before")).to_have_count(0)
    page.unroute_all()
    page.route("**/islands.json*", lambda route: route.abort())
    page.goto("/?date=1875-08-22")
    expect(page.frame_locator("iframe").locator(".failed")).to_be_visible()
    expect(page.locator("#before")).to_have_count(0)
    watch.errors.clear()  # what did not come is the point


def test_keys_pressed_before_there_is_a_map_wait_for_it(page: Page) -> None:
    address = "/?date=1600-01-01&lang=en"
    with waiting(page, address):
        pressed(page, 3)
    frame = map_frame(page)
    settled_url(page, f"date={shown_day(frame)}")
    early = shown_day(frame)
    assert page.evaluate("scrollY") == 0
    frame = open_atlas(page, address)
    pressed(page, 3)
    assert shown_day(frame) == early > "1600-01-01"


def test_a_tour_that_is_on_its_way_is_turned_by_keys(page: Page) -> None:
    with waiting(page, "/?tour=exchange-1875&lang=en"):
        pressed(page, 2)
    settled_url(page, "tour=exchange-1875&stop=3")


@pytest.mark.parametrize(
    ("start", "link"), [("treaties", "Map"), ("treaties", "Landings 1945"), ("", "Landings 1945")]
)
def test_keys_pressed_while_another_page_comes_are_its_maps(
    page: Page, start: str, link: str
) -> None:
    open_page(page, f"/{start}?date=1945-08-20&lang=en")
    if not start:
        rest(map_frame(page))
    page.get_by_role("link", name=link, exact=True).click()
    pressed(page, 2)
    path = "landings" if link != "Map" else ""
    settled_url(page, rf":\d+/{path}\?date=1945-08-2[2-9]")
    early = shown_day(map_frame(page))
    frame = open_atlas(page, f"/{path}?date=1945-08-20&lang=en")
    pressed(page, 2)
    assert shown_day(frame) == early
    assert page.evaluate(SCROLL) == 0


def test_keys_go_to_the_map_of_a_page_that_was_asked_for_without_a_pointer(page: Page) -> None:
    page.add_init_script(NO_GIVING_UP)
    open_page(page, "/treaties?date=1945-08-20&lang=en")
    expect(page.get_by_role("link", name="Map", exact=True)).to_be_attached()
    steps = page.evaluate("history.length")
    page.get_by_role("link", name="Map", exact=True).evaluate("link => link.click()")
    pressed(page, 2)
    settled_url(page, r":\d+/\?date=1945-08-2[2-9]")
    assert page.evaluate("history.length") > steps  # the page she left is a step back


def test_keys_go_on_after_a_language_was_asked_for_before_the_map_came_to_rest(page: Page) -> None:
    page.add_init_script(NO_GIVING_UP)
    frame = open_atlas(page, "/?date=1945-08-20&lang=en")
    rest(frame)
    page.get_by_role("link", name="日本語", exact=True).evaluate(
        """link => {
            document.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown' }));
            link.click();
        }"""
    )
    settled_url(page, "lang=ja")
    expect(frame.locator("html")).to_have_attribute("lang", "ja")
    day = shown_day(frame)
    pressed(page, 1)
    expect(frame.get_by_test_id("day")).not_to_have_attribute("datetime", day)


@pytest.mark.parametrize("late", [STREAMLITS, FRAMES])
def test_keys_wait_for_a_map_that_comes_long_after_its_page(page: Page, late: str) -> None:
    open_page(page, "/treaties?date=1945-08-20&lang=en")
    held_up(page, late)
    page.get_by_role("link", name="Landings 1945", exact=True).click()
    pressed(page, 2)
    settled_url(page, "/landings")
    page.wait_for_timeout(4000)  # longer than a page is waited for of which nothing comes
    page.unroute(late)
    settled_url(page, r":\d+/landings\?date=1945-08-2[2-9]")


def test_keys_pressed_before_a_page_without_a_map_is_drawn_scroll_it(page: Page) -> None:
    held_up(page, STREAMLITS)
    page.goto("/treaties?lang=en", wait_until="commit")
    page.wait_for_function("'kurilPressed' in window")
    pressed(page, 1)
    page.unroute(STREAMLITS)
    expect(page.locator("#stMain")).to_be_attached()
    page.wait_for_function(f"{SCROLL} > 100")


def test_keys_scroll_again_where_the_next_page_does_not_come(page: Page) -> None:
    page.clock.install()
    line = Line(page)
    open_page(page, "/treaties?lang=en")
    expect(page.locator("#portsmouth-1905")).to_be_attached()
    line.hold()
    page.get_by_role("link", name="Landings 1945", exact=True).click()
    pressed(page, 1)
    page.clock.fast_forward(5000)  # a busy server's first word may take so long
    assert page.evaluate(SCROLL) == 0  # kept for the map that is to come
    page.clock.fast_forward(11_000)
    page.wait_for_function(f"{SCROLL} > 100")
    early = page.evaluate(SCROLL)
    pressed(page, 1)
    page.wait_for_function(f"{SCROLL} > {early} + 100")
