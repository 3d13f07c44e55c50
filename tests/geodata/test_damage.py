"""Damage of any kind to any file of the data: one list of problems, never a traceback."""

import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata import Atlas, DataError, Problem, files, load_atlas
from geodata.catalogue import Catalogue
from geodata.errors import Problems
from geodata.golden import golden
from tests.conftest import ROOT
from tests.geodata.conftest import FILES, FIXTURE

TABLES = [name for name in FILES if name.endswith(".csv")]
SHAPES = [name for name in FILES if name.endswith(".geojson")]
PROSE = [name for name in FILES if name.endswith(".toml")]
NUMBERS = ["nan", "+nan", "-nan", "inf", "+inf", "-inf", "1e308", "-1e308", "1" + 400 * "0"]
drawn = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def problems(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(DataError) as refusal:
        load_atlas(folder)
    return refusal.value.problems


def rewrite(path: Path, change: Callable[[str], str]) -> None:
    path.write_bytes(change(path.read_text(encoding="utf-8")).encode())


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_a_folder_is_one_problem(folder: Path, file: str) -> None:
    (folder / file).unlink()
    (folder / file).mkdir()
    [problem] = [one for one in problems(folder) if one.file == file]
    assert problem.message.startswith("cannot be read")


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_the_system_refuses_is_one_problem(
    folder: Path, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path == folder / file:
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    [problem] = [one for one in problems(folder) if one.file == file]
    assert problem.message == "cannot be read: Permission denied"


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("ends", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_what_an_editor_adds_does_no_harm(
    folder: Path, small: Atlas, file: str, ends: str, mark: bytes
) -> None:
    path = folder / file
    path.write_bytes(mark + path.read_text(encoding="utf-8").replace("\n", ends).encode())
    read = load_atlas(folder)
    for one in fields(Catalogue):
        assert repr(getattr(read, one.name)) == repr(getattr(small, one.name))
    assert golden(read) == golden(small)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("coding", ["utf-16", "utf-16-be", "latin-1"])
def test_another_encoding_is_named(folder: Path, file: str, coding: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8") + "\n# é"
    head = "\ufeff" if coding == "utf-16-be" else ""
    path.write_bytes((head + text).encode(coding, errors="replace"))
    [problem] = [one for one in problems(folder) if one.file == file]
    assert "UTF-8" in problem.message


@pytest.mark.parametrize("file", PROSE)
def test_a_table_given_twice_is_told(folder: Path, file: str) -> None:
    rewrite(folder / file, lambda text: text + text[text.index("[") :])
    [problem] = [one for one in problems(folder) if one.file == file]
    assert "twice" in problem.message


@pytest.mark.parametrize("file", PROSE)
def test_a_key_given_twice_is_told_with_its_line(folder: Path, file: str) -> None:
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith("[")) + 1
    lines.insert(place, lines[place])
    (folder / file).write_text("\n".join(lines), encoding="utf-8")
    [problem] = [one for one in problems(folder) if one.file == file]
    assert "a key is given twice" in problem.message
    assert f"line {place + 2}" in problem.message


@pytest.mark.parametrize("file", SHAPES)
@pytest.mark.parametrize("key", ["type", "id", "properties"])
def test_a_key_of_a_shape_given_twice_is_told(folder: Path, file: str, key: str) -> None:
    twice = f'"{key}": 0, "{key}":'
    rewrite(folder / file, lambda text: text.replace(f'"{key}":', twice, 1))
    [problem] = [one for one in problems(folder) if one.file == file]
    assert f"the key '{key}' is given twice" in problem.message


@pytest.mark.parametrize("file", TABLES)
@pytest.mark.parametrize(("mark", "name"), [(";", "semicolons"), ("\t", "tabs")])
def test_a_table_parted_by_other_marks_is_told_once(
    folder: Path, file: str, mark: str, name: str
) -> None:
    rewrite(folder / file, lambda text: text.replace(",", mark))
    [problem] = [one for one in problems(folder) if one.file == file]
    assert problem.message == f"its cells are parted by {name}, not by commas"


@drawn
@given(number=st.sampled_from(NUMBERS), key=st.sampled_from(["lat", "lon"]))
def test_a_place_at_no_number_is_refused(
    tmp_path_factory: pytest.TempPathFactory, number: str, key: str
) -> None:
    folder = Path(shutil.copytree(FIXTURE, tmp_path_factory.mktemp("spoilt") / "data"))
    old = {"lat": "47.5", "lon": "147.0"}[key]
    rewrite(
        folder / "places.toml", lambda text: text.replace(f"{key} = {old}", f"{key} = {number}")
    )
    found = problems(folder)
    assert [(one.file, one.field) for one in found] in (
        [("places.toml", key)],
        [("places.toml", "")],
    )


@pytest.mark.parametrize("number", NUMBERS)
def test_an_area_that_is_no_number_is_refused(folder: Path, number: str) -> None:
    rewrite(folder / "islands.toml", lambda text: text.replace("388.0", number))
    assert {one.file for one in problems(folder)} == {"islands.toml"}


@pytest.mark.parametrize("file", SHAPES)
@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "1e300", "181"])
def test_a_point_that_is_nowhere_is_refused(folder: Path, file: str, number: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    start = text.index('"coordinates"')
    opened = start + text[start:].index("[1") + 1
    end = opened + text[opened:].index(",")
    (folder / file).write_text(text[:opened] + number + text[end:], encoding="utf-8")
    assert file in {one.file for one in problems(folder)}


@pytest.mark.parametrize("file", ["islands.geojson", "boundaries.geojson"])
def test_a_file_nested_beyond_reading_is_one_problem(folder: Path, file: str) -> None:
    (folder / file).write_text(100_000 * "[", encoding="utf-8")
    [problem] = [one for one in problems(folder) if one.file == file]
    assert "is not valid JSON" in problem.message


@pytest.mark.parametrize("rows", [99, 100, 101, 5000])
def test_the_first_hundred_problems_of_a_table_are_told_and_the_rest_counted(
    folder: Path, rows: int
) -> None:
    bad = "shumshu,1600-01-01,sometimes,,japan,settled,high,,,atlas-jp,\n"
    rewrite(folder / "control.csv", lambda text: text + rows * bad)
    found = [one for one in problems(folder) if one.file == "control.csv"]
    assert len([one for one in found if one.field == "precision"]) == min(rows, Problems.LIMIT)
    rest = [one.message for one in found if not one.record]
    more = rows - Problems.LIMIT
    assert rest == ([f"and {more} more records, not looked at"] if more > 0 else [])
    assert {one.file for one in problems(folder)} == {"control.csv"}


def test_problems_between_records_are_counted_too(folder: Path) -> None:
    twice = "shumshu,1600-01-01,year,1711-01-01,unsettled,settled,low,,,atlas-jp,\n"
    rewrite(folder / "control.csv", lambda text: text + 300 * twice)
    found = problems(folder)
    assert len(found) == Problems.LIMIT + 1
    assert found[-1].message == "and 200 more problems"


@pytest.mark.parametrize("file", PROSE + SHAPES)
def test_a_hundred_problems_of_a_file_hide_none_of_another(folder: Path, file: str) -> None:
    spoilt = folder / file
    if spoilt.suffix == ".toml":
        extra = "".join(f"\n[bad-{number}]\nnothing = 1\n" for number in range(300))
        rewrite(spoilt, lambda text: text + extra)
    else:
        collection = json.loads(spoilt.read_text(encoding="utf-8"))
        collection["features"] += 300 * [{"type": "Feature"}]
        spoilt.write_text(json.dumps(collection), encoding="utf-8")
    other = "claims.csv"
    rewrite(folder / other, lambda text: text.replace(",low,", ",sure,"))
    found = problems(folder)
    assert len([one for one in found if one.file == file]) == Problems.LIMIT + 1
    assert "confidence" in {one.field for one in found if one.file == other}


def test_line_ends_and_so_hashes_hold_on_windows(tmp_path: Path) -> None:
    """Check the folder out as Git does where CRLF is the rule."""
    git = shutil.which("git")
    if git is None:
        pytest.skip("there is no Git here")

    def run(*arguments: str) -> None:
        subprocess.run([git, "-C", tmp_path, *arguments], check=True, capture_output=True)

    shutil.copy(ROOT / ".gitattributes", tmp_path)
    data = Path(shutil.copytree(files.DATA, tmp_path / "data"))
    stored = {path: path.read_bytes() for path in data.rglob("*.*") if path.is_file()}
    run("init", "--quiet")
    run("config", "core.autocrlf", "true")
    run("add", "--all")
    shutil.rmtree(data)
    run("checkout-index", "--all", "--force")
    assert {path: path.read_bytes() for path in data.rglob("*.*")} == stored
