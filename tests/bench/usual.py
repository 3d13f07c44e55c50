"""The ways a user would otherwise take, measured on the same islands in the same run."""

import statistics
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import steps, wire
from tests.bench.rivals import choropleth
from tests.browser import chromium
from tests.browser.server import serve
from tests.browser.visit import map_frame, open_page

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.bench.table import Table

RIVALS = Path(__file__).parent / "rivals"
DRAWN = "path.leaflet-interactive"
STEPS = 20
# What the atlas sets otherwise than Streamlit does, and what would cost these ways bytes.
DEFAULTS = {"STREAMLIT_GLOBAL_MIN_CACHED_MESSAGE_SIZE": "10000"}
SLOW = 400  # ms between key presses where these ways cannot keep up with a held key


def measure(table: "Table", folder: Path) -> None:
    """Measure each way's steps, bytes and empty frames; add them to the table."""
    for script, name in (
        ("rebuilt_map.py", "slider and rebuilt map"),
        ("feature_group.py", "slider and feature group"),
    ):
        with serve(RIVALS / script, **DEFAULTS) as server:
            with (
                chromium.browser(*steps.UNLOCKED) as browser,
                steps.visit(browser, server.url) as page,
            ):
                counted = wire.sockets(page)
                open_page(page)
                map_frame(page, DRAWN)
                page.wait_for_timeout(2000)
                counted.clear()
                done = steps.time_steps(page, partial(to_slider, page), shapes=DRAWN, steps=STEPS)
                each = counted.total / STEPS / 1000
            _rival(table, name, done)
            table.row(f"{name}: websocket, each step", each, None, "kB")
            with chromium.browser() as browser:
                steps.first_painted(browser, server.url, DRAWN)
                first = [steps.first_painted(browser, server.url, DRAWN) for _ in range(3)]
                table.row(f"{name}: first island painted", statistics.median(first), None, "ms")
                with steps.visit(browser, server.url) as page:
                    open_page(page)
                    map_frame(page, DRAWN)
                    held = steps.hold_key(page, partial(to_slider, page), shapes=DRAWN, gap=SLOW)
            table.row(f"{name}: empty frames, of {held.frames}", held.empty, None)
    libraries = choropleth.libraries(folder)
    if libraries is None:
        print("TimeSliderChoropleth: left out, its libraries need npm")
        return
    path = choropleth.save(folder)
    with chromium.browser(*steps.UNLOCKED) as browser, steps.visit(browser, "") as page:
        choropleth.stand_in(page.context, libraries)
        page.goto(path.as_uri())
        page.wait_for_selector(DRAWN, state="attached")
        focus = page.locator("input[type=range]").focus
        done = steps.time_steps(page, focus, shapes=DRAWN, steps=STEPS)
    _rival(table, "TimeSliderChoropleth file", done)
    table.row(
        "TimeSliderChoropleth file: size without libraries", path.stat().st_size / 1e6, None, "MB"
    )


def _rival(table: "Table", name: str, done: steps.Steps) -> None:
    table.row(f"{name}: step, median", done.median, None, "ms")
    table.row(f"{name}: step, p95", done.p95, None, "ms")


def to_slider(page: "Page") -> None:
    """Put the keyboard on a Streamlit slider."""
    page.get_by_role("slider").focus()
