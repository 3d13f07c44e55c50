"""What goes wrong on a bad day, done to real servers and readers: ``make baddays``.

Says of each what a reader sees and whether it is what we promise. What can be tried without a
server is in tests/geodata (damaged data) and tests/browser (restarts, shapes that do not come).
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from pages.ui.words import text
from tests.bench import steps
from tests.bench.line import Line
from tests.bench.several import LANGUAGES, Findings, reader
from tests.browser import chromium
from tests.browser.line import held_up
from tests.browser.server import DASHBOARD, ROOT, Server, Start, free_port, serve
from tests.browser.visit import APP, CONNECTED, MAP, PATIENCE, map_frame

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ISLAND = "path[data-island]"
NOTE = "#waiting"
START = 60.0  # seconds a server may take
DAMAGE: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "cut short": ("islands.geojson", lambda content: content[: len(content) // 2]),
    "with a byte flipped": ("control.csv", lambda content: b"\x8e" + content[1:]),
    "with a row twice": ("title.csv", lambda content: content + content.splitlines()[1]),
    "with a number that is none": (
        "land.geojson",
        lambda content: content.replace(b"[1", b"[NaN, 1", 1),
    ),
    "empty": ("sources.toml", lambda content: content[:0]),
}


def damaged(findings: Findings) -> None:
    """Start on data that is missing or damaged: it must end with the list and never be well."""
    for words, (name, damage) in DAMAGE.items():
        with atlas() as folder:
            path = folder / "geodata" / "data" / name
            path.write_bytes(damage(path.read_bytes()))
            _ends(findings, f"{name} {words}", folder, name)
    with atlas() as folder:
        (folder / "geodata" / "data" / "title.csv").unlink()
        _ends(findings, "title.csv missing", folder, "title.csv")


@contextmanager
def atlas() -> Iterator[Path]:
    """Copy the atlas, to be damaged."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("geodata", "pages", ".streamlit"):
            shutil.copytree(ROOT / part, folder / part)
        shutil.copy(ROOT / "dashboard.py", folder)
        yield folder


def _ends(
    findings: Findings, what: str, folder: Path, told: str, before: tuple[str, ...] = ()
) -> None:
    port = free_port()
    command = [*before, sys.executable, "-m", "streamlit", "run", "dashboard.py"]
    command += [f"--server.port={port}", "--server.headless=true"]
    command += ["--server.address=127.0.0.1", "--browser.serverAddress=127.0.0.1"]
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    well = False
    until = time.monotonic() + START
    while process.poll() is None and time.monotonic() < until:
        well = well or health(f"http://127.0.0.1:{port}") == 200
        time.sleep(0.2)
    process.kill()
    output = process.communicate()[0]
    listed = "The atlas does not start." in output and told in output
    held = listed and not well and "Traceback" not in output
    line = next((line for line in output.splitlines() if told in line), "").strip()[:90]
    findings.say(f"{what}: no server, its health never ok, the list once", held, line)


def health(url: str) -> int:
    """Return the status of a server's health; 0 where nobody answers."""
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=5) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return 0


def odd_places(findings: Findings, browser: "Browser") -> None:
    """Serve under another locale and time zone, on a read-only system, and with a full disk."""
    settings = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "TZ": "Pacific/Kiritimati"}
    with logged() as log, serve(DASHBOARD, Start(log=log), **settings) as server:
        words = ", ".join(f"{name}={value}" for name, value in settings.items())
        _reads(findings, words, browser, server.url, log)
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("unshare")):
        print("left out: a read-only system and a full disk, which only root may make")
        return
    with tempfile.TemporaryDirectory() as place, logged() as log:
        _ends(findings, "no room for temporary files", ROOT, "No space left", mounted(place, "64k"))
        start = Start(before=mounted(place, "16m", alone=True), log=log)
        with serve(DASHBOARD, start, TMPDIR=place, HOME=place) as server:
            _reads(findings, "a read-only file system", browser, server.url, log)
            _filled(findings, server, Path(place))


def mounted(place: str, size: str, *, alone: bool = False) -> tuple[str, ...]:
    """Return the words that give a program a small disk of its own, all else read-only if alone."""
    script = f"mount -t tmpfs -o size={size} none {place} && "
    script += "mount -o remount,bind,ro / && " if alone else ""
    script += f'TMPDIR={place} exec "$@"'
    return ("unshare", "--mount", "sh", "-c", script, "sh")


def _filled(findings: Findings, server: Server, place: Path) -> None:
    """Fill the server's disk and clean its folder away, as systems do; then make room."""
    inside = Path(f"/proc/{server.pid}/root{place}")
    with (inside / "other").open("wb", buffering=0) as other:
        for folder in inside.glob("kuril-atlas-*"):
            shutil.rmtree(folder)
        try:
            while True:
                other.write(bytes(4096))
        except OSError:
            full = health(server.url)
    findings.say("files cleaned away, disk full: health is 503", full == 503, full)
    (inside / "other").unlink()
    again = health(server.url)
    findings.say("  room again: health is 200", again == 200, again)


