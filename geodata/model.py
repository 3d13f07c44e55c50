"""The records: one class is type, parser and message."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Literal, Self, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    model_validator,
)
from pydantic_core import PydanticCustomError

from geodata.time import Interval, Precision

_ID = r"^[a-z0-9]+([-_][a-z0-9]+)*$"
_CITATION = _ID[:-1] + r"(#[^\s;#]([^;#]*[^\s;#])?)?$"
_CLOCK = r"^([01]\d|2[0-3]):[0-5]\d$"

Id = Annotated[str, Field(pattern=_ID)]


def _unique(values: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(values)) != len(values):
        msg = "names the same id twice"
        raise ValueError(msg)
    return values


def _day(value: object) -> object:
    # pydantic alone would also take a count of seconds, or a day with a time
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    msg = "is not a day of the calendar written YYYY-MM-DD"
    raise ValueError(msg)


def _refuse(field: str, message: str) -> PydanticCustomError:
    """Build the error of a rule between two fields, laid to the charge of one of them."""
    return PydanticCustomError("rule", "{message}", {"field": field, "message": message})


def _in_order(*days: tuple[str, date | None], same: bool = False) -> None:
    """Refuse named days that do not follow each other; the missing ones are left out."""
    there = [(name, day) for name, day in days if day is not None]
    for (name, day), (other, later) in pairwise(there):
        if later < day or (later == day and not same):
            raise _refuse(other, f"{other} {later} is not after {name} {day}")


def _dated(name: str) -> str:
    _day(name)
    return name


Day = Annotated[date, BeforeValidator(_day)]
Ids = Annotated[tuple[Id, ...], AfterValidator(_unique)]
# the id of a source, with or without a place in it (see geodata.citation)
Citation = Annotated[str, Field(pattern=_CITATION)]
Citations = Annotated[tuple[Citation, ...], AfterValidator(_unique)]
Sourced = Annotated[Citations, Field(min_length=1)]
# decimal degrees, EPSG:4326
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
# more than ever lived or fought here: a slip of the pen
People = Annotated[int, Field(ge=0, le=100_000_000)]


class Confidence(StrEnum):
    """How far a record can be relied on (the codebook says what each word asks for)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Lens(StrEnum):
    """Which of the three questions a map answers."""

    CONTROL = "control"
    TITLE = "title"
    CLAIMS = "claims"


class Viewpoint(StrEnum):
    """Whose reading of the treaties is shown; control never depends on it."""

    NEUTRAL = "neutral"
    JAPAN = "japan"
    RUSSIA = "russia"


class Theme(StrEnum):
    """What an event of the chronicle is about."""

    TREATY = "treaty"
    EXPLORATION = "exploration"
    WAR = "war"
    ADMINISTRATION = "administration"
    PEOPLE = "people"
    DIPLOMACY = "diplomacy"
    MILITARY_CONTACTS = "military_contacts"
    SANCTIONS = "sanctions"


class Kind(StrEnum):
    """What a source is, apart from whose account it is and where it was read."""

    DOCUMENT = "document"
    GOVERNMENT = "government"
    STUDY = "study"
    PRESS = "press"
    TESTIMONY = "testimony"
    REFERENCE = "reference"
    OTHER = "other"


class Group(StrEnum):
    """The part of the chain (or Sakhalin) an island belongs to."""

    NORTH = "north"
    MIDDLE = "middle"
    SOUTH = "south"
    SHIKOTAN = "shikotan"
    HABOMAI = "habomai"
    SAKHALIN = "sakhalin"


