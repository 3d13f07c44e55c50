"""Step a timeline with real key presses, and time what the reader sees."""

import statistics
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import TimeoutError  # noqa: A004  # Playwright's is another one

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from playwright.sync_api import Browser, Page

    from tests.bench.wire import Sockets

# Chromium paces an idle page at 60 Hz whatever its flags say; something must move all the time.
FREE_RUN = """() => {
  const dot = document.body.appendChild(document.createElement("div"));
  dot.style.cssText = "position: fixed; width: 1px; height: 1px";
  dot.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 1000, iterations: Infinity });
}"""
PROBE = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")
STEPS = 48
HELD = 40
MISSES = 4
GAP = 50  # ms between key presses while dragging: a held key's pace, shorter than a rest
# Frames as fast as they can be made: a step's time is then work, not the wait for a 60 Hz beat.
UNLOCKED = ("--disable-frame-rate-limit", "--disable-gpu-vsync")


@dataclass(frozen=True)
class Steps:
    """Milliseconds from key press to painted frame, empty frames, bytes while dragging."""

    times: tuple[float, ...]
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


def p95(values: "Sequence[float]") -> float:
    """Return the value that 95 % do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[-(-len(ordered) * 95 // 100) - 1]


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
    page.evaluate(FREE_RUN)
    focus()
    page.wait_for_timeout(500)
    page.evaluate("Object.assign(benchProbe, {steps: [], frames: 0, empty: 0})")
    missed = 0
    while missed < MISSES:
        count = page.evaluate("benchProbe.steps.length")
        if count >= steps:
            break
        page.keyboard.press("ArrowRight")
        try:
            page.wait_for_function(
                "count => benchProbe.steps.length > count", arg=count, polling=5, timeout=5_000
            )
        except TimeoutError:  # the timeline is at its end, or nothing changed: begin again
            missed += 1
            page.keyboard.press("Home")
            page.wait_for_timeout(1000)
        page.wait_for_timeout(GAP)
    found = page.evaluate("benchProbe")
    if not found["steps"]:
        raise RuntimeError("no key press changed the picture")
    return Steps(tuple(found["steps"]), found["frames"], found["empty"])


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
    page.wait_for_timeout(2000)
    page.evaluate("Object.assign(benchProbe, {steps: [], frames: 0, empty: 0})")
    if wire is not None:
        wire.clear()
    for _ in range(HELD):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(gap)
    dragged = wire.total if wire is not None else 0
    page.wait_for_timeout(1000)
    found = page.evaluate("benchProbe")
    return Steps(tuple(found["steps"] or [0.0]), found["frames"], found["empty"], dragged)


def first_painted(browser: "Browser", url: str, selector: str) -> float:
    """Return ms from the start of a first visit to the frame that paints ``selector``."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(f"({FIRST})({selector!r})")
    page = context.new_page()
    page.goto(url)
    page.wait_for_function("window.benchFirst", polling=20, timeout=30_000)
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
