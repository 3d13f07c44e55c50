"""Nine telling dates on one sheet that prints: small maps, their words, one legend."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import geopandas as gpd

from geodata.model import Group, Viewpoint
from pages.ui import html
from pages.ui.browser import scope
from pages.ui.drawing import legend as key
from pages.ui.drawing import minimap, palette
from pages.ui.drawing.patterns import Look, Patterns
from pages.ui.html import Markup, picture, tag, way
from pages.ui.words import text
from pages.ui.words.reader import Reader, kept

# What the small maps can show, and the islands their figures count.
WINDOWS = {"chain": minimap.CHAIN, "region": minimap.REGION}
_REGIONS = {"chain": "kurils", "region": "all"}
# Between the first day and the end of the landings, and between that and today.
_BEFORE = (
    "iturup-post-1800",
    "shimoda-ratified-1856",
    "st-petersburg-exchange-1875",
    "portsmouth-in-force-1905",
    "iturup-1945",
)
_AFTER = ("san-francisco-in-force-1952",)


@dataclass(frozen=True, slots=True)
class Telling:
    """A day of the sheet and what it is told for."""

    day: date
    title: str


def nine(reader: Reader) -> list[Telling]:
    """Return the nine dates of the sheet: the atlas's first and last day, and turning points."""

    def of(events: Iterable[str]) -> list[Telling]:
        found = (reader.atlas.event(name) for name in events)
        return [Telling(event.date, event.title[reader.language]) for event in found]

    return [
        Telling(reader.atlas.start, reader.atlas.eras[0].title[reader.language]),
        *of(_BEFORE),
        Telling(scope.landings(reader.atlas).last, reader.say("compare.landed")),
        *of(_AFTER),
        Telling(reader.atlas.as_of, reader.say("compare.today")),
    ]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The nine maps under one lens and viewpoint; ``window`` is a key of WINDOWS."""

    reader: Reader
    window: str

    def drawn(self) -> Markup:
        """Draw the sheet."""
        told = nine(self.reader)
        days = [one.day for one in told]
        return tag(
            "section",
            tag("h3", self._title()),
            tag("div", *(self._figure(one) for one in told), class_="maps"),
            self._legend(days),
            tag("p", self._source(days)),
            class_="nine-dates",
            lang=self.reader.language,
        )

    def table(self) -> Markup:
        """Return the sheet as a table: who has each island on each of the nine dates."""
        told = nine(self.reader)
        frames = [self._on(one.day) for one in told]
        rows = (
            (self._name(island), *(self._cell(frame, island) for frame in frames))
            for island in frames[0].index
        )
        heads = [self.reader.say("panel.island"), *(self.reader.short(one.day) for one in told)]
        return html.table(heads, rows, caption=self.reader.say("compare.matrix"))

    def _paints(self) -> dict[str, palette.Paint]:
        return palette.paints(self.reader)

    def _on(self, day: date) -> gpd.GeoDataFrame:
        """Return a day's state of the islands in the window."""
        inside = [
            name
            for name, island in self.reader.atlas.islands.items()
            if self.window == "region" or island.group is not Group.SAKHALIN
        ]
        return self.reader.atlas.on(
            day, lens=self.reader.lens, viewpoint=self.reader.viewpoint
        ).loc[inside]

    def _title(self) -> str:
        title = self.reader.say(
            "compare.sheet_title", lens=self.reader.say(f"lens.{self.reader.lens}")
        )
        if self.reader.viewpoint == Viewpoint.NEUTRAL:
            return title
        seen = self.reader.say(f"viewpoint.{self.reader.viewpoint}")
        return self.reader.say("compare.sheet_viewpoint", title=title, viewpoint=seen)

    def _figure(self, one: Telling) -> Markup:
        written = text.written(one.day, self.reader.language)
        held = self._holders(one.day)
        told = self.reader.say("compare.small_map", date=written, holders="; ".join(held))
        address = self.reader.link("map", date=one.day.isoformat())
        words = tag(
            "figcaption",
            way(written, address),
            tag("p", one.title),
            tag("ul", *(tag("li", line) for line in held)),
        )
        return tag(
            "figure",
            _picture(self.reader.at(one.day), self.window, told),
            words,
            data_day=one.day.isoformat(),
        )

    def _holders(self, day: date) -> list[str]:
        areas = self.reader.atlas.areas(
            lens=self.reader.lens, viewpoint=self.reader.viewpoint, region=_REGIONS[self.window]
        )
        now = areas[areas["day"] == areas.loc[areas["day"] <= day, "day"].max()]
        paints = self._paints()
        return [
            self.reader.say(
                "compare.holds",
                holder=paints[str(row["controller"])].name,
                islands=row["islands"],
                area=text.number(row["km2"], self.reader.language),
            )
            for _, row in now.sort_values("km2", ascending=False).iterrows()
        ]

    def _legend(self, days: list[date]) -> Markup:
        """Explain the colours and patterns that occur on the sheet."""
        paints = self._paints()
        frames = [self._on(day) for day in days]
        shown = {value for frame in frames for value in frame["controller"]}
        looks: tuple[Look, ...] = tuple((value, False) for value in paints if value in shown)
        doubt: Look = ("unsettled", True)
        if any(frame["doubtful"].any() for frame in frames):
            looks += (doubt,)
        patterns = Patterns(paints, looks, "nine")
        names = {doubt: self.reader.say("compare.doubtful")}
        return tag(
            "div", key.key(patterns, names, self.reader.say("compare.legend")), class_="legend"
        )

    def _source(self, days: list[date]) -> str:
        cited = {name for day in days for names in self._on(day)["sources"] for name in names}
        sides = [str(self.reader.atlas.source(name).perspective) for name in cited]
        return self.reader.say(
            f"compare.source_{self.window}",
            date=text.written(self.reader.atlas.as_of, self.reader.language),
            japanese=sides.count("japanese"),
            russian=sides.count("russian"),
            other=sides.count("other"),
        )

    def _name(self, island: str) -> Markup:
        word, tongue = text.names(
            self.reader.atlas.islands[island], self.reader.language, self.reader.viewpoint
        )[0]
        return tag("span", word, lang=tongue)

    def _cell(self, frame: gpd.GeoDataFrame, island: str) -> str:
        row = frame.loc[island]
        doubt = self.reader.say("map.doubtful_date").lower()
        mark = f" ({doubt})" if row["doubtful"] else ""
        return self._paints()[str(row["controller"])].name + mark


# Drawn once for all readers; a quarter of a second for nine.
@kept(Reader.seen, 128)
def _picture(reader: Reader, window: str, told: str) -> Markup:
    return picture(minimap.minimap(reader, title=told, bounds=WINDOWS[window]), told)