@contextmanager
def logged() -> "Iterator[IO[bytes]]":
    """Keep what a server prints."""
    with tempfile.TemporaryFile() as log:
        yield log


def _clean(log: "IO[bytes]") -> bool:
    log.seek(0)
    printed = log.read()
    log.seek(0, os.SEEK_END)
    return b"Traceback" not in printed


def _reads(findings: Findings, what: str, browser: "Browser", url: str, log: "IO[bytes]") -> None:
    errors: list[str] = []
    one = reader(browser, url, 1, errors)
    one.rest(2)
    kept = one.agrees() and _clean(log) and health(url) == 200
    findings.say(f"{what}: the reader sees the map, and it follows her", kept)


def narrow(findings: Findings, browser: "Browser", server: Server) -> None:
    """Read over 1 Mbit/s and 300 ms there and back."""
    with Line(server.url, mbit=1, travel=0.15).laid() as line:
        first = steps.first_painted(browser, line.url, steps.MAPPED) / 1000
        errors: list[str] = []
        one = reader(browser, line.url, 2, errors)
        one.rest(3)
        words = "1 Mbit/s and 300 ms: the map comes and follows"
        findings.say(words, one.agrees(), f"first island after {first:.1f} s")
        page = browser.new_context(base_url=line.url).new_page()
        page.goto("/", wait_until="commit")
        page.wait_for_timeout(12_000)
        early = page.query_selector(NOTE)
        findings.say("  what only comes slowly is not called barred", early is None)
        page.context.close()


def cut(findings: Findings, browser: "Browser", server: Server) -> None:
    """Cut the line while the reader drags, for longer than it takes to be told."""
    with Line(server.url).laid() as line:
        for number in range(len(LANGUAGES)):
            line.mend()
            errors: list[str] = []
            one = reader(browser, line.url, number, errors)
            one.rest(3)
            line.cut()
            one.rest(5)
            said = text.say("waiting.again", one.language)
            told = one.page.wait_for_selector(NOTE, timeout=PATIENCE)
            heard = told is not None and said in (told.text_content() or "")
            one.rest(2)
            line.mend()
            one.page.wait_for_selector(f"{APP}{CONNECTED}", state="attached", timeout=PATIENCE)
            kept = one.agrees()
            # what is told goes soon after the line is back, not with it
            one.page.wait_for_selector(NOTE, state="detached", timeout=PATIENCE)
            words = f"cut while dragging ({one.language}): the map goes on, is told, nothing lost"
            findings.say(words, heard and kept, one.day)


def barred(findings: Findings, browser: "Browser", server: Server) -> None:
    """Bar websockets as a school's proxy does: refuse them, or let them hang."""
    for kind in ("refused", "silent"):
        with Line(server.url, websockets=kind).laid() as line:
            for language in LANGUAGES:
                page = browser.new_context(base_url=line.url).new_page()
                page.goto(f"/?lang={language}")
                note = page.wait_for_selector(NOTE, timeout=PATIENCE)
                said = text.say("waiting.never", language)
                heard = note is not None and said in (note.text_content() or "")
                page.click(f"{NOTE} a")
                page.wait_for_selector(ISLAND, state="attached", timeout=PATIENCE)
                words = f"websockets {kind} ({language}): told, and sent to the map in one file"
                findings.say(words, heard, page.url.rpartition("/")[2])
                page.context.close()


def lost(findings: Findings, browser: "Browser", server: Server) -> None:
    """Cut the line before the shapes are there, and mend it."""
    with Line(server.url).laid() as line:
        page = browser.new_context(base_url=line.url).new_page()

        held = held_up(page, "**/islands.json*")
        page.goto("/?date=1875-08-22&lang=en", wait_until="commit")
        element = page.wait_for_selector(MAP, state="attached", timeout=PATIENCE)
        frame = element and element.content_frame()
        assert frame
        frame.wait_for_function("window.kurilAtlas", timeout=PATIENCE)  # its script is there
        line.cut()
        for route in held:
            route.continue_()
        page.unroute("**/islands.json*")
        page.wait_for_timeout(3000)
        line.mend()
        shown = map_frame(page).query_selector(ISLAND)
        findings.say("the line cut before the shapes came: they are asked for again", shown)


def main() -> None:
    """Do it all; the exit code says whether everything held."""
    findings = Findings()
    damaged(findings)
    with chromium.browser() as browser:
        odd_places(findings, browser)
        with logged() as log, serve(DASHBOARD, Start(log=log)) as server:
            for part in (narrow, cut, barred, lost):
                part(findings, browser, server)
            findings.say("the log of that server has no traceback", _clean(log))
    print(f"{findings.failed} failed")
    sys.exit(bool(findings.failed))


if __name__ == "__main__":
    main()
