"""The gazetteer in a browser: search, sheet, table, keyboard, phone."""

from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from pages.ui.words.tongues import TONGUES
from tests.browser import paper, trees
from tests.browser.visit import becomes, open_page, settled_url, violations, wait_ready

if TYPE_CHECKING:
    from playwright.sync_api import Page

LANGUAGES = pytest.mark.parametrize("language", TONGUES)


def test_every_spelling_typed_opens_urup(page: "Page") -> None:
    open_page(page, "/islands?lang=en")
    for query in ("得撫島", "Uruppu", "Уруп", "urup"):
        box = page.get_by_label("Find an island")
        box.fill(query)
        box.press("Enter")
        page.get_by_role("heading", level=1, name="Urup").wait_for()
        settled_url(page, f"q={quote(query)}")
        wait_ready(page)  # a run on its way may write its own words into the box
        box.fill("")
        box.press("Enter")
        page.locator(".isl-table").wait_for()  # so that the next one finds it by itself
        settled_url(page, r"/islands\?lang=en$")
        wait_ready(page)


def test_the_way_back_leads_to_the_island_searched_before(page: "Page") -> None:
    open_page(page, "/islands?lang=en")
    box = page.get_by_label("Find an island")
    for query, name in (("urup", "Urup"), ("iturup", "Iturup")):
        box.fill(query)
        box.press("Enter")
        page.get_by_role("heading", level=1, name=name, exact=True).wait_for()
        settled_url(page, f"q={query}&island={query}$")
        wait_ready(page)
    page.go_back()
    page.get_by_role("heading", level=1, name="Urup", exact=True).wait_for()
    expect(box).to_have_value("urup")
    settled_url(page, "q=urup&island=urup$")
    page.go_back()
    page.locator(".isl-table").wait_for()
    expect(box).to_have_value("")
    settled_url(page, r"/islands\?lang=en$")


@LANGUAGES
def test_a_cold_link_opens_a_sheet(page: "Page", language: str) -> None:
    open_page(page, f"/islands?island=matua&date=1945-08-26&lang={language}")
    page.get_by_role("heading", level=1).wait_for()
    expect(page.locator("html")).to_have_attribute("lang", language)
    images = page.locator(".isl-maps figure > img")
    expect(images).not_to_have_count(0)
    for image in images.all():
        assert image.get_attribute("alt")
        assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0


def test_a_heading_sorts_the_table_and_the_address_keeps_it(page: "Page") -> None:
    open_page(page, "/islands?lang=en&date=1700-01-01")
    page.get_by_role("link", name="Highest point, m").press("Enter")
    settled_url(page, "sort=-height")
    wait_ready(page)
    head = page.locator("th[aria-sort=descending]")
    head.wait_for()
    assert head.inner_text().startswith("Highest point")
    first = page.locator(".isl-table tbody tr").first
    assert first.locator("th").inner_text().startswith("Atlasov")
    page.get_by_role("link", name="North to south").click()
    page.get_by_role("rowheader", name="Northern Kurils").or_(
        page.get_by_text("Northern Kurils", exact=True)
    ).first.wait_for()
    settled_url(page, "date=1700-01-01")


def test_the_sheet_leads_along_the_chain_and_to_the_map(page: "Page") -> None:
    open_page(page, "/islands?lang=en&island=urup&date=1875-08-22")
    page.get_by_role("link", name="Next: Iturup →").first.click()
    page.get_by_role("heading", level=1, name="Iturup").wait_for()
    link = page.get_by_role("link", name="Show on the map")
    expect(link).to_have_attribute("href", "./?date=1875-08-22&lang=en&island=iturup")


@pytest.mark.parametrize("asked", ["island=iturup&date=1945-08-30", "q=Kunashri"])
def test_a_sheet_has_nothing_serious_and_fits_a_phone(page: "Page", asked: str) -> None:
    open_page(page, f"/islands?lang=ru&{asked}")
    page.locator(".isl").first.wait_for()
    becomes(page, partial(violations, page), [])
    fits_a_phone(page)


def test_the_table_of_all_is_told_printed_and_fits_a_phone(page: "Page") -> None:
    open_page(page, f"/{trees.TABLE.format('en')}")
    becomes(page, partial(trees.tree, page, trees.TABLE), trees.stored()[trees.TABLE])
    assert paper.lost(page) == []
    trees.at_a_desk(page, trees.TABLE)
    page.get_by_role("link", name="Русский", exact=True).click()
    settled_url(page, "lang=ru")
    wait_ready(page)
    becomes(page, partial(violations, page), [])  # what was there before fades for a while
    assert paper.lost(page) == []
    fits_a_phone(page)


def fits_a_phone(page: "Page") -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function("document.querySelector('.stMain').scrollWidth <= 390")
