"""A small complete data set: four islands, all kinds of records."""

import shutil
from pathlib import Path

import pytest

from geodata import Atlas, load_atlas

FIXTURE = Path(__file__).parent / "fixture"
FILES = sorted(
    path.relative_to(FIXTURE).as_posix() for path in FIXTURE.rglob("*") if path.is_file()
)


@pytest.fixture(scope="session")
def small() -> Atlas:
    """Return the atlas of the fixture."""
    return load_atlas(FIXTURE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the fixture that a test may spoil."""
    return Path(shutil.copytree(FIXTURE, tmp_path / "data"))
