"""What holds for every page: a cold link, three languages, three widths, and the way between.

What a screen reader is told of each stays as it was read and found right, in a golden file.
"""

import re
from functools import partial

import pytest
from playwright.sync_api import Frame, Page, expect

from pages.ui.words import text
from pages.ui.words.tongues import TONGUES
from tests.browser import paper, trees
from tests.browser.line import Line, held_up
from tests.browser.visit import (
    EARLY,
    PAGES,
    SCROLL,
    SIZES,
    WITH_MAP,
    becomes,
    map_frame,
    open_atlas,
    open_page,
    rest,
    settled_url,
    shown_day,
    violations,
    wait_ready,
)

# On these a clicker, and whoever has pressed nothing yet, scrolls; elsewhere it turns days.
SCROLLED = {*PAGES} - {"", "landings"}
# There is more than the window shows, and what hears keys knows that no map will want them.
LONG = """() => {
    const { scrollHeight, clientHeight } = document.querySelector('[data-testid=stMain]');
    return window.kurilFrame && scrollHeight > clientHeight + 100;
}"""
WITHIN = """(({ map }) => map.options.maxBounds.contains(map.getBounds()))(kurilAtlas.current)"""
WIDTHS = [SIZES["desktop"], SIZES["tablet"], (320, 568)]
# What is told beside a map is printed with it (test_print.py); long words decide what is cut.
PRINTED, PRINTED_IN = SCROLLED, {"en", "ru"}
RUSSIAN = "**/map-ru.json*"  # the map's histories in Russian


def room(page: Page) -> list[object]:
    """Return the page's language, the width of its window, and the width its content needs."""
    found: list[object] = page.evaluate(
        """() => {
            const needed = document.querySelector('[data-testid=stMain]').scrollWidth;
            return [document.documentElement.lang, innerWidth, Math.max(needed, innerWidth)];
        }"""
    )
    return found


def headings(places: list[Page | Frame]) -> int:
    return sum(place.locator("h1").count() for place in places)


def found(places: list[Page | Frame], *, colours: bool) -> list[str]:
    return [one for place in places for one in violations(place, colours=colours)]


def name(page: str, language: str) -> str:
    return text.say(f"page.{page or 'map'}", language)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole_in_every_language_at_every_width(page: Page, path: str) -> None:
    """One language comes by a cold link, another on each page, the others from its switch.

    After an intended change of what a screen reader is told: make golden.
    """
    turn = PAGES.index(path)
    languages = [*TONGUES][turn % len(TONGUES) :] + [*TONGUES][: turn % len(TONGUES)]
    query = trees.QUERY
    open_page(page, f"/{path}?{query.format(languages[0])}")
    if path in SCROLLED:
        page.wait_for_function(LONG)
        page.keyboard.press("PageDown")
        page.wait_for_function(f"{SCROLL} > 100")
    for at, language in enumerate(languages):
        if at:
            width, height = SIZES["desktop"]  # a phone's links are in its menu
            page.set_viewport_size({"width": width, "height": height})
            page.get_by_role("link", name=TONGUES[language].own_name, exact=True).click()
            settled_url(page, re.escape(query.format(language)))
            wait_ready(page)
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page).to_have_title(re.compile(re.escape(name(path, language))))
        places: list[Page | Frame] = [page, *([map_frame(page)] if path in WITH_MAP else [])]
        becomes(page, partial(headings, places), 1)  # Streamlit fetches what draws an element late
        if language == trees.LANGUAGE:
            trees.at_a_desk(page, path)
            becomes(page, partial(trees.tree, page, path), trees.stored()[path])
        # read wide in one language and narrow in the next: the last of its widths
        for width, height in WIDTHS if (turn + at) % 2 else reversed(WIDTHS):
            page.set_viewport_size({"width": width, "height": height})
            becomes(page, partial(room, page), [language, width, width])
        # contrasts, which no language changes, once wide and once narrow; a chart is drawn anew at
        # another width, its marks before their names
        becomes(page, partial(found, places, colours=at < 2), [])
        assert headings(places) == 1
        assert page.evaluate(EARLY) == []
        links = page.get_by_role("navigation", name=text.say("page.pages", language))
        expect(links).to_have_count(1)
        expect(links.locator("[aria-current=page]")).to_have_text([name(path, language)])
        expect(links.locator("[aria-current=true]")).to_have_text([TONGUES[language].own_name])
        if path in PRINTED and language in PRINTED_IN:
            assert paper.lost(page) == []


