"""One island: what it is called, where it lies, how large it is."""

import re
from functools import partial

from geodata import Atlas
from geodata.model import Island, Viewpoint
from pages.ui import html
from pages.ui.html import Content, Markup, join, tag
from pages.ui.parts import citations, day
from pages.ui.parts import island as sheets
from pages.ui.words import text
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import FALLBACK, JAPANESE, ROMAJI, RUSSIAN, TONGUES

# Centroids: a large island's is told less finely (degrees; km²).
_LARGE = 100.0
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
# A part of the sheet stands right under the page's title.
section = partial(day.section, heading="h2")


def head(reader: Reader, name: str) -> Markup:
    """Return an island's name as the sheet's title, its other names and its place in the chain."""
    record = reader.atlas.islands[name]
    first, *others = reader.names(name)
    return join(
        [
            tag("h1", tag("span", first[0], lang=first[1])),
            tag(
                "p",
                join(
                    (tag("span", other, lang=tongue) for other, tongue in others), reader.tongue.dot
                ),
                class_="isl-others",
            ),
            tag(
                "p",
                reader.say(
                    "islands.place",
                    place=list(reader.atlas.islands).index(name) + 1,
                    count=len(reader.atlas.islands),
                    group=reader.say(f"group.{record.group}"),
                ),
                class_="soft",
            ),
        ]
    )


def names(reader: Reader, name: str) -> Markup:
    """Return the table of an island's names in every language, the Ainu one with its meaning."""
    record = reader.atlas.islands[name]
    there = TONGUES.keys() & record.name.languages
    spoken = (
        code if code in there else FALLBACK for code in reader.tongue.names[Viewpoint.NEUTRAL]
    )
    rows: list[tuple[str, Content]] = [
        (_spoken(reader, code), tag("span", record.name[code], lang=code))
        for code in dict.fromkeys(spoken)
    ]
    further: list[tuple[str, Content]] = [
        *(
            [("islands.kana", tag("span", reader.tongue.comma.join(record.kana), lang=JAPANESE))]
            if record.kana
            else []
        ),
        ("islands.romaji", tag("span", record.romaji, lang=ROMAJI)),
        ("panel.ainu", _ainu(reader, record)),
    ]
    if record.aliases:
        spelt = (tag("span", alias, lang=tongue(alias)) for alias in _further(record))
        further.append(("islands.aliases", join(spelt, reader.tongue.comma)))
    rows += _labelled(reader, further)
    return section(reader.say("islands.names"), html.facts(rows))


def facts(reader: Reader, name: str) -> Markup:
    """Return where an island lies, how large and how high it is, and on whose word."""
    record = reader.atlas.islands[name]
    measured = reader.say("panel.computed", area=sheets.figure(reader, area(reader.atlas, name)))
    areas: list[Content] = [measured]
    if record.area:
        words = reader.say("panel.published", area=sheets.figure(reader, record.area.value))
        areas = [
            tag("div", sheets.noted(reader, record.area, words)),
            tag("div", measured),
        ]
    height: Content = reader.say("panel.unknown")
    if record.highest:
        metres = reader.say("panel.metres", height=sheets.figure(reader, record.highest.value))
        height = sheets.noted(reader, record.highest, metres)
    where = join(
        [
            coordinates(reader, name),
            " ",
            tag("span", reader.say("islands.centre"), class_="soft"),
        ]
    )
    rows: list[tuple[str, Content]] = [
        ("islands.coordinates", where),
        ("panel.area", join(areas)),
        ("panel.highest", height),
    ]
    return section(
        reader.say("islands.facts"),
        html.facts(_labelled(reader, rows)),
        tag("p", record.note[reader.language]) if record.note else "",
    )


def area(atlas: Atlas, name: str) -> float:
    """Return the km² an island's outline encloses."""
    return atlas.measured[name]


def coordinates(reader: Reader, name: str) -> str:
    """Write the centre of an island's outline in degrees north and east (EPSG:4326)."""
    centre = reader.atlas.shapes.geometry[name].centroid
    digits = 2 if area(reader.atlas, name) >= _LARGE else 3
    return reader.say(
        "islands.degrees", lat=reader.number(centre.y, digits), lon=reader.number(centre.x, digits)
    )


def tongue(word: str) -> str | None:
    """Return the language of a spelling by its letters; Latin ones may be any."""
    if _JAPANESE.search(word):
        return JAPANESE
    return RUSSIAN if _CYRILLIC.search(word) else None


def _further(record: Island) -> list[str]:
    """Return the aliases that are more than one of the names over again."""
    known = {*(record.name[language] for language in TONGUES), record.romaji}
    return [alias for alias in record.aliases if alias not in known]


def _ainu(reader: Reader, record: Island) -> Content:
    if record.ainu is None:
        return reader.say("islands.no_ainu")
    meaning = (
        reader.say("islands.meaning", meaning=record.ainu.meaning[reader.language])
        if record.ainu.meaning
        else ""
    )
    return join(
        [
            tag("i", record.ainu.name, lang="ain-Latn"),
            " ",
            meaning,
            " ",
            citations.cited(reader, record.ainu.sources),
        ]
    )


def _spoken(reader: Reader, code: str) -> str:
    """Return what a language is called; one that has only its row is called as it calls itself."""
    key = f"islands.in_{code}"
    return reader.say(key) if key in text.catalogue() else TONGUES[code].own_name


def _labelled(reader: Reader, rows: list[tuple[str, Content]]) -> list[tuple[str, Content]]:
    return [(reader.say(key), fact) for key, fact in rows]
