"""Measure the atlas against its budgets and the usual ways: ``make bench``."""

import asyncio
import re
import statistics
import tempfile
import time
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg

from geodata import load_atlas
from tests.bench import readers, site, slower, steps, usual, wire
from tests.bench.table import Table
from tests.browser import chromium
from tests.browser.server import Server, serve
from tests.browser.visit import open_atlas

if TYPE_CHECKING:
    from collections.abc import Callable

ISLAND = "path[data-island]"
DAY = "[data-testid=day]"
FIRST_VISITS = 7
RESTS = 20
SESSIONS = 50


def dragging(table: Table, server: Server) -> None:
    """Time the atlas's steps; count bytes and empty frames."""
    with chromium.browser(*steps.UNLOCKED) as browser, steps.visit(browser, server.url) as page:
        frame = open_atlas(page)
        page.wait_for_timeout(2000)
        focus = partial(steps.to_timeline, frame)
        done = steps.time_steps(page, focus, shapes=ISLAND, mark=DAY)
        table.row("step, key press to painted frame, median", done.median, None, "ms")
        table.row("step, key press to painted frame, p95", done.p95, 8, "ms")
        waited = statistics.median(done.waits)
        table.row("  wait for the screen's 60 Hz, left out above, median", waited, None, "ms")
    with chromium.browser() as browser, steps.visit(browser, server.url) as page:
        frame = open_atlas(page)
        focus = partial(steps.to_timeline, frame)
        held = steps.hold_key(page, focus, shapes=ISLAND, wire=wire.sockets(page))
        table.row(f"frames with an empty map, of {held.frames}, key held", held.empty, 0)
        table.row("bytes over the websocket while dragging", held.dragged, 0, "B")


def resting(table: Table, server: Server) -> BackMsg | None:
    """Time from the last key press until all is up to date, and count what it costs."""
    with chromium.browser() as browser, steps.visit(browser, server.url) as page:
        counted = wire.sockets(page)
        frame = open_atlas(page)
        steps.to_timeline(frame)
        page.wait_for_timeout(2500)
        times, costs, totals = [], [], []
        for _ in range(RESTS):
            counted.clear()
            times += steps.rests(page, 1)
            costs.append(counted.to_the_map())
            totals.append(counted.total)
        if times:
            table.row(
                "after rest, panel and chart up to date, median",
                statistics.median(times),
                None,
                "ms",
            )
            table.row("after rest, panel and chart up to date, p95", steps.p95(times), 250, "ms")
        else:
            print("after rest: nothing on the page changed")
        table.row("after rest, sent to the map, most", max(costs) / 1000, None, "kB")
        table.row(
            "after rest, all websocket bytes before the line packs them, median",
            statistics.median(totals) / 1000,
            None,
            "kB",
        )
        return counted.last_rerun


def first_visit(table: Table, server: Server) -> None:
    """Compare the first visit to a warm server with an empty page, and a tour's with the map's."""
    tour = f"{server.url}/?{urlencode({'tour': next(iter(load_atlas().guided))})}"
    with chromium.browser() as browser, serve(steps.EMPTY) as nothing:
        for url in (server.url, nothing.url):
            steps.first_painted(browser, url, "[data-testid=stApp]")
        seen, atlas, empty, told = [], [], [], []
        for _ in range(FIRST_VISITS):  # in turns, so that both see the same machine
            seen.append(steps.first_painted(browser, server.url, ISLAND))
            atlas.append(steps.first_painted(browser, server.url, steps.MAPPED))
            empty.append(steps.first_painted(browser, nothing.url, "[data-testid=stHeading]"))
            told.append(steps.first_painted(browser, tour, ".tour h2"))
        floor = statistics.median(empty)
        table.row("first element of an empty Streamlit page, median", floor, None, "ms")
        sooner = statistics.median(seen)
        table.row("first island painted, warm server, median", sooner, 1.25 * floor, "ms")
        first = statistics.median(atlas)
        table.row("  of the map that answers", first, 1.25 * floor, "ms")
        stop = statistics.median(told)
        table.row(
            "a tour's first stop, against the map's first island, median", stop, 1.2 * first, "ms"
        )
        with steps.visit(browser, server.url) as page:
            responses = wire.transfers(page)
            counted = wire.sockets(page)
            open_atlas(page)
            page.wait_for_timeout(3000)
            sizes = wire.beyond_streamlit(responses)
            sizes["websocket"] = wire.zipped(counted.received)
            table.row(
                "first visit beyond Streamlit's own files, gzip",
                sum(sizes.values()) / 1000,
                320,
                "kB",
            )
            for path, size in sorted(sizes.items(), key=lambda item: -item[1])[:6]:
                table.row(f"  {path[-58:]}", size / 1000, None, "kB")


