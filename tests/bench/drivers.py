"""Firefox and WebKit by their own protocols: WebDriver BiDi and WebDriver."""

import asyncio
import base64
import json
import os
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from websockets.asyncio.client import ClientConnection, connect

from tests.browser.server import free_port

PATIENCE = 60.0
LARGEST = 2**26
KEYS = {"ArrowRight": "\ue014", "ArrowLeft": "\ue012", "Home": "\ue011", "Tab": "\ue004"}


class Driver(Protocol):
    """What a visit needs of a browser."""

    name: str

    def open(self, url: str) -> None:
        """Go to an address and wait until it has loaded."""

    def run(self, code: str) -> Any:  # noqa: ANN401  # whatever the page returns
        """Return what a JavaScript expression is in the page, as JSON."""

    def press(self, key: str) -> None:
        """Press a key where the focus is."""

    def picture(self, path: Path) -> None:
        """Write what is seen into a PNG file."""


def until(read: "Any", what: str) -> Any:  # noqa: ANN401  # whatever was read
    """Read until it is true, and return it; fail with what was waited for."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if found := read():
                return found
        except (RuntimeError, OSError):
            pass  # not yet there
        time.sleep(0.1)
    raise RuntimeError(f"not seen within {PATIENCE:.0f} s: {what}")


class Firefox:
    """Firefox, over WebDriver BiDi."""

    name = "Firefox"

    def __init__(self, address: str) -> None:
        self._loop = asyncio.new_event_loop()
        self._count = 0
        self._socket: ClientConnection = self._loop.run_until_complete(
            connect(f"{address}/session", max_size=LARGEST)
        )
        found = self._say("session.new", capabilities={})["capabilities"]
        self.name = f"Firefox {found['browserVersion']}"
        self._page = self._say("browsingContext.getTree")["contexts"][0]["context"]

    def close(self) -> None:
        """Hang up."""
        self._loop.run_until_complete(self._socket.close())
        self._loop.close()

    def open(self, url: str) -> None:
        """Go to an address and wait until it has loaded."""
        self._say("browsingContext.navigate", context=self._page, url=url, wait="complete")

    def run(self, code: str) -> Any:  # noqa: ANN401  # whatever the page returns
        """Return what a JavaScript expression is in the page, as JSON."""
        answer = self._say(
            "script.evaluate",
            expression=f"JSON.stringify({code})",
            target={"context": self._page},
            awaitPromise=True,
        )
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"].get("value", "null"))

    def press(self, key: str) -> None:
        """Press a key where the focus is."""
        self._say("input.performActions", context=self._page, actions=_pressing(key))

    def picture(self, path: Path) -> None:
        """Write what is seen into a PNG file."""
        data = self._say("browsingContext.captureScreenshot", context=self._page)["data"]
        path.write_bytes(base64.b64decode(data))

    def _say(self, method: str, **params: Any) -> dict[str, Any]:  # noqa: ANN401  # JSON
        return self._loop.run_until_complete(self._ask(method, params))

    async def _ask(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        self._count += 1
        message = {"id": self._count, "method": method, "params": params}
        await self._socket.send(json.dumps(message))
        while True:
            answer: dict[str, Any] = json.loads(await self._socket.recv())
            if answer.get("id") == self._count:
                if answer["type"] == "error":
                    raise RuntimeError(answer["message"])
                return dict(answer["result"])


class WebKit:
    """WebKit, over WebDriver."""

    name = "WebKit"

    def __init__(self, address: str) -> None:
        self._address = address
        options = {"binary": shutil.which("MiniBrowser") or _mini(), "args": ["--automation"]}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        found = until(lambda: self._say("session", wanted), "WebKit's session")
        self.name = f"WebKit {found['capabilities']['browserVersion']}"
        self._address += f"/session/{found['sessionId']}"
        self._say("timeouts", {"script": 1000 * PATIENCE, "pageLoad": 1000 * PATIENCE})

    def open(self, url: str) -> None:
        """Go to an address and wait until it has loaded."""
        self._say("url", {"url": url})

    def run(self, code: str) -> Any:  # noqa: ANN401  # whatever the page returns
        """Return what a JavaScript expression is in the page, as JSON."""
        script = f"const done = arguments[0]; Promise.resolve({code}).then(done);"
        return self._say("execute/async", {"script": script, "args": []})

    def press(self, key: str) -> None:
        """Press a key where the focus is."""
        self._say("actions", {"actions": _pressing(key)})

    def picture(self, path: Path) -> None:
        """Write what is seen into a PNG file."""
        with urllib.request.urlopen(f"{self._address}/screenshot") as answer:
            path.write_bytes(base64.b64decode(json.load(answer)["value"]))

    def _say(self, what: str, params: Mapping[str, Any]) -> Any:  # noqa: ANN401  # JSON
        request = urllib.request.Request(
            f"{self._address}/{what}",
            data=json.dumps(params).encode(),
            headers={"Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=2 * PATIENCE) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(error.read().decode()[:300]) from error


def _pressing(key: str) -> list[dict[str, Any]]:
    value = KEYS.get(key, key)
    strokes = [{"type": kind, "value": value} for kind in ("keyDown", "keyUp")]
    return [{"type": "key", "id": "keyboard", "actions": strokes}]


def _mini() -> str:
    found = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    return str(found[-1]) if found else "MiniBrowser"


@contextmanager
def firefox(preferences: Mapping[str, object]) -> Iterator[Firefox]:
    """Run Firefox without a window, in a fresh profile with these preferences."""
    place = shutil.which("firefox-esr") or shutil.which("firefox")
    if place is None:
        raise RuntimeError("no Firefox here")
    port = free_port()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        lines = (f'user_pref("{key}", {json.dumps(it)});' for key, it in preferences.items())
        (Path(profile) / "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [place, "--headless", "--no-remote", "--profile", profile]
        command += [
            f"--remote-debugging-port={port}",
            "--width=1280",
            "--height=900",
            "about:blank",
        ]
        with _running(command, {"HOME": profile}):
            driver: Firefox = until(lambda: Firefox(f"ws://127.0.0.1:{port}"), "Firefox")
            try:
                yield driver
            finally:
                driver.close()


@contextmanager
def webkit() -> Iterator[WebKit]:
    """Run WebKit's small browser on a screen that nobody sees."""
    if not shutil.which("WebKitWebDriver") or not shutil.which("Xvfb"):
        raise RuntimeError("no WebKit here")
    port, screen = free_port(), f":{os.getpid() % 5000 + 90}"
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home,
        _running(["Xvfb", screen, "-screen", "0", "1280x900x24", "-nolisten", "tcp"], {}),
        _running(
            ["WebKitWebDriver", f"--port={port}", "--host=127.0.0.1"],
            # as root its sandbox cannot stand
            {"DISPLAY": screen, "HOME": home, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"},
        ),
    ):
        yield WebKit(f"http://127.0.0.1:{port}")


@contextmanager
def _running(command: list[str], more: Mapping[str, str]) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, env={**os.environ, **more}, stdout=quiet, stderr=quiet)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
