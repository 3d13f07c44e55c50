"""Do the eight jobs of a reader again and print what they cost: ``make readers``.

A pupil, a teacher with a clicker, a phone, a keyboard, a student, a teacher's materials, sizes
and paper: clicks, pixels, stops and places, never times. The first column is what version 0.1.0
had; "-" where nothing was measured. The tests hold what is a promise; this shows the figures.
"""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from geodata import load_atlas
from pages.ui.browser import export
from pages.ui.words.reader import Reader
from tests.browser import chromium
from tests.browser.server import serve
from tests.browser.test_screens import FIRST_SCREEN, SCREENS, WHOLE
from tests.browser.test_stage import LEAST, SIZES_SEEN
from tests.browser.visit import map_frame, open_atlas, open_page, rest, shown_day

Rows = Iterator[tuple[str, object, object]]
CLICKS = 20  # of "next change", one after the other
STORY = ["1855-02-07", "1875-08-22", "1945-08-18", "1952-04-28"]
HELD = "[...document.querySelectorAll('{}')].map((node) => node.textContent.trim())"
PLACE = "document.querySelector('.step:last-of-type').getBoundingClientRect()"
CONTRAST = r"""() => {
    const light = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map(Number)
        .map((part) => part / 255)
        .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
    const coast = light(getComputedStyle(document.querySelector('path.land')).stroke);
    const sea = light(getComputedStyle(document.querySelector('.stage')).backgroundColor);
    return Math.round(100 * (Math.max(coast, sea) + 0.05) / (Math.min(coast, sea) + 0.05)) / 100;
}"""
SMALL = """() => [...document.querySelectorAll('button, summary, select, .lenses label')]
    .filter((node) => node.checkVisibility() && node.getBoundingClientRect().width)
    .map((node) => node.getBoundingClientRect())
    .reduce((least, { width, height }) => Math.min(least, width, height), 999)"""


def pupil(page: Page) -> Rows:
    """Yield what a pupil on a tablet is told before she touches anything, and one tap later."""
    frame = open_atlas(page, "/?lang=en", viewport=(1024, 768))
    rest(frame)
    yield "the first card says", "-", frame.locator(".door h2").inner_text().replace("\n", " ")
    yield "ways in on it", 0, frame.locator(".door .way").count()
    page.keyboard.press("Escape")
    rest(frame)
    seen = frame.evaluate(
        "[...document.querySelectorAll('.labels .place')]"
        ".filter((node) => node.style.visibility === 'visible')"
        ".map((node) => node.querySelector('b').textContent)"
    )
    yield "neighbours named on the map", "none", ", ".join(seen)
    frame.locator(".mark", has_text="1855").click()
    yield "one tap on the printed 1855 shows", "nothing", shown_day(frame)
    yield "and says", "-", frame.locator(".caption").inner_text()
    for day in STORY:
        open_atlas(page, f"/?date={day}&lang=en")
        links = page.locator(".panel a[href*='treaties'], .panel a[href*='chronicle']")
        yield f"links from {day} to cards and entries", 0, links.count()


def teacher(page: Page) -> Rows:
    """Yield what a clicker does at a projector, and how large things are there."""
    frame = open_atlas(page, "/?date=1855-01-01&lang=en", viewport=(1024, 768))
    rest(frame)
    days = set()
    for _ in range(10):
        page.keyboard.press("PageDown")
        page.wait_for_timeout(150)
        days.add(shown_day(frame))
    yield "moments ten presses of PageDown show", 0, len(days)
    tops = set()
    for _ in range(CLICKS):
        frame.locator(".step").last.click()
        tops.add(round(frame.evaluate(f"{PLACE}.top")))
    yield "y of Next in 20 clicks", "-621 to 1099", f"{min(tops)} to {max(tops)}"
    page.keyboard.press("p")
    rest(frame)
    sizes = frame.evaluate(SIZES_SEEN, LEAST)
    before = {"h1": 30.4, ".caption": 16, ".labels .name b": 14.7, ".marks span": 12.2}
    for part, size in sizes.items():
        yield f"px of {part} on the stage (>= {LEAST[part]})", before[part], round(size, 1)
    yield "contrast of coast and sea there (>= 3)", 1.2, frame.evaluate(CONTRAST)


def phone(page: Page) -> Rows:
    """Yield what stands in a phone's first screen and how large what a finger hits is."""
    frame = open_atlas(page, "/?date=1945-08-25&lang=en", viewport=(390, 664))
    rest(frame)
    for name, part, before in (("timeline", ".track", 767), ("play", ".play", "below")):
        foot = frame.evaluate(f"document.querySelector('{part}').getBoundingClientRect().bottom")
        top = page.evaluate("document.querySelector('iframe[title]').getBoundingClientRect().top")
        yield f"foot of {name} (<= 664)", before, round(foot + top)
    yield "least side of a target, touch (>= 44)", 30, round(frame.evaluate(SMALL))


