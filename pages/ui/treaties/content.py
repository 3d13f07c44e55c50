"""What the page of treaties is made of: index, chart, cards, and who held what that day."""

from functools import partial

from geodata.model import Viewpoint
from pages.ui.html import fold, tag
from pages.ui.parts import content
from pages.ui.parts import day as tables
from pages.ui.parts.content import Part, Way, Ways
from pages.ui.treaties import card as treaties
from pages.ui.treaties import chart as treaties_chart
from pages.ui.treaties import table as treaties_table
from pages.ui.words.reader import Reader

_block = partial(content.block, kind="sheet treaties")

PAGE = "treaties"
# What this page adds to the address: the card that is asked for.
ASKED = "instrument"


def head(reader: Reader) -> list[Part]:
    """Say what the page is about, and list the instruments."""
    return [
        _block(
            tag("h1", reader.say("treaties.title")),
            tag("p", reader.say("treaties.lead")),
            treaties.index(reader),
        )
    ]


def chart(reader: Reader, asked: str | None = None) -> list[Part]:
    """Draw what was held on the ground and on paper, and tell where the two part."""
    return [
        _block(
            tag("h2", reader.say("treaties.chart"), id="treaties-chart"),
            tag("p", reader.say("treaties.chart_note")),
        ),
        _viewpoints(reader, asked),
        _block(
            treaties_chart.chart(reader),
            treaties_table.steps(reader),
            tag("p", treaties_table.agreed(reader)),
            treaties_table.stretches(reader),
        ),
    ]


def cards(reader: Reader) -> list[Part]:
    """Write the instruments' cards."""
    return [
        _block(
            tag("h2", reader.say("treaties.cards"), class_="part"),
            *(treaties.card(reader, one) for one in treaties.ordered(reader)),
        )
    ]


def holders(reader: Reader) -> list[Part]:
    """Tell who held each island on the reader's day, and how we know."""
    day = reader.written(reader.day)
    return [
        _block(
            tag("h2", reader.say("treaties.holders", date=day), class_="part"),
            fold(reader.say("treaties.holders_open"), tables.holders(reader)),
        )
    ]


def _viewpoints(reader: Reader, asked: str | None) -> Ways:
    """Let the reader choose whose reading of the treaties counts."""
    ways = [
        Way(
            reader.say(f"viewpoint.{viewpoint}"),
            PAGE,
            reader.params(viewpoint=viewpoint, **{ASKED: asked}),
            here=viewpoint == reader.viewpoint,
        )
        for viewpoint in Viewpoint
    ]
    lead = _block(tag("span", reader.say("treaties.viewpoint")))
    return Ways("treaties-viewpoints", ways, lead)
