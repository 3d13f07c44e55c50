"""The page of the sources, as a reader meets it."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geodata import Atlas
from pages.ui.words import text
from pages.ui.words.tongues import TONGUES
from tests.browser.visit import SIZES, open_page, settled_url


@pytest.mark.parametrize("language", TONGUES)
def test_a_deep_link_opens_one_source(page: Page, atlas: Atlas, language: str) -> None:
    open_page(page, f"/sources?lang={language}&source=ria25")
    expect(page.get_by_role("heading", level=1)).to_have_text(atlas.sources["ria25"].title)
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.get_by_role("link", name=text.say("sources.back", language)).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(text.say("page.sources", language))


def test_a_file_is_downloaded_as_it_is_and_a_doubt_leads_to_the_map_on_its_day(page: Page) -> None:
    open_page(page, "/sources?lang=en")
    with page.expect_download() as started:
        page.get_by_role("button", name="datapackage.json").click()
    described = json.loads(Path(started.value.path()).read_text(encoding="utf-8"))
    assert described["name"] == "kuril-atlas"
    page.get_by_text("Show the list").click()
    link = page.locator(".src a[href*='date=1855-09-01'][href*='island=urup']").first
    expect(link).to_have_attribute("href", "./?date=1855-09-01&lang=en&island=urup")
    link.click()
    settled_url(page, r"/\?date=1855-09-01")


def test_nothing_is_wider_than_a_phone(page: Page) -> None:
    open_page(page, "/sources?lang=ru", viewport=SIZES["phone"])
    page.locator(".src-long").first.wait_for(state="attached")
    wide = page.evaluate(
        "[...document.querySelectorAll('.src, .src *')]"
        ".filter(one => one.getBoundingClientRect().right > innerWidth + 1)"
        ".map(one => one.outerHTML.slice(0, 80))"
    )
    assert wide == []


def test_a_search_is_part_of_the_link_and_the_way_back_takes_it_back(page: Page) -> None:
    open_page(page, "/sources?lang=en&date=1875-08-22")
    rows = page.locator(".src-long").first.locator("li")
    expect(rows.last).to_be_attached()
    everything = rows.count()
    box = page.get_by_label(text.say("sources.search", "en"))
    box.fill("Hasegawa")
    box.press("Enter")
    settled_url(page, "date=1875-08-22.*search=Hasegawa")
    expect(rows).not_to_have_count(everything)
    page.go_back()
    expect(rows).to_have_count(everything)
    expect(box).to_have_value("")
    settled_url(page, r"/sources\?(date=1875-08-22&lang=en|lang=en&date=1875-08-22)$")
    page.go_forward()
    expect(box).to_have_value("Hasegawa")
    settled_url(page, "date=1875-08-22.*search=Hasegawa")
