"""What a reader does with the days: drag, step, play, go back, choose one."""

import re
from datetime import date
from functools import partial
from itertools import pairwise

import pytest
from playwright.sync_api import Frame, Locator, Page, expect

from geodata import Atlas
from pages.ui.words import captions, dates
from pages.ui.words.reader import Reader
from tests.browser.conftest import NewPage
from tests.browser.line import Line
from tests.browser.visit import (
    MAP,
    READY,
    REST,
    becomes,
    open_atlas,
    order,
    rest,
    settled_url,
    shown_day,
    wait_ready,
)

# Notes in ``wire`` when each message goes over the page's websockets, and which way.
WIRE = """
    window.wire = [];
    window.WebSocket = class extends WebSocket {
        constructor(...options) {
            super(...options);
            this.addEventListener('message', () => wire.push({ way: 'received', at: Date.now() }));
        }
        send(data) {
            wire.push({ way: 'sent', at: Date.now() });
            super.send(data);
        }
    };
"""
# Whether what the page asked for last has been answered, whole, and a while ago.
QUIET = """ready => document.querySelector(ready) && wire.at(-1).way === 'received'
    && Date.now() - wire.at(-1).at > 1000"""


def timeline(frame: Frame) -> Locator:
    return frame.get_by_test_id("timeline")


def test_dragging_never_empties_the_map_and_tells_the_server_only_at_rest(
    page: Page, atlas: Atlas
) -> None:
    page.add_init_script(WIRE)
    frame = open_atlas(page, "/?date=1600-01-01&lang=en")
    expect(page.locator("summary", has_text="Area over time")).to_be_visible()
    page.wait_for_function(QUIET, arg=READY)
    page.evaluate("document.querySelector('iframe').dataset.mark = 'same'")
    counts, steps = frame.evaluate(
        """async () => {
            const range = document.querySelector('[data-testid=timeline]');
            const counts = [];
            const steps = [];
            for (let step = 0; step <= 120; step += 1) {
                range.value = range.max * step / 150;
                steps.push(Date.now());
                range.dispatchEvent(new Event('input', { bubbles: true }));
                counts.push(document.querySelectorAll('path[data-island][d]').length);
                await new Promise(requestAnimationFrame);
                counts.push(document.querySelectorAll('path[data-island][d]').length);
            }
            return [counts, steps];
        }"""
    )
    assert min(counts) == len(atlas.islands)
    day = shown_day(frame)
    settled_url(page, f"date={day}")
    expect(page.locator(".panel h2 + p > b")).to_have_text(
        dates.written(date.fromisoformat(day), "en")
    )
    page.locator("summary", has_text="Area over time").click()
    rule = page.locator(".areas .rule")
    passed = (date.fromisoformat(day) - atlas.start) / (atlas.as_of - atlas.start)
    becomes(
        page,
        lambda: rule.evaluate("node => parseFloat(node.style.left)"),
        pytest.approx(100 * passed, abs=0.01),
    )
    assert page.locator(MAP).get_attribute("data-mark") == "same"
    wire = page.evaluate("wire")
    meanwhile = [one["way"] for one in wire if steps[0] <= one["at"] <= steps[-1]]
    # where the machine itself stood still for so long, the map was right to take it for a rest
    rests = sum(after - before >= REST for before, after in pairwise(steps))
    assert meanwhile.count("sent") <= rests
    assert rests or not meanwhile
    assert any(one["way"] == "sent" for one in wire if one["at"] > steps[-1])


def test_keys_step_from_change_to_change_and_day_to_day(open_saved: NewPage, atlas: Atlas) -> None:
    page = open_saved()
    frame = page.main_frame
    order(frame, Reader(atlas, "en", date(1875, 8, 21), seq=1))
    slider = timeline(frame)
    slider.focus()
    moments = atlas.turns(lens="control")
    steps = [
        ("ArrowRight", "1875-08-22"),
        ("ArrowRight", min(m for m in moments if m > date(1875, 8, 22)).isoformat()),
        ("ArrowLeft", "1875-08-22"),
        ("Shift+ArrowLeft", "1875-08-21"),
        ("Shift+ArrowRight", "1875-08-22"),
        ("PageDown", min(m for m in moments if m > date(1875, 8, 22)).isoformat()),
        ("PageUp", "1875-08-22"),
        ("Shift+PageDown", "1885-08-22"),
        ("Shift+PageUp", "1875-08-22"),
        ("Home", "1600-01-01"),
        ("End", atlas.as_of.isoformat()),
    ]
    for key, expected in steps:
        page.keyboard.press(key)
        assert shown_day(frame) == expected, key
    assert slider.get_attribute("aria-label") == "Timeline"
    assert (slider.get_attribute("aria-valuetext") or "").startswith("22 November 2026")


