"""What the page of two dates is made of: its pairs, its differences, its sheet of nine."""

from datetime import date
from functools import partial

from pages.ui.compare import differences as compare_words
from pages.ui.compare import pairs as compare_pairs
from pages.ui.compare import sheet as compare_sheet
from pages.ui.html import fold, tag
from pages.ui.parts import content
from pages.ui.parts import day as tables
from pages.ui.parts.content import Asked, Part, Way, Ways
from pages.ui.words.reader import Reader

_block = partial(content.block, kind="sheet compare")

PAGE = "compare"
# The page's own parameters.
OTHER, WINDOW = "with", "window"
PICKERS, PRINT = "pickers", "print"


def choose(reader: Reader) -> list[Part]:
    """Say what the page is about, let the reader choose, and offer the ready-made pairs."""
    return [
        content.block(
            tag("h1", reader.say("page.compare")),
            tag("p", reader.say("compare.lead"), class_="soft"),
            kind="sheet compare top",
        ),
        Asked(PICKERS),
        content.block(
            tag("h2", reader.say("compare.pairs")),
            tag("p", reader.say("compare.pairs_note"), class_="soft"),
            kind="sheet compare pairs",
        ),
        _pairs(reader),
    ]


def differences(reader: Reader, beside: date) -> list[Part]:
    """Write what differs, and both days island by island."""
    first, second = sorted((reader.day, beside))
    twins = (
        fold(reader.written(day), tables.holders(reader.at(day)))
        for day in dict.fromkeys((first, second))
    )
    return [
        _block(compare_words.differences(reader, (first, second))),
        _block(
            tag("h2", reader.say("compare.state")),
            tag("div", *twins, class_="twins"),
        ),
    ]


def sheet(reader: Reader, window: str) -> list[Part]:
    """Draw the sheet of nine dates, and its table."""
    nine = compare_sheet.Sheet(reader, window)
    return [
        _block(
            tag("h2", reader.say("compare.sheet")),
            tag("p", reader.say("compare.sheet_note"), class_="soft"),
        ),
        Asked(PRINT),
        content.block(nine.drawn(), kind=None),
        _block(fold(reader.say("compare.as_table"), nine.table(), class_="scrolled")),
    ]


def _pairs(reader: Reader) -> Ways:
    """Offer the ready-made pairs: each is a view of its own."""
    ways = []
    for ready in compare_pairs.ready(reader):
        year = str(ready.second.year)
        told = reader.say("compare.pair", year=year, title=ready.title)
        params = reader.params(date=ready.second.isoformat(), lens=ready.lens)
        label = ready.title if year in ready.title else told
        ways.append(Way(label, PAGE, params | {OTHER: ready.first.isoformat()}))
    return Ways("compare-pairs", ways)
