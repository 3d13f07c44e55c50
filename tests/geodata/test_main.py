"""Changing a fact is one command; a wrong one stops everything at once."""

import csv
import errno
import json
import os
import shutil
import subprocess
import sys
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from geodata import DataError, files, load_atlas
from geodata.__main__ import GOLDEN, export, main, sides
from tests.conftest import ROOT

Cells = dict[str, str]

# What looks at the facts on the ground most closely; the whole suite would run here twice.
CLOSE = [
    "tests/geodata/test_atlas.py",
    "tests/geodata/test_package.py",
    "tests/ui/test_compare.py",
    "tests/ui/test_landings.py",
    "tests/ui/test_treaties.py",
    "tests/ui/test_treaties_parting.py",
]


def rows(folder: Path) -> list[Cells]:
    with (folder / "control.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(folder: Path, changed: list[Cells]) -> None:
    with (folder / "control.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, list(changed[0]), lineterminator="\n")
        out.writeheader()
        out.writerows(changed)


def parted(row: Cells) -> list[Cells]:
    """Make two records of one, a year after it begins: the same holder, known a day finely."""
    middle = str(date.fromisoformat(row["start"]) + timedelta(days=365))
    return [
        row | {"end": middle},
        row | {"start": middle, "precision": "day", "earliest": "", "latest": ""},
    ]


def tree(folder: Path) -> Path:
    """Return a copy of the whole atlas that a test may spoil."""
    for name in ("geodata", "pages", "tests"):
        # with what Python has compiled, but for what it is writing just now
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.pyc.*"))
    for name in ("pyproject.toml", "dashboard.py", "README.md", "CHANGELOG.md"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # a run inside a run is none of the outer one's workers
    outer = {name for name in os.environ if name.startswith(("PYTEST_", "COV_"))}
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name not in outer},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the atlas's own data that a test may change."""
    return Path(shutil.copytree(files.DATA, tmp_path / "data"))


def test_the_command_makes_what_is_stored(capsys: pytest.CaptureFixture[str]) -> None:
    stored = {path: path.read_bytes() for path in (*files.DATA.rglob("*.*"), GOLDEN)}
    assert main() == 0
    assert {path: path.read_bytes() for path in stored} == stored
    told = capsys.readouterr().out
    assert "no problem" in told
    assert told.count(": as it was") == 3


def test_a_day_that_moves_is_told_in_the_report(
    copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "held.json"
    assert main(copy, kept) == 0
    capsys.readouterr()
    changed = rows(copy)
    before, after = next(
        (one, other)
        for one, other in pairwise(changed)
        if one["island"] == other["island"]
        and one["controller"] != other["controller"]
        and other["precision"] == "day"
        and not other["earliest"]
    )
    old = after["start"]
    after["start"] = before["end"] = str(date.fromisoformat(old) + timedelta(days=1))
    write(copy, changed)
    with (copy / "moments.toml").open("a", encoding="utf-8") as moments:
        moments.write(
            f'\n[{after["start"]}]\nsources = ["jc#I"]\n'
            'text = { en = "A.", ja = "A", ru = "A." }\n'
            'then.control = { en = "B.", ja = "B", ru = "B." }\n'
        )
    assert main(copy, kept) == 0
    told = capsys.readouterr().out
    for name in ("edtf.csv", "datapackage.json", "held.json"):
        assert f"{name}: written anew" in told
    passed = f"control, {before['controller']} → {after['controller']}: "
    assert f"now changes, {after['start']}, {passed}" in told
    assert f"no longer changes, {old}, {passed}" in told
    assert main(copy, kept) == 0
    assert capsys.readouterr().out.count(": as it was") == 3


def test_wrong_data_are_listed_and_nothing_is_written(
    copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = rows(copy)
    for row in changed[::50]:
        row["confidence"] = "sure"
    write(copy, changed)
    before = {path: path.read_bytes() for path in copy.rglob("*.*")}
    assert main(copy, tmp_path / "held.json") == 1
    with pytest.raises(DataError) as refusal:
        load_atlas(copy)
    assert capsys.readouterr().err == f"{refusal.value}\n"
    assert {path: path.read_bytes() for path in copy.rglob("*.*")} == before
    assert not (tmp_path / "held.json").exists()
    for command in (partial(sides, copy), partial(export, tmp_path / "exports", copy)):
        assert command() == 1
        assert capsys.readouterr() == ("", f"{refusal.value}\n")
    assert not (tmp_path / "exports").exists()


def test_a_codebook_that_cannot_be_read_is_a_problem_and_nothing_is_written(
    copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "held.json"
    (copy / "README.md").write_bytes(b"\xff")
    assert main(copy, kept) == 1
    assert "\n  README.md: is not UTF-8: " in capsys.readouterr().err
    (copy / "README.md").unlink()
    assert main(copy, kept) == 1
    told = capsys.readouterr()
    assert told.err == "1 problem in the data:\n  README.md: the file is missing\n"
    assert not kept.exists()


def test_tables_and_codebook_with_the_line_ends_of_old_macs_are_described(
    copy: Path, tmp_path: Path
) -> None:
    for name in ("control.csv", "README.md"):
        content = (copy / name).read_bytes()
        (copy / name).write_bytes(content.replace(b"\n", b"\r"))
    assert main(copy, tmp_path / "held.json") == 0
    was, now = (
        json.loads((folder / "datapackage.json").read_bytes())["resources"]
        for folder in (files.DATA, copy)
    )
    assert [one.get("schema") for one in now] == [one.get("schema") for one in was]


def test_a_place_that_nothing_can_be_written_to_is_told_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    file.write_text("mine", encoding="utf-8")
    assert export(file) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"{file}: ")
    assert told.count("\n") == 1
    assert file.read_text(encoding="utf-8") == "mine"

    def full(path: Path, _: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    place = tmp_path / "exports"
    assert export(place) == 1
    told = capsys.readouterr().err
    assert told.startswith(str(place))
    assert told.endswith(": No space left on device\n")
    assert told.count("\n") == 1


@pytest.mark.parametrize(
    "left", [b'<<<<<<< ours\n{"first": 1}\n=======\n{"first": 2}\n>>>>>>> theirs\n', b"\xff"]
)
def test_a_golden_file_that_cannot_be_read_is_written_anew(
    left: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "held.json"
    kept.write_bytes(left)
    assert main(kept=kept) == 0
    told = capsys.readouterr().out
    assert "held.json: written anew\n  the earlier file cannot be read (" in told
    assert "): all is told as new\n  now first, control, " in told
    assert kept.read_bytes() == GOLDEN.read_bytes()


def test_wrong_cells_stop_the_tests_with_the_loaders_own_list(tmp_path: Path) -> None:
    folder = tree(tmp_path)
    changed = rows(folder / "geodata" / "data")
    middle = len(changed) // 2
    changed[middle]["controller"] = "china"
    changed[middle + 1]["sources"] = ""
    write(folder / "geodata" / "data", changed)
    with pytest.raises(DataError) as refusal:
        load_atlas(folder / "geodata" / "data")
    assert {problem.field for problem in refusal.value.problems} == {"controller", "sources"}
    ended = run(folder, "pytest", "-q", "-n", "2")
    assert ended.returncode == pytest.ExitCode.USAGE_ERROR
    assert str(refusal.value) in ended.stdout + ended.stderr
    assert "passed" not in ended.stdout
    assert "failed" not in ended.stdout


def test_right_new_records_turn_no_test_red_once_the_command_has_run(tmp_path: Path) -> None:
    folder = tree(tmp_path)
    data = folder / "geodata" / "data"
    # every seventh record, wherever in the history it lies
    changed = [
        part
        for number, row in enumerate(rows(data))
        for part in (parted(row) if number % 7 == 0 and _long(row) else [row])
    ]
    write(data, changed)
    assert run(folder, "pytest", "-qx", "tests/geodata/test_package.py").returncode == 1
    told = run(folder, "geodata")
    assert told.returncode == 0, told.stderr
    # the same holders as before, in more records
    assert "held.json: as it was" in told.stdout
    ended = run(folder, "pytest", "-q", *CLOSE)
    assert ended.returncode == 0, ended.stdout


def _long(row: Cells) -> bool:
    middle = date.fromisoformat(row["start"]) + timedelta(days=365)
    # no record ends within its window, the first of two neither
    return row["latest"] <= str(middle) < (row["end"] or "2026-01-01")
