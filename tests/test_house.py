"""The rules of the house that import-linter cannot see."""

import ast
import re
from pathlib import Path

import pytest

from pages.ui.drawing import palette
from tests.conftest import ROOT, page_scripts, project_file

SCRIPTS = pytest.mark.parametrize("script", page_scripts(), ids=lambda path: path.stem)


def test_an_installed_atlas_has_every_file_that_is_no_code() -> None:
    # setuptools takes py.typed unasked; a notebook and the scripts' types are for who has the tree
    patterns = [
        *project_file()["tool"]["setuptools"]["package-data"]["*"],
        *("*.py", "py.typed", "*.ipynb", "*.d.ts"),
    ]
    left = [
        path.relative_to(ROOT).as_posix()
        for package in ("geodata", "pages")
        for path in (ROOT / package).rglob("*")
        if path.is_file()
        and path.parent.name != "__pycache__"
        and not any(path.match(pattern) for pattern in patterns)
    ]
    assert left == []


@SCRIPTS
def test_a_page_is_made_of_pieces_from_pages_ui_only(script: Path) -> None:
    for node in ast.walk(ast.parse(script.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module != "streamlit":
            assert str(node.module).startswith("pages.ui")
        elif isinstance(node, ast.ImportFrom):  # what Streamlit looks for in the main script
            assert [one.name for one in node.names] == ["App"]
        assert not isinstance(node, ast.Import)


@SCRIPTS
def test_a_page_is_a_table_of_contents(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 50
    functions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
    assert not [node for node in ast.walk(ast.parse(text)) if isinstance(node, functions)]


@SCRIPTS
def test_a_page_ends_with_how_it_is_cited(script: Path) -> None:
    last = script.read_text(encoding="utf-8").rstrip().splitlines()[-1]
    # the map has a share menu, which cites the view
    assert (last == "frame.end(reader)") == (script.stem != "dashboard")


def test_colours_stand_in_the_palette_only() -> None:
    found = {
        path.name: re.findall(r"\"(#[0-9a-fA-F]{3,8})\"", path.read_text(encoding="utf-8"))
        for path in (ROOT / "pages").rglob("*.py")
        if path.stem != "palette"
    }
    assert {name: colours for name, colours in found.items() if colours} == {}


def test_scripts_repeat_no_colour_of_the_palette() -> None:
    colours = {*re.findall("#[0-9a-f]{6}", palette.SHEET.read_text(encoding="utf-8"))}
    repeated = {
        path.name
        for path in (ROOT / "pages").rglob("*.js")
        if colours & {*re.findall("#[0-9a-f]{6}", path.read_text(encoding="utf-8"))}
    }
    # it is there before any style sheet
    assert repeated == {"waiting.js"}