# Of each link: whether it is said to be the current one, whether it has the focus.
HELD = """(all) => all.map((link) =>
    [link.getAttribute('aria-current'), link === document.activeElement])"""


def test_a_language_followed_with_the_keyboard_keeps_the_focus(page: Page) -> None:
    open_page(page, "/treaties?lang=en")
    for language in ("ja", "ru", "en"):  # Japanese has a link more than the others
        link = page.get_by_role("link", name=TONGUES[language].own_name, exact=True)
        link.press("Enter")
        settled_url(page, f"lang={language}")
        # all in one read: while the links are drawn two may have its name for a while
        becomes(page, partial(link.evaluate_all, HELD), [["true", True]])


def test_language_and_day_survive_a_walk_and_the_way_back(page: Page) -> None:
    open_page(page, "/?date=1945-08-30&lang=ru")
    steps = [*PAGES[1:], ""]
    for path in steps:
        page.get_by_role("link", name=name(path, "ru"), exact=True).click()
        settled_url(page, rf"/{path}\?.*date=1945-08-30.*lang=ru")
        expect(page).to_have_title(re.compile(re.escape(name(path, "ru"))))
    for path in reversed(["", *steps[:-1]]):
        page.go_back()
        settled_url(page, rf"/{path}\?.*date=1945-08-30.*lang=ru")
        expect(page).to_have_title(re.compile(re.escape(name(path, "ru"))))
        expect(page.locator("html")).to_have_attribute("lang", "ru")


@pytest.mark.parametrize("way", ["link", "back"])
def test_a_map_that_was_moved_is_found_again_where_it_was_left(page: Page, way: str) -> None:
    frame = open_atlas(page, "/?date=1875-08-22&lang=en")
    frame.get_by_test_id("timeline").press("End")
    last = shown_day(frame)
    settled_url(page, f"date={last}")
    page.get_by_role("link", name="Chronicle", exact=True).click()
    settled_url(page, f"/chronicle.*date={last}")
    expect(page).to_have_title(re.compile("Chronicle"))
    if way == "link":
        page.get_by_role("link", name="Map", exact=True).click()
    else:
        page.go_back()
    expect(page).to_have_title(re.compile("Map"))
    frame = map_frame(page)
    page.wait_for_timeout(2000)  # the map's first answer, and what Python makes of it
    assert shown_day(frame) == last
    settled_url(page, rf":\d+/\?.*date={last}")


def test_a_map_that_is_heard_after_its_page_was_left_takes_no_page_away(page: Page) -> None:
    line = Line(page)
    frame = open_atlas(page, "/?date=1945-08-30&lang=en")
    rest(frame)
    line.hold()
    page.get_by_role("link", name="Treaties", exact=True).click()
    frame.get_by_test_id("timeline").press("End")
    line.answered()
    line.release()
    settled_url(page, "/treaties")
    wait_ready(page)
    expect(page.locator("#portsmouth-1905 h3")).to_have_text("Treaty of Portsmouth")
    page.get_by_role("link", name="Chronicle", exact=True).click()
    expect(page).to_have_title(re.compile("Chronicle"))


def test_over_a_slow_line_the_page_is_not_lost(page: Page) -> None:
    line = Line(page)
    open_page(page, "/treaties?lang=en")
    expect(page.locator("#portsmouth-1905")).to_be_attached()
    line.hold()
    for language in ("Русский", "日本語", "Русский", "English"):
        page.get_by_role("link", name=language, exact=True).click()
        line.answered()
    line.release()
    settled_url(page, "lang=en")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    wait_ready(page)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("#portsmouth-1905 h3")).to_have_text("Treaty of Portsmouth")


