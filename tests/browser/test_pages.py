"""What holds for every page: a cold link, three languages, three widths, and the way between."""

import re

import pytest
from playwright.sync_api import Page, expect

from pages.ui import text
from tests.browser.conftest import NewPage
from tests.browser.server import Server
from tests.browser.visit import MAP, SETTLED, SIZES, map_frame, open_page, settled_url, violations
from tests.conftest import page_scripts

# The map page is at the root.
PAGES = ["" if script.stem == "dashboard" else script.stem for script in page_scripts()]


def name(page: str, language: str) -> str:
    return text.say(f"page.{page or 'map'}", language)


@pytest.mark.parametrize("path", PAGES)
def test_a_cold_link_opens_in_every_language_at_every_width(
    cold_server: Server, new_page: NewPage, path: str
) -> None:
    for language in text.LANGUAGES:
        page = new_page(base_url=cold_server.url)
        open_page(page, f"/{path}?date=1945-08-30&lang={language}&island=urup")
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page).to_have_title(re.compile(re.escape(name(path, language))))
        has_map = page.locator(MAP).count() > 0
        frames = [map_frame(page)] if has_map else []
        for size, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_timeout(700)  # charts are drawn anew
            wide = page.evaluate(
                "document.querySelector('[data-testid=stMain]').scrollWidth - window.innerWidth"
            )
            assert wide <= 0, f"{size}: {wide} pixels too wide in {language}"
            if size != "tablet":
                found = [problem for place in (page, *frames) for problem in violations(place)]
                assert found == [], f"{size}, {language}"
        page.context.close()


def test_language_and_day_survive_a_walk_and_the_way_back(page: Page) -> None:
    open_page(page, "/?date=1945-08-30&lang=ru")
    steps = [*PAGES[1:], ""]
    for path in steps:
        page.get_by_role("link", name=name(path, "ru"), exact=True).click()
        settled_url(page, rf"/{path}\?.*date=1945-08-30.*lang=ru")
        expect(page).to_have_title(re.compile(re.escape(name(path, "ru"))), timeout=SETTLED)
    for path in reversed(["", *steps[:-1]]):
        page.go_back()
        settled_url(page, rf"/{path}\?.*date=1945-08-30.*lang=ru")
        expect(page).to_have_title(re.compile(re.escape(name(path, "ru"))), timeout=SETTLED)
        expect(page.locator("html")).to_have_attribute("lang", "ru")


def test_the_link_to_the_map_leads_there_from_a_new_tab_too(page: Page) -> None:
    open_page(page, "/treaties?date=1945-08-30&lang=en")
    link = page.get_by_role("link", name="Map", exact=True)
    link.focus()
    page.goto(link.evaluate("link => link.href"))
    map_frame(page)
    assert re.search(r":\d+/\?.*date=1945-08-30", page.url)
