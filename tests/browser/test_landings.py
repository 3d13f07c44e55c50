"""The landings' page in a browser: its timeline, its day, its parts, its accessibility."""

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser import visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import NewPage

PARTS = ("account", "battle", "losses", "shumshu", "civilians")


def test_the_timeline_runs_over_the_four_weeks_and_shows_each_landing_on_its_day(
    new_page: "NewPage", plain_site: str
) -> None:
    """The plain page has the same map; that the app shows its day is asked below."""
    page = new_page(base_url=plain_site)
    page.goto(f"{plain_site}/en/landings.html?date=1945-08-17")
    frame = visit.map_frame(page)
    takeda = frame.locator("[data-landing=shumshu-takeda]")
    takeda.wait_for(state="hidden")
    slider = frame.get_by_test_id("timeline")
    slider.press("Shift+ArrowRight")
    takeda.wait_for(state="visible")
    assert visit.shown_day(frame) == "1945-08-18"
    assert visit.controllers(frame)["shumshu"] == "contested"
    slider.press("Home")
    assert visit.shown_day(frame) == "1945-08-09"
    slider.press("End")
    assert visit.shown_day(frame) == "1945-09-05"


def test_the_panel_follows_the_reader_closes_a_card_and_leads_to_what_stands_below(
    page: "Page",
) -> None:
    frame = visit.open_atlas(page, "/landings?lang=en&date=1945-08-20&island=iturup")
    assert visit.shown_day(frame) == "1945-08-20"
    card = page.locator(".panel").get_by_role("heading", name="Iturup")
    card.wait_for()
    page.get_by_role("button", name="Close the island").click()
    card.wait_for(state="detached")
    visit.wait_ready(page)  # a button that is about to be drawn anew is not heard any more
    page.get_by_role("button", name="Day after").click()
    page.locator(".panel").get_by_text("21 August 1945").first.wait_for()
    frame.wait_for_function("document.querySelector('[data-testid=day]').dateTime == '1945-08-21'")
    visit.settled_url(page, "date=1945-08-21")
    for part in PARTS:
        page.locator(f".panel a[href='#{part}']").click()
        page.locator(f"#{part}").wait_for()
        page.wait_for_function(
            "part => Math.abs(document.getElementById(part).getBoundingClientRect().top) < 200",
            arg=part,
        )


def test_a_day_of_the_account_opens_the_map_on_it(page: "Page") -> None:
    visit.open_atlas(page, "/landings?lang=ja&date=1945-08-18")
    page.locator("#day-1945-08-25 a").first.click()
    visit.settled_url(page, "date=1945-08-25.*lang=ja")
    day = visit.map_frame(page).get_by_test_id("day")
    expect(day).to_have_attribute("datetime", "1945-08-25")


def test_a_phone_shows_the_close_map_and_has_no_sideways_scroll(new_page: "NewPage") -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    visit.open_atlas(page, "/landings?lang=ru&date=1945-08-18")
    image = page.locator("figure img")
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    assert "Шумшу" in (image.get_attribute("alt") or "")
    page.locator("#civilians").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
