"""The atlas on a school's machine and line: a slowed processor, 2 Mbit/s, 150 ms.

Both are told as ratios to an empty Streamlit page that has the same to bear in the same run.
"""

import statistics
from functools import partial
from typing import TYPE_CHECKING

from tests.bench import steps
from tests.bench.line import Line
from tests.bench.table import Table
from tests.browser import chromium
from tests.browser.server import Server, serve
from tests.browser.visit import open_atlas

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Frame

HEADING = "[data-testid=stHeading]"
TIMES = 4  # how many times slower the processor is
MBIT, TRAVEL = 2, 0.075  # the line's width; seconds, one way
VISITS = 3


def measure(
    table: Table, server: Server, island: str, day: str, focus: "Callable[[Frame], None]"
) -> None:
    """Measure steps and first visits so; ``focus`` puts the keyboard on the timeline."""
    with chromium.browser(*steps.UNLOCKED) as browser, steps.visit(browser, server.url) as page:
        frame = open_atlas(page)
        page.wait_for_timeout(2000)
        steps.slow(page, TIMES)
        done = steps.time_steps(page, partial(focus, frame), shapes=island, mark=day)
        table.row(f"step, processor slowed {TIMES} times, median", done.median, None, "ms")
        table.row(f"step, processor slowed {TIMES} times, p95", done.p95, 16, "ms")
    with chromium.browser() as browser, serve(steps.EMPTY) as nothing:
        for url in (server.url, nothing.url):
            steps.first_painted(browser, url, "[data-testid=stApp]")
        with (
            Line(server.url, mbit=MBIT, travel=TRAVEL).laid() as far,
            Line(nothing.url, mbit=MBIT, travel=TRAVEL).laid() as farther,
        ):
            ways = {
                f"processor slowed {TIMES} times": (server.url, nothing.url, TIMES, 1.25),
                f"over {MBIT} Mbit/s and {2000 * TRAVEL:g} ms": (far.url, farther.url, 1, 1.5),
            }
            for words, (full, empty, slower, budget) in ways.items():
                seen, atlas, floor = [], [], []
                for _ in range(VISITS):  # in turns, so that both see the same machine
                    seen.append(steps.first_painted(browser, full, island, slower))
                    atlas.append(steps.first_painted(browser, full, steps.MAPPED, slower))
                    floor.append(steps.first_painted(browser, empty, HEADING, slower))
                least, most = statistics.median(floor), statistics.median(seen)
                table.row(f"empty page, {words}, median", least, None, "ms")
                table.row(f"first island, {words}, median", most, budget * least, "ms")
                table.row("  against the empty page", most / least, budget)
                answers = statistics.median(atlas)
                table.row("  of the map that answers", answers, None, "ms")
                table.row("  against the empty page", answers / least, None)
