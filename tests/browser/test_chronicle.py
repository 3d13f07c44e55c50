import re
from functools import partial
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.line import held_up
from tests.browser.visit import (
    READY,
    becomes,
    map_frame,
    open_page,
    settled_url,
    violations,
    wait_ready,
)

ENTRIES = ".chronicle article"
COUNT = ".chronicle .count"
MARKS = "[data-testid=stVegaLiteChart] svg .mark-symbol path"
EXERCISE = "joint-exercise-1998"


def asked(page: Page) -> dict[str, str]:
    """Return the parameters of the address bar."""
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def serious(page: Page) -> list[str]:
    """Return what axe finds on the page, its drawing included."""
    page.wait_for_selector(MARKS, state="attached")
    return violations(page)


def opened(page: Page, query: str) -> None:
    open_page(page, f"/chronicle?{query}")
    expect(page.locator(COUNT)).to_be_visible()


def test_a_deep_link_shows_its_events_only(page: Page) -> None:
    opened(page, "lang=ru&theme=military_contacts&from=1998&to=1998&q=doc-003")
    events = page.locator(ENTRIES).evaluate_all("all => all.map(one => one.parentElement.id)")
    assert EXERCISE in events
    assert "shimoda-signed-1855" not in events
    expect(page.locator(f"#{EXERCISE} time")).to_have_text(re.compile(r"^28–30\sиюля\s1998\sг\.$"))
    becomes(page, partial(serious, page), [])


def test_an_event_opens_the_map_on_its_day(page: Page) -> None:
    opened(page, "lang=ja&date=1900-01-01&q=shumshu-landing-1945")
    page.locator("#shumshu-landing-1945 a.map").click()
    day = map_frame(page).get_by_test_id("day")
    expect(day).to_have_attribute("datetime", "1945-08-18")
    settled_url(page, r"/\?date=1945-08-18&lang=ja&island=shumshu$")


def test_filters_live_in_the_address_and_survive_another_language(page: Page) -> None:
    opened(page, "lang=en&date=1945-08-30")
    page.get_by_role("textbox", name="Search").fill("ｇｒｏｍｏｖ")
    page.keyboard.press("Enter")
    expect(page.locator(ENTRIES)).to_have_count(1)
    expect(page.locator(COUNT)).to_have_attribute("role", "status")
    page.get_by_role("link", name="日本語").click()
    expect(page.get_by_role("heading", name="年表", level=1)).to_be_visible()
    expect(page.locator(ENTRIES)).to_have_count(1)
    becomes(page, lambda: asked(page), {"lang": "ja", "date": "1945-08-30", "q": "ｇｒｏｍｏｖ"})
    wait_ready(page)  # the fields of the other language are gone
    page.get_by_role("textbox").first.fill("zzzz")
    page.keyboard.press("Enter")
    expect(page.locator(ENTRIES)).to_have_count(0)
    becomes(page, partial(serious, page), [])
    page.get_by_role("button", name="すべて表示").click()
    expect(page.locator(ENTRIES)).to_have_count(40)
    becomes(page, lambda: asked(page), {"lang": "ja", "date": "1945-08-30"})


def test_themes_and_periods_are_chosen_by_keyboard(page: Page) -> None:
    opened(page, "lang=en")
    page.get_by_role("button", name="Exploration").focus()
    page.keyboard.press("Enter")
    settled_url(page, "theme=exploration")
    wait_ready(page)  # else what is drawn anew may take the focus away
    page.get_by_role("radio", name="All periods").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    settled_url(page, "era=encounters")
    expect(page.locator(".chronicle section")).to_have_count(1)


def test_a_mark_of_the_drawing_tells_its_event(page: Page) -> None:
    opened(page, "lang=en")
    page.locator(MARKS).first.click(force=True)
    expect(page.locator(".st-key-chronicle-picked h3")).to_be_visible()
    settled_url(page, "event=")
    becomes(page, partial(serious, page), [])
    page.get_by_role("button", name="Close").click()
    expect(page.locator(".st-key-chronicle-picked")).to_have_count(0)


def test_the_next_page_starts_at_its_top(page: Page) -> None:
    opened(page, "lang=en")
    page.get_by_role("button", name="Later").click()
    settled_url(page, "page=2")
    expect(page.locator(COUNT)).to_be_in_viewport()


def test_a_page_is_not_ready_before_what_draws_its_elements_has_come(page: Page) -> None:
    held = held_up(page, "**/ButtonGroup*.js")
    page.goto("/chronicle?lang=en", wait_until="commit")
    page.wait_for_selector("[data-test-script-state=notRunning] [data-testid=stSkeleton]")
    assert page.locator(READY).count() == 0
    for waiting in held:
        waiting.continue_()
    wait_ready(page)
    assert page.locator("[class*=st-key-chronicle-filters] button").count() > 1


def test_what_is_chosen_is_seen_with_forced_colours(new_page: NewPage) -> None:
    page = new_page(forced_colors="active")
    open_page(page, "/chronicle?lang=en&theme=war&era=empire")
    marked = page.evaluate(
        """() => [...document.querySelectorAll('[class*=st-key-chronicle-filters] button')]
            .filter((one) => getComputedStyle(one).outlineStyle === 'solid')
            .map((one) => one.textContent.replace(/ .*/, ''))"""
    )
    assert marked == ["War", "Japan"]
