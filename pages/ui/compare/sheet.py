"""Nine telling dates on one sheet that prints: small maps, their words, one legend."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import geopandas as gpd

from geodata import Atlas
from geodata.model import Group, Viewpoint
from pages.ui.browser import scope
from pages.ui.drawing import legend as key
from pages.ui.drawing import minimap, palette
from pages.ui.drawing.patterns import Look, Patterns
from pages.ui.html import Markup, link, picture, tag
from pages.ui.words import text

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


def nine(atlas: Atlas, language: str) -> list[Telling]:
    """Return the nine dates of the sheet: the atlas's first and last day, and turning points."""

    def of(events: Iterable[str]) -> list[Telling]:
        found = (atlas.event(name) for name in events)
        return [Telling(event.date, event.title[language]) for event in found]

    return [
        Telling(atlas.start, atlas.eras[0].title[language]),
        *of(_BEFORE),
        Telling(scope.landings(atlas).last, text.say("compare.landed", language)),
        *of(_AFTER),
        Telling(atlas.as_of, text.say("compare.today", language)),
    ]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The nine maps under one lens and viewpoint; ``window`` is a key of WINDOWS."""

    atlas: Atlas
    lens: str
    viewpoint: str
    window: str
    language: str

    def drawn(self, params: Mapping[str, str]) -> Markup:
        """Draw the sheet; ``params`` are those of a link to the map, but for the date."""
        told = nine(self.atlas, self.language)
        days = [one.day for one in told]
        return tag(
            "section",
            tag("h3", self._title()),
            tag("div", *(self._figure(one, params) for one in told), class_="maps"),
            self._legend(days),
            tag("p", self._source(days)),
            class_="nine-dates",
            lang=self.language,
        )

    def table(self) -> Markup:
        """Return the sheet as a table: who has each island on each of the nine dates."""
        told = nine(self.atlas, self.language)
        frames = [self._on(one.day) for one in told]
        rows = (
            tag("tr", self._name(island), *(self._cell(frame, island) for frame in frames))
            for island in frames[0].index
        )
        heads = (tag("th", text.short(one.day, self.language), scope="col") for one in told)
        island = tag("th", self._say("panel.island"), scope="col")
        return tag(
            "table",
            tag("caption", self._say("compare.matrix")),
            tag("thead", tag("tr", island, *heads)),
            tag("tbody", *rows),
        )

    def _say(self, key: str, **values: object) -> str:
        return text.say(key, self.language, **values)

    def _paints(self) -> dict[str, palette.Paint]:
        return palette.paints(self.atlas, self.language)

    def _on(self, day: date) -> gpd.GeoDataFrame:
        """Return a day's state of the islands in the window."""
        inside = [
            name
            for name, island in self.atlas.islands.items()
            if self.window == "region" or island.group is not Group.SAKHALIN
        ]
        return self.atlas.on(day, lens=self.lens, viewpoint=self.viewpoint).loc[inside]

    def _title(self) -> str:
        title = self._say("compare.sheet_title", lens=self._say(f"lens.{self.lens}"))
        if self.viewpoint == Viewpoint.NEUTRAL:
            return title
        seen = self._say(f"viewpoint.{self.viewpoint}")
        return self._say("compare.sheet_viewpoint", title=title, viewpoint=seen)

    def _figure(self, one: Telling, params: Mapping[str, str]) -> Markup:
        written = text.written(one.day, self.language)
        held = self._holders(one.day)
        told = self._say("compare.small_map", date=written, holders="; ".join(held))
        address = link("map", {**params, "date": one.day.isoformat()})
        words = tag(
            "figcaption",
            tag("a", written, href=address, target="_self"),
            tag("p", one.title),
            tag("ul", *(tag("li", line) for line in held)),
        )
        return tag("figure", _picture(self, one.day, told), words, data_day=one.day.isoformat())

    def _holders(self, day: date) -> list[str]:
        areas = self.atlas.areas(
            lens=self.lens, viewpoint=self.viewpoint, region=_REGIONS[self.window]
        )
        now = areas[areas["day"] == areas.loc[areas["day"] <= day, "day"].max()]
        paints = self._paints()
        return [
            self._say(
                "compare.holds",
                holder=paints[str(row["controller"])].name,
                islands=row["islands"],
                area=text.number(row["km2"], self.language),
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
        names = {doubt: self._say("compare.doubtful")}
        return tag("div", key.key(patterns, names, self._say("compare.legend")), class_="legend")

    def _source(self, days: list[date]) -> str:
        cited = {name for day in days for names in self._on(day)["sources"] for name in names}
        sides = [str(self.atlas.source(name).perspective) for name in cited]
        return self._say(
            f"compare.source_{self.window}",
            date=text.written(self.atlas.as_of, self.language),
            japanese=sides.count("japanese"),
            russian=sides.count("russian"),
            other=sides.count("other"),
        )

    def _name(self, island: str) -> Markup:
        word, tongue = text.names(self.atlas.islands[island], self.language, self.viewpoint)[0]
        return tag("th", tag("span", word, lang=tongue), scope="row")

    def _cell(self, frame: gpd.GeoDataFrame, island: str) -> Markup:
        row = frame.loc[island]
        doubt = self._say("map.doubtful_date").lower()
        mark = f" ({doubt})" if row["doubtful"] else ""
        return tag("td", self._paints()[str(row["controller"])].name, mark)


# Drawn once for all readers; a quarter of a second for nine.
@lru_cache(maxsize=128)
def _picture(sheet: Sheet, day: date, told: str) -> Markup:
    drawn = minimap.minimap(
        sheet.atlas,
        day,
        sheet.language,
        title=told,
        lens=sheet.lens,
        viewpoint=sheet.viewpoint,
        bounds=WINDOWS[sheet.window],
    )
    return picture(drawn, told)
