"""What stands beside the map: the day in words, and what is folded below that."""

from functools import partial

from pages.ui.html import join, tag
from pages.ui.map import areas
from pages.ui.parts import content
from pages.ui.parts import day as tables
from pages.ui.parts.content import Asked, Folded, Part
from pages.ui.words.reader import Reader

_block = partial(content.block, kind="panel")

CARD, DATE, MOMENTS = "card", "date", "moments"


def beside(reader: Reader) -> list[Part]:
    """Write what holds on the reader's day, what changed last and why, and what comes next."""
    parts = [Asked(CARD), *told(reader)]
    # The rest is long, or needs a library of its own, and would hold the first map up.
    return [*parts, *below(reader)] if reader.painted else parts


def told(reader: Reader) -> list[Part]:
    """Tell the reader's day: what changes with it."""
    parts = (tables.status, tables.events, tables.latest, tables.coming)
    return [_block(join(part(reader) for part in parts))]


def below(reader: Reader) -> list[Part]:
    """Offer other days, who held each island, and who had how much in the course of time."""
    return [
        Asked(DATE),
        Asked(MOMENTS),
        Folded("panel.holders", lambda: [_block(tables.holders(reader))]),
        Folded("panel.chart", lambda: [_areas(reader)]),
        _block(tag("p", reader.say("panel.note"), class_="soft")),
    ]


def _areas(reader: Reader) -> Part:
    return _block(tag("small", reader.say("panel.chart_note")), areas.areas(reader))
