"""Scripts of others are as their authors published them, and are named with their licence."""

import csv
import hashlib
import json
from pathlib import Path

import pytest

from pages.ui.browser import bundle
from tests.bench.parts import VENDOR, listed, parts


@pytest.mark.parametrize("name", parts())
def test_a_script_of_others_is_unchanged_and_has_its_licence_beside_it(name: str) -> None:
    code = (VENDOR / name / f"{name}.js").read_bytes()
    assert hashlib.sha256(code).hexdigest() == parts()[name]["sha256"]
    licence = (VENDOR / name / "LICENSE.md").read_text(encoding="utf-8")
    assert parts()[name]["author"] in licence
    assert f"({parts()[name]['licence']})" in licence


def test_each_folder_is_told_of() -> None:
    assert {path.name for path in VENDOR.iterdir() if path.is_dir()} == set(parts())


def test_what_goes_to_the_browser_has_the_licence_in_it() -> None:
    licence = (VENDOR / "gifenc" / "LICENSE.md").read_text(encoding="utf-8").strip()
    assert licence in bundle.gif()
    assert "GIFEncoder" not in bundle.javascript() + bundle.classroom().replace(".GIFEncoder()", "")


def test_the_lists_of_parts_and_licences_name_them(tmp_path: Path) -> None:
    (tmp_path / "sbom.cdx.json").write_text('{"components": [{"name": "a"}]}', encoding="utf-8")
    (tmp_path / "licences.csv").write_text('"Name","Version","License","URL"\n', encoding="utf-8")
    listed(tmp_path)
    named = json.loads((tmp_path / "sbom.cdx.json").read_text(encoding="utf-8"))["components"]
    assert [part["name"] for part in named] == ["a", *parts()]
    with (tmp_path / "licences.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["Name"]: row for row in csv.DictReader(file)}
    assert {name: row["License"] for name, row in rows.items()} == {
        name: part["licence"] for name, part in parts().items()
    }
