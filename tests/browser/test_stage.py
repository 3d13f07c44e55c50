"""A clicker's keys, the stage of a classroom, and the front door."""

from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Frame, Page, expect

from geodata import Atlas
from pages.ui.words import text
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES
from tests.browser.conftest import SAVED_DAY, NewPage
from tests.browser.test_names import CHAIN_IN_VIEW
from tests.browser.test_screens import SCREENS
from tests.browser.visit import (
    HOST,
    becomes,
    map_frame,
    open_atlas,
    open_page,
    order,
    resize,
    rest,
    settled_url,
    shown_day,
    swipe,
)

ROOM = {"width": 1024, "height": 768}  # a projector
# What the back of a room can read: pixels at the projector's size.
LEAST = {"h1": 56, ".caption": 28, ".labels .name b": 24, ".marks span": 22}
SIZES_SEEN = """least => Object.fromEntries(Object.keys(least).map((part) => [part,
    Math.min(...[...document.querySelectorAll(part)].filter((node) =>
        node.checkVisibility({ visibilityProperty: true }) && node.textContent)
        .map((node) => parseFloat(getComputedStyle(node).fontSize)))]))"""
VIEW = """() => {
    const { map, state } = kurilAtlas.current;
    const { lat, lng } = map.getCenter();
    const near = (part) => Math.round(part * 100) / 100;
    return [state.day, near(lat), near(lng), map.getZoom()];
}"""
# Whether the front door hides the whole of what has the focus.
UNDER_DOOR = """() => {
    const [node, door] = [document.activeElement, document.querySelector('.door')];
    if (!door || door.contains(node) || node.contains(door)) return false;
    const [under, over] = [node, door].map((part) => part.getBoundingClientRect());
    return over.left <= under.left && under.right <= over.right
        && over.top <= under.top && under.bottom <= over.bottom;
}"""
ASKED = [{}, {"date": "1875-08-22"}, {"lens": "title"}, {"viewpoint": "japan"}, {"island": "urup"}]