class Record(BaseModel):
    """A frozen record that refuses unknown fields."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, allow_inf_nan=False
    )


def lists(model: type[Record]) -> frozenset[str]:
    """Return the fields of a record that hold several values."""
    return frozenset(
        name for name, field in model.model_fields.items() if get_origin(field.annotation) is tuple
    )


class Named(Record):
    """A record that others can point to."""

    id: Id


Words = Annotated[str, Field(min_length=1)]


class Text(Record):
    """The same words in the atlas's three languages; none may be empty.

    Further languages may be given by their two letters (ISO 639-1), here and there or all over.
    """

    model_config = ConfigDict(extra="allow")

    __pydantic_extra__: dict[str, Words] = Field(init=False)

    en: Words
    ja: Words
    ru: Words

    @model_validator(mode="after")
    def _languages(self) -> Self:
        for key in self.further:
            if not re.fullmatch("[a-z]{2}", key):
                raise _refuse(key, f"{key} is not the two letters of a language")
        return self

    def __getitem__(self, language: str) -> str:
        """Return the words in ``language``, the English ones where it has none."""
        if language in Text.model_fields:
            return str(getattr(self, language))
        return self.further.get(language, self.en)

    @property
    def further(self) -> dict[str, str]:
        """Return the words in languages beyond the atlas's three."""
        return self.__pydantic_extra__

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages there are words in."""
        return (*Text.model_fields, *self.further)


class Source(Named):
    """A work that facts come from.

    ``perspective`` says whose account it is, not whether it is right; ``at`` gives addresses
    of their own to places in the work that citations name. ``seen`` says how it was read: the
    whole of it, the passage that bears the fact, or either in somebody else's copy. ``joint``
    marks what holds both governments' own words, and so counts for either side.
    """

    title: Annotated[str, Field(min_length=1)]
    author: tuple[Annotated[str, Field(min_length=1)], ...] = ()
    producer: Annotated[str, Field(min_length=1)]
    kind: Kind
    url: str | None = Field(default=None, pattern=r"^https?://\S+$")
    archived: str | None = Field(default=None, pattern=r"^https?://\S+$")
    at: Mapping[str, Annotated[str, Field(pattern=r"^https?://\S+$")]] = {}
    published: Annotated[str, Field(pattern=r"^\d{4}(-\d\d){0,2}$")] | None = None
    accessed: Day
    seen: Literal["whole", "excerpt", "copy"] = "excerpt"
    licence: str | None = None
    language: Literal["en", "ja", "ru", "fr", "de", "zh", "multiple"]
    perspective: Literal["japanese", "russian", "other"]
    joint: bool = False
    note: Text | None = None


class Phrase(Named):
    """A sentence that several records share: a basis ("why we say so") or a note (a doubt)."""

    text: Text


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        msg = f"is no regular expression: {error}"
        raise ValueError(msg) from error
    return value


Stem = Annotated[str, Field(min_length=1), AfterValidator(_pattern)]


class Stems(Record):
    """Regular expressions that find a word, whatever its ending, in each language."""

    en: tuple[Stem, ...]
    ja: tuple[Stem, ...]
    ru: tuple[Stem, ...]

    def __getitem__(self, language: str) -> tuple[str, ...]:
        """Return the expressions for ``language``: en, ja or ru."""
        words: tuple[str, ...] = getattr(self, language)
        return words


class Word(Named):
    """A word that takes a side, and what the atlas says instead.

    ``language`` is the one it comes from, ``whose`` the side that uses it ("each" where either
    says it of the other). ``innocent`` names records that need it in another sense, with the
    reason.
    """

    whose: Literal["japan", "russia", "each"]
    language: Literal["en", "ja", "ru"]
    text: Text
    ours: Text
    stems: Stems
    innocent: Mapping[Id, Annotated[str, Field(min_length=1)]] = {}


class Term(Named):
    """A hard word: what it means, for readers of about twelve, and how it is found in a text."""

    text: Text
    stems: Stems
    sources: Sourced


class Power(Named):
    """A value an island can have under a lens: a controller, a holder of title, a claimant.

    ``name`` stands alone ("Fighting"); ``within`` is the name inside a sentence, where it loses
    its capital ("fighting"); ``status`` continues an island's name ("held by Japan").
    ``colour`` is #rrggbb; ``pattern`` tells it apart without colour.
    """

    id: Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*$")]
    name: Text
    within: Text | None = None
    status: Text
    colour: Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
    pattern: Literal[
        "plain", "dots", "rising", "falling", "cross", "horizontal", "vertical", "void"
    ]
    lenses: tuple[Lens, ...]


class Dated(Record):
    """What holds from ``start`` on (state at the end of that local day) to before ``end``."""

    start: Day
    precision: Precision = Precision.DAY
    end: Day | None = None

    @model_validator(mode="after")
    def _ordered(self) -> "Dated":
        _in_order(("start", self.start), ("end", self.end))
        return self

    @property
    def interval(self) -> Interval:
        """The record's days, half-open."""
        return Interval(self.start, self.end)


