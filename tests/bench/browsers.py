"""The same visits in Chromium, Firefox and WebKit: ``make browsers``.

Each opens every page, moves the map by its keys, opens the saved file, and looks again with the
settings that people need: forced colours, dark, no motion, text of 200 %. Then the plain files.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pages.ui.words import text
from tests.bench import plain
from tests.bench.drivers import Driver, firefox, until, webkit
from tests.bench.several import LANGUAGES, Findings
from tests.browser import chromium, files
from tests.browser.server import serve
from tests.browser.visit import MAP, READY
from tests.conftest import page_scripts

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from playwright.sync_api import Page

    Start = Callable[[], AbstractContextManager[Driver]]

VIEW = f"(document.querySelector({MAP!r})?.contentDocument ?? document)"
DAY = f"{VIEW}.querySelector('[data-testid=day]')?.getAttribute('datetime')"
TIMELINE = f"{VIEW}.querySelector('[data-testid=timeline]')"
HOLDERS = f"""[...{VIEW}.querySelectorAll('path[data-island]')]
    .map((path) => [path.dataset.island, path.dataset.controller]).sort()"""
# What a page lacks: islands seen, a timeline in reach, a page no wider than its window.
LACKS = f"""(() => {{
    const view = {VIEW}, look = view.defaultView, found = [];
    const line = {TIMELINE}?.getBoundingClientRect();
    if (!line || line.width < 100 || line.bottom > look.innerHeight + 1) found.push("timeline");
    if (document.documentElement.scrollWidth > innerWidth + 1) found.push("too wide");
    const paths = [...view.querySelectorAll("path[data-island]")];
    const drawn = (path) => {{
        const {{ fill, stroke, forcedColorAdjust }} = look.getComputedStyle(path);
        return fill !== stroke && forcedColorAdjust !== "auto-forced";
    }};
    if (!paths.length || !paths.every(drawn)) found.push("islands");
    const day = view.querySelector("[data-testid=day]").getBoundingClientRect();
    if (day.width < 20 || day.top < -8) found.push("date"); // a line is higher than its letters
    for (const one of view.querySelectorAll(".lenses, .menu, .legend")) {{
        const box = one.getBoundingClientRect();
        const apart = box.right <= day.left || box.left >= day.right ||
            box.bottom <= day.top || box.top >= day.bottom;
        if (!apart) found.push("date covered");
    }}
    return found;
}})()"""
# How a holder is filled without colour: what its pattern is drawn of, each colour as a tone of 32.
TONES = f"""(() => {{
    const view = {VIEW}, look = view.defaultView, found = {{}};
    const tone = (...parts) => Math.round((0.2 * parts[0] + 0.7 * parts[1] + 0.1 * parts[2]) / 8);
    const hex = (_, ...parts) => {{
        const three = parts.slice(0, 3).map((one) => parseInt(one, 16));
        return `tone ${{tone(...three)}}`;
    }};
    for (const path of view.querySelectorAll("path[data-island]")) {{
        const id = look.getComputedStyle(path).fill.match(/#[\\w-]+/);
        const drawn = id ? view.querySelector(id[0]).innerHTML : look.getComputedStyle(path).fill;
        found[path.dataset.controller] =
            drawn.replace(/#([0-9a-f]{{2}})([0-9a-f]{{2}})([0-9a-f]{{2}})/gi, hex);
    }}
    return found;
}})()"""
# How each browser is told what its reader needs.
FIREFOX_NEEDS = {
    "browser.display.document_color_use": 2,  # forced colours
    "layout.css.prefers-color-scheme.content-override": 0,  # dark
    "ui.prefersReducedMotion": 1,
    **{f"font.size.variable.{script}": 32 for script in ("x-western", "x-cyrillic", "x-unicode")},
}


class Chromium:
    """Chromium, over Playwright."""

    def __init__(self, page: "Page", version: str) -> None:
        self._page, self.name = page, f"Chromium {version}"

    def open(self, url: str) -> None:
        """Go to an address and wait until it has loaded."""
        self._page.goto(url)

    def run(self, code: str) -> Any:  # noqa: ANN401  # whatever the page returns
        """Return what a JavaScript expression is in the page, as JSON."""
        return self._page.evaluate(f"() => ({code})")

    def press(self, key: str) -> None:
        """Press a key where the focus is."""
        self._page.keyboard.press(key)

    def picture(self, path: Path) -> None:
        """Write what is seen into a PNG file."""
        path.write_bytes(self._page.screenshot())


@contextmanager
def _chromium(*, needs: bool = False) -> Iterator[Chromium]:
    with chromium.browser(*(["--blink-settings=defaultFontSize=32"] if needs else [])) as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        if needs:
            page.emulate_media(forced_colors="active", color_scheme="dark", reduced_motion="reduce")
        yield Chromium(page, browser.version)


def ready(driver: Driver) -> None:
    """Wait until the page's script has run to its end."""
    until(lambda: driver.run(f"Boolean(document.querySelector({READY!r}))"), "the page")


def pages(driver: Driver, url: str, findings: Findings) -> None:
    """Open every page, in one language after the other."""
    names = [path.stem for path in page_scripts()]
    wrong = []
    for number, name in enumerate(names):
        language = LANGUAGES[number % len(LANGUAGES)]
        path = "" if name == "dashboard" else name
        driver.open(f"{url}/{path}?date=1945-08-25&lang={language}")
        ready(driver)
        title = text.say(f"page.{path or 'map'}", language)
        if not until(lambda: driver.run("document.title"), "a title").startswith(title):
            wrong.append(name)
        if driver.run("document.querySelectorAll('[data-testid=stException]').length"):
            wrong.append(name)
    findings.say(f"{driver.name}: {len(names)} pages open, in three languages", not wrong, wrong)


def moves(driver: Driver, url: str, findings: Findings) -> "list[list[str]]":
    """Move the map by a key, and see panel and address follow; return who holds what then."""
    driver.open(f"{url}/?date=1875-08-21&lang=ja")
    ready(driver)
    until(lambda: driver.run(DAY) == "1875-08-21", "the map on its day")
    driver.run(f"{TIMELINE}.focus()")
    driver.press("ArrowRight")
    until(lambda: driver.run(DAY) == "1875-08-22", "the next day")
    holders: list[list[str]] = driver.run(HOLDERS)
    followed = until(
        lambda: driver.run("location.search.includes('date=1875-08-22')"), "the address"
    )
    findings.say(f"{driver.name}: a key moves the map, the address follows", followed)
    findings.say(f"{driver.name}: nothing lacks", not (lacking := driver.run(LACKS)), lacking)
    return holders


def saved(driver: Driver, url: str, findings: Findings) -> None:
    """Open the map in one file and step it."""
    driver.open(f"{url}/kuril-atlas-ru.html")
    until(lambda: driver.run(f"({HOLDERS}).length"), "islands")
    before = driver.run(DAY)
    driver.run(f"{TIMELINE}.focus()")
    driver.press("ArrowLeft")
    moved = until(lambda: driver.run(DAY) != before, "another day")
    findings.say(f"{driver.name}: the map in one file moves", moved)


def needed(driver: Driver, url: str, findings: Findings, folder: Path) -> None:
    """Look with forced colours, in the dark, without motion, with letters of 32 px."""
    holding = driver.run(
        "['(forced-colors: active)', '(prefers-color-scheme: dark)',"
        " '(prefers-reduced-motion: reduce)'].filter((one) => matchMedia(one).matches).length"
    )
    for day in ("1600-01-01", "1945-08-25", "2020-01-01"):
        driver.open(f"{url}/?date={day}&lang=ru")
        ready(driver)
        until(lambda day=day: driver.run(DAY) == day, "the map on its day")
        lacking = driver.run(LACKS)
        words = f"{driver.name}, {holding} needs of 3 and letters of 32 px, {day}: nothing lacks"
        findings.say(words, not lacking, lacking)
    driver.picture(folder / f"{driver.name.split()[0]}-needs.png")


def printed(url: str, findings: Findings, folder: Path) -> None:
    """Print days of many holders in grey: each must differ by its tone or its pattern."""
    with chromium.browser() as browser:
        page = browser.new_page(viewport={"width": 1123, "height": 794})
        for day in ("1800-01-01", "1860-01-01", "1945-08-25"):
            page.goto(f"{url}/?date={day}&lang=en")
            page.wait_for_selector(READY, state="attached")
            until(lambda day=day: page.evaluate(f"() => {DAY}") == day, "the map on its day")
            tones: dict[str, str] = page.evaluate(f"() => {TONES}")
            apart = len(set(tones.values())) == len(tones) > 1
            findings.say(f"Chromium, in grey, {day}: holders differ", apart, ", ".join(tones))
        page.pdf(path=folder / "printed.pdf", format="A4", landscape=True)


def visit(start: "Start", url: str, home: str, site: Path, findings: Findings) -> "list[list[str]]":
    """Make the visits in one browser: the app at ``url``, the plain files at ``home``."""
    with start() as driver:
        plain.noticed(driver, site, home, findings)
        plain.opened(driver, home, findings)
        plain.from_disk(driver, site, findings)
        pages(driver, url, findings)
        saved(driver, url, findings)
        return moves(driver, url, findings)


def main() -> None:
    """Make all visits; the exit code says whether all held."""
    findings = Findings()
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp())
    site = plain.written(folder / "atlas")
    with files.served(site) as home, serve() as server:
        seen = []
        engines: dict[str, Start] = {
            "Chromium": _chromium,
            "Firefox": partial(firefox, {}),
            "WebKit": webkit,
        }
        for name, start in engines.items():
            try:
                seen.append(visit(start, server.url, home, site, findings))
            except (RuntimeError, OSError) as error:
                findings.say(f"{name}: all visits", held=False, seen=error)
        same = len(seen) == 3 and all(one == seen[0] for one in seen)  # browsers
        findings.say("all three colour the same islands the same", same)
        for needing in (partial(_chromium, needs=True), partial(firefox, FIREFOX_NEEDS)):
            with needing() as driver:
                needed(driver, server.url, findings, folder)
        printed(server.url, findings, folder)
    print(f"{findings.failed} failed; pictures in {folder}")
    sys.exit(bool(findings.failed))


if __name__ == "__main__":
    main()
