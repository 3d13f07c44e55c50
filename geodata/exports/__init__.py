"""The data as files for other programs: maps, spreadsheets, gazetteers, reference managers.

All are made from the atlas alone; the same data make the same bytes. The codebook says what
each holds.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from geodata.atlas import Atlas
from geodata.exports import gazetteer, gis, sheets
from geodata.model import Text
from geodata.reference import Reference, bibtex, csl, of_source, ris


@dataclass(frozen=True, slots=True)
class Export:
    """One file: what kind of program it is for, its media type, and how it is made."""

    purpose: str
    media: str
    make: Callable[[Atlas], bytes]


def write(atlas: Atlas, folder: Path) -> list[Path]:
    """Write every file into a folder, made if it is not there; return them."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, export in FILES.items():
        path = folder / name
        path.write_bytes(export.make(atlas))
        written.append(path)
    return written


def _references(form: Callable[[list[Reference]], str], atlas: Atlas) -> bytes:
    return form([of_source(source) for source in atlas.sources.values()]).encode()


_GEOJSON = "application/geo+json"
_CSV = "text/csv"

FILES: Mapping[str, Export] = {
    "kuril-atlas.gpkg": Export("maps", "application/geopackage+sqlite3", gis.geopackage),
    "kuril-atlas.parquet": Export("maps", "application/vnd.apache.parquet", gis.geoparquet),
    **{
        f"{layer.name}.geojson": Export("maps", _GEOJSON, partial(gis.geojson, layer=layer))
        for layer in gis.LAYERS
    },
    "lines.geojson": Export("maps", _GEOJSON, gis.lines),
    # its name is not that of the data's own file, which is offered beside it
    "landings-1945.geojson": Export("maps", _GEOJSON, gis.landings),
    **{
        f"kuril-atlas-{language}.csv": Export("sheets", _CSV, partial(sheets.table, language))
        for language in Text.model_fields
    },
    "changes.csv": Export("sheets", _CSV, sheets.changes),
    "losses-1945.csv": Export("sheets", _CSV, sheets.losses),
    "gazetteer.lpf.json": Export("gazetteers", _GEOJSON, gazetteer.linked_places),
    "sources.bib": Export("references", "application/x-bibtex", partial(_references, bibtex)),
    "sources.csl.json": Export(
        "references", "application/vnd.citationstyles.csl+json", partial(_references, csl)
    ),
    "sources.ris": Export(
        "references", "application/x-research-info-systems", partial(_references, ris)
    ),
}