class Doubtful(Dated):
    """A dated record that carries how sure we are.

    ``earliest`` to ``latest`` (both inclusive) is the window of start days that serious
    sources give; both or neither are set, and ``start`` lies inside.
    """

    confidence: Confidence
    earliest: Day | None = None
    latest: Day | None = None
    note: Id | None = None

    @model_validator(mode="after")
    def _window(self) -> "Doubtful":
        if (self.earliest is None) != (self.latest is None):
            raise _refuse("earliest", "earliest and latest come together or not at all")
        if (
            self.earliest is not None
            and self.latest is not None
            and not self.earliest <= self.start <= self.latest
        ):
            window = f"{self.earliest} to {self.latest}"
            raise _refuse("earliest", f"start {self.start} lies outside the window {window}")
        return self

    @property
    def doubtful(self) -> bool:
        """Whether it carries a doubt: low confidence, or a window of start days."""
        return self.confidence is Confidence.LOW or self.earliest is not None


class Control(Doubtful):
    """Who held one island on the ground. ``basis`` is a phrase id."""

    island: Id
    controller: str
    basis: Id
    sources: Sourced


class Claim(Doubtful):
    """Who claimed which islands, apart from who held them. ``basis`` is a phrase id."""

    claimant: str
    islands: Annotated[tuple[str, ...], Field(min_length=1)]
    basis: Id
    sources: Sourced


class Title(Dated):
    """Who held one island by the treaty in force between the two states.

    ``viewpoint`` other than neutral overrides the neutral rows on its own days.
    ``instrument`` is empty only before any treaty.
    """

    island: Id
    holder: str
    viewpoint: Viewpoint = Viewpoint.NEUTRAL
    instrument: Id | None = None
    sources: Sourced
    note: Id | None = None


class Measure(Record):
    """A published figure (km², metres) with its source; ``note`` explains a deviation."""

    value: Annotated[float, Field(gt=0, le=1e6)]
    sources: Sourced
    note: Text | None = None


class Count(Record):
    """People on an island on a day or in a year, as one source counts them."""

    year: Annotated[int, Field(ge=1600, le=2100)]
    day: Day | None = None
    people: People
    sources: Sourced
    note: Text | None = None

    @model_validator(mode="after")
    def _of_the_year(self) -> "Count":
        if self.day is not None and self.day.year != self.year:
            raise _refuse("day", f"day {self.day} is not in the year {self.year}")
        return self


class AinuName(Record):
    """An Ainu name with its reading of the meaning, where a source gives one."""

    name: Annotated[str, Field(min_length=1)]
    meaning: Text | None = None
    sources: Sourced


# how Japanese words are read, in hiragana
Kana = Annotated[str, Field(pattern=r"^[ぁ-ゖー]+$")]


class Island(Named):
    """Names and facts of one record of islands.geojson.

    ``romaji`` is the Hepburn reading of ``name.ja``, ``kana`` its readings in hiragana, the usual
    one first; ``aliases`` are further spellings a search should find. ``wikidata``, ``geonames``
    and ``osm`` are its ids there, where seen. ``area`` is the official figure in km² where one is
    known.
    """

    group: Group
    name: Text
    romaji: Annotated[str, Field(min_length=1)]
    kana: tuple[Kana, ...] = ()
    aliases: tuple[str, ...] = ()
    ainu: AinuName | None = None
    area: Measure | None = None
    highest: Measure | None = None
    population: tuple[Count, ...] = ()
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None = None
    geonames: Annotated[str, Field(pattern=r"^[1-9]\d*$")] | None = None
    osm: Annotated[str, Field(pattern=r"^(node|way|relation)/[1-9]\d*$")] | None = None
    note: Text | None = None
    sources: Sourced


