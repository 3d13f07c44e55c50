"""The rules of the house that import-linter cannot see."""

import ast
from pathlib import Path

import pytest

from tests.conftest import page_scripts

SCRIPTS = pytest.mark.parametrize("script", page_scripts(), ids=lambda path: path.stem)


@SCRIPTS
def test_a_page_is_made_of_pieces_from_pages_ui_only(script: Path) -> None:
    for node in ast.walk(ast.parse(script.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert str(node.module).startswith("pages.ui")
        assert not isinstance(node, ast.Import)


@SCRIPTS
def test_a_page_is_a_table_of_contents(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 50
    functions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
    assert not [node for node in ast.walk(ast.parse(text)) if isinstance(node, functions)]
