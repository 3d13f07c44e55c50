"""What the gazetteer is made of: one island's sheet, the table of all."""

from functools import partial

from geodata.model import Group
from pages.ui.drawing import bars as charts
from pages.ui.html import Markup, tag, way
from pages.ui.islands import history as islands_history
from pages.ui.islands import people as islands_people
from pages.ui.islands import place as islands_map
from pages.ui.islands import sheet as islands
from pages.ui.islands import table as islands_table
from pages.ui.islands import ways as islands_ways
from pages.ui.parts import content
from pages.ui.parts.content import Asked, Box, Chart, Part
from pages.ui.words import search
from pages.ui.words.reader import Reader

_block = partial(content.block, kind="sheet isl")

PAGE = "islands"
DAY, SEARCH = "day", "search"


def answer(reader: Reader, query: str) -> list[Part]:
    """Say what a search has found."""
    return [_block(islands_ways.answer(reader, query, search.find(reader.atlas, query)))]


def sheet(reader: Reader, name: str) -> list[Part]:
    """Tell all about one island."""
    along = islands_ways.along(reader, name)
    around = tag(
        "div",
        tag("div", _doors(reader), islands.names(reader, name), islands.facts(reader, name)),
        islands_map.maps(reader, name),
        class_="isl-sheet",
    )
    bar = reader.say("islands.bar", name=reader.name(name))
    history = islands.section(reader.say("panel.history"), tag("p", bar, class_="soft"))
    people = reader.say("panel.population")
    drawn = islands_people.chart(reader, name)
    return [
        _block(islands.head(reader, name), along),
        Asked(SEARCH),
        _block(around, islands_history.on_day(reader, name)),
        Asked(DAY),
        _block(history),
        _block(charts.history(reader, name)),
        _block(islands_history.history(reader, name)),
        _block(islands.section(people)),
        *([Box("islands-chart-people", [Chart(drawn, people)])] if drawn is not None else []),
        _block(
            islands_people.table(reader, name),
            islands_history.events(reader, name),
            islands_history.sources(reader, name),
            along,
        ),
    ]


def table(reader: Reader, by: islands_table.Order, query: str = "") -> list[Part]:
    """Show all islands, or those found, in an order."""
    atlas = reader.atlas
    wanted = search.find(atlas, query).islands
    heading: Part = _block(tag("h1", reader.say("page.islands")))
    if not wanted:
        return [heading, Asked(SEARCH)]
    chain = sum(island.group is not Group.SAKHALIN for island in atlas.islands.values())
    return [
        heading,
        Asked(SEARCH),
        _block(
            "" if query else tag("p", reader.say("islands.intro", count=chain)),
            islands_table.table(reader, islands_table.rows(reader, wanted), by),
        ),
    ]


def _doors(reader: Reader) -> Markup:
    """Lead to the map with the island picked, and to this sheet itself."""
    return tag(
        "p",
        way(reader.say("islands.show"), reader.link("map")),
        reader.tongue.dot,
        way(reader.say("islands.permalink"), reader.link(PAGE)),
        class_="isl-doors",
    )