class Article(Record):
    """What one article of an instrument says, in our own words."""

    article: Annotated[str, Field(min_length=1)]
    text: Text


class Reading(Record):
    """How one side reads an instrument, attributed.

    ``voice`` is government where its own text is cited, others where its reading is known
    from authors or the press.
    """

    text: Text
    voice: Literal["government", "others"] = "government"
    sources: Sourced


class Instrument(Named):
    """A treaty, declaration or order.

    ``in_force`` is the day it takes effect (title changes that day), empty where it never
    did or needs no such day; ``ended`` the first day on which it no longer binds.
    ``paper`` and ``ground`` say what it changed, on paper and on the islands.
    """

    name: Text
    kind: Literal["treaty", "agreement", "declaration", "statement", "order", "law"]
    signed: Day
    in_force: Day | None = None
    ended: Day | None = None
    articles: tuple[Article, ...] = ()
    paper: Text
    ground: Text
    japan: Reading | None = None
    russia: Reading | None = None
    wording: Reading | None = None
    sources: Sourced

    @model_validator(mode="after")
    def _ordered(self) -> "Instrument":
        _in_order(("signed", self.signed), ("in_force", self.in_force), same=True)
        _in_order(("in_force", self.in_force or self.signed), ("ended", self.ended))
        return self


class Event(Named):
    """A dated event of the chronicle. ``end`` is exclusive, for events of several days.

    ``document`` names the founding document that mentions it, ``correction`` says where
    that document errs.
    """

    date: Day
    precision: Precision = Precision.DAY
    end: Day | None = None
    theme: Theme
    title: Text
    summary: Text
    islands: Ids = ()
    instrument: Id | None = None
    document: tuple[Literal["000", "001", "002", "003"], ...] = ()
    correction: Text | None = None
    confidence: Confidence = Confidence.HIGH
    sources: Sourced

    @model_validator(mode="after")
    def _ordered(self) -> "Event":
        _in_order(("date", self.date), ("end", self.end))
        return self


class Line(Named, Dated):
    """A boundary line, with ``parts``, the ids on either side of it.

    ``start`` to ``end`` is when it was in force (kind treaty), observed (de_facto) or claimed.
    """

    kind: Literal["treaty", "de_facto", "claim"]
    name: Text
    strait: Text | None = None
    parts: tuple[Ids, Ids]
    instrument: Id | None = None
    viewpoint: Viewpoint = Viewpoint.NEUTRAL
    confidence: Confidence = Confidence.HIGH
    note: Text | None = None
    sources: Sourced

    def agreed(self, instruments: Mapping[str, Instrument]) -> date:
        """Return the first day it is on the map: that of a treaty is there once it is signed."""
        treaty = instruments.get(self.instrument or "")
        if self.kind != "treaty" or treaty is None:
            return self.start
        return min(treaty.signed, self.start)


class Side(Record):
    """One side's forces at a landing."""

    units: Text
    commander: Text | None = None


class Loss(Record):
    """One source's figure for one side's losses; low equals high where it gives one number.

    ``whole`` marks figures for a whole operation, or much of it, kept with its main landing.
    """

    side: Literal["soviet", "japanese", "civilian"]
    kind: Literal["killed", "wounded", "missing", "killed_wounded_missing", "prisoners"]
    low: People
    high: People
    by: Text
    whole: bool = False
    sources: Sourced

    @model_validator(mode="after")
    def _ordered(self) -> "Loss":
        if self.high < self.low:
            raise _refuse("high", f"high {self.high} is below low {self.low}")
        return self


class Port(Record):
    """Where a landing force came from (decimal degrees, EPSG:4326)."""

    name: Text
    lat: Latitude
    lon: Longitude
    sources: Sourced


