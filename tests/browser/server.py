"""A Streamlit server of our own, on a free port of this machine."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.workers import locked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import IO

ROOT = Path(__file__).parents[2]
DASHBOARD = ROOT / "dashboard.py"
PATIENCE = 300.0  # seconds: to start and to end, where the machine is busy with others


@dataclass
class Server:
    """A server process of our own: where it answers; it can be started anew at its address."""

    url: str
    command: list[str]
    environment: dict[str, str]
    log: "IO[bytes] | None" = None
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def pid(self) -> int:
        """The number of its process."""
        assert self.process
        return self.process.pid

    def start(self) -> None:
        """Start it and wait until it answers."""
        self.process = subprocess.Popen(
            self.command, cwd=ROOT, env=self.environment, stdout=self.log, stderr=self.log
        )
        base = self.environment.get("STREAMLIT_SERVER_BASE_URL_PATH")
        _wait(f"{self.url}/{base}" if base else self.url, self.process)

    def stop(self) -> None:
        """End it."""
        assert self.process
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)  # killed, it would leave its files behind
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@dataclass(frozen=True)
class Start:
    """How a server is started: by which Python, after which words, and where its log goes."""

    python: str = sys.executable
    before: "Sequence[str]" = ()  # words that keep its process
    log: "IO[bytes] | None" = None


HERE = Start()


@contextmanager
def serve(script: Path = DASHBOARD, start: Start = HERE, /, **settings: str) -> "Iterator[Server]":
    """Start a fresh server process for one script, and end it with the block.

    ``settings`` are Streamlit's, by their names in its environment variables.
    """
    port = free_port()
    options = {
        "server.port": str(port),
        "server.address": "127.0.0.1",
        "server.headless": "true",
        "browser.serverAddress": "127.0.0.1",  # else Streamlit asks the internet for its address
    }
    command = [*start.before, start.python, "-m", "streamlit", "run", str(script)]
    command += [f"--{name}={value}" for name, value in options.items()]
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), **settings}
    server = Server(f"http://127.0.0.1:{port}", command, environment, start.log)
    try:
        server.start()
        yield server
    finally:
        server.stop()


@contextmanager
def shared(folder: Path) -> "Iterator[str]":
    """Give the address of one server to all who name the same folder, in any process.

    The first to ask starts it, and ends it once the others have left.
    """
    told, users = folder / "server.url", folder / "server.users"
    with ExitStack() as own:
        with ExitStack() as visit:
            with locked(folder / "server.start"):
                visit.enter_context(locked(users, alone=False))
                first = not told.exists()
                if first:
                    told.write_text(own.enter_context(serve()).url, encoding="utf-8")
            yield told.read_text(encoding="utf-8")
        if first:
            own.enter_context(locked(users))  # has to wait for those who are still there
            told.unlink()


def free_port() -> int:
    """Return a port of this machine on which nobody answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"The server ended at once with code {process.returncode}.")
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(f"The server did not answer within {PATIENCE:.0f} s.")
