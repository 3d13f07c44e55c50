"""The description of the data folder, for machines."""

import csv
import hashlib
import io
import json
import re
import zipfile
from datetime import date, timedelta
from itertools import groupby, pairwise
from operator import itemgetter

import frictionless
import pytest

from geodata import edtf, files, package

DAY = r"\d{4}-\d\d-\d\d"
EDTF_DAY = r"\d{4}(-\d\d(-\d\d)?)?~?"


def test_the_files_made_from_the_others_are_up_to_date() -> None:
    made = package.files()
    for name in (edtf.DATES, package.DESCRIPTION):
        stored = (files.DATA / name).read_bytes()
        assert stored == made[name], f"{name} is old: python -m geodata"


def test_the_description_names_every_file_as_it_is() -> None:
    described = json.loads((files.DATA / package.DESCRIPTION).read_text(encoding="utf-8"))
    resources = {one["path"]: one for one in described["resources"]}
    assert {*resources, package.DESCRIPTION} == {*package.names()}
    for name, one in resources.items():
        content = (files.DATA / name).read_bytes()
        assert one["bytes"] == len(content)
        assert one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert re.fullmatch(r"[a-z0-9-]+", one["name"])
        assert one["licenses"]
    assert len({one["name"] for one in resources.values()}) == len(resources)


@pytest.mark.parametrize("name", ["control.csv", "title.csv", "claims.csv", "edtf.csv"])
def test_a_table_s_columns_are_described(name: str) -> None:
    described = json.loads((files.DATA / package.DESCRIPTION).read_text(encoding="utf-8"))
    fields = next(one for one in described["resources"] if one["path"] == name)["schema"]["fields"]
    header = (files.DATA / name).read_text(encoding="utf-8").splitlines()[0]
    assert ",".join(field["name"] for field in fields) == header


def test_intervals_are_closed_and_as_fine_as_known() -> None:
    rows = list(csv.DictReader(io.StringIO(edtf.dates(files.DATA))))
    for row in rows:
        assert re.fullmatch(rf"(\.\.|{EDTF_DAY})/(\.\.|{EDTF_DAY})", row["interval"])
        assert re.fullmatch(rf"|\[{EDTF_DAY}\.\.{EDTF_DAY}\]", row["window"])
    for _, held in groupby(
        (row for row in rows if row["table"] == "control"), key=itemgetter("subject")
    ):
        ends = [row["interval"].split("/") for row in held]
        assert ends[0][0] == ends[-1][1] == ".."
        for (_, last), (begun, _) in pairwise(ends):
            if re.fullmatch(DAY, begun):  # the day before is the last
                assert last == str(date.fromisoformat(begun) - timedelta(days=1))


def test_the_archive_holds_the_folder() -> None:
    with zipfile.ZipFile(io.BytesIO(package.archive())) as packed:
        names = {name.removeprefix("kuril-atlas-data/") for name in packed.namelist()}
        assert packed.testzip() is None
    there = (path for path in files.DATA.rglob("*") if path.is_file())
    assert names == {path.relative_to(files.DATA).as_posix() for path in there}


def test_the_data_package_is_valid() -> None:
    report = frictionless.validate(str(files.DATA / package.DESCRIPTION))
    assert report.valid, report.flatten(["name", "type", "message"])
    assert {task.place for task in report.tasks} == {*package.names()} - {package.DESCRIPTION}