class Landing(Named, Doubtful):
    """A landing of 1945: drawn from ``start`` to before ``end``.

    ``local_time`` is the hour in Japanese, ``soviet_time`` in Soviet accounts: HH:MM as reported.
    """

    island: Id
    site: Text
    site_today: Text
    local_time: Annotated[str, Field(pattern=_CLOCK)] | None = None
    soviet_time: Annotated[str, Field(pattern=_CLOCK)] | None = None
    soviet: Side
    japanese: Side
    outcome: Text
    losses: tuple[Loss, ...] = ()
    port: Port | None = None
    sources: Sourced


class Spot(Record):
    """A further point at which a name may be written, from a day on if it has one."""

    lat: Latitude
    lon: Longitude
    start: Day | None = None


class ByLens(Record):
    """A text for each lens that has one of its own, for title for each reading too."""

    control: Text | None = None
    title: Text | None = None
    title_japan: Text | None = None
    title_russia: Text | None = None
    claims: Text | None = None

    def of(self, lens: Lens, viewpoint: Viewpoint) -> Text | None:
        """Return the text for a lens; a reading of title without one has the neutral one."""
        asked = [f"{lens}_{viewpoint}", lens] if lens is Lens.TITLE else [lens]
        texts = (getattr(self, name, None) for name in asked)
        return next((text for text in texts if text is not None), None)


class Moment(Named):
    """What is told of a day on which the map changes or an instrument is signed or takes effect.

    ``id`` is the day. ``text`` says what happened, ``other`` so under a lens for which it reads
    otherwise; ``then`` says what holds from that day on. The atlas's first day has ``then``
    alone. ``main`` names the lenses whose short story stops here.
    """

    id: Annotated[str, AfterValidator(_dated)]
    main: Annotated[tuple[Lens, ...], AfterValidator(_unique)] = ()
    text: Text | None = None
    other: ByLens = ByLens()
    then: ByLens = ByLens()
    sources: Sourced

    @property
    def day(self) -> date:
        """The day told of."""
        return date.fromisoformat(self.id)

    def sentence(self, lens: Lens, viewpoint: Viewpoint) -> Text | None:
        """Return what happened that day, as it is told under a lens."""
        return self.other.of(lens, viewpoint) or self.text


class Place(Named):
    """A name on a map that is no island of the chain (decimal degrees, EPSG:4326).

    Seas, lands and countries are named on every map; capes, heights and batteries where the
    fighting of 1945 is drawn close by; spots where people are told of. What states
    facts, all but seas and lands, has sources.
    ``name`` is that of the time, ``today`` the present one, ``kana`` how ``name.ja`` is read; a
    country has its name from ``start`` to ``end``. ``also`` are further points where the name may
    stand; one that is ``always`` named stands at the map's edge where none is in view.
    ``guns`` says what stood there in 1945, ``spread`` how far the point may be off, in
    kilometres; ``label`` is the side on which the name has room on the close map.
    """

    name: Text
    kana: Kana | None = None
    kind: Literal["sea", "land", "country", "cape", "height", "battery", "spot"]
    lat: Latitude
    lon: Longitude
    also: tuple[Spot, ...] = ()
    always: bool = False
    start: Day | None = None
    end: Day | None = None
    today: Text | None = None
    guns: Text | None = None
    note: Text | None = None
    spread: Annotated[float, Field(gt=0, le=1000)] | None = None
    label: Literal["left", "right"] = "right"
    sources: Citations = ()

    @property
    def wide(self) -> bool:
        """Whether it is named on every map, not on the close one alone."""
        return self.kind in {"sea", "land", "country"}


class Listed(StrEnum):
    """The lists of days that pages ask for by name; tours.toml must have each."""

    NINE = "nine-dates"
    LANDINGS = "landings"
    EVE = "eve-of-the-landings"
    SHUMSHU = "shumshu"
    PEOPLE = "people-of-1945"
    RESIDENTS = "residents"
    PAPERS = "paper-and-ground"


