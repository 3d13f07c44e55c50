"""Something of each page, drawn for one reader."""

from datetime import date

from geodata.model import Lens
from pages.ui.chronicle import entries
from pages.ui.compare import differences
from pages.ui.compare.sheet import Sheet
from pages.ui.islands import sheet, table
from pages.ui.landings import battle, days, losses, residents
from pages.ui.parts import day, island
from pages.ui.sources import entries as sources
from pages.ui.treaties import card, chart
from pages.ui.treaties import table as parted
from pages.ui.words.reader import Reader

DAY = date(1945, 8, 30)


def drawn(reader: Reader) -> list[object]:
    """Return markup and charts of every page."""
    atlas = reader.atlas
    return [
        day.today(reader),
        day.holders(reader),
        day.latest(reader.at(lens=Lens.TITLE)),
        island.island(reader, "urup"),
        island.spans(reader, "urup"),
        sheet.names(reader, "urup"),
        table.table(reader, table.rows(reader, ["urup"]), table.Order()),
        battle.battle(reader),
        days.shumshu(reader),
        losses.table(reader, "north"),
        residents.unknown(reader),
        card.card(reader, atlas.instruments["san-francisco-1951"]),
        chart.chart(reader),
        parted.stretches(reader),
        differences.differences(reader, (date(1875, 8, 21), DAY)),
        Sheet(reader, "chain").drawn(),
        entries.entry(reader, atlas.event("shumshu-landing-1945")),
        sources.figures(reader),
    ]
