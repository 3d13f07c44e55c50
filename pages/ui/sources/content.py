"""What the page of the sources is made of: what rests on each, what is open, what to take."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import PurePath

from geodata import exports, package
from geodata.files import DATA
from geodata.model import Source
from pages.ui.html import Markup, tag
from pages.ui.parts import content
from pages.ui.parts.content import Asked, Box, Chart, Columns, Document, File, Files, Part
from pages.ui.sources import chart as sources_chart
from pages.ui.sources import entries as sources_list
from pages.ui.sources import facts as sources
from pages.ui.sources import grades as sources_grades
from pages.ui.sources import wording as sources_words
from pages.ui.sources.facts import Fact
from pages.ui.words.reader import Reader

_block = partial(content.block, kind="sheet src")

PAGE, CHOICES = "sources", "choices"
_GROUPS = {
    "tables": (".csv",),
    "shapes": (".geojson",),
    "texts": (".toml", ".json"),
}
_MEDIA = {
    ".csv": "text/csv",
    ".geojson": "application/geo+json",
    ".toml": "application/toml",
    ".json": "application/json",
}


def one(reader: Reader, source: Source, told: Sequence[Fact]) -> list[Part]:
    """Tell one source and what rests on it."""
    return [Box(PAGE, [_block(sources_list.one(reader, source, told))])]


def whole(reader: Reader) -> list[Part]:
    """Tell of all sources, and offer the data."""
    return [Box(PAGE, [*above(reader), *listed(reader), *below(reader)])]


def above(reader: Reader) -> list[Part]:
    """Say what the page is about, and what kinds of sources there are."""
    return [
        _block(tag("h1", reader.say("page.sources")), tag("p", reader.say("sources.lead"))),
        _figures(reader),
        _part(reader, "grades", sources_grades.grades(reader)),
        _part(reader, "list"),
        Asked(CHOICES),
    ]


def listed(reader: Reader, perspective: str = "", tongue: str = "", words: str = "") -> list[Part]:
    """List the sources of a perspective and a language that have the words; "" takes any."""
    chosen = sources.chosen(reader.atlas, perspective, tongue, words)
    return [_block(sources_list.listed(reader, chosen, sources.carried(sources.facts(reader))))]


def below(reader: Reader) -> list[Part]:
    """Tell what is open and how words were chosen, and offer the data."""
    return [
        _part(reader, "doubts", sources_list.doubts(reader, sources.facts(reader))),
        _part(reader, "wording", sources_words.wording(reader)),
        _part(reader, "licences", sources_words.licences(reader)),
        *_downloads(reader),
        *_exports(reader),
        *_codebook(reader),
    ]


def _part(reader: Reader, key: str, *words: Markup) -> Part:
    return _block(tag("h2", reader.say(f"sources.{key}"), id=key), *words)


def _figures(reader: Reader) -> Part:
    title = reader.say("sources.chart")
    return Columns(
        [_part(reader, "figures", sources_list.figures(reader))],
        [_block(tag("h3", title)), Chart(sources_chart.chart(reader), title)],
    )


def _downloads(reader: Reader) -> list[Part]:
    """Offer every data file as it is."""
    label = reader.say("sources.everything") + reader.bracketed("ZIP")
    everything = File("kuril-atlas-data.zip", label, "application/zip", package.archive)
    parts = [
        _part(reader, "downloads", tag("p", reader.say("sources.downloads_lead"))),
        Files("sources-everything", [everything]),
    ]
    for group, suffixes in _GROUPS.items():
        files = [
            _file(name, _MEDIA[PurePath(name).suffix], (DATA / name).read_bytes)
            for name in sorted(package.names())
            if PurePath(name).suffix in suffixes
        ]
        parts += _group(reader, group, files)
    return parts


def _exports(reader: Reader) -> list[Part]:
    """Offer the data for other programs."""
    parts = [_part(reader, "exports", tag("p", reader.say("sources.exports_lead")))]
    for purpose in dict.fromkeys(export.purpose for export in exports.FILES.values()):
        files = [
            _file(name, export.media, partial(export.make, reader.atlas))
            for name, export in exports.FILES.items()
            if export.purpose == purpose
        ]
        parts += _group(reader, f"for_{purpose}", files)
    return parts


def _group(reader: Reader, group: str, files: Sequence[File]) -> list[Part]:
    heading = tag("h3", reader.say(f"sources.{group}"))
    return [_block(heading), Files(f"sources-{group}", files)]


def _file(name: str, media: str, make: Callable[[], bytes]) -> File:
    return File(name, name, media, make)


def _codebook(reader: Reader) -> list[Part]:
    text = sources_words.codebook(package.codebook())
    return [
        _part(reader, "codebook", tag("p", reader.say("sources.codebook_lead"))),
        Document("codebook", "README.md", text),
    ]
