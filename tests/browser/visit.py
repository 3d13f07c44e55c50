"""A reader's visit: open a page, find the map, read what it shows."""

import re
import sys
import time
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from pages.ui.browser.elements import state_of
from tests.conftest import page_scripts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from playwright.sync_api import Frame, Page

    from pages.ui.words.reader import Reader

# What the atlas is read on: width and height in pixels.
SIZES = {"desktop": (1440, 900), "tablet": (1024, 768), "phone": (390, 844)}
# The map page is at the root.
PAGES = ["" if script.stem == "dashboard" else script.stem for script in page_scripts()]
WITH_MAP = {"", "landings", "compare"}
# Connected and not running is also what a page is before its first run: then it has no element.
# A skeleton stands where Streamlit still fetches what draws an element.
READY = (
    "[data-testid=stApp][data-test-script-state=notRunning][data-test-connection-state=CONNECTED]"
    ":has([data-testid=stElementContainer]):not(:has([data-testid=stSkeleton]))"
)
APP, CONNECTED = "[data-testid=stApp]", "[data-test-connection-state=CONNECTED]"
MAP = "iframe[title*=folium], iframe[src*=streamlit_folium], [data-map] iframe"
SCROLL = "document.querySelector('[data-testid=stMain]').scrollTop"  # the page is a box
HOST = "http://localhost:9"  # where no server is: a test answers for it
# What may be filled in or pressed before the page's heading, or that of its map; links lead past.
EARLY = """() => {
    const first = document.querySelector('h1') ?? document.querySelector('iframe[title]');
    const asked = 'input, select, textarea, button, [role=button], [role=combobox]';
    return [...document.querySelectorAll(`:is(main, [data-testid=stMain]) :is(${asked})`)]
        .filter((one) => first.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING)
        .map((one) => one.ariaLabel || one.textContent);
}"""
CONTROLLERS = """() => Object.fromEntries([...document.querySelectorAll('path[data-island]')]
    .map((path) => [path.dataset.island, path.dataset.controller]))"""
# What passes need not be described: on a long page that is most of axe's work. The map's frame is
# asked by itself, so nobody waits for its answer; and a finding of "region" is never serious.
_VIOLATIONS: dict[str, Any] = {
    "resultTypes": ["violations"],
    "iframes": False,
    "rules": {"region": {"enabled": False}},
}
# Milliseconds: a cold server imports geopandas first, and the machine may be busy with others.
PATIENCE = 90_000
expect.set_options(timeout=PATIENCE)
REST = 150  # ms without a change before the map tells the server, and names what the day is about


def open_atlas(
    page: "Page", path: str = "/", *, viewport: tuple[int, int] | None = None
) -> "Frame":
    """Open the map page (``path`` may carry a query) and return its map, drawn."""
    open_page(page, path, viewport=viewport)
    return map_frame(page)


def open_page(page: "Page", path: str = "/", *, viewport: tuple[int, int] | None = None) -> None:
    """Open any page of the atlas and wait until its script has run and its elements are drawn."""
    if viewport is not None:
        page.set_viewport_size({"width": viewport[0], "height": viewport[1]})
    page.goto(path)
    wait_ready(page)
    page.wait_for_function("window.kurilFrame")  # a script runs a moment after it is drawn


def resize(page: "Page", width: int, height: int) -> None:
    """Give the window a size, and wait until all that heeds it has done so.

    The size is there at once; what hears of it is told before the next picture and in it.
    """
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_function(f"innerWidth === {width} && innerHeight === {height}")
    page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )


def wait_ready(page: "Page") -> None:
    """Wait until the page's script has run to its end and every element has what draws it."""
    page.wait_for_selector(READY, state="attached", timeout=PATIENCE)


def settled_url(page: "Page", pattern: str) -> None:
    """Wait until the address bar shows what ``pattern`` (a regular expression) matches."""
    expect(page).to_have_url(re.compile(pattern))


