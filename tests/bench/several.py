"""Several processes behind nginx, and one after the other killed: ``make several``.

Runs the nginx.conf of .github/deploy with Debian's nginx, below its sub-path and with its
Content-Security-Policy, and says of each thing whether it held.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser import chromium
from tests.browser.server import ROOT, Server, free_port, serve
from tests.browser.visit import (
    APP,
    CONNECTED,
    becomes,
    map_frame,
    open_page,
    settled_url,
    shown_day,
)
from tests.conftest import page_scripts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

CONF = ROOT / ".github" / "deploy" / "nginx.conf"
BASE = "kuril"
PROCESSES = 3
LANGUAGES = ("en", "ja", "ru")
START = "1875-08-21"
_OWN = """daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1;
events {{ worker_connections 512; }}
http {{
  include /etc/nginx/mime.types; access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  include {folder}/atlas.conf;
}}
"""


class Findings:
    """What was asked and whether it held, printed as it comes."""

    def __init__(self) -> None:
        self.failed = 0

    def say(self, what: str, held: object, seen: object = "") -> None:
        """Print one finding."""
        self.failed += not held
        print(f"{'holds' if held else 'FAILS'}  {what}{f': {seen}' if seen else ''}", flush=True)


@contextmanager
def proxy(servers: list[Server]) -> "Iterator[str]":
    """Run nginx before the servers, with the project's own configuration; yield its address."""
    port = free_port()
    text = CONF.read_text(encoding="utf-8").replace("listen 80;", f"listen 127.0.0.1:{port};")
    text = text.replace("listen [::]:80;", "")  # not every machine speaks IPv6
    for number, server in enumerate(servers):
        text = text.replace(f"127.0.0.1:{8501 + number}", server.url.removeprefix("http://"))
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "atlas.conf").write_text(text, encoding="utf-8")
        (folder / "nginx.conf").write_text(_OWN.format(folder=folder), encoding="utf-8")
        folder.chmod(0o755)  # nginx's worker is another user
        command = [nginx, "-p", name, "-c", str(folder / "nginx.conf"), "-e", "stderr"]
        subprocess.run([*command, "-t", "-q"], check=True)
        process = subprocess.Popen(command)
        try:
            time.sleep(1)
            yield f"http://127.0.0.1:{port}/{BASE}/"
        finally:
            process.terminate()
            process.wait(10)


@dataclass
class Reader:
    """A reader with a browser profile of her own, on one day in one language."""

    page: "Page"
    language: str
    day: str = START

    @property
    def cut(self) -> int:
        """How often her line to the server has been lost."""
        return int(self.page.evaluate("window.lost || 0"))

    def rest(self, more: int) -> None:
        """Go so many days on."""
        frame = map_frame(self.page)
        for _ in range(more):
            frame.get_by_test_id("timeline").press("Shift+ArrowRight")
        self.day = shown_day(frame)

    def agrees(self) -> bool:
        """Say whether map, address and language are hers."""
        frame = map_frame(self.page)
        becomes(frame, lambda: shown_day(frame), self.day)
        settled_url(self.page, f"date={self.day}&lang={self.language}")
        return self.page.locator("html").get_attribute("lang") == self.language


def reader(browser: "Browser", url: str, number: int, errors: list[str]) -> Reader:
    """Let a reader open the map."""
    language = LANGUAGES[number % len(LANGUAGES)]
    page = browser.new_context(base_url=url).new_page()
    page.on("console", lambda message: errors.append(message.text))
    open_page(page, f"?date={START}&lang={language}")
    page.evaluate(
        """app => { let up = true; setInterval(() => {
            const now = Boolean(document.querySelector(app));
            if (up && !now) window.lost = (window.lost || 0) + 1;
            up = now; }, 20); }""",
        f"{APP}{CONNECTED}",
    )
    found = Reader(page, language)
    found.agrees()
    return found


def kill_each(servers: list[Server], readers: list[Reader], findings: Findings) -> None:
    """Kill one process after the other, with readers moving meanwhile, and start it again."""
    for number, server in enumerate(servers, start=1):
        before = [one.cut for one in readers]
        os.kill(server.pid, signal.SIGKILL)
        time.sleep(1)
        hit = [one for one, count in zip(readers, before, strict=True) if one.cut > count]
        for one in readers:
            one.rest(2)
        kept = [one.agrees() for one in readers]
        words = f"process {number} killed with -9 under {len(hit)} of {len(readers)} readers"
        findings.say(f"{words}: all keep day and language", all(kept))
        for one in readers:
            one.rest(1)
        findings.say("  and go on", all(one.agrees() for one in readers))
        server.stop()
        server.start()


def every_page(page: "Page", errors: list[str], findings: Findings) -> None:
    """Open every page below the sub-path with the Content-Security-Policy."""
    errors.clear()
    names = ["", *(path.stem for path in page_scripts()[1:])]
    for name in names:
        open_page(page, f"{name}?date=1945-08-25&lang=en")
    policy = [text for text in errors if "Content Security Policy" in text]
    words = f"{len(names)} pages under the Content-Security-Policy"
    findings.say(words, not policy, policy[:2] or "")


def answers(url: str, findings: Findings) -> None:
    """Ask nginx itself: health, the cookie, what is shut, compression."""
    with urllib.request.urlopen(f"{url}_stcore/health") as answer:
        cookies = " ".join(answer.headers.get_all("Set-Cookie"))
        findings.say("health through nginx", answer.status == 200)
    given = re.search("kuril_reader=[0-9a-f]{32}", cookies)
    findings.say("a new reader is given a cookie", given)
    ask = urllib.request.Request(f"{url}kuril-atlas-en.html", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(ask) as answer:
        size = len(answer.read())
        zipped = answer.headers["Content-Encoding"] == "gzip"
        findings.say("the plain file comes compressed", zipped, f"{size / 1000:.0f} kB")


def main() -> None:
    """Run it all; the exit code says whether everything held."""
    findings, errors = Findings(), list[str]()
    with ExitStack() as stack:
        servers = [
            stack.enter_context(serve(STREAMLIT_SERVER_BASE_URL_PATH=BASE))
            for _ in range(PROCESSES)
        ]
        url = stack.enter_context(proxy(servers))
        browser = stack.enter_context(chromium.browser())
        answers(url, findings)
        readers = [reader(browser, url, number, errors) for number in range(6)]
        kept = all(one.agrees() for one in readers)
        findings.say(f"{len(readers)} readers open the map through a websocket", kept)
        every_page(reader(browser, url, 0, errors).page, errors, findings)
        kill_each(servers, readers, findings)
    print(f"{findings.failed} failed")
    sys.exit(bool(findings.failed))


if __name__ == "__main__":
    main()
