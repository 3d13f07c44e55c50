"""The plain files beside the app: the first island of both in one run, and what a visit weighs."""

import statistics
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from pages.ui.__main__ import PLANS
from pages.ui.site import write
from pages.ui.site.plan import stem
from pages.ui.words.tongues import FALLBACK, TONGUES
from tests.bench import steps
from tests.bench.table import Table
from tests.browser import chromium, files
from tests.browser.server import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser

VISITS = 7
RATIO = 0.4  # of the app's first island


def measure(table: Table, server: Server, island: str, folder: Path) -> None:
    """Write the site into a folder; time its first island, weigh each page in each language."""
    site = folder / "atlas"
    write.write(site, PLANS, told=lambda _: None)
    with files.served(site) as home, chromium.browser() as browser:
        place = f"{home}/{FALLBACK}/index.html"
        for url in (server.url, place):
            steps.first_painted(browser, url, island)
        app, plain = [], []
        for _ in range(VISITS):  # in turns, so that both see the same machine
            app.append(steps.first_painted(browser, server.url, island))
            plain.append(steps.first_painted(browser, place, island))
        usual, first = statistics.median(app), statistics.median(plain)
        table.row("first island of the app, warm, median", usual, None, "ms")
        table.row("first island of the plain files, median", first, RATIO * usual, "ms")
        table.row("  against the app", first / usual, RATIO)
        for words, mapped, budget in (
            ("heaviest first visit with a map", True, files.FIRST_VISIT),
            ("heaviest page without a map", False, files.TEXT_PAGE),
        ):
            weights = _weights(browser, home, site, mapped=mapped)
            heaviest = max(weights, key=weights.__getitem__)
            table.row(f"{words}, gzip: {heaviest}", weights[heaviest] / 1000, budget / 1000, "kB")


def _weights(browser: "Browser", home: str, site: Path, *, mapped: bool) -> dict[str, int]:
    """Return the bytes, gzip, of a first visit to each page that has a map, or has none."""
    weights = {}
    plans = [plan for plan in PLANS if bool(plan.map) is mapped]
    for language, plan in product(TONGUES, plans):
        name = f"{language}/{stem(plan.page, {})}.html"
        with steps.visit(browser, home) as page:
            asked = files.asked(page)
            page.goto(f"{home}/{name}", wait_until="networkidle")
            weights[name] = files.weight(site, home, asked)
    return weights