def test_play_goes_from_moment_to_moment_and_stops_at_the_end(
    new_page: NewPage, atlas: Atlas
) -> None:
    page = new_page(reduced_motion="reduce")
    story = captions.briefs(Reader(atlas, "en", atlas.as_of))
    before, _, last = [brief.day for brief in story if brief.main][-3:]
    frame = open_atlas(page, f"/?date={before}&lang=en")
    frame.get_by_label("Speed").select_option("4")
    frame.get_by_role("button", name="Play").click()
    frame.wait_for_function(
        "day => document.querySelector('[data-testid=day]').dateTime === day", arg=last.isoformat()
    )
    expect(frame.get_by_role("button", name="Play")).to_be_visible()
    settled_url(page, f"date={last}")


def named_day(page: Page) -> str:
    """Return the day in the address."""
    return page.url.partition("date=")[2][:10]


def is_later(page: Page, day: str) -> bool:
    return named_day(page) > day


def test_one_touch_is_one_step_back(page: Page) -> None:
    before_all = page.evaluate("history.length")
    frame = open_atlas(page, "/?date=1800-01-01")  # which leaves the language out
    settled_url(page, "date=1800-01-01&lang=en")
    steps = page.evaluate("history.length")
    assert steps <= before_all + 1  # opening it is the only one
    frame.get_by_role("button", name="Play").click()
    before = "1800-01-01"
    for _ in range(3):  # the address follows, on a busy machine late
        becomes(page, partial(is_later, page, before), expected=True)
        before = named_day(page)
    # no touch of its own: what is on its way to the address belongs to the first
    frame.get_by_role("button", name="Pause").dispatch_event("click")
    wait_ready(page)
    played = shown_day(frame)
    settled_url(page, f"date={played}")
    assert page.evaluate("history.length") == steps + 1
    box = timeline(frame).bounding_box()
    assert box is not None
    across = [box["x"] + box["width"] * part for part in (0.3, 0.5, 0.7)]
    page.mouse.move(across[0], box["y"] + box["height"] / 2)
    page.mouse.down()
    for x in across:  # resting on the way, the finger down
        page.mouse.move(x, box["y"] + box["height"] / 2)
        becomes(page, lambda: f"date={shown_day(frame)}&" in page.url, expected=True)
    page.mouse.up()
    assert page.evaluate("history.length") == steps + 2
    page.go_back()
    settled_url(page, f"date={played}")
    becomes(frame, lambda: shown_day(frame), played)
    page.go_back()
    settled_url(page, "date=1800-01-01")
    becomes(frame, lambda: shown_day(frame), "1800-01-01")


def test_over_a_slow_line_no_move_is_thrown_back(page: Page) -> None:
    line = Line(page)
    frame = open_atlas(page, "/?date=1875-08-21&lang=en")
    timeline(frame).press("ArrowRight")
    # the panel and its fields are those of this day
    expect(page.locator(".panel h2 + p > b")).to_have_text("22 August 1875")
    expect(page.get_by_label("Go to a date")).to_have_count(1)  # those of the day before are gone
    line.hold()
    for key in ("End", "Home"):
        timeline(frame).press(key)
        line.answered()
    line.release()
    settled_url(page, "date=1600-01-01")
    expect(page.locator(".panel h2 + p > b")).to_have_text("1 January 1600")
    assert shown_day(frame) == "1600-01-01"


def test_a_date_and_a_moment_can_be_chosen_without_dragging(page: Page) -> None:
    page.add_init_script(WIRE)
    frame = open_atlas(page, "/?date=1875-08-21&lang=en")
    field = page.get_by_label("Go to a date")
    expect(field).to_have_value("21 August 1875")
    field.fill("30.08.1945")
    field.press("Enter")
    expect(frame.get_by_test_id("day")).to_have_attribute("datetime", "1945-08-30")
    settled_url(page, "date=1945-08-30")
    # the panel comes after the address, with fields of its own
    expect(page.locator(".panel h2 + p > b")).to_have_text("30 August 1945")
    # what the map tells once it rests has the panel drawn again, which shuts an open list
    rest(frame)
    page.wait_for_function(QUIET, arg=READY)
    page.locator("summary", has_text="Key moments").click()
    # a moment is found by its date or by what happened
    page.get_by_test_id("stSelectbox").get_by_role("combobox").fill("22 August 1875")
    page.get_by_role("option", name=re.compile("^22 August 1875 · ")).click()
    expect(frame.get_by_test_id("day")).to_have_attribute("datetime", "1875-08-22")
