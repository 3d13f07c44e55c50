"""What rests on the sources, and from how many sides it is told."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from geodata import Atlas, grades
from geodata.check import references
from geodata.citation import work
from geodata.model import Confidence, Doubtful, Lens, Record, Source, Viewpoint
from geodata.spans import Span
from geodata.time import Precision
from pages.ui.words import captions, search
from pages.ui.words.reader import Reader

KINDS = (
    *("control", "title", "claims", "instrument", "event", "line", "landing", "island", "place"),
    *("stop", "lesson", "hard_word"),
)
PERSPECTIVES = ("japanese", "russian", "other")
SIDES = ("both", "japanese_only", "russian_only", "neither")
PERIODS = ("before", "core", "after")

_UNHEARD = {"japanese": "lacks_japanese", "russian": "lacks_russian"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the atlas says: its kind, its words, its sources, its place on the map.

    ``doubts`` are the sentences that tell what is open about it; ``weak`` says whether
    anything is (low confidence, a window of days, one side unheard).
    """

    kind: str
    words: str
    sources: frozenset[str]
    day: date | None = None
    precision: Precision = Precision.DAY
    islands: tuple[str, ...] = ()
    viewpoint: str = "neutral"
    weak: bool = False
    confidence: Confidence = Confidence.HIGH
    doubts: tuple[str, ...] = field(default=())


def facts(reader: Reader) -> list[Fact]:
    """Return everything the atlas says, kind by kind, in order of days.

    A record that several islands share word for word is one fact.
    """
    return [
        *_held(reader),
        *(
            Fact("instrument", one.name[reader.language], _cited(one), one.signed)
            for one in sorted(reader.atlas.instruments.values(), key=lambda one: one.signed)
        ),
        *_events(reader),
        *_lines(reader),
        *_landings(reader),
        *(
            Fact("island", reader.name(one.id), _cited(one), islands=(one.id,))
            for one in reader.atlas.islands.values()
        ),
        *(
            Fact("place", one.name[reader.language], _cited(one))
            for one in reader.atlas.places.values()
            if one.sources
        ),
        *_taught(reader),
        *(
            Fact("hard_word", one.text[reader.language], _cited(one))
            for one in reader.atlas.glossary.values()
        ),
    ]


def carried(told: Iterable[Fact]) -> Counter[str]:
    """Count by source id how many facts rest on each."""
    return Counter(name for fact in told for name in fact.sources)


def _taught(reader: Reader) -> Iterator[Fact]:
    """Yield what the classroom says: the stops of tours, the extracts and answers of lessons."""
    for tour in reader.atlas.guided.values():
        for stop in tour.stops:
            title = reader.labelled(tour.title[reader.language], stop.title[reader.language])
            yield Fact("stop", title, _cited(stop), stop.day)
    for lesson in reader.atlas.lessons.values():
        for extract in lesson.extracts:
            words = reader.labelled(extract.speaker[reader.language], extract.text[reader.language])
            yield Fact("lesson", words, _cited(extract))
        yield from (
            Fact("lesson", task.question[reader.language], _cited(task))
            for task in lesson.tasks
            if task.question and task.sources
        )


def sides(atlas: Atlas) -> Counter[tuple[str, str]]:
    """Count the records of control by period and by the sides that source them."""
    return Counter(
        (_period(span.start), _side(_heard(atlas, span)))
        for island in atlas.islands
        for span in atlas.history(island, lens=Lens.CONTROL)
    )


def chosen(atlas: Atlas, perspective: str, tongue: str, words: str) -> list[Source]:
    """Return the sources whose title or author has the words.

    Where a perspective or a language is given, only those of it; "" takes any.
    """
    wanted = search.fold(words).split()
    known = index(atlas)
    return [
        source
        for source in atlas.sources.values()
        if perspective in ("", source.perspective)
        and tongue in ("", source.language)
        and all(word in known[source.id] for word in wanted)
    ]


