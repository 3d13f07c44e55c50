"""Rehearse a free host such as Streamlit Community Cloud: ``make cloud``.

Installs requirements.txt alone, under a memory limit, starts as the Cloud does, and prints what
that takes. ``python -m tests.bench.cloud UV`` (the program ``uv``, which the Cloud installs with).
"""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench import readers, steps
from tests.bench.limits import Limits
from tests.bench.table import Table
from tests.bench.wire import Crowd
from tests.browser import chromium
from tests.browser.server import DASHBOARD, ROOT, Server, Start, serve

MEMORY = 1000  # MB; the Cloud promises 690 and allows 2,700
SESSIONS, VISITS = 50, 500


def install(table: Table, uv: str, folder: Path, limits: Limits) -> Path:
    """Install what requirements.txt names and nothing else; return the Python that has it."""
    alone = folder / "alone"
    subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, alone], check=True)
    python = alone / "bin" / "python"
    command = [uv, "pip", "install", "--quiet", "--no-cache", "--python", str(python)]
    command += ["--requirement", str(ROOT / "requirements.txt")]
    start = time.perf_counter()
    subprocess.run([*limits.prefix, *command], check=True)
    table.row("install, everything fetched anew", time.perf_counter() - start, None, "s")
    size = sum(path.lstat().st_size for path in alone.rglob("*") if path.is_file())
    table.row("  size on disk", size / 1e6, None, "MB")
    _forget(alone)
    return python


def _forget(folder: Path) -> None:
    """Have the system forget what it holds of a folder's files: a host starts from its disk.

    A process maps files that were just written in larger pieces than those that are read: some
    25 MB more of its libraries, which are no more its own than before.
    """
    os.sync()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def cold(table: Table, python: Path, processors: float) -> None:
    """Start it where nothing has been started yet, and wait for the first island."""
    with Limits(MEMORY, processors) as limits, chromium.browser() as browser:
        start = time.perf_counter()
        with serve(DASHBOARD, Start(str(python), limits.prefix)) as server:
            said = time.perf_counter() - start
            shown = steps.first_painted(browser, server.url, steps.MAPPED)
            words = f"cold start, {processors:g} processors"
            table.row(f"{words}: until it says that it is well", said, None, "s")
            table.row("  until the first island is seen", said + shown / 1000, None, "s")
            again = steps.first_painted(browser, server.url, steps.MAPPED) / 1000
            table.row("  the second reader's first island", again, None, "s")
            # the first start of all compiles what it imports, and keeps some of the memory
            table.row("  memory by then", readers.resident(server), None, "MB")


def memory(table: Table, python: Path) -> None:
    """Let readers come, stay, and go."""
    with Limits(MEMORY) as limits, serve(DASHBOARD, Start(str(python), limits.prefix)) as server:
        with chromium.browser() as browser:
            steps.first_painted(browser, server.url, steps.MAPPED)
        table.row("memory after the first visit", readers.resident(server), None, "MB")
        table.row("  of it the server's alone", readers.alone(server), None, "MB")
        _crowd(table, server)
        table.row(
            f"  most that its control group was charged, of {MEMORY} MB", limits.most, None, "MB"
        )


def _crowd(table: Table, server: Server) -> None:
    held = asyncio.run(Crowd(server.url, SESSIONS).memory(server.pid)) / 1e6
    table.row(f"  with {SESSIONS} sessions open", held, 260, "MB")
    table.row("  the server's alone, once they have gone", readers.alone(server), None, "MB")
    asyncio.run(readers.come_and_go(server.url, SESSIONS))
    before = readers.resident(server)
    asyncio.run(readers.come_and_go(server.url, VISITS))
    table.row(f"  after {VISITS} visits come and gone", readers.resident(server), None, "MB")
    table.row("    more than after the first 50", readers.resident(server) - before, 10, "MB")


def main() -> None:
    """Rehearse, from the installation on."""
    uv = sys.argv[1]
    table = Table()
    table.head()
    with tempfile.TemporaryDirectory() as name, Limits(MEMORY) as limits:
        print(f"Python {sys.version.split()[0]}; {limits}")
        python = install(table, uv, Path(name), limits)
        for processors in (2, 0.5):
            cold(table, python, processors)
        memory(table, python)
    print(f"\nover budget: {'; '.join(table.missed) or 'nothing'}")


if __name__ == "__main__":
    main()
