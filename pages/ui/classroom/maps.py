"""The maps of a lesson: blank ones to colour with their legend, and the same filled in."""

from dataclasses import dataclass

from geodata.model import Group, GuidedStop, Viewpoint
from geodata.model.lesson import Colouring, Lesson
from geodata.pieces import Piece
from pages.ui.drawing import blank, legend, minimap, outlines, palette
from pages.ui.drawing.mercator import Bounds
from pages.ui.html import Markup, picture, tag
from pages.ui.words import extents
from pages.ui.words.reader import Reader, kept

# Pixels: so narrow that patterns are seen where three maps share a line and no colour is printed.
_SMALL = 230


@dataclass(frozen=True, slots=True)
class Sheet:
    """One of a lesson's three maps, seen by the reader as its stop of the tour shows it."""

    reader: Reader
    number: int
    colouring: Colouring
    stop: GuidedStop

    @property
    def now(self) -> Reader:
        """Return the reader on the map's day, under its lens."""
        stop = self.stop
        return self.reader.at(stop.day, lens=stop.lens, viewpoint=stop.viewpoint)

    @property
    def date(self) -> str:
        """Write the map's day, as finely as it is known, and whose reading it shows."""
        day, viewpoint = self.reader.stop(self.stop), self.stop.viewpoint
        if viewpoint is Viewpoint.NEUTRAL:
            return day
        return self.reader.tongue.dot.join((day, self.reader.say(f"viewpoint.{viewpoint}")))

    @property
    def bounds(self) -> Bounds:
        """Return the window: the whole chain, with Sakhalin where the stop shows it."""
        return outlines.REGION if self.wide else outlines.CHAIN

    @property
    def wide(self) -> bool:
        """Whether the map shows Sakhalin."""
        return self.stop.window in {"region", "crossing"}

    @property
    def numbered(self) -> bool:
        """Whether islands have numbers, which the class is asked to name."""
        return self.colouring.named == "numbers" and bool(self.colouring.islands)

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """Return what is written beside which islands of the blank map."""
        return tuple(
            (island, str(number) if self.numbered else self.reader.name(island))
            for number, island in enumerate(self.colouring.islands, start=1)
        )

    @property
    def pieces(self) -> dict[str, Piece]:
        """What each island on the map is."""
        atlas, now = self.reader.atlas, self.now
        drawn = atlas.drawn(now.day, lens=now.lens, viewpoint=now.viewpoint)
        return {
            name: piece
            for name, piece in drawn.items()
            if self.wide or atlas.islands[name].group is not Group.SAKHALIN
        }

    @property
    def held(self) -> dict[str, list[str]]:
        """Return the islands on the map by what they are, in the order of legends."""
        found: dict[str, list[str]] = {value: [] for value in palette.paints(self.now)}
        for name, piece in self.pieces.items():
            found[piece.span.controller].append(name)
        return {value: names for value, names in found.items() if names}


def sheets(reader: Reader, lesson: Lesson) -> list[Sheet]:
    """Return the lesson's maps in their order."""
    stops = reader.atlas.guided[lesson.id].stops
    return [
        Sheet(reader, number, colouring, stops[colouring.stop - 1])
        for number, colouring in enumerate(lesson.maps, start=1)
    ]


def to_colour(sheet: Sheet) -> Markup:
    """Return a blank map with its question, a legend to fill and, if numbered, lines for names."""
    reader = sheet.reader
    head = reader.say("lesson.map", number=sheet.number, date=sheet.date)
    title = reader.say("lesson.map_title", date=sheet.date)
    ask: Markup | str = ""
    if sheet.numbered:
        items = (tag("li", tag("span", class_="ruled")) for _ in sheet.named)
        ask = tag("p", reader.say("lesson.numbered")) + tag("ol", *items, class_="numbered")
    return tag(
        "figure",
        _blank(reader, sheet.bounds, title, sheet.named),
        tag(
            "figcaption",
            tag("h3", head),
            tag("p", reader.say(f"lesson.colour_{sheet.stop.lens}")),
            tag("h4", reader.say("lesson.legend")),
            tag("ul", *map(_box, _names(sheet)), class_="boxes"),
            ask,
        ),
        class_="blank",
    )


def filled(sheet: Sheet) -> Markup:
    """Return the map as the atlas has it, and in words who had which islands."""
    reader, lines = sheet.reader, _told(sheet)
    told = reader.say("lesson.map", number=sheet.number, date=sheet.date)
    alt = reader.labelled(told, reader.tongue.semicolon.join(lines))
    numbers = [f"{sign}\u00a0{reader.name(island)}" for island, sign in sheet.named]
    return tag(
        "figure",
        _filled(sheet.now, sheet.bounds, alt),
        tag(
            "figcaption",
            tag("h3", told),
            tag("ul", *(tag("li", line) for line in lines)),
            tag("p", reader.listed(numbers)) if sheet.numbered else "",
        ),
    )


def _told(sheet: Sheet) -> list[str]:
    """Say who had which islands, so that no colour is needed: most are all the others."""
    reader, paints, held = sheet.reader, palette.paints(sheet.now), sheet.held
    most = max(held, key=lambda value: len(held[value]))
    which = {value: reader.listed(map(reader.name, names)) for value, names in held.items()}
    which[most] = reader.say("lesson.others" if len(held) > 1 else "lesson.every")
    return [
        reader.labelled(paints[value].name, extents.islands(reader, names))
        + reader.bracketed(which[value])
        for value, names in held.items()
    ]


def signs(reader: Reader, shown: list[Sheet]) -> Markup:
    """Return the legend of the filled maps, doubts included."""
    pieces = (piece for sheet in shown for piece in sheet.pieces.values())
    return legend.of_pieces(reader, pieces, reader.say("lesson.legend"))


def _names(sheet: Sheet) -> list[str]:
    paints = palette.paints(sheet.now)
    return [paints[value].name for value in sheet.held]


def _box(name: str) -> Markup:
    return tag("li", tag("span", class_="box"), name)


@kept(Reader.spoken, 128)
def _blank(
    reader: Reader, bounds: Bounds, title: str, named: tuple[tuple[str, str], ...]
) -> Markup:
    return picture(blank.blank(reader, title=title, bounds=bounds, named=dict(named)), title)


@kept(Reader.seen, 128)
def _filled(reader: Reader, bounds: Bounds, told: str) -> Markup:
    drawn = minimap.minimap(reader, title=told, bounds=bounds, width=_SMALL)
    return picture(drawn, told)