@cache
def index(atlas: Atlas) -> dict[str, str]:
    """Return all that a search looks at, folded, by source: id, title, who made it, address."""
    return {
        one.id: search.fold(" ".join((one.id, one.title, *one.author, one.producer, one.url or "")))
        for one in atlas.sources.values()
    }


def _period(day: date) -> str:
    if grades.both_there(day):
        return "core"
    return "before" if day.year < grades.FIRST else "after"


def _heard(atlas: Atlas, span: Span) -> frozenset[str]:
    """Return whose accounts a record cites."""
    return frozenset().union(*(grades.sides(atlas.source(name)) for name in span.sources))


def _side(perspectives: frozenset[str]) -> str:
    if perspectives >= grades.SIDES:
        return "both"
    return next(
        (f"{one}_only" for one in ("japanese", "russian") if one in perspectives), "neither"
    )


def _held(reader: Reader) -> Iterable[Fact]:
    shared: dict[Span, list[str]] = {}
    for island in reader.atlas.islands:
        for span in reader.atlas.history(island):
            shared.setdefault(span, []).append(island)
    order = list(Lens)
    for span in sorted(shared, key=lambda span: (order.index(span.lens), span.start)):
        holder = reader.atlas.powers[span.controller].name[reader.language]
        words = reader.say(
            "sources.held", holder=holder, islands=captions.named(reader, shared[span])
        )
        if span.viewpoint != "neutral":
            words += reader.bracketed(reader.say(f"viewpoint.{span.viewpoint}"))
        doubts = _one_sided(reader, span)
        if span.doubtful:
            doubts = (*_doubts(reader, span), *doubts)
        yield Fact(
            str(span.lens),
            words,
            frozenset(map(work, span.sources)),
            span.start,
            span.precision,
            tuple(shared[span]),
            str(span.viewpoint),
            bool(doubts),
            span.confidence,
            doubts,
        )


def _one_sided(reader: Reader, span: Span) -> tuple[str, ...]:
    """Say whose account is missing, of the years in which both sides were there."""
    if span.lens is not Lens.CONTROL or _period(span.start) != "core":
        return ()
    heard = _heard(reader.atlas, span)
    return tuple(
        reader.say(f"sources.{words}") for side, words in _UNHEARD.items() if side not in heard
    )


def _events(reader: Reader) -> Iterable[Fact]:
    for one in reader.atlas.events():
        weak = one.confidence is Confidence.LOW
        yield Fact(
            "event",
            one.title[reader.language],
            _cited(one),
            one.date,
            one.precision,
            one.islands,
            weak=weak,
            confidence=one.confidence,
            doubts=(one.summary[reader.language],) if weak else (),
        )


def _lines(reader: Reader) -> Iterable[Fact]:
    found = {line.id: line for view in Viewpoint for line in reader.atlas.line_records(view)}
    for line in sorted(found.values(), key=lambda line: line.start):
        weak = line.confidence is Confidence.LOW
        yield Fact(
            "line",
            line.name[reader.language],
            _cited(line),
            line.start,
            line.precision,
            viewpoint=str(line.viewpoint),
            weak=weak,
            confidence=line.confidence,
            doubts=(line.note[reader.language],) if weak and line.note else (),
        )


def _landings(reader: Reader) -> Iterable[Fact]:
    for one in reader.atlas.landing_records():
        yield Fact(
            "landing",
            one.site[reader.language],
            _cited(one),
            one.start,
            one.precision,
            (one.island,),
            weak=one.doubtful,
            confidence=one.confidence,
            doubts=_doubts(reader, one) if one.doubtful else (),
        )


def _cited(record: Record) -> frozenset[str]:
    return frozenset(name for _, kind, name in references(record) if kind == "sources")


def _doubts(reader: Reader, record: Span | Doubtful) -> tuple[str, ...]:
    told = captions.doubts(reader, record)
    return tuple(told or [reader.say("sources.few")])
