"""What the landings' page is made of: the day beside the map, the whole operation below it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from geodata.model import Listed
from pages.ui.browser import scope
from pages.ui.drawing import minimap
from pages.ui.html import Markup, join, picture, tag
from pages.ui.landings import battle as landings
from pages.ui.landings import days as landings_days
from pages.ui.landings import losses, residents
from pages.ui.landings import shumshu as landings_shumshu
from pages.ui.parts import content
from pages.ui.parts import day as tables
from pages.ui.parts.content import Asked, Box, Chart, Folded, Part
from pages.ui.words.reader import Reader

_block = partial(content.block, kind="sheet landings")
_panel = partial(content.block, kind="panel")

MOVES, CARD = "moves", "card"
_PARTS = ("account", "battle", "losses", "shumshu", "civilians")


def clamped(reader: Reader) -> Reader:
    """Return the reader on the nearest day of the landings' weeks."""
    return replace(reader, day=scope.landings(reader.atlas).clamp(reader.day))


def beside(reader: Reader) -> list[Part]:
    """Write beside the map what happened on the reader's day, and what came next."""
    now = clamped(reader)
    moved = tag("p", now.say("landings.clamped", date=now.written(now.day)))
    return [
        *([_panel(moved)] if reader.day not in {now.day, reader.atlas.as_of} else []),
        Asked(MOVES),
        Asked(CARD),
        *told(now),
        *rest(now),
    ]


def told(now: Reader) -> list[Part]:
    """Tell the reader's day: what changes with it."""
    return [_panel(of_day(now)), _panel(change(now))]


def of_day(now: Reader) -> Markup:
    """Tell what holds on a day of the weeks, and what landed on it."""
    return join([tables.today(now), landings.of_day(now, now.day)])


def change(now: Reader) -> Markup:
    """Tell what changed last, and what changes next within the weeks."""
    return join([tables.latest(now), _next(now)])


def rest(now: Reader) -> list[Part]:
    """Point to what stands below the map, and offer who held each island."""
    return [
        _panel(_contents(now)),
        Folded("panel.holders", lambda: [_panel(tables.holders(now))]),
    ]


def account(reader: Reader) -> list[Part]:
    """Tell the four weeks day by day."""
    return [_part(reader, "account", landings_days.account(reader, scope.landings(reader.atlas)))]


def battle(reader: Reader) -> list[Part]:
    """Show the order of battle, landing by landing."""
    return [_part(reader, "battle", _scrolled(landings.battle(reader)))]


def casualties(reader: Reader) -> list[Part]:
    """Draw every source's figures, operation by operation, each with its table."""
    parts = [_part(reader, "losses", tag("p", reader.say("landings.losses_note")))]
    for operation in losses.OPERATIONS:
        title = reader.say(f"landings.operation_{operation}")
        drawn = (losses.chart(reader, operation, prisoners=kind) for kind in (False, True))
        charts = [Chart(one, title) for one in drawn if one is not None]
        parts += [
            _block(tag("h3", title)),
            Box(f"losses-{operation}", charts),
            _block(losses.table(reader, operation)),
        ]
    return parts


def shumshu(reader: Reader) -> list[Part]:
    """Show Shumshu close by, with its places and its six days."""
    spots = landings_shumshu.spots(reader)
    eve = reader.atlas.stops(Listed.EVE)[0].day
    title = reader.say("landings.shumshu_map", date=reader.written(eve))
    drawn = minimap.minimap(
        reader.at(eve, lens="control", viewpoint="neutral"),
        title=title,
        bounds=landings_shumshu.BOUNDS,
        width=520,
        spots=spots,
    )
    marks = tag("figcaption", reader.say("landings.shumshu_marks"))
    part = _part(
        reader,
        "shumshu",
        tag("p", reader.say("landings.shumshu_note")),
        tag(
            "div",
            tag("figure", picture(drawn, title), marks),
            landings_shumshu.key(reader, spots),
            class_="beside",
        ),
        _scrolled(landings_days.shumshu(reader)),
    )
    return [part]


def civilians(reader: Reader) -> list[Part]:
    """Tell who lived on the islands, who fled, who was shipped away, and who lives there now."""
    title = reader.say("landings.people_title")
    return [
        _part(reader, "civilians", landings_days.civilians(reader), tag("h3", title)),
        Box("residents", [Chart(residents.chart(reader), title)]),
        _block(_scrolled(residents.table(reader)), residents.unknown(reader)),
    ]


def below(reader: Reader) -> Sequence[Part]:
    """Tell the whole operation: all that stands below the map."""
    parts = (account, battle, casualties, shumshu, civilians)
    return [one for part in parts for one in part(reader)]


def _next(reader: Reader) -> Markup:
    last = scope.landings(reader.atlas).last
    moments = reader.atlas.moments(lens=reader.lens, viewpoint=reader.viewpoint)
    coming = [day for day in moments if reader.day < day <= last]
    if not coming:
        words = tag("p", reader.say("landings.no_next"))
    else:
        words = tables.moment(reader, coming[0])
    return tables.section(reader.say("panel.next"), words)


def _contents(reader: Reader) -> Markup:
    """Point to what stands below the map."""
    links = (tag("a", reader.say(f"landings.{part}"), href=f"#{part}") for part in _PARTS)
    return tables.section(reader.say("landings.below"), tag("p", join(links, reader.tongue.dot)))


def _scrolled(table: Markup) -> Markup:
    return tag("div", table, class_="scrolled")


def _part(reader: Reader, part: str, *words: Markup) -> Part:
    return _block(tag("h2", reader.say(f"landings.{part}"), id=part), *words)
