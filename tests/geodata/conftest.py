"""A small complete data set: four islands, all kinds of records."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from geodata import Atlas, DataError, load_atlas

Spoil = Callable[..., list[str]]
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


@pytest.fixture
def spoil(folder: Path) -> Spoil:
    """Return a way to write ``after`` for ``before`` in a file: what the loader tells of it.

    Everywhere, or so many ``times`` from the file's beginning.
    """

    def told(file: str, before: str, after: str, times: int = -1) -> list[str]:
        text = (folder / file).read_text(encoding="utf-8")
        assert before in text
        (folder / file).write_text(text.replace(before, after, times), encoding="utf-8")
        with pytest.raises(DataError) as found:
            load_atlas(folder)
        return [str(problem) for problem in found.value.problems if problem.file == file]

    return told