def map_frame(page: "Page | Frame", shape: str = "path[data-island]") -> "Frame":
    """Return the map's frame once it has drawn ``shape``."""
    element = page.wait_for_selector(MAP, state="attached", timeout=PATIENCE)
    frame = element.content_frame() if element is not None else None
    assert frame is not None, "the map has no frame"
    frame.wait_for_selector(shape, state="attached", timeout=PATIENCE)
    return frame


def rest(frame: "Frame") -> None:
    """Wait until the map has found its place in its room and has written its names there."""
    still = frame.evaluate(
        """async ([patience, rest]) => {
            // two frames and a while: what a change has set off by now has been drawn
            const frame = () => new Promise(requestAnimationFrame);
            const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
            await pause(rest); // a day that was shown just now is named after that
            const read = () => [...document.querySelectorAll('path[data-island], .labels .name')]
                .map((one) => [one.style.visibility, one.getBoundingClientRect()]);
            let before = null;
            for (const start = Date.now(); Date.now() - start < patience;) {
                await frame();
                await frame();
                await pause(100);
                const drawn = read();
                const now = JSON.stringify(drawn);
                if (now === before && drawn.some(([seen]) => seen === 'visible')) return true;
                before = now;
            }
            return false;
        }""",
        [PATIENCE, REST],
    )
    assert still, "the map does not come to rest"


def letters(page: "Page", size: int) -> None:
    """Have the browser write so many pixels large where no page says how large: text-only zoom."""
    sizes = {"standard": size, "fixed": size}
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})


def swipe(page: "Page", across: int, along: int) -> None:
    """Move one finger over the map by so many pixels."""
    line = page.context.new_cdp_session(page)
    x, y = page.evaluate("[innerWidth / 2, innerHeight / 2]")
    for part in range(11):
        point = {"x": x + across * part / 10, "y": y + along * part / 10}
        kind = "touchMove" if part else "touchStart"
        line.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
    line.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    line.detach()


def becomes(place: Any, read: "Callable[[], object]", expected: object) -> None:  # noqa: ANN401  # a page or a frame
    """Read until what is ``expected`` is found; fail with what was found last."""
    until = time.monotonic() + PATIENCE / 1000
    while (found := read()) != expected and time.monotonic() < until:
        place.wait_for_timeout(100)
    assert found == expected, f"{found} is not {expected}"


def _ordered(reader: "Reader") -> dict[str, Any]:
    """Return an order that is younger than every move of the map."""
    return asdict(state_of(reader)) | {"heard": sys.maxsize}


def order(frame: "Frame | Page", reader: "Reader") -> None:
    """Show what a reader looks at, as Python does; her ``seq`` must grow from order to order."""
    frame.evaluate("order => kurilAtlas.command(order)", _ordered(reader))


def orders(frame: "Frame | Page", readers: "Iterable[Reader]", read: str) -> list[Any]:
    """Show what many readers look at, one after the other; return what ``read`` reads of each."""
    states = [_ordered(replace(reader, seq=seq)) for seq, reader in enumerate(readers, 1)]
    found: list[Any] = frame.evaluate(
        f"""async (orders) => {{
            const read = {read};
            const found = [];
            for (const order of orders) {{
                await kurilAtlas.command(order);
                found.push(read());
            }}
            return found;
        }}""",
        states,
    )
    return found


def shown_day(frame: "Frame") -> str:
    """Return the day the map shows, as YYYY-MM-DD."""
    return frame.get_by_test_id("day").get_attribute("datetime") or ""


def controllers(frame: "Frame | Page") -> dict[str, str]:
    """Return the class each island is drawn with, by island id."""
    shown: dict[str, str] = frame.evaluate(CONTROLLERS)
    return shown


def violations(place: Any, *, colours: bool = True) -> list[str]:  # noqa: ANN401  # a page or a frame
    """Return what axe finds serious or critical in a page or in the map's frame.

    Contrasts are half of its work: without ``colours`` they are left out, having been looked at.
    """
    rules = _VIOLATIONS["rules"] | {"color-contrast": {"enabled": colours}}
    return [
        f"{found['id']}: {[node['target'] for node in found['nodes']]}"
        for found in Axe().run(place, options=_VIOLATIONS | {"rules": rules}).response["violations"]
        if found["impact"] in {"serious", "critical"}
    ]
