"""Nine telling dates on one sheet that prints: small maps, their words, one legend."""

from dataclasses import dataclass

from geodata.model import Group, Listed, Viewpoint
from geodata.pieces import Piece
from geodata.tours import Telling
from pages.ui import html
from pages.ui.drawing import legend, minimap, outlines, palette
from pages.ui.html import Markup, picture, tag, way
from pages.ui.words import captions, extents
from pages.ui.words.reader import Reader, kept

# What the small maps can show, and the islands their figures count.
WINDOWS = {"chain": outlines.CHAIN, "region": outlines.REGION}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The nine maps under one lens and viewpoint; ``window`` is a key of WINDOWS.

    A day of the list may ask for a lens of its own.
    """

    reader: Reader
    window: str

    @property
    def days(self) -> tuple[Telling, ...]:
        """The nine dates of the sheet, in order."""
        return self.reader.atlas.stops(Listed.NINE)

    def drawn(self) -> Markup:
        """Draw the sheet."""
        return tag(
            "section",
            tag("h3", self._title()),
            tag("div", *(self._figure(telling) for telling in self.days), class_="maps"),
            self._legend(),
            tag("p", self._source()),
            class_="nine-dates",
            lang=self.reader.language,
        )

    def table(self) -> Markup:
        """Return the sheet as a table: who has each island on each of the nine dates."""
        frames = [self._on(telling) for telling in self.days]
        rows = (
            (self._name(island), *(self._cell(frame[island]) for frame in frames))
            for island in frames[0]
        )
        heads = [self.reader.say("panel.island"), *map(self._head, self.days)]
        return html.table(heads, rows, caption=self.reader.say("compare.matrix"))

    def _paints(self) -> dict[str, palette.Paint]:
        return palette.paints(self.reader)

    def _head(self, telling: Telling) -> str:
        """Name a column: a day, and what is asked of it where that is not the sheet's question."""
        day = self.reader.short(telling.day)
        if telling.lens is None or telling.title is None:
            return day
        return telling.title[self.reader.language] + self.reader.bracketed(day)

    def _reading(self, telling: Telling) -> Reader:
        """Return the reader as a day of the list wants her: on that day, under its lens."""
        return self.reader.at(telling.day, lens=telling.lens or self.reader.lens)

    def _on(self, telling: Telling) -> dict[str, Piece]:
        """Return a day's state of the islands in the window."""
        now = self._reading(telling)
        pieces = now.atlas.drawn(now.day, lens=now.lens, viewpoint=now.viewpoint)
        return {
            name: pieces[name]
            for name, island in self.reader.atlas.islands.items()
            if self.window == "region" or island.group is not Group.SAKHALIN
        }

    def _title(self) -> str:
        title = self.reader.say(
            "compare.sheet_title", lens=self.reader.say(f"lens.{self.reader.lens}")
        )
        if self.reader.viewpoint == Viewpoint.NEUTRAL:
            return title
        seen = self.reader.say(f"viewpoint.{self.reader.viewpoint}")
        return self.reader.say("compare.sheet_viewpoint", title=title, viewpoint=seen)

    def _figure(self, telling: Telling) -> Markup:
        now = self._reading(telling)
        written = now.moment(now.day)
        held = self._holders(telling)
        told = self.reader.say(
            "compare.small_map", date=written, holders=self.reader.tongue.semicolon.join(held)
        )
        words = tag(
            "figcaption",
            way(written, now.link("map")),
            tag("p", telling.title[now.language] if telling.title else ""),
            tag("ul", *(tag("li", line) for line in held)),
        )
        return tag(
            "figure",
            _picture(now, self.window, told),
            words,
            data_day=now.day.isoformat(),
        )

    def _holders(self, telling: Telling) -> list[str]:
        held: dict[str, list[str]] = {}
        for island, piece in self._on(telling).items():
            held.setdefault(piece.span.controller, []).append(island)
        paints, km2 = self._paints(), self.reader.atlas.km2
        areas = {power: sum(km2[name] for name in names) for power, names in held.items()}
        return [
            self.reader.say(
                "compare.holds",
                holder=paints[power].name,
                islands=extents.islands(self.reader, held[power]),
                area=self.reader.number(areas[power]),
            )
            for power in sorted(areas, key=areas.__getitem__, reverse=True)
        ]

    def _legend(self) -> Markup:
        """Explain the colours and patterns that occur on the sheet."""
        pieces = (piece for telling in self.days for piece in self._on(telling).values())
        return legend.of_pieces(self.reader, pieces, self.reader.say("compare.legend"))

    def _source(self) -> str:
        cited = {
            name
            for telling in self.days
            for piece in self._on(telling).values()
            for name in piece.span.sources
        }
        sides = [str(self.reader.atlas.source(name).perspective) for name in cited]
        return self.reader.say(
            f"compare.source_{self.window}",
            date=self.reader.written(self.reader.atlas.as_of),
            japanese=sides.count("japanese"),
            russian=sides.count("russian"),
            other=sides.count("other"),
        )

    def _name(self, island: str) -> Markup:
        word, tongue = self.reader.names(island)[0]
        return tag("span", word, lang=tongue)

    def _cell(self, piece: Piece) -> str:
        return self._paints()[piece.span.controller].name + captions.marked(self.reader, piece)


# Drawn once for all readers; a quarter of a second for nine.
@kept(Reader.seen, 128)
def _picture(reader: Reader, window: str, told: str) -> Markup:
    return picture(minimap.minimap(reader, title=told, bounds=WINDOWS[window]), told)