def crowd(table: Table, template: BackMsg | None) -> None:
    """Measure many sessions: memory, and settle reruns a second."""
    with serve() as fresh:
        resident = asyncio.run(wire.Crowd(fresh.url, SESSIONS).memory(fresh.pid))
        table.row(f"resident memory, {SESSIONS} sessions", resident / 1e6, 260, "MB")
        if template is None:
            print("settle reruns: the page asked for none")
            return
        days = load_atlas().moments()
        requests = [_on_day(template, day) for day in days]
        rate = asyncio.run(wire.Crowd(fresh.url, 10).reruns(requests))
        table.floor("settle reruns one process serves", rate, 25, "/s")
        between = sum(readers.PAUSE) / 2
        table.row("  readers who rest every few seconds, that fill it", rate * between, None)


def _on_day(template: BackMsg, day: date) -> BackMsg:
    request = BackMsg()
    request.CopyFrom(template)
    for state in request.rerun_script.widget_states.widgets:
        if state.HasField("json_value"):
            state.json_value = re.sub(r"\d{4}-\d\d-\d\d", day.isoformat(), state.json_value)
    return request


def exported(table: Table, folder: Path) -> None:
    """Measure the single file, and its steps with ten times the islands and moments."""
    from pages.ui.browser.export import single_file  # noqa: PLC0415  # the rows before do without it
    from pages.ui.words.reader import Reader  # noqa: PLC0415  # likewise
    from tests.bench.synthetic import TIMES, enlarge  # noqa: PLC0415  # likewise

    small = folder / "atlas.html"
    day = date(1945, 8, 25)
    small.write_text(single_file(Reader(load_atlas(), "en", day)), encoding="utf-8")
    table.row("exported single file", small.stat().st_size / 1e6, 1, "MB")
    real, outside = _file_steps(small)
    table.row("addresses the exported file asks for", outside, 0)
    data = enlarge(folder)
    start = time.perf_counter()
    bigger = load_atlas(data)
    table.row(f"load_atlas, {TIMES} x islands and moments", time.perf_counter() - start, 2, "s")
    print(f"  ({len(bigger.islands)} islands, {len(bigger.moments())} moments)")
    large = folder / "large.html"
    large.write_text(single_file(Reader(bigger, "en", day)), encoding="utf-8")
    synthetic, _ = _file_steps(large)
    table.row("step of the exported file, median", real.median, None, "ms")
    table.row(
        f"step, {TIMES} x islands and moments, median", synthetic.median, TIMES * real.median, "ms"
    )


def _file_steps(path: Path) -> tuple[steps.Steps, int]:
    with chromium.browser(*steps.UNLOCKED) as browser, steps.visit(browser, "") as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        page.wait_for_selector(ISLAND, state="attached")
        outside = sum(not url.startswith(("file:", "data:", "blob:")) for url in asked)
        focus = partial(steps.to_timeline, page.main_frame)
        return steps.time_steps(page, focus, shapes=ISLAND, mark=DAY), outside


def main() -> None:
    """Measure everything; a part that cannot be measured says why and the rest goes on."""
    table = Table()
    print("A step: from the key's time stamp to the painted frame, but for the wait for 60 Hz.")
    with tempfile.TemporaryDirectory() as name, serve() as server:
        folder = Path(name)
        table.head()
        template: BackMsg | None = None

        def rest() -> None:
            nonlocal template
            template = resting(table, server)

        parts: list[tuple[str, Callable[[], None]]] = [
            ("dragging", partial(dragging, table, server)),
            ("after rest", rest),
            ("first visit", partial(first_visit, table, server)),
            (
                "a slow processor, a narrow line",
                partial(slower.measure, table, server, ISLAND, DAY, steps.to_timeline),
            ),
            ("many readers", lambda: crowd(table, template)),
            ("a class at once", partial(readers.measure, table)),
            ("browsers beside a class", partial(readers.beside, table)),
            ("a class on a narrow line", partial(readers.slowly, table)),
            ("visits come and gone", partial(readers.leaving, table)),
            ("the plain files", partial(site.measure, table, server, steps.MAPPED, folder)),
            ("exported file and ten times the data", partial(exported, table, folder)),
            ("the usual ways", partial(usual.measure, table, folder)),
        ]
        for words, part in parts:
            table.title(words)
            try:
                part()
            except Exception as error:  # noqa: BLE001  # one part must not hide the others
                print(f"not measured: {type(error).__name__}: {str(error).splitlines()[0]}")
                table.missed.append(words)
    print(f"\nover budget: {'; '.join(table.missed) or 'nothing'}")


if __name__ == "__main__":
    main()
