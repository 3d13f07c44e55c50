"""Where paper and ground part, in words: the table twin of the chart."""

from collections.abc import Iterable, Sequence
from datetime import date

from geodata import parting
from geodata.areas import Step
from geodata.model import Lens
from geodata.parting import Stretch
from geodata.spans import NO_TREATY
from pages.ui import html
from pages.ui.drawing import palette
from pages.ui.html import Content, Markup, Row, fold, join, tag
from pages.ui.parts import citations
from pages.ui.treaties.chart import ground_and_paper
from pages.ui.words import captions, extents
from pages.ui.words.reader import Reader

_COLUMNS = (
    "treaties.column_when",
    "treaties.column_ground",
    "treaties.column_paper",
    "treaties.column_extent",
)


def stretches(reader: Reader) -> Markup:
    """Tell every stretch on which paper and ground part, the chain first, then Sakhalin."""
    rows = [row for sakhalin in (False, True) for row in _rows(reader, sakhalin=sakhalin)]
    return _table(reader, "treaties.parted", _COLUMNS, rows)


def agreed(reader: Reader) -> str:
    """Say from when to when paper and ground named the same holder of the whole chain."""
    titles = ground_and_paper(reader)[Lens.TITLE]
    first = next(step.start for step in titles if NO_TREATY not in step.km2)
    apart = parting.stretches(reader.atlas, reader.viewpoint)
    return reader.say(
        "treaties.agreed", first=reader.written(first), last=reader.written(apart[0].start)
    )


def steps(reader: Reader) -> Markup:
    """Tell the chart's two upper panels change by change."""
    paints = palette.paints(reader)
    own = ground_and_paper(reader)
    days = sorted({step.start for each in own.values() for step in each})
    columns = ("treaties.column_since", "lens.control", "lens.title")
    rows = [
        (
            _day(reader, day),
            *(join(_holders(reader, _at(each, day), paints)) for each in own.values()),
        )
        for day in days
    ]
    return fold(reader.say("treaties.steps"), _table(reader, "treaties.steps", columns, rows))


def _table(
    reader: Reader, caption: str, columns: Iterable[str], rows: Iterable[Row | Sequence[Content]]
) -> Markup:
    heads = [reader.say(key) for key in columns]
    return html.table(heads, rows, caption=reader.say(caption), stacks=True)


def _rows(reader: Reader, *, sakhalin: bool) -> list[Row]:
    name = reader.say("treaties.sakhalin" if sakhalin else "treaties.chain")
    own = parting.stretches(reader.atlas, reader.viewpoint, sakhalin=sakhalin)
    return [Row([name]), *(_row(reader, stretch) for stretch in own)]


def _row(reader: Reader, stretch: Stretch) -> Row:
    paints = palette.paints(reader)
    why = captions.basis(reader, stretch.pieces[0].ground) or ""
    return Row(
        [
            _when(reader, stretch),
            join([tag("b", paints[stretch.ground].name), tag("p", why, class_="soft")]),
            join([tag("b", paints[stretch.paper].name), _instruments(reader, stretch)]),
            join([_extent(reader, stretch), citations.sources(reader, stretch.sources)]),
        ]
    )


def _when(reader: Reader, stretch: Stretch) -> Content:
    going_on = stretch.end > reader.atlas.as_of
    parts: list[Content] = [
        _day(reader, stretch.start),
        reader.tongue.dates.days[-1].between,
        reader.say("map.today") if going_on else _day(reader, stretch.end),
    ]
    if stretch.full > stretch.start:
        words = reader.say("treaties.full", date=reader.written(stretch.full))
        parts.append(tag("small", words, class_="soft"))
    return join(parts)


def _instruments(reader: Reader, stretch: Stretch) -> Markup:
    """Link the instruments the paper's side rests on to their cards."""
    ids = dict.fromkeys(piece.paper.basis for piece in stretch.pieces if piece.paper.basis)
    cards = (
        tag("a", reader.atlas.instruments[name].name[reader.language], href=f"#{name}")
        for name in ids
    )
    return tag("p", join(cards, reader.tongue.semicolon), class_="soft")


def _extent(reader: Reader, stretch: Stretch) -> Content:
    km2 = reader.atlas.km2
    return join(
        [
            reader.say(
                "panel.count",
                islands=extents.islands(reader, stretch.islands),
                area=reader.number(sum(km2[name] for name in stretch.islands)),
            ),
            tag("p", captions.named(reader, stretch.islands), class_="soft"),
        ]
    )


def _holders(reader: Reader, step: Step, paints: dict[str, palette.Paint]) -> list[Content]:
    shares = sorted(step.km2.items(), key=lambda share: -share[1])
    return [
        tag(
            "div",
            reader.say("treaties.share", holder=paints[value].name, area=reader.number(km2)),
        )
        for value, km2 in shares
    ]


def _at(own: list[Step], day: date) -> Step:
    return next(step for step in own if step.start <= day < step.end)


def _day(reader: Reader, day: date) -> Content:
    """Write a day of the table, as finely as it is known."""
    words = reader.short(day, reader.atlas.precision(day))
    return tag("time", words, datetime=day.isoformat())
