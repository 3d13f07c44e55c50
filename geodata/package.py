"""Describe the data folder for machines: datapackage.json, and edtf.csv with its dates.

``python -m geodata`` writes both anew; everything in them comes from the other files.
"""

import csv
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path

from geodata.model import Confidence, Viewpoint
from geodata.time import Precision, begun, edtf

DATA = Path(__file__).parent / "data"
DESCRIPTION = "datapackage.json"
DATES = "edtf.csv"

Json = dict[str, object]

_MEDIA = {
    ".csv": "text/csv",
    ".geojson": "application/geo+json",
    ".toml": "application/toml",
}
_OPEN = ".."
_OWN = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
_SHORELINE = {
    "name": "LGPL-3.0-or-later",
    "title": "GNU Lesser General Public License, version 3 or later",
    "path": "https://www.gnu.org/licenses/lgpl-3.0.html",
}
_GSHHG = {
    "title": (
        "GSHHG 2.3.6: Wessel, P., and W. H. F. Smith (1996), A global, self-consistent, "
        "hierarchical, high-resolution shoreline database, J. Geophys. Res., 101(B4), 8741-8743"
    ),
    "path": "https://www.soest.hawaii.edu/pwessel/gshhg/",
}
_CITED = {"title": "The source of every record, by id", "path": "sources.toml"}
_SHAPES = frozenset({"islands.geojson", "land.geojson"})
_LISTS = frozenset({"islands", "sources"})
_DAYS = frozenset({"start", "end", "earliest", "latest"})
_DATES_HEADER = (
    "table",
    "subject",
    "holder",
    "viewpoint",
    "interval",
    "window",
    "confidence",
    "because",
    "sources",
)


def names(folder: Path = DATA) -> tuple[str, ...]:
    """Return the names of all data files and of their description."""
    return tuple(
        sorted(path.name for path in folder.iterdir() if path.suffix in {*_MEDIA, ".json"})
    )


def codebook(folder: Path = DATA) -> str:
    """Return the codebook, in Markdown."""
    return (folder / "README.md").read_text(encoding="utf-8")


def files(folder: Path = DATA) -> dict[str, bytes]:
    """Return every data file by name, the two made here among them, as they should be."""
    own = {
        path.name: path.read_bytes()
        for path in sorted(folder.iterdir())
        if path.suffix in _MEDIA and path.name != DATES
    }
    own[DATES] = dates(folder).encode()
    return own | {DESCRIPTION: describe(folder, own).encode()}


def archive(folder: Path = DATA) -> bytes:
    """Pack the whole folder, codebook and licences too, into one ZIP file."""
    packed = io.BytesIO()
    beside = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in sorted((beside | files(folder)).items()):
            # a fixed day, so that the same data make the same file
            target.writestr(
                zipfile.ZipInfo(f"kuril-atlas-data/{name}"), content, zipfile.ZIP_DEFLATED
            )
    return packed.getvalue()


def describe(folder: Path, content: Mapping[str, bytes]) -> str:
    """Write the Data Package (version 2) of a folder's files as JSON."""
    words = codebook(folder)
    version = re.search(r"Version \*\*(.+?)\*\*", words)
    package: Json = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "kuril-atlas",
        "title": "Kuril Atlas: who held, owned and claimed each Kuril island since 1600",
        "description": "README.md beside this file is the codebook. Spans are half-open.",
        "version": version[1] if version else "0",
        "licenses": [_OWN, _SHORELINE],
        "contributors": [{"title": "Kuril Atlas contributors", "roles": ["creator"]}],
        "sources": [_GSHHG, _CITED],
        "keywords": ["Kuril Islands", "千島列島", "Курильские острова", "history", "boundaries"],
        "resources": [_resource(name, content[name], titles(words)) for name in sorted(content)],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def titles(words: str) -> dict[str, str]:
    """Read from the codebook's headings what each file holds."""
    return {
        file: title
        for listed, title in re.findall(r"^### (.+?): (.+)$", words, re.MULTILINE)
        for file in listed.split(", ")
    }


def dates(folder: Path = DATA) -> str:
    """Write the dated rows of the three tables as CSV with dates in EDTF (ISO 8601-2).

    ``interval`` counts its last day in, where the tables end before ``end``; ``..`` is an
    open beginning (the atlas starts there) or end (still so). ``window`` is a set of which
    one day is right. An end is as coarse as the start of the row that follows it.
    """
    written = io.StringIO()
    out = csv.writer(written, lineterminator="\n")
    out.writerow(_DATES_HEADER)
    for table, subject, holder, because, whose in (
        ("control", "island", "controller", "basis", "island"),
        ("title", "island", "holder", "instrument", "island"),
        ("claims", "islands", "claimant", "basis", "claimant"),
    ):
        rows = _rows(folder / f"{table}.csv")
        first = min(row["start"] for row in rows)
        starts: dict[str, list[tuple[date, Precision]]] = {}
        for row in rows:
            starts.setdefault(row[whose], []).append(_start(row))
        for row in rows:
            opened = row["start"] == first and table != "claims"
            since = _OPEN if opened else edtf(*_start(row))
            out.writerow(
                (
                    table,
                    row[subject],
                    row[holder],
                    row.get("viewpoint", ""),
                    f"{since}/{_end(row['end'], starts[row[whose]])}",
                    f"[{row['earliest']}..{row['latest']}]" if row.get("earliest") else "",
                    row.get("confidence", ""),
                    row[because],
                    row["sources"],
                )
            )
    return written.getvalue()


def _start(row: Mapping[str, str]) -> tuple[date, Precision]:
    return date.fromisoformat(row["start"]), Precision(row["precision"] or "day")


def _end(end: str, starts: Iterable[tuple[date, Precision]]) -> str:
    if not end:
        return _OPEN
    day = date.fromisoformat(end)
    precision = begun(day, starts)
    # a coarse end is a month or year in which both rows may have held
    return edtf(day - timedelta(days=precision is Precision.DAY), precision)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _resource(name: str, content: bytes, words: Mapping[str, str]) -> Json:
    path = Path(name)
    resource: Json = {
        "name": name.replace(".", "-"),
        "title": words[name],
        "path": name,
        "format": path.suffix[1:],
        "mediatype": _MEDIA[path.suffix],
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "licenses": [_SHORELINE if name in _SHAPES else _OWN],
    }
    if path.suffix == ".csv":
        header = next(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
        resource |= {"type": "table", "schema": {"fields": list(_fields(header))}}
    return resource


def _fields(header: Iterable[str]) -> Iterable[Json]:
    words = {"precision": Precision, "confidence": Confidence, "viewpoint": Viewpoint}
    for column in header:
        field: Json = {"name": column, "type": "string"}
        if column in _LISTS:
            field |= {"type": "list", "delimiter": ";", "itemType": "string"}
        elif column in _DAYS:
            field |= {"type": "date"}
        elif column in words:
            field |= {"constraints": {"enum": [str(word) for word in words[column]]}}
        yield field
