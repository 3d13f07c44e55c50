"""The page of the treaties in a browser: links to cards, screens of all sizes, any reader."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visit import SIZES, open_page, resize, settled_url


@pytest.mark.parametrize("link", ["?lang=ja&instrument=st-petersburg-1875", "#st-petersburg-1875"])
def test_a_cold_link_opens_on_its_card(page: Page, link: str) -> None:
    open_page(page, f"/treaties{link}")
    card = page.locator("#st-petersburg-1875")
    expect(card).to_be_focused()
    expect(card.locator("h3")).to_be_in_viewport()


def test_the_index_leads_to_a_card_and_back_by_keyboard(page: Page) -> None:
    open_page(page, "/treaties?lang=en")
    page.get_by_role("navigation").get_by_role("link", name="Treaty of Portsmouth").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#portsmouth-1905 h3")).to_be_in_viewport()
    page.locator("#portsmouth-1905").get_by_role("link", name="Back to the list").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#treaties-index")).to_be_in_viewport()


def test_a_card_leads_to_the_map_on_its_day(page: Page) -> None:
    open_page(page, "/treaties?lang=ja&instrument=st-petersburg-1875")
    card = page.locator("#st-petersburg-1875")
    card.get_by_role("link", name="1875年8月22日", exact=True).first.click()
    settled_url(page, r"/\?date=1875-08-22&lang=ja$")


def test_another_viewpoint_changes_the_chart_and_keeps_the_day(page: Page) -> None:
    open_page(page, "/treaties?lang=en&date=1960-01-01")
    shown = page.locator(".chart img.wide")
    before = shown.get_attribute("src")
    page.get_by_role("link", name="Russia’s official reading").click()
    settled_url(page, "viewpoint=russia")
    expect(shown).not_to_have_attribute("src", before or "")
    settled_url(page, "date=1960-01-01")


def test_on_a_phone_the_readings_stand_below_each_other_and_beside_on_a_desk(page: Page) -> None:
    open_page(page, "/treaties?lang=ru", viewport=SIZES["desktop"])
    sides = page.locator("#yalta-1945 .readings section")
    expect(sides).to_have_count(2)
    # read in one go: charts above may still be drawn and push both down
    boxes = "nodes => nodes.map(node => node.getBoundingClientRect().toJSON())"
    left, right = sides.evaluate_all(boxes)
    assert left["y"] == right["y"]
    assert left["width"] == pytest.approx(right["width"])
    resize(page, 390, 844)
    upper, lower = sides.evaluate_all(boxes)
    assert lower["y"] >= upper["y"] + upper["height"]