class Stop(Record):
    """A day worth a stop: that of an event, an edge of the atlas, or one of its own.

    ``last`` asks for the last day of an event of several days, ``shift`` for a day so many
    days later (earlier below 0). ``title`` stands for the event's own. ``lens`` is set where
    the day is to be seen under that one, whichever the reader has chosen.
    """

    event: Id | None = None
    edge: Literal["start", "as_of"] | None = None
    day: Day | None = None
    last: bool = False
    shift: Annotated[int, Field(ge=-366, le=366)] = 0
    title: Text | None = None
    lens: Lens | None = None

    @model_validator(mode="after")
    def _one_day(self) -> "Stop":
        if sum(value is not None for value in (self.event, self.edge, self.day)) != 1:
            raise _refuse("day", "give one of event, edge and day")
        if self.last and self.event is None:
            raise _refuse("last", "only an event has a last day")
        return self


class Presence(Named):
    """Where an event in people's lives is told on the map; its id is the event's.

    ``island``, ``landing`` (its site) or ``place`` says where; it is shown from the event's first
    day to before ``until``, without one to the atlas's last day.
    """

    island: Id | None = None
    landing: Id | None = None
    place: Id | None = None
    until: Day | None = None

    @model_validator(mode="after")
    def _one_place(self) -> "Presence":
        if sum(value is not None for value in (self.island, self.landing, self.place)) != 1:
            raise _refuse("place", "give one of island, landing and place")
        return self


class Tour(Named):
    """A named list of days.

    Of kind ``days`` they are told one by one; of kind ``span`` they are the first and the
    last day of a stretch; a ``pair`` is two days worth comparing under ``lens``.
    ``islands`` are those the list is about, where it is about a few.
    """

    kind: Literal["days", "span", "pair"]
    title: Text | None = None
    lens: Lens = Lens.CONTROL
    islands: Ids = ()
    stops: Annotated[tuple[Stop, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _as_many_as_its_kind(self) -> "Tour":
        if self.kind != "days" and len(self.stops) != 2:  # noqa: PLR2004  # a first and a last
            raise _refuse("stops", f"a {self.kind} has two stops, not {len(self.stops)}")
        if self.kind == "pair" and self.title is None:
            raise _refuse("title", "a pair needs a title")
        return self


class GuidedStop(Record):
    """A stop of a guided tour: a view of the map, and what is told there.

    ``window`` names the islands the map shows; ``islands``, ``lines`` and ``landings`` are those
    pointed at. ``text`` is for readers of about twelve, ``more`` for those of about sixteen;
    ``question`` is for the class to talk about, ``notes`` for the teacher.
    """

    day: Day
    lens: Lens = Lens.CONTROL
    viewpoint: Viewpoint = Viewpoint.NEUTRAL
    window: Literal["chain", "north", "south", "near", "crossing", "region"] = "chain"
    islands: Ids = ()
    lines: Ids = ()
    landings: Ids = ()
    title: Text
    text: Text
    more: Text
    question: Text
    notes: Text | None = None
    sources: Sourced


class GuidedTour(Named):
    """A story of some stops, told on the map and taught in class.

    Tours are offered in the order of their ``order``.
    """

    order: Annotated[int, Field(ge=1, le=99)]
    title: Text
    lead: Text
    stops: Annotated[tuple[GuidedStop, ...], Field(min_length=2)]


class Era(Named):
    """A stretch of the timeline's axis, from ``start`` to the next era's start.

    Its name and its year lead to ``opens``, else to the first moment in it.
    """

    start: Day
    title: Text
    opens: Day | None = None


class Shape(Named):
    """An island's outline; its facts stand in islands.toml.

    ``area_km2`` was measured equal-area on the shoreline before it was simplified, and
    ``parts`` counts the pieces of land that were there.
    """

    area_km2: Annotated[float, Field(gt=0, le=1e6)]
    parts: Annotated[int, Field(ge=1, le=1_000_000)]


class Coast(Named):
    """A coast around the chain, which no record is about."""
