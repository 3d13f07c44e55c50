"""One island: what it is called, where it lies, how large it is."""

import re

from geodata import Atlas
from geodata.model import Island
from pages.ui.html import Content, Markup, join, tag
from pages.ui.parts import citations
from pages.ui.parts import day as tables
from pages.ui.parts import island as sheets
from pages.ui.words import text

# Centroids: a large island's is told less finely (degrees; km²).
_LARGE = 100.0
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def name(atlas: Atlas, island: str, viewpoint: str, language: str) -> str:
    """Return what an island is called in the reader's language."""
    return text.names(atlas.islands[island], language, viewpoint)[0][0]


def head(atlas: Atlas, name: str, viewpoint: str, language: str) -> Markup:
    """Return an island's name as the sheet's title, its other names and its place in the chain."""
    record = atlas.islands[name]
    first, *others = text.names(record, language, viewpoint)
    return join(
        [
            tag("h1", tag("span", first[0], lang=first[1])),
            tag(
                "p",
                join((tag("span", other, lang=tongue) for other, tongue in others), " · "),
                class_="isl-others",
            ),
            tag(
                "p",
                text.say(
                    "islands.place",
                    language,
                    place=list(atlas.islands).index(name) + 1,
                    count=len(atlas.islands),
                    group=text.say(f"group.{record.group}", language),
                ),
                class_="soft",
            ),
        ]
    )


def names(atlas: Atlas, name: str, language: str) -> Markup:
    """Return the table of an island's names in every language, the Ainu one with its meaning."""
    record = atlas.islands[name]
    rows: list[tuple[str, Content]] = [
        ("islands.in_en", tag("span", record.name.en, lang="en")),
        ("islands.in_ru", tag("span", record.name.ru, lang="ru")),
        ("islands.in_ja", tag("span", record.name.ja, lang="ja")),
        ("islands.romaji", tag("span", record.romaji, lang="ja-Latn")),
        ("panel.ainu", _ainu(atlas, record, language)),
    ]
    if record.aliases:
        spelt = (tag("span", alias, lang=tongue(alias)) for alias in _further(record))
        rows.append(("islands.aliases", join(spelt, ", ")))
    return tables.section(text.say("islands.names", language), _list(rows, language))


def facts(atlas: Atlas, name: str, language: str) -> Markup:
    """Return where an island lies, how large and how high it is, and on whose word."""
    record = atlas.islands[name]
    measured = text.say(
        "panel.computed",
        language,
        area=sheets.figure(area(atlas, name), language),
    )
    areas: list[Content] = [measured]
    if record.area:
        words = text.say(
            "panel.published", language, area=sheets.figure(record.area.value, language)
        )
        areas = [
            tag("div", sheets.noted(atlas, record.area, words, language)),
            tag("div", measured),
        ]
    height: Content = text.say("panel.unknown", language)
    if record.highest:
        metres = text.say(
            "panel.metres", language, height=sheets.figure(record.highest.value, language)
        )
        height = sheets.noted(atlas, record.highest, metres, language)
    where = join(
        [
            coordinates(atlas, name, language),
            " ",
            tag("span", text.say("islands.centre", language), class_="soft"),
        ]
    )
    rows: list[tuple[str, Content]] = [
        ("islands.coordinates", where),
        ("panel.area", join(areas)),
        ("panel.highest", height),
    ]
    return tables.section(
        text.say("islands.facts", language),
        _list(rows, language),
        tag("p", record.note[language]) if record.note else "",
    )


def area(atlas: Atlas, name: str) -> float:
    """Return the km² an island's outline encloses."""
    return atlas.km2[name]


def coordinates(atlas: Atlas, name: str, language: str) -> str:
    """Write the centre of an island's outline in degrees north and east (EPSG:4326)."""
    centre = atlas.shapes.geometry[name].centroid
    digits = 2 if area(atlas, name) >= _LARGE else 3
    return text.say(
        "islands.degrees",
        language,
        lat=text.number(centre.y, language, digits),
        lon=text.number(centre.x, language, digits),
    )


def tongue(word: str) -> str | None:
    """Return the language of a spelling by its letters; Latin ones may be any."""
    if _JAPANESE.search(word):
        return "ja"
    return "ru" if _CYRILLIC.search(word) else None


def _further(record: Island) -> list[str]:
    """Return the aliases that are more than one of the names over again."""
    known = {record.name.en, record.name.ja, record.name.ru, record.romaji}
    return [alias for alias in record.aliases if alias not in known]


def _ainu(atlas: Atlas, record: Island, language: str) -> Content:
    if record.ainu is None:
        return text.say("islands.no_ainu", language)
    meaning = (
        text.say("islands.meaning", language, meaning=record.ainu.meaning[language])
        if record.ainu.meaning
        else ""
    )
    return join(
        [
            tag("i", record.ainu.name, lang="ain-Latn"),
            " ",
            meaning,
            " ",
            citations.cited(atlas, record.ainu.sources, language),
        ]
    )


def _list(rows: list[tuple[str, Content]], language: str) -> Markup:
    parts = (
        part for key, fact in rows for part in (tag("dt", text.say(key, language)), tag("dd", fact))
    )
    return tag("dl", *parts)