@pytest.fixture
def lesson(server: str, tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Return the maker of a teacher's page, on another origin, with the atlas in a frame."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    def written(query: str) -> str:
        frame = f"<iframe width=1000 height=700 src='{server}{query}&amp;embed=true'></iframe>"
        page = f"<!doctype html><link rel=icon href=data:,><title>Lesson</title>{frame}"
        (tmp_path / "lesson.html").write_text(page, encoding="utf-8")
        return f"http://localhost:{host.server_port}/lesson.html"

    with ThreadingHTTPServer(("localhost", 0), partial(Quiet, directory=tmp_path)) as host:
        Thread(target=host.serve_forever).start()
        yield written
        host.shutdown()


@pytest.fixture(params=["app", "frame", "file"])
def place(request: pytest.FixtureRequest) -> tuple[Page, Frame]:
    """Open the atlas as it is read: the app, a frame in a page of another origin, from disk."""
    if request.param == "file":
        page = request.getfixturevalue("open_saved")()
        return page, page.main_frame
    page = request.getfixturevalue("page")
    query = f"/?date={SAVED_DAY}&lang=en"
    if request.param == "app":
        return page, open_atlas(page, query)
    page.goto(request.getfixturevalue("lesson")(query))
    frame = map_frame(page.frames[1])
    frame.locator(".caption").click(force=True)  # gives the frame the keys
    return page, frame


def test_ten_clicks_right_after_loading_show_ten_moments(
    place: tuple[Page, Frame], atlas: Atlas
) -> None:
    page, frame = place
    turns = atlas.turns(lens="control")
    after = [day.isoformat() for day in turns if day > SAVED_DAY][:10]
    before = [day.isoformat() for day in turns if day <= SAVED_DAY]
    for _ in after:
        page.keyboard.press("PageDown")
    becomes(frame, partial(shown_day, frame), after[-1])
    for day in [*reversed(after[:-1]), before[-1], before[-2]]:
        page.keyboard.press("PageUp")
        becomes(frame, partial(shown_day, frame), day)


def test_keys_are_the_fields_own_where_letters_are_written(page: Page) -> None:
    frame = open_atlas(page, "/?date=1875-08-22&lang=en")
    field = page.get_by_label("Go to a date")
    field.fill("")
    for key in ("b", "p", ".", "f", "ArrowLeft", "PageDown"):
        field.press(key)
    expect(field).to_have_value("bp.f")
    assert shown_day(frame) == "1875-08-22"
    assert frame.locator("[data-present], [data-blank]").count() == 0


@pytest.mark.parametrize("language", TONGUES)
def test_the_stage_is_read_from_the_back_of_the_room_and_left_as_it_was_entered(
    open_saved: NewPage, atlas: Atlas, language: str
) -> None:
    page = open_saved(language, viewport=ROOM)
    turns = atlas.turns(lens="control")
    for seq, day in enumerate([turns[0], turns[len(turns) // 2], turns[-1]], 1):
        order(page, Reader(atlas, language, day, seq=seq))
        rest(page.main_frame)
        before = page.evaluate(VIEW)
        page.keyboard.press("p")
        expect(page.locator("[data-present]")).to_have_count(1)
        rest(page.main_frame)
        sizes = page.evaluate(SIZES_SEEN, LEAST)
        small = {part: size for part, size in sizes.items() if size is None or size < LEAST[part]}
        assert small == {}, day
        expect(page.locator(".tools, .zoom, .keys").filter(visible=True)).to_have_count(0)
        page.keyboard.press("Escape")
        expect(page.locator("[data-present]")).to_have_count(0)
        rest(page.main_frame)
        assert page.evaluate(VIEW) == before, day


def test_in_the_app_the_stage_fills_the_window(page: Page) -> None:
    frame = open_atlas(page, "/?date=1945-08-25&lang=en", viewport=(1024, 768))
    rest(frame)
    iframe = page.locator("iframe[title]")
    before = iframe.bounding_box()
    page.keyboard.press("p")
    whole = {"x": 0, "y": 0, **ROOM}
    becomes(page, iframe.bounding_box, whole)
    expect(page.locator(".st-key-links")).to_be_hidden()
    frame.get_by_role("button", name=text.say("map.leave", "en")).click()
    becomes(page, iframe.bounding_box, before)
    expect(page.locator(".st-key-links")).to_be_visible()


def test_a_dark_stage_comes_back_with_the_key_that_darkened_it(open_saved: NewPage) -> None:
    page = open_saved(viewport=ROOM)
    day = shown_day(page.main_frame)
    dark = page.locator("[data-blank]")
    seen = "getComputedStyle(document.querySelector('main'), '::after').backgroundColor"
    # any other key would move what nobody sees
    for leave in ("b", ".", "Escape", "PageDown", "ArrowLeft", " ", "p"):
        page.keyboard.press("p")
        page.keyboard.press("." if leave == "." else "b")
        expect(dark).to_have_count(1)
        assert page.evaluate(seen) == "rgb(0, 0, 0)"
        page.keyboard.press(leave)
        expect(dark).to_have_count(0)
        expect(page.locator("[data-present]")).to_have_count(1)
        page.keyboard.press("Escape")
        expect(page.locator("[data-present]")).to_have_count(0)
    assert shown_day(page.main_frame) == day


def test_a_finger_turns_the_page_on_the_stage_alone(open_saved: NewPage, atlas: Atlas) -> None:
    page = open_saved(viewport=ROOM, has_touch=True)
    frame = page.main_frame
    turns = [day.isoformat() for day in atlas.turns(lens="control") if day > SAVED_DAY]
    swipe(page, -200, 0)
    assert shown_day(frame) == SAVED_DAY.isoformat()
    page.keyboard.press("p")
    for along in (10, 150):  # to the left, and up: the second is no turn
        swipe(page, -200, along)
        becomes(frame, partial(shown_day, frame), turns[0])
    swipe(page, -200, 0)
    becomes(frame, partial(shown_day, frame), turns[1])
    swipe(page, 200, 0)
    becomes(frame, partial(shown_day, frame), turns[0])


@pytest.mark.parametrize("language", TONGUES)
def test_the_front_door_opens_once_and_by_its_name(page: Page, language: str) -> None:
    frame = open_atlas(page, f"/?lang={language}")
    door = frame.locator(".door")
    title = text.say("door.title", language)
    expect(door.get_by_role("heading", name=title)).to_be_visible()
    expect(frame.locator("input[name=lens]:checked")).to_have_value("claims")
    door.get_by_role("button", name=text.say("door.look", language)).click()
    expect(door).to_have_count(0)
    settled_url(page, "lens=claims")
    frame = open_atlas(page, f"/?lang={language}")
    rest(frame)
    expect(frame.locator(".door")).to_have_count(0)
    page.locator(".st-key-links .brand").click()
    expect(frame.locator(".door")).to_be_visible()
    page.keyboard.press("Escape")
    expect(frame.locator(".door")).to_have_count(0)


def test_the_door_stays_shut_on_the_way_back_to_the_map(page: Page) -> None:
    open_page(page, "/chronicle?date=1875-08-22&lang=en")
    page.locator(".st-key-links .brand").click()
    frame = map_frame(page)
    expect(frame.locator(".door")).to_be_visible()
    page.keyboard.press("Escape")
    expect(frame.locator(".door")).to_have_count(0)
    page.get_by_role("link", name="Treaties", exact=True).click()
    expect(page.locator("#portsmouth-1905")).to_be_attached()
    page.get_by_role("link", name="Map", exact=True).click()
    frame = map_frame(page)
    rest(frame)
    expect(frame.locator(".door")).to_have_count(0)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("date=nonsense", 1),
        ("date=22.08.1875", 1),
        ("date=1875-02-30", 1),
        ("date=3000-01-01", 1),
        ("date=1875-08-22&lens=foo", 1),
        ("lens=title&viewpoint=foo", 1),
        ("island=atlantis", 1),
        ("lens=title&island=urup", 0),
        ("lang=en&furigana=1", 0),
        ("__proto__=1&constructor=2&lens=title", 0),
    ],
)
def test_a_file_at_an_address_says_what_it_cannot_read_and_shows_the_rest(
    open_saved: NewPage, asked: str, told: int
) -> None:
    page = open_saved(address=f"{HOST}/plain?{asked}")
    expect(page.locator(".failed")).to_have_count(told)
    lens = "title" if "lens=title" in asked else "claims" if "furigana" in asked else "control"
    expect(page.locator(f"input[name=lens][value={lens}]")).to_be_checked()
    assert "1875-08-22" not in asked or shown_day(page.main_frame) == "1875-08-22"
    page.keyboard.press("Shift")
    expect(page.locator(".failed")).to_have_count(0)


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: next(iter(asked), "nothing"))
def test_the_door_is_never_over_what_a_link_asks_for(
    open_saved: NewPage, asked: dict[str, str]
) -> None:
    query = "&".join(f"{key}={value}" for key, value in asked.items())
    page = open_saved(address=f"{HOST}/plain?{query}")
    rest(page.main_frame)
    expect(page.locator(".door")).to_have_count(0 if asked else 1)


@pytest.mark.parametrize("size", [(1280, 700), (320, 700), (844, 390)])
def test_what_the_keyboard_comes_to_is_never_under_the_door(
    open_saved: NewPage, size: tuple[int, int]
) -> None:
    page = open_saved(address=f"{HOST}/plain", viewport={"width": size[0], "height": size[1]})
    page.locator(".door .look").last.focus()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        assert not page.evaluate(UNDER_DOOR)
    expect(page.locator(".door")).to_have_count(0)


def test_who_moves_on_or_presents_has_passed_the_door(open_saved: NewPage) -> None:
    page = open_saved(address=f"{HOST}/plain")
    for key in ("PageDown", "PageUp", "Home", "p"):
        page.evaluate("kurilAtlas.door()")
        expect(page.locator(".door")).to_be_visible()
        page.keyboard.press(key)
        expect(page.locator(".door")).to_have_count(0)


def earlier_than(page: Page, day: str) -> bool:
    return shown_day(page.main_frame) < day


def test_a_list_that_was_chosen_from_leaves_a_clicker_its_keys(open_saved: NewPage) -> None:
    page = open_saved()
    lists = page.locator("select")
    assert lists.count() > 1
    for each in lists.all():
        each.evaluate(
            "list => { const menu = list.closest('details'); if (menu) menu.open = true; }"
        )
        chosen, day = each.input_value(), shown_day(page.main_frame)
        each.press("PageUp")
        becomes(page, partial(earlier_than, page, day), expected=True)
        each.press("PageDown")
        becomes(page, partial(shown_day, page.main_frame), day)
        each.press("b")
        expect(page.locator("[data-blank]")).to_have_count(1)
        each.press("b")
        expect(each).to_be_focused()
        expect(each).to_have_value(chosen)
        last = each.evaluate("list => list.selectedIndex === list.length - 1")
        each.press("ArrowUp" if last else "ArrowDown")  # its own
        expect(each).not_to_have_value(chosen)
        assert shown_day(page.main_frame) == day


@pytest.mark.parametrize("language", TONGUES)
def test_behind_the_door_the_whole_chain_stands_in_every_room(
    open_saved: NewPage, language: str
) -> None:
    page = open_saved(language, address=f"{HOST}/plain")
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("localStorage.clear()")  # as on a first visit
        page.reload()
        page.wait_for_selector("path[data-island]", state="attached")
        expect(page.locator(".door")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(".door")).to_have_count(0)
        rest(page.main_frame)
        becomes(page, partial(page.evaluate, CHAIN_IN_VIEW), expected=True)


def test_each_way_in_shows_what_it_says(open_saved: NewPage, atlas: Atlas) -> None:
    page = open_saved(address=f"{HOST}/plain")
    first = next(iter(atlas.guided.values())).stops[0]
    reader = Reader(atlas, "en", first.day)
    leads = page.evaluate("kurilAtlas.current.payload.door.ways.map(({ tour }) => !!tour)")
    count = page.locator(".door .way").count()
    assert count == len(leads) >= 3
    seen = set()
    for number, tour in enumerate(leads):
        page.evaluate("kurilAtlas.door()")
        page.locator(".door .way").nth(number).click()
        expect(page.locator(".door")).to_have_count(0)
        expect(page.locator("section.tour")).to_have_count(int(tour))  # it may come late
        shown = (
            shown_day(page.main_frame),
            page.locator("input[name=lens]:checked").input_value(),
            tour,
        )
        seen.add(shown)
        if tour:  # a tour's stop is dated as finely as its day is known
            expect(page.get_by_test_id("day")).to_have_text(reader.stop(first), ignore_case=True)
        page.keyboard.press("Escape")
        if tour:  # and without the tour it is that day
            expect(page.get_by_test_id("day")).to_have_text(reader.moment(first.day))
    assert len(seen) == count


@pytest.mark.parametrize("name", ["Share", "Layers and viewpoint"])
def test_escape_closes_the_open_menu_before_the_islands_card(page: Page, name: str) -> None:
    frame = open_atlas(page, "/?date=1945-08-25&lang=en&island=urup")
    menu = frame.locator("details.menu", has_text=name)
    for place in ("its own", "the page's"):
        menu.locator("summary").press("Enter")
        expect(menu).to_have_attribute("open", "")
        if place == "the page's":
            page.locator("body").press("Escape")
        else:
            page.keyboard.press("Escape")
        expect(menu).not_to_have_attribute("open", "")
        expect(menu.locator("summary")).to_be_focused()
        settled_url(page, "island=urup")
    page.set_viewport_size({"width": 390, "height": 844})
    links = page.locator(".st-key-links details")
    links.locator("summary").click()
    page.keyboard.press("Escape")
    expect(links).not_to_have_attribute("open", "")
    page.keyboard.press("Escape")
    settled_url(page, r"date=1945-08-25&lang=en$")


@pytest.mark.parametrize("language", TONGUES)
def test_a_tours_card_leaves_the_date_whole(
    open_saved: NewPage, atlas: Atlas, language: str
) -> None:
    """The tails of its letters hang below their line."""
    page = open_saved(language)
    page.evaluate("name => kurilAtlas.current.guide(name, 1)", next(iter(atlas.guided)))
    page.evaluate("kurilAtlas.current.present.show(true)")
    for width, height in ((1024, 768), (1280, 720), (1920, 1080), (3840, 2160)):
        resize(page, width, height)
        date, card = (
            page.locator(part).evaluate("node => node.getBoundingClientRect().toJSON()")
            for part in ("[data-testid=day]", ".tour")
        )
        assert date["bottom"] <= card["top"] + 1, (width, height)