def keyboard(page: Page) -> Rows:
    """Yield how many presses of Tab lead to the timeline on telling days."""
    for day, before in (("1855-02-07", 24), ("1945-08-18", 26), ("1945-09-05", 46)):
        frame = open_atlas(page, f"/?date={day}&lang=en", viewport=(1280, 800))
        slider = frame.get_by_test_id("timeline")
        stops = 0
        while not slider.evaluate("node => node === document.activeElement && document.hasFocus()"):
            page.keyboard.press("Tab")
            stops += 1
            if stops > 99:  # it is not reached
                break
        yield f"Tab stops to the timeline, {day} (<= 15)", before, stops
    frame = open_atlas(page, "/?date=1945-08-25&island=iturup&lang=en")
    page.keyboard.press("Escape")
    page.wait_for_timeout(1500)
    yield "Escape closes an island's card", "no", "no" if "island=" in page.url else "yes"


def student(page: Page) -> Rows:
    """Yield what a Russian student finds of the order of battle, and can cite."""
    open_page(page, "/landings?lang=ru", viewport=(1280, 800))
    frame = map_frame(page)
    rest(frame)
    yield "landings open on (18 August)", "1945-09-05", shown_day(frame)
    top = page.evaluate("document.querySelector('.sheet h2').getBoundingClientRect().top")
    yield "y of what is below the map, window 800", "7469 px of wheel", round(top)
    yield "records there that cite themselves", 0, page.locator("details.cite").count()
    open_page(page, "/sources?lang=ru")
    page.wait_for_selector("[data-testid=stDownloadButton] >> nth=5", state="attached")
    formats = page.evaluate(
        "[...new Set([...document.querySelectorAll('[data-testid=stDownloadButton] button')]"
        ".map((node) => node.textContent.trim().split('.').at(-1)))].join(' ')"
    )
    yield "formats to take home", "csv toml geojson", formats


def materials(page: Page) -> Rows:
    """Yield what a teacher can take from a view."""
    frame = open_atlas(page, "/?date=1945-08-25&lang=en", viewport=(1280, 800))
    frame.locator(".share summary").click()
    yield "in the share menu", "-", ", ".join(frame.evaluate(HELD.format(".share .entries button")))
    with tempfile.TemporaryDirectory() as folder:
        atlas = load_atlas()
        path = Path(folder) / "atlas.html"
        written = export.single_file(Reader(atlas, "en", atlas.as_of))
        path.write_text(written, encoding="utf-8")
        yield "kB of the offline file (<= 1000)", 797, round(path.stat().st_size / 1000)


def sizes(page: Page) -> Rows:
    """Yield what does not stand in the first screen at each size, after turning, and on paper."""
    frame = open_atlas(page, "/?date=1945-08-25&lang=en", viewport=(820, 1180))
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(f"innerWidth === {width} && innerHeight === {height}")
        rest(frame)
        page.wait_for_timeout(500)
        found = frame.evaluate(FIRST_SCREEN)
        wrong = {key: value for key, value in found.items() if value != WHOLE[key]}
        yield f"missing at {width} x {height}", "-", wrong or "nothing"
    for landscape, before in ((False, 6), (True, 8)):
        paper = page.pdf(format="A4", landscape=landscape).count(b"/Type /Page\n")
        yield f"pages of A4, {'lying' if landscape else 'upright'} (1 to 2)", before, paper


def main() -> None:
    """Do the jobs, each in a page of its own; one that cannot be done says why."""
    jobs: list[tuple[str, Callable[[Page], Rows], dict[str, Any]]] = [
        ("1 pupil", pupil, {"has_touch": True}),
        ("2 teacher", teacher, {}),
        ("3 phone", phone, {"has_touch": True, "is_mobile": True}),
        ("4 keyboard", keyboard, {}),
        ("5 student", student, {}),
        ("6 materials", materials, {}),
        ("7 sizes and paper", sizes, {}),
    ]
    with serve() as server, chromium.browser() as browser:
        for title, job, options in jobs:
            print(f"\n{title:<48} {'0.1.0':<18} now")
            context = browser.new_context(base_url=server.url, locale="en-GB", **options)
            try:
                for what, before, now in job(context.new_page()):
                    print(f"{what:<48} {before!s:<18} {now}", flush=True)
            except Exception as error:  # noqa: BLE001  # one job must not hide the others
                print(f"not done: {type(error).__name__}: {str(error).splitlines()[0]}")
            context.close()


if __name__ == "__main__":
    main()
