"""A server that has nothing to serve does not start, and says why once; what it serves is whole."""

import shutil
from pathlib import Path

import pytest

from geodata import load_atlas
from geodata.files import DATA
from pages.ui.browser import files
from pages.ui.frame import serving


def test_with_wrong_data_the_server_ends_with_the_list(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    for name in ("islands.toml", "control.csv"):
        (folder / name).write_text("nonsense\n", encoding="utf-8")
    monkeypatch.setattr(serving, "load_atlas", lambda: load_atlas(folder))
    with pytest.raises(SystemExit) as ended:
        serving.routes()
    told = str(ended.value)
    assert told.startswith("The atlas does not start.")
    assert "islands.toml" in told
    assert "control.csv" in told


def test_without_a_place_for_its_files_the_server_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Path:
        raise PermissionError(13, "Permission denied", "/tmp")  # noqa: S108  # nothing is written

    monkeypatch.setattr(files, "folder", refuse)
    with pytest.raises(SystemExit, match=r"does not start.*Permission denied"):
        serving.routes()


def test_what_was_cleaned_away_or_begun_is_written_anew() -> None:
    shutil.rmtree(files.folder())  # another test's language may lie in it
    folder = files.folder()
    whole = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert {"atlas.js", "islands.json", "map-en.json"} <= set(whole)
    next(folder.iterdir()).unlink()
    assert {path.name: path.read_bytes() for path in files.folder().iterdir()} == whole
    shutil.rmtree(folder)
    assert {path.name: path.read_bytes() for path in files.folder().iterdir()} == whole
