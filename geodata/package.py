"""Describe the data folder for machines: datapackage.json, and edtf.csv with its dates.

``python -m geodata`` writes both anew; everything in them comes from the other files.
"""

import csv
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from enum import StrEnum
from pathlib import Path, PurePath
from typing import Annotated, get_args, get_origin

from geodata.edtf import DATES, dates
from geodata.errors import DataError, Problem
from geodata.files import DATA, UnreadableError, decoded, text
from geodata.model import Claim, Control, Title, lists

CODEBOOK = "README.md"
DESCRIPTION = "datapackage.json"

Json = dict[str, object]

_MEDIA = {
    ".csv": "text/csv",
    ".geojson": "application/geo+json",
    ".toml": "application/toml",
}
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


def names(folder: Path = DATA) -> tuple[str, ...]:
    """Return the names of all data files and of their description."""
    return tuple(name for name in _there(folder) if PurePath(name).suffix in {*_MEDIA, ".json"})


def codebook(folder: Path = DATA) -> str:
    """Return the codebook, in Markdown; DataError where it cannot be read."""
    try:
        return text(folder / CODEBOOK)
    except UnreadableError as error:
        raise DataError([Problem(CODEBOOK, "", "", str(error))]) from error


def version(folder: Path = DATA) -> str:
    """Return the version of the data, as the codebook gives it; "0" where none can be read."""
    with suppress(UnreadableError):
        if version := re.search(r"Version \*\*(.+?)\*\*", text(folder / CODEBOOK)):
            return version[1]
    return "0"


def files(folder: Path = DATA) -> dict[str, bytes]:
    """Return every data file by name, the two made here among them, as they should be."""
    stored = {
        name: (folder / name).read_bytes()
        for name in _there(folder)
        if PurePath(name).suffix in _MEDIA and name != DATES
    }
    stored[DATES] = dates(folder).encode()
    return stored | {DESCRIPTION: describe(folder, stored).encode()}


def archive(folder: Path = DATA) -> bytes:
    """Pack the whole folder, codebook and licences too, into one ZIP file."""
    packed = io.BytesIO()
    beside = {name: (folder / name).read_bytes() for name in _there(folder)}
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in sorted((beside | files(folder)).items()):
            # a fixed day, so that the same data make the same file
            target.writestr(
                zipfile.ZipInfo(f"kuril-atlas-data/{name}"), content, zipfile.ZIP_DEFLATED
            )
    return packed.getvalue()


def _there(folder: Path) -> list[str]:
    """Return the names of all files in a folder and in those within it, as a web address has."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in found)


def describe(folder: Path, content: Mapping[str, bytes]) -> str:
    """Write the Data Package (version 2) of a folder's files as JSON."""
    words = codebook(folder)
    told = {name: title for name in content if (title := _title(name, titles(words)))}
    if missing := sorted({*content} - {*told}):
        raise DataError(Problem(CODEBOOK, "", "", f"has no heading for {name}") for name in missing)
    package: Json = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "kuril-atlas",
        "title": "Kuril Atlas: who held, owned and claimed each Kuril island since 1600",
        "description": "README.md beside this file is the codebook. Spans are half-open.",
        "version": version(folder),
        "licenses": [_OWN, _SHORELINE],
        "contributors": [{"title": "Kuril Atlas contributors", "roles": ["creator"]}],
        "sources": [_GSHHG, _CITED],
        "keywords": ["Kuril Islands", "千島列島", "Курильские острова", "history", "boundaries"],
        "resources": [_resource(name, content[name], told[name]) for name in sorted(content)],
    }
    return json.dumps(package, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def titles(words: str) -> dict[str, str]:
    """Read from the codebook's headings what each file holds, or all files of a folder."""
    return {
        file: title
        for listed, title in re.findall(r"^### (.+?): (.+)$", words, re.MULTILINE)
        for file in listed.split(", ")
    }


def _title(name: str, words: Mapping[str, str]) -> str | None:
    """Return what a file holds; one in a folder of its own is titled as the folder."""
    return words.get(name) or words.get(f"{PurePath(name).parent}/")


def _resource(name: str, content: bytes, title: str) -> Json:
    path = Path(name)
    resource: Json = {
        "name": re.sub(r"[./]", "-", name),
        "title": title,
        "path": name,
        "format": path.suffix[1:],
        "mediatype": _MEDIA[path.suffix],
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "licenses": [_SHORELINE if name in _SHAPES else _OWN],
    }
    if path.suffix == ".csv":
        header = next(csv.reader(io.StringIO(decoded(content), newline="")))
        resource |= {"type": "table", "schema": {"fields": list(_fields(header))}}
    return resource


def _fields(header: Iterable[str]) -> Iterable[Json]:
    """Describe columns by the records' own fields; what only edtf.csv has is text."""
    fields = {**Control.model_fields, **Title.model_fields, **Claim.model_fields}
    several = lists(Control) | lists(Title) | lists(Claim)
    for column in header:
        described: Json = {"name": column, "type": "string"}
        kinds = _kinds(fields[column].annotation) if column in fields else ()
        if column in several:
            described |= {"type": "list", "delimiter": ";", "itemType": "string"}
        for kind in kinds:
            if issubclass(kind, date):
                described |= {"type": "date"}
            elif issubclass(kind, StrEnum):
                described |= {"constraints": {"enum": [str(word) for word in kind]}}
        yield described


def _kinds(annotation: object) -> Iterator[type]:
    """Yield the classes a field may hold, None left out."""
    for part in get_args(annotation) or (annotation,):
        # of Annotated[date, ...] the first part is the class
        kind = get_args(part)[0] if get_origin(part) is Annotated else part
        if isinstance(kind, type):
            yield kind
