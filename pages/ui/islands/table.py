"""The gazetteer: every island a row, in an order that the address keeps."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby

from pages.ui.html import Content, Markup, join, tag
from pages.ui.parts import citations, people
from pages.ui.parts import island as sheets
from pages.ui.words import holders, search, text
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
    held = reader.atlas.on(reader.day, lens=reader.lens, viewpoint=reader.viewpoint)["controller"]
    measured = reader.atlas.km2
    found = []
    for island in reader.atlas.islands.values():
        if island.id not in wanted:
            continue
        counts = people.counts(reader.atlas, island.id)
        # Japanese names are sorted by their reading
        called = (
            island.romaji
            if reader.language == "ja"
            else text.names(island, reader.language, reader.viewpoint)[0][0]
        )
        found.append(
            Row(
                island.id,
                search.stem(called),
                island.area.value if island.area else measured[island.id],
                island.area is not None,
                island.highest.value if island.highest else None,
                counts[-1].people if counts else None,
                counts[-1].year if counts else None,
                holders.status(reader, reader.lens, held[island.id]),
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
    lines = [_line(reader, row) for row in arranged(found, by)]
    bodies = _grouped(reader, found, lines) if by.column == CHAIN else [tag("tbody", *lines)]
    caption = reader.say("islands.caption", date=reader.written(reader.day))
    unnoted = "" if all(row.published for row in found) else reader.say("islands.unnoted")
    scrolled = tag(
        "div",
        tag(
            "table",
            tag("thead", tag("tr", *(_head(reader, column, by) for column in _HEADS))),
            *bodies,
            class_="isl-table",
        ),
        class_="isl-scroll",
        tabindex="0",
        role="region",
        aria_label=reader.say("page.islands"),
    )
    back = tag(
        "a",
        reader.say("islands.chain"),
        href=reader.link("islands", sort=None, island=None),
        target="_self",
    )
    # no <caption>: on a phone it would be as wide as the table
    return join(
        [
            tag("p", caption, " ", unnoted, class_="soft"),
            "" if by.column == CHAIN else tag("p", back),
            scrolled,
        ]
    )


def _head(reader: Reader, column: str, by: Order) -> Markup:
    here = column == by.column
    sign = "" if not here else " ▼" if by.down else " ▲"
    return tag(
        "th",
        tag(
            "a",
            reader.say(_HEADS[column]),
            tag("span", sign, aria_hidden="true"),
            href=reader.link("islands", sort=str(by.next(column)), island=None),
            target="_self",
        ),
        scope="col",
        aria_sort=("descending" if by.down else "ascending") if here else None,
        class_="isl-figure" if column in _FIGURES else None,
    )


def _grouped(reader: Reader, found: list[Row], lines: list[Markup]) -> Iterator[Markup]:
    """Put each group's rows under its heading."""
    paired = zip(found, lines, strict=True)
    for group, members in groupby(paired, lambda pair: reader.atlas.islands[pair[0].island].group):
        heading = tag(
            "tr",
            tag(
                "th",
                reader.say(f"group.{group}"),
                colspan=str(len(_HEADS)),
                scope="rowgroup",
                class_="isl-group",
            ),
        )
        yield tag("tbody", heading, *(line for _, line in members))


def _line(reader: Reader, row: Row) -> Markup:
    unknown = tag("span", reader.say("panel.unknown"), class_="soft")
    area: Content = sheets.figure(reader, row.area)
    people: Content = unknown
    if row.people is not None:
        number = reader.number(row.people)
        people = reader.say("islands.people_in", people=number, year=row.year)
    return tag(
        "tr",
        tag(
            "th",
            tag(
                "a",
                citations.names(reader, row.island, reader.viewpoint),
                href=reader.link("islands", island=row.island, q=None, sort=None),
                target="_self",
            ),
            scope="row",
        ),
        tag("td", area if row.published else tag("i", area), class_="isl-figure"),
        tag(
            "td",
            unknown if row.height is None else sheets.figure(reader, row.height),
            class_="isl-figure",
        ),
        tag("td", people, class_="isl-figure"),
        tag("td", row.status),
    )
