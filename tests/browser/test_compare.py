"""Comparing two dates in a browser: linked maps, outlined differences, one printed sheet."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from geodata import Atlas
from tests.browser.visit import (
    SIZES,
    becomes,
    map_frame,
    open_page,
    resize,
    rest,
    settled_url,
    wait_ready,
)

LINK = "/compare?date=1945-08-27&with=1945-08-17&lang="
VIEWS = (
    "kurilAtlas.current.sides.map(({map}) => "
    "[map.getCenter().lat, map.getCenter().lng, map.getZoom()])"
)

# The ready-made pairs that touch another.
CROWDED = """() => {
    const all = [...document.querySelectorAll('.st-key-compare-pairs a')];
    const boxes = all.map((one) => one.getBoundingClientRect());
    const touch = (one, two) => one.left < two.right + 4 && two.left < one.right + 4
        && one.top < two.bottom + 4 && two.top < one.bottom + 4;
    return all.filter((_, at) => boxes.some((two, other) => other > at && touch(boxes[at], two)))
        .map((one) => one.textContent);
}"""

# How many rows of pairs there are, and how many are wider than the window or cut what they say.
ROW = """() => {
    const all = [...document.querySelectorAll('.st-key-compare-pairs a')];
    const boxes = all.map((one) => one.getBoundingClientRect());
    const cut = (one) => one.scrollWidth > one.clientWidth + 1;
    return [new Set(boxes.map(({ top, bottom }) => Math.round(top + bottom))).size,
        all.filter((one, at) => boxes[at].width > innerWidth
            || [one, ...one.querySelectorAll('*')].some(cut)).length];
}"""

# Whether a side's map has its room's size, and the whole chain in view.
WHOLE = """(side) => {
    const { map, layers } = kurilAtlas.current.sides[side - 1];
    const size = map.getContainer().getBoundingClientRect();
    return Math.abs(map.getSize().x - size.width) <= 1 && kurilAtlas.focus(layers)
        .every((bounds) => map.getBounds().contains(bounds));
}"""


def opened(page: Page, link: str = f"{LINK}en") -> Frame:
    open_page(page, link)
    frame = map_frame(page, ".side:nth-of-type(2) path[data-controller]")
    expect(page.locator(".nine-dates figure")).to_have_count(9)
    return frame


def held(frame: Frame, side: int) -> dict[str, str]:
    found: dict[str, str] = frame.eval_on_selector_all(
        f".side:nth-of-type({side}) path[data-island]",
        "paths => Object.fromEntries("
        "paths.map(path => [path.dataset.island, path.dataset.controller]))",
    )
    return found


def views(frame: Frame) -> list[Any]:
    found: list[Any] = frame.evaluate(VIEWS)
    return found


def test_both_maps_show_their_day_and_outline_what_differs(page: Page, atlas: Atlas) -> None:
    frame = opened(page)
    expect(frame.get_by_test_id("first-day")).to_have_attribute("datetime", "1945-08-17")
    expect(frame.get_by_test_id("second-day")).to_have_attribute("datetime", "1945-08-27")
    first, second = (held(frame, side) for side in (1, 2))
    days = [atlas.event("shumshu-landing-1945").date.replace(day=day) for day in (17, 27)]
    assert [first, second] == [atlas.on(day)["controller"].to_dict() for day in days]
    for side in (1, 2):
        outlined = frame.eval_on_selector_all(
            f".side:nth-of-type({side}) path[data-differs]",
            "paths => paths.map(path => path.dataset.island)",
        )
        assert set(outlined) == {name for name in first if first[name] != second[name]}
    name = frame.locator(".side:nth-of-type(1) [data-island=matua]").get_attribute("aria-label")
    assert name is not None
    assert "held by Japan" in name
    assert "on 27 August 1945: held by the Soviet Union" in name


def test_the_maps_move_as_one(page: Page) -> None:
    frame = opened(page)
    rest(frame)
    box = frame.locator(".side:nth-of-type(2) .stage").bounding_box()
    assert box is not None
    at = (box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.6)
    before = views(frame)
    page.mouse.move(*at)
    page.mouse.down()
    page.mouse.move(at[0] + 60, at[1] - 40, steps=5)
    page.mouse.up()
    rest(frame)  # the throw of the hand ends
    frame.get_by_role("button", name="Zoom in").click()
    frame.wait_for_function(
        f"zoom => {VIEWS}.every((view) => view[2] > zoom)", arg=max(view[2] for view in before)
    )
    left, right = views(frame)
    assert left == pytest.approx(right, abs=0.05)
    assert left[:2] != pytest.approx(before[0][:2], abs=0.1)
    frame.get_by_role("button", name="Show the whole chain").click()
    becomes(frame, lambda: views(frame)[1], pytest.approx(before[1], abs=0.2))


def test_another_pair_redraws_the_same_maps(page: Page) -> None:
    frame = opened(page)
    frame.evaluate("() => { window.mark = 1; }")
    page.get_by_role("link", name="1875: Treaty of St Petersburg").click()
    expect(frame.get_by_test_id("second-day")).to_have_attribute("datetime", "1875-08-22")
    assert held(frame, 1)["urup"] == "russia"
    assert held(frame, 2)["urup"] == "japan"
    expect(page.locator(".difference").first).to_contain_text("Russia → Japan")
    settled_url(page, "with=1875-08-21")
    assert frame.evaluate("() => window.mark") == 1


def test_another_language_keeps_both_dates(page: Page) -> None:
    opened(page)
    page.get_by_role("link", name="日本語").click()
    for parameter in ("lang=ja", "date=1945-08-27", "with=1945-08-17"):
        settled_url(page, parameter)
    frame = map_frame(page, "html[lang=ja] .side:nth-of-type(2) path[data-controller]")
    expect(frame.get_by_test_id("first-day")).to_have_text("1945年8月17日")
    for width, height in SIZES.values():
        page.set_viewport_size({"width": width, "height": height})
        becomes(page, partial(page.evaluate, CROWDED), [])


def test_on_a_phone_one_row_of_pairs_stands_before_the_maps(page: Page) -> None:
    open_page(page, "/compare?lang=ru", viewport=(320, 640))  # the longest words
    expect(page.locator(".st-key-compare-pairs a").last).to_be_attached()
    becomes(page, partial(page.evaluate, ROW), [1, 0])


def test_the_way_back_undoes_one_choice_at_a_time(page: Page) -> None:
    frame = opened(page, "/compare?date=1952-04-28&lang=en&with=1952-04-27")
    page.get_by_role("combobox", name="What the colours show").click()
    page.get_by_role("option", name="By treaty").click()
    settled_url(page, "lens=title")
    urup = frame.locator(".side:nth-of-type(2) path[data-island=urup]")
    expect(urup).to_have_attribute("data-controller", "undetermined")
    wait_ready(page)
    page.get_by_text("Kurils and Sakhalin", exact=True).click()
    settled_url(page, "lens=title.*window=region")
    page.go_back()
    expect(page.get_by_role("radio", name="Kurils", exact=True)).to_be_checked()
    settled_url(page, "lens=title((?!window).)*$")
    page.go_back()
    expect(urup).to_have_attribute("data-controller", "soviet_union")
    expect(page.get_by_role("combobox", name="What the colours show")).to_have_value(
        "On the ground"
    )
    settled_url(page, r"/compare\?date=1952-04-28&lang=en&with=1952-04-27$")


def test_a_cold_link_by_treaty_opens_as_it_was_sent(page: Page) -> None:
    frame = opened(page, "/compare?date=1952-04-28&with=1952-04-27&lens=title&lang=en")
    assert held(frame, 1)["urup"] == "japan"
    assert held(frame, 2)["urup"] == "undetermined"


def test_only_the_sheet_is_printed_on_one_page(page: Page, tmp_path: Path) -> None:
    opened(page)
    page.emulate_media(media="print")
    expect(page.locator(".nine-dates")).to_be_visible()
    expect(page.locator(".st-key-links")).to_be_hidden()
    expect(page.locator(".st-key-pair")).to_be_hidden()
    expect(page.locator(".difference").first).to_be_hidden()
    sheet = tmp_path / "sheet.pdf"
    page.pdf(path=sheet, prefer_css_page_size=True)
    data = sheet.read_bytes()
    assert data.count(b"/Type /Page\n") == 1
    assert b"/MediaBox [0 0 841.9" in data


def test_the_whole_chain_is_in_view_on_both_maps_at_every_size(page: Page) -> None:
    frame = opened(page)
    for width, height in SIZES.values():
        resize(page, width, height)
        for side in (1, 2):
            frame.wait_for_function(WHOLE, arg=side)
