"""The gazetteer: every island a row, in an order that the address keeps."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from pages.ui import html
from pages.ui.html import Content, Markup, join, tag, way
from pages.ui.parts import citations, people
from pages.ui.parts import island as sheets
from pages.ui.words import holders, search
from pages.ui.words.reader import Reader

CHAIN = "chain"
# The columns, each with its heading; figures are first sorted from the largest down.
_HEADS = {
    "name": "panel.island",
    "area": "islands.area_km2",
    "height": "islands.height_m",
    "people": "panel.population",
    "status": "panel.status",
}
_FIGURES = ("area", "height", "people")


@dataclass(frozen=True, slots=True)
class Order:
    """What a table is sorted by: north to south ("chain") or a column."""

    column: str = CHAIN
    down: bool = False

    def __str__(self) -> str:
        """Write the order as the address has it: "area", or "-area" for the largest first."""
        return f"-{self.column}" if self.down else self.column

    def next(self, column: str) -> "Order":
        """Return the order a column's heading leads to."""
        if column == self.column:
            return Order(column, not self.down)
        return Order(column, column in _FIGURES)


def order(written: str | None) -> Order | None:
    """Read an order from the address; None where it names no column."""
    if written is None:
        return Order()
    column = written.removeprefix("-")
    known = column in _HEADS or written == CHAIN
    return Order(column, written.startswith("-")) if known else None


def orders() -> list[Order]:
    """Return every order there is, north to south first."""
    return [Order(), *(Order(column, down) for column in _HEADS for down in (False, True))]


@dataclass(frozen=True, slots=True)
class Row:
    """One island's line: what is shown, and what it is sorted by (None: unknown)."""

    island: str
    name: str
    area: float
    published: bool
    height: float | None
    people: int | None
    year: int | None
    status: str


def rows(reader: Reader, wanted: Collection[str]) -> list[Row]:
    """Return the rows of some islands from north to south, as of a day."""
    held = reader.atlas.drawn(reader.day, lens=reader.lens, viewpoint=reader.viewpoint)
    km2 = reader.atlas.km2
    found = []
    for island in reader.atlas.islands.values():
        if island.id not in wanted:
            continue
        counts = people.counts(reader.atlas, island.id)
        # names whose letters do not say their sound are sorted by their reading
        called = island.romaji if reader.tongue.readings else reader.name(island.id)
        found.append(
            Row(
                island.id,
                search.stem(called),
                km2[island.id],
                island.area is not None,
                island.highest.value if island.highest else None,
                counts[-1].people if counts else None,
                counts[-1].year if counts else None,
                holders.status(reader, reader.lens, held[island.id].span.controller),
            )
        )
    return found


def arranged(found: list[Row], by: Order) -> list[Row]:
    """Sort rows; what is unknown stands last either way, equals from north to south."""
    if by.column == CHAIN:
        return found
    known = [row for row in found if getattr(row, by.column) is not None]
    known.sort(key=lambda row: getattr(row, by.column), reverse=by.down)
    return known + [row for row in found if getattr(row, by.column) is None]


def table(reader: Reader, found: list[Row], by: Order) -> Markup:
    """Return the table: headings are links that sort; from north to south it has groups."""
    caption = reader.say("islands.caption", date=reader.written(reader.day))
    unnoted = "" if all(row.published for row in found) else reader.say("islands.unnoted")
    rows = _grouped(reader, found) if by.column == CHAIN else _lines(reader, arranged(found, by))
    columns = list(_HEADS)
    drawn = html.table(
        [_head(reader, column, by) for column in columns],
        rows,
        figures=[columns.index(column) for column in _FIGURES],
        sorted_by=None
        if by.column == CHAIN
        else (columns.index(by.column), "descending" if by.down else "ascending"),
        class_="isl-table",
    )
    scrolled = tag(
        "div",
        drawn,
        class_="scrolled",
        tabindex="0",
        role="region",
        aria_label=reader.say("page.islands"),
    )
    back = way(reader.say("islands.chain"), reader.link("islands", sort=None, island=None))
    # no <caption>: on a phone it would be as wide as the table
    return join(
        [
            tag("p", caption, " ", unnoted, class_="soft"),
            "" if by.column == CHAIN else tag("p", back),
            scrolled,
        ]
    )


def _head(reader: Reader, column: str, by: Order) -> Markup:
    sign = "" if column != by.column else " ▼" if by.down else " ▲"
    return way(
        join([reader.say(_HEADS[column]), tag("span", sign, aria_hidden="true")]),
        reader.link("islands", sort=str(by.next(column)), island=None),
    )


def _grouped(reader: Reader, found: list[Row]) -> Iterator[html.Row]:
    """Put each group's rows under its heading."""
    islands = reader.atlas.islands
    for group, members in groupby(found, lambda row: islands[row.island].group):
        yield html.Row([reader.say(f"group.{group}")])
        yield from _lines(reader, members)


def _lines(reader: Reader, found: Iterable[Row]) -> Iterator[html.Row]:
    unknown = tag("span", reader.say("panel.unknown"), class_="soft")
    for row in found:
        name = way(
            citations.names(reader, row.island),
            reader.link("islands", island=row.island, q=None, sort=None),
        )
        area: Content = sheets.figure(reader, row.area)
        height = unknown if row.height is None else sheets.figure(reader, row.height)
        people: Content = unknown
        if row.people is not None:
            number = reader.number(row.people)
            people = reader.say("islands.people_in", people=number, year=row.year)
        yield html.Row(
            [name, area if row.published else tag("i", area), height, people, row.status],
            anchor=row.island,
        )
