"""What the workers of one test run have in common: a folder, and locks."""

import os
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest


def everyones(factory: "pytest.TempPathFactory") -> "Path":
    """Return the folder of this run that all its workers share."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@contextmanager
def locked(path: "Path", *, alone: bool = True) -> "Iterator[None]":
    """Hold a lock while the block runs, ``alone`` or together with others who do not ask for that.

    A transaction on a file is a lock that every system has, and ends with its process. Who waits
    for an hour is refused.
    """
    lock = sqlite3.connect(path, timeout=3600, isolation_level=None)
    with closing(lock):
        lock.execute("BEGIN EXCLUSIVE" if alone else "BEGIN")
        lock.execute("SELECT * FROM sqlite_schema").fetchall()  # a shared one begins with reading
        yield