@pytest.mark.parametrize("path", ["/", "/compare"])
def test_a_language_that_comes_late_does_not_take_the_place_of_the_last(
    page: Page, path: str
) -> None:
    held = held_up(page, RUSSIAN)
    open_page(page, f"{path}?date=1945-08-30&lang=en")
    frame = map_frame(page)
    rest(frame)
    with page.expect_request(RUSSIAN):
        page.get_by_role("link", name="Русский", exact=True).click()
    page.get_by_role("link", name="日本語", exact=True).click()
    expect(frame.locator("html")).to_have_attribute("lang", "ja")
    rest(frame)
    with page.expect_response(RUSSIAN):
        held.pop().fallback()
    rest(frame)
    expect(frame.locator("html")).to_have_attribute("lang", "ja")
    expect(frame.locator(".stage").first).to_have_accessible_name(re.compile("地図"))
    settled_url(page, "lang=ja")


def test_a_move_while_another_language_loads_holds_and_all_agree_on_it(page: Page) -> None:
    held = held_up(page, RUSSIAN)
    frame = open_atlas(page, "/?date=1875-08-22&lang=en")
    rest(frame)
    with page.expect_request(RUSSIAN):
        page.get_by_role("link", name="Русский", exact=True).click()
    frame.get_by_test_id("timeline").press("Shift+PageUp")
    page.wait_for_timeout(2000)  # the map tells of it, and Python makes of it what it will
    held.pop().fallback()
    day = frame.get_by_test_id("day")
    expect(day).to_have_text(re.compile("августа 1865"))
    settled_url(page, "date=1865-08-22&lang=ru$")
    expect(page.locator(".panel h2 + p > b")).to_have_text(re.compile("августа 1865"))


def test_a_day_outside_the_landings_weeks_stays_the_readers(page: Page) -> None:
    frame = open_atlas(page, "/landings?date=1875-08-22&lang=en")
    expect(frame.get_by_test_id("day")).to_have_attribute("datetime", "1945-08-09")
    note = page.get_by_text("it shows 9 August 1945")
    expect(note).to_be_visible()
    page.wait_for_timeout(2000)
    settled_url(page, "date=1875-08-22")
    expect(note).to_be_visible()
    frame.get_by_test_id("timeline").press("Shift+ArrowRight")
    settled_url(page, "date=1945-08-10")
    expect(note).to_be_hidden()
    frame.get_by_test_id("timeline").press("Home")
    settled_url(page, "date=1945-08-09")


def test_what_a_link_got_wrong_is_told_until_the_map_moves(page: Page) -> None:
    frame = open_atlas(page, "/?date=banana&lens=x&island=y&lang=en")
    note = page.get_by_test_id("stAlert")
    expect(note.get_by_role("listitem")).to_have_count(3)
    whole = "Math.round(document.querySelector('iframe[title]').getBoundingClientRect().bottom)"
    for width, height in ((390, 844), (320, 568), (844, 390), (1440, 900), (1024, 768)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(f"innerHeight === {height} && {whole} === {height}")
        rest(frame)
        # what is told leaves the map so much room that no land's end comes into view
        becomes(frame, partial(frame.evaluate, WITHIN), expected=True)
        expect(note).to_be_in_viewport(ratio=1)
    page.wait_for_timeout(2000)
    expect(note).to_be_visible()
    frame.get_by_test_id("timeline").press("Home")
    settled_url(page, "date=1600-01-01")
    expect(note).to_be_hidden()


def test_the_link_to_the_map_leads_there_from_a_new_tab_too(page: Page) -> None:
    open_page(page, "/treaties?date=1945-08-30&lang=en")
    link = page.get_by_role("link", name="Map", exact=True)
    # in one go: what is drawn anew has Streamlit's address until it is touched
    page.goto(link.evaluate("link => { link.focus(); return link.href; }"))
    map_frame(page)
    settled_url(page, r":\d+/\?.*date=1945-08-30")
