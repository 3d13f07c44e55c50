"""Find a Chromium to test with, or install one: ``python -m tests.browser.chromium``.

``python -m tests.browser.chromium early`` needs no package: it runs while those are installed, and
leaves what is no work of apt's to the other.
"""

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

COMMANDS = (
    "chromium-headless-shell",  # the same engine without windows: a third less work a page
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
# Playwright needs libatomic1, which a bare Debian lacks; without the fonts Japanese is boxes.
DEBIAN = ("libatomic1", "fonts-noto-cjk")
# The first that this Debian has.
DEBIAN_BROWSERS = ("chromium-headless-shell", "chromium")
FLAGS = (
    "--disable-gpu",  # machines without a screen have none
    "--disable-sync",  # Playwright silences the other background traffic, but neither sync
    "--disable-quic",  # nor QUIC, which no offline test could catch
    # nothing beyond this machine has an address
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


@cache
def find() -> str | None:
    """Return the path of an installed browser, Playwright's own included."""
    for place in (*map(shutil.which, COMMANDS), *APPLICATIONS):
        if place and Path(place).exists():
            return place
    return _of_playwright()


def _of_playwright() -> str | None:
    if not _playwright_runs():
        return None
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # may not be installed yet

    with sync_playwright() as playwright:
        place = playwright.chromium.executable_path
    return place if Path(place).exists() else None


def _playwright_runs() -> bool:
    command = [sys.executable, "-m", "playwright", "--version"]
    return not subprocess.run(command, check=False, capture_output=True).returncode


def install() -> None:
    """Install Debian's Chromium where apt may be used, Playwright's anywhere else."""
    if not of_debian():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def of_debian() -> bool:
    """Install Debian's Chromium where apt may be used; return whether it came."""
    apt = shutil.which("apt-get")
    as_root = _as_root()
    if apt is None or as_root is None:
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = [*as_root, apt, "install", "-y", "-qq", "--no-install-recommends", *DEBIAN]
    subprocess.run([*as_root, apt, "update", "-qq"], check=False, env=quiet)
    for name in DEBIAN_BROWSERS:
        found = subprocess.run([*command, name], check=False, env=quiet, stdout=subprocess.DEVNULL)
        if found.returncode == 0:
            return True
    return False


def _as_root() -> list[str] | None:
    if getattr(os, "geteuid", lambda: 1)() == 0:
        return []
    sudo = shutil.which("sudo")
    allowed = sudo and not subprocess.run([sudo, "-n", "true"], check=False).returncode
    return [sudo, "-n"] if sudo and allowed else None


@contextmanager
def browser(*flags: str) -> "Iterator[Browser]":
    """Run the browser that ``find`` finds, headless, until the block ends."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # see above

    place = find()
    if place is None:
        raise RuntimeError("No Chromium here: run `python -m tests.browser.chromium` once.")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=place, args=[*FLAGS, *flags])
        yield running
        running.close()


if __name__ == "__main__":
    if sys.argv[1:] == ["early"]:
        find() or of_debian()
        sys.exit()
    if not find() or not _playwright_runs():
        install()
        find.cache_clear()
    print(find() or sys.exit("Found no Chromium and could not install one."))
