"""A site takes the place of the one before it, and of nothing else."""

import sys
from pathlib import Path

import pytest

from geodata import DataError
from geodata.errors import Problem
from pages.ui import __main__ as command
from pages.ui.site import write
from pages.ui.site.plan import Plan


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the files that a site is to have; making it fails where there are none."""
    files = ["index.html", "atlas/atlas.js", "en/map.html"]

    def make(folder: Path, _plans: list[Plan], *_: object) -> None:
        folder.mkdir()
        if not files:
            raise DataError([Problem("control.csv", "row 7", "island", "there is no such island")])
        for name in files:
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text("new", encoding="utf-8")

    monkeypatch.setattr(write, "_write", make)
    return files


def read(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def lay(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("old", encoding="utf-8")


@pytest.mark.parametrize("there", [None, ()])
def test_a_folder_that_is_empty_or_not_there_gets_the_site(
    tmp_path: Path, made: list[str], there: tuple[()] | None
) -> None:
    folder = tmp_path / "deep" / "site"
    if there is not None:
        folder.mkdir(parents=True)
    write.write(folder, [])
    assert read(folder) == dict.fromkeys(made, "new")


def test_a_site_is_replaced_and_what_its_keeper_laid_beside_it_stays(
    tmp_path: Path, made: list[str]
) -> None:
    lay(tmp_path, "atlas/atlas.js", "en/gone.html", "CNAME", ".git/config")
    write.write(tmp_path, [])
    assert read(tmp_path) == dict.fromkeys(made, "new") | {"CNAME": "old", ".git/config": "old"}


@pytest.mark.parametrize("names", [("thesis.odt",), ("index.html", "atlas/map.html"), (".bashrc",)])
def test_a_folder_of_something_else_is_refused_and_left_as_it_is(
    tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...]
) -> None:
    assert made
    lay(tmp_path, *names)
    monkeypatch.setattr(sys, "argv", ["pages.ui", str(tmp_path)])
    with pytest.raises(SystemExit, match=r"No site was written.*name an empty folder"):
        command.main()
    assert read(tmp_path) == dict.fromkeys(names, "old")


def test_with_wrong_data_the_site_that_stands_there_stays(
    tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, *made)
    names = [*made]
    made.clear()
    monkeypatch.setattr(sys, "argv", ["pages.ui", str(tmp_path)])
    with pytest.raises(SystemExit, match=r"control.csv, row 7"):
        command.main()
    assert read(tmp_path) == dict.fromkeys(names, "old")
