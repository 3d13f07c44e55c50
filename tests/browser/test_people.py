"""The people on the map, in the saved file: marks and list say the same, on every day asked."""

from playwright.sync_api import Page, expect

from geodata import Atlas
from pages.ui.words import text
from tests.browser.conftest import NewPage
from tests.browser.visit import rest

SEEN = """(day) => {
    const { axis, map } = kurilAtlas.current;
    kurilAtlas.current.go(axis.number(day));
    const marks = [...document.querySelectorAll('[data-told]')];
    return { told: marks.flatMap((mark) => mark.dataset.told.split(' ')).sort(),
        named: marks.every((mark) => mark.getAttribute('aria-label') && mark.tabIndex === 0),
        listed: document.querySelectorAll('.people li').length,
        none: !document.querySelector('.people > p[hidden]') };
}"""


def layer(page: Page) -> None:
    page.locator("summary", has_text=text.say("map.layers", "en")).click()


def test_the_layer_of_the_people_shows_each_day_s_and_lists_them(
    open_saved: NewPage, atlas: Atlas
) -> None:
    page = open_saved()
    rest(page.main_frame)
    expect(page.locator("[data-told]")).to_have_count(0)
    layer(page)
    page.locator("input[value=people]").check()
    expect(page.locator(".people")).to_be_visible()
    events = {name: atlas.event(name).date for name in atlas.people}
    for day in sorted({atlas.start, *events.values(), atlas.as_of}):
        there = sorted(
            name
            for name, presence in atlas.people.items()
            if events[name] <= day and (presence.until is None or day < presence.until)
        )
        seen = page.evaluate(SEEN, day.isoformat())
        assert seen == {
            "told": there,
            "named": True,
            "listed": len(there),
            "none": not there,
        }, day
    page.keyboard.press("Escape")
    mark = page.locator("[data-told]").first
    mark.focus()
    expect(page.locator(".leaflet-tooltip.card")).to_be_visible()
    mark.press("Enter")
    expect(page.locator(".people li:focus")).to_be_visible()
    page.locator("input[value=people]").uncheck()
    expect(page.locator("[data-told], .people")).to_have_count(0)
