"""What every test may use."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from geodata import Atlas, DataError, load_atlas
from pages.ui.__main__ import PLANS
from pages.ui.site import write
from tests.workers import everyones, locked

ROOT = Path(__file__).parents[1]

# No test measures time: a busy machine is no fault.
settings.register_profile("atlas", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("atlas")


def pytest_configure(config: pytest.Config) -> None:
    """Stop before the first test where the data cannot be used, with the loader's own list."""
    if hasattr(config, "workerinput"):
        return  # the process that started this one has looked
    try:
        load_atlas()
    except DataError as error:
        pytest.exit(str(error), returncode=pytest.ExitCode.USAGE_ERROR)


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """Return the real atlas, read once; it is frozen."""
    return load_atlas()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the atlas as plain files, written once for all that run beside us."""
    folder = everyones(tmp_path_factory) / "site"
    with locked(folder.with_suffix(".lock")):
        if not (folder / "done").exists():
            write.write(folder, PLANS, told=lambda _: None)
            (folder / "done").touch()
    return folder


@cache
def project_file() -> dict[str, Any]:
    """Return what pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@cache
def page_scripts() -> tuple[Path, ...]:
    """Return the scripts of all pages, the map first; a new page is found unasked."""
    return (ROOT / "dashboard.py", *sorted((ROOT / "pages").glob("[!_]*.py")))
