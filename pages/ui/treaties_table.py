"""Where paper and ground part, in words: the table twin of the chart."""

from collections.abc import Iterable
from datetime import date

from geodata.model import Lens
from pages.ui import captions, palette, tables, text
from pages.ui import treaties_parting as parting
from pages.ui.markup import Content, Markup, join, tag
from pages.ui.treaties_parting import Stretch
from pages.ui.treaties_reader import Reader
from pages.ui.treaties_steps import Step
from pages.ui.treaties_steps import steps as _steps

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
    titles = _steps(reader.atlas, Lens.TITLE, reader.viewpoint)
    first = next(step.start for step in titles if "none" not in step.km2)
    apart = parting.stretches(reader.atlas, reader.viewpoint)
    return reader.say(
        "treaties.agreed", first=reader.written(first), last=reader.written(apart[0].start)
    )


def steps(reader: Reader) -> Markup:
    """Tell the chart's two upper panels change by change."""
    paints = palette.paints(reader.atlas, reader.language)
    own = {
        lens: _steps(reader.atlas, lens, reader.viewpoint) for lens in (Lens.CONTROL, Lens.TITLE)
    }
    days = sorted({step.start for each in own.values() for step in each})
    rows = [
        tag(
            "tr",
            tag("th", _day(reader, day), scope="row"),
            *(tag("td", *_holders(reader, _at(each, day), paints)) for each in own.values()),
        )
        for day in days
    ]
    columns = ("treaties.column_since", "lens.control", "lens.title")
    return tag(
        "details",
        tag("summary", reader.say("treaties.steps")),
        _table(reader, "treaties.steps", columns, rows),
    )


def _table(reader: Reader, caption: str, columns: Iterable[str], rows: Iterable[Markup]) -> Markup:
    head = tag("tr", *(tag("th", reader.say(key), scope="col") for key in columns))
    return tag(
        "div",
        tag(
            "table",
            tag("caption", reader.say(caption)),
            tag("thead", head),
            tag("tbody", *rows),
        ),
        class_="scroll",
        tabindex="0",
        role="region",
        aria_label=reader.say(caption),
    )


def _rows(reader: Reader, *, sakhalin: bool) -> list[Markup]:
    name = "treaties.sakhalin" if sakhalin else "treaties.chain"
    head = tag("tr", tag("th", reader.say(name), colspan=str(len(_COLUMNS)), scope="rowgroup"))
    own = parting.stretches(reader.atlas, reader.viewpoint, sakhalin=sakhalin)
    return [head, *(_row(reader, stretch) for stretch in own)]


def _row(reader: Reader, stretch: Stretch) -> Markup:
    atlas, language = reader.atlas, reader.language
    paints = palette.paints(atlas, language)
    first = stretch.pieces[0]
    return tag(
        "tr",
        tag("th", _when(reader, stretch), scope="row"),
        tag(
            "td",
            tag("b", paints[stretch.ground].name),
            tag("p", captions.basis(atlas, first.ground, language) or "", class_="soft"),
        ),
        tag("td", tag("b", paints[stretch.paper].name), _instruments(reader, stretch)),
        tag(
            "td",
            _extent(reader, stretch),
            tables.sources(atlas, stretch.sources, language),
        ),
    )


def _when(reader: Reader, stretch: Stretch) -> Content:
    going_on = stretch.end > reader.atlas.as_of
    parts: list[Content] = [
        _day(reader, stretch.start),
        " – ",
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
    return tag("p", join(cards, "; "), class_="soft")


def _extent(reader: Reader, stretch: Stretch) -> Content:
    area = reader.atlas.shapes["area_km2"]
    names = [
        text.names(reader.atlas.islands[name], reader.language)[0][0] for name in stretch.islands
    ]
    return join(
        [
            reader.say(
                "panel.count",
                islands=len(stretch.islands),
                area=text.number(float(area[list(stretch.islands)].sum()), reader.language),
            ),
            tag("p", captions.listed(names, reader.language), class_="soft"),
            tag(
                "p",
                reader.say(
                    "treaties.island_days",
                    count=text.number(stretch.island_days, reader.language),
                ),
                class_="soft",
            ),
        ]
    )


def _holders(reader: Reader, step: Step, paints: dict[str, palette.Paint]) -> list[Content]:
    shares = sorted(step.km2.items(), key=lambda share: -share[1])
    return [
        tag("div", paints[value].name, f" {text.number(km2, reader.language)} km²")
        for value, km2 in shares
    ]


def _at(own: list[Step], day: date) -> Step:
    return next(step for step in own if step.start <= day < step.end)


def _day(reader: Reader, day: date) -> Content:
    return tag("time", text.short(day, reader.language), datetime=day.isoformat())
