"""Embedded in a page of others: map and timeline alone, no focus and no scroll taken, keys kept."""

import re
from functools import partial

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.conftest import NewPage
from tests.browser.visit import (
    PATIENCE,
    becomes,
    open_atlas,
    rest,
    settled_url,
    shown_day,
    wait_ready,
)

ROOMS = [(320, 420), (480, 320), (960, 540)]
HOST = """<!doctype html><title>A lesson</title><body style="margin:0">
<p style="height:300px">Read this first.</p>
<iframe title="lesson" src="{url}/?embed=true&date=1855-02-07&lang=en"
    style="border:0;width:{width}px;height:{height}px"></iframe>
<p style="height:3000px">And this.</p>"""


def embedded(page: Page, server: str, room: tuple[int, int]) -> Frame:
    width, height = room
    page.set_content(HOST.format(url=server, width=width, height=height))
    lesson = page.wait_for_selector("iframe[title=lesson]")
    assert lesson is not None
    outer = lesson.content_frame()
    assert outer is not None
    inner = outer.wait_for_selector("iframe[src*=streamlit_folium]", timeout=PATIENCE)
    assert inner is not None
    frame = inner.content_frame()
    assert frame is not None
    frame.wait_for_selector("path[data-island]", state="attached", timeout=PATIENCE)
    becomes(frame, lambda: frame.evaluate("[innerWidth, innerHeight]"), list(room))
    rest(frame)
    return frame


@pytest.mark.parametrize("room", ROOMS)
def test_map_and_timeline_fill_the_frame(
    new_page: NewPage, server: str, room: tuple[int, int]
) -> None:
    page = new_page()
    frame = embedded(page, server, room)
    outer = frame.parent_frame
    assert outer is not None
    assert outer.locator(".st-key-links, [class*=st-key-beside]").count() == 0
    for part in (".bar input[type=range]", ".play", ".stage"):
        box = frame.locator(part).evaluate(
            "node => { const r = node.getBoundingClientRect(); return [r.top, r.bottom, r.width]; }"
        )
        assert box[0] >= 0
        assert box[1] <= room[1] + 1
        assert box[2] > 20
    assert frame.locator(".door").count() == 0


def test_the_host_keeps_focus_and_scroll_and_the_map_its_keys(
    new_page: NewPage, server: str
) -> None:
    page = new_page()
    frame = embedded(page, server, (960, 540))
    assert page.evaluate("[scrollY, document.activeElement === document.body]") == [0, True]
    zoom = frame.evaluate("kurilAtlas.current.map.getZoom()")
    page.mouse.move(400, 500)
    page.mouse.wheel(0, 200)
    page.wait_for_function("scrollY === 200")
    assert frame.evaluate("kurilAtlas.current.map.getZoom()") == zoom
    there = page.evaluate("scrollY")
    frame.locator(".stage").click(position={"x": 500, "y": 60})
    days = [shown_day(frame)]
    for _ in range(4):
        page.keyboard.press("PageDown")
        days.append(shown_day(frame))
    assert len(set(days)) == 5
    assert page.evaluate("scrollY") == there
    outer = frame.parent_frame
    assert outer is not None
    becomes(page, lambda: f"date={days[-1]}" in outer.url, expected=True)
    assert "embed=true" in outer.url


def test_links_of_an_embedded_page_lead_to_embedded_ones(page: Page) -> None:
    page.goto("/treaties?embed=true&lang=en")
    link = page.locator('.sheet a[href^="./"]').first
    page.wait_for_function("window.kurilFrame")
    # in one go: while the page still comes, another link may come to be the first
    href = link.evaluate(
        """link => {
            link.dispatchEvent(new Event('pointerover', { bubbles: true }));
            return link.href;
        }"""
    )
    assert "embed=true" in href


@pytest.mark.parametrize("manner", ["present", "play"])
def test_a_manner_of_showing_stays_in_the_address(page: Page, manner: str) -> None:
    frame = open_atlas(page, f"/?date=1855-02-07&lang=en&{manner}=1")
    for _ in range(3):
        page.keyboard.press("PageDown")
    day = shown_day(frame)
    expect(page).to_have_url(re.compile(f"date={day}"))
    assert f"{manner}=1" in page.url


def test_leaving_the_stage_leaves_it_in_the_address_too(page: Page) -> None:
    open_atlas(page, "/?date=1855-02-07&lang=en&present=1")
    expect(page).to_have_url(re.compile("present=1"))
    page.keyboard.press("Escape")
    page.keyboard.press("PageDown")
    expect(page).not_to_have_url(re.compile("present=1"))
    expect(page).not_to_have_url(re.compile("date=1855-02-07"))
    # an answer of the server that was on its way brings neither the stage back nor takes it away
    page.evaluate("history.pushState({}, '', '/?date=1855-02-07&lang=en&present=1')")
    assert "present" not in page.url
    page.keyboard.press("p")
    expect(page).to_have_url(re.compile("present=1"))
    page.evaluate("history.pushState({}, '', '/?date=1855-02-07&lang=en')")
    assert "present=1" in page.url


def test_a_step_back_leads_neither_onto_the_stage_nor_off_it(page: Page) -> None:
    frame = open_atlas(page, "/?date=1855-02-07&lang=en&present=1")
    days = [shown_day(frame)]
    for _ in range(2):
        page.keyboard.press("PageDown")
        becomes(page, lambda: f"date={shown_day(frame)}" in page.url, expected=True)
        days.append(shown_day(frame))
    page.keyboard.press("Escape")
    expect(page).not_to_have_url(re.compile("present=1"))
    for day in days[-2::-1]:
        page.go_back()
        becomes(frame, partial(shown_day, frame), day)
        wait_ready(page)
        settled_url(page, f"date={day}&lang=en$")
        expect(frame.locator("[data-present]")).to_have_count(0)
    page.keyboard.press("p")
    page.go_forward()
    becomes(frame, partial(shown_day, frame), days[1])
    settled_url(page, f"date={days[1]}&lang=en&present=1$")
    expect(frame.locator("[data-present]")).to_have_count(1)


def test_the_live_map_gives_its_offline_file(page: Page) -> None:
    frame = open_atlas(page, "/?date=1875-08-22&lang=ru")
    frame.locator(".share summary").click()
    with page.expect_download() as waiting:
        frame.locator("[data-share=file]").click()
    text = waiting.value.path().read_text("utf-8")
    assert re.search(r'<meta name="atlas-home" content="http[^"]+date=1875-08-22[^"]*">', text)
