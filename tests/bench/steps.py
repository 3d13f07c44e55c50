"""Step a timeline with real key presses, and time what the reader sees."""

import statistics
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from playwright.sync_api import Browser, Frame, Page

    from tests.bench.wire import Sockets

# An island on a map that can be moved, no picture of one.
MAPPED = ".leaflet-container path[data-island]"
EMPTY = Path(__file__).with_name("empty.py")
PROBE = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")
STEPS = 48
HELD = 40
MISSES = 4
PATIENCE = 5_000  # ms until a key press counts as missed
LONGEST = 90_000  # ms until a first visit is given up
# Before the page's own scripts, which let nobody else hear the timeline's keys.
KEYS = """addEventListener("keydown", (event) => {
  window.benchPressed = performance.timeOrigin + event.timeStamp;
}, { capture: true });"""
REST = 150  # ms the reader holds still before Python is told
# ms until a rest at the timeline's beginning has been answered, on a slowed processor too; what a
# rest costs is measured by itself
SETTLE = 2000
SETTLED = """() => {
  if ("benchSettled" in window) return;
  window.benchSettled = 0;
  const painted = () => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { window.benchSettled = performance.now(); };
    port2.postMessage(null);
  });
  new MutationObserver(painted).observe(
    document.querySelector("[data-testid=stApp]"),
    { subtree: true, childList: true, characterData: true, attributes: true,
      attributeFilter: ["data-test-script-state", "d", "href"] },
  );
}"""
CLEAR = "Object.assign(benchProbe, {steps: [], waits: [], frames: 0, empty: 0})"
GAP = 50  # ms between key presses while dragging: a held key's pace, shorter than a rest
# So that no frame is held back because the last one waits for the screen's beat to be shown.
UNLOCKED = ("--disable-frame-rate-limit", "--disable-gpu-vsync")


@dataclass(frozen=True)
class Steps:
    """Milliseconds from key press to painted frame, empty frames, bytes while dragging.

    ``times`` leave out the ``waits`` for the screen's beat and the probe's look (see probe.js).
    """

    times: tuple[float, ...]
    waits: tuple[float, ...]
    frames: int
    empty: int
    dragged: int = 0

    @property
    def median(self) -> float:
        """Half of the steps are faster."""
        return statistics.median(self.times)

    @property
    def p95(self) -> float:
        """19 of 20 steps are faster."""
        return p95(self.times)


@contextmanager
def visit(browser: "Browser", url: str) -> "Iterator[Page]":
    """Open a page in a fresh profile."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, base_url=url)
    context.add_init_script(KEYS)
    try:
        yield context.new_page()
    finally:
        context.close()


def p95(values: "Sequence[float]") -> float:
    """Return the value that 95 % do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[-(-len(ordered) * 95 // 100) - 1]


def to_timeline(frame: "Frame") -> None:
    """Put the keyboard on the atlas's timeline, at its beginning."""
    frame.get_by_test_id("timeline").focus()
    frame.page.keyboard.press("Home")


def rests(page: "Page", count: int) -> list[float]:
    """Return ms from each of ``count`` rests on the next moment until nothing changes any more.

    A rest at which nothing on the page around the map changes is left out.
    """
    page.evaluate(SETTLED)
    times = []
    for _ in range(count):
        pressed = float(page.evaluate("performance.now()"))
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(1500)
        last = float(page.evaluate("benchSettled"))
        if last > pressed:
            times.append(last - pressed - REST)
    return times


def time_steps(
    page: "Page",
    focus: "Callable[[], None]",
    *,
    shapes: str,
    mark: str = "",
    steps: int = STEPS,
) -> Steps:
    """Press Right ``steps`` times, each when the last one has been painted.

    ``focus`` puts the keyboard on the timeline, ``shapes`` selects the islands' paths,
    ``mark`` an element whose datetime tells the day.
    """
    page.evaluate(PROBE, [shapes, mark])
    focus()
    page.wait_for_timeout(SETTLE)
    page.evaluate(CLEAR)
    count = missed = 0
    while count < steps and missed < MISSES:
        page.keyboard.press("ArrowRight")
        # asked once: asked every few milliseconds, a slowed page comes to rest between two presses
        now = page.evaluate("(asked) => benchProbe.after(...asked)", [count, PATIENCE])
        if now == count:  # the timeline is at its end, or nothing changed: begin again
            missed += 1
            page.keyboard.press("Home")
            page.wait_for_timeout(SETTLE)
            now = page.evaluate("benchProbe.steps.length")
        count = now
        page.wait_for_timeout(GAP)
    found = page.evaluate("benchProbe")
    if not found["steps"]:
        raise RuntimeError("no key press changed the picture")
    return Steps(tuple(found["steps"]), tuple(found["waits"]), found["frames"], found["empty"])


def hold_key(
    page: "Page",
    focus: "Callable[[], None]",
    *,
    shapes: str,
    gap: int = 33,
    wire: "Sockets | None" = None,
) -> Steps:
    """Press Right every ``gap`` ms without waiting for the picture, and count empty frames.

    ``wire`` has counted the bytes until the last press, before the reader rests.
    """
    page.evaluate(PROBE, [shapes, ""])
    focus()
    page.wait_for_timeout(SETTLE)
    page.evaluate(CLEAR)
    if wire is not None:
        wire.clear()
    for _ in range(HELD):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(gap)
    dragged = wire.total if wire is not None else 0
    page.wait_for_timeout(1000)
    found = page.evaluate("benchProbe")
    times, waits = tuple(found["steps"] or [0.0]), tuple(found["waits"])
    return Steps(times, waits, found["frames"], found["empty"], dragged)


def slow(page: "Page", times: int) -> None:
    """Slow the page's processor so many times from now on."""
    line = page.context.new_cdp_session(page)
    line.send("Emulation.setCPUThrottlingRate", {"rate": times})


def first_painted(browser: "Browser", url: str, selector: str, times: int = 1) -> float:
    """Return ms from the start of a first visit to the frame that paints ``selector``.

    The processor is slowed so many ``times``.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(f"({FIRST})({selector!r})")
    page = context.new_page()
    slow(page, times)
    page.goto(url, timeout=LONGEST)
    page.wait_for_function("window.benchFirst", polling=20, timeout=LONGEST)
    first = float(page.evaluate("benchFirst"))
    context.close()
    return first


# Runs in the top window, which looks into the frames as they come.
FIRST = """selector => {
  if (window !== top) return;
  const look = () => {
    const frames = [...document.querySelectorAll("iframe")].map(frame => frame.contentDocument);
    const shapes = [document, ...frames].map(view => view?.querySelector(selector));
    if (shapes.some(shape => shape?.getBoundingClientRect().width)) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { window.benchFirst ??= performance.now(); };
      port2.postMessage(null);
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
}"""
