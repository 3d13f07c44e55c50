"""What the browser makes questions of: facts that are beyond doubt, and disputes told as such."""

import re
from functools import cache
from typing import Any

from geodata import Atlas, asking
from geodata.model import Confidence, Event, Instrument, Lens, Line, Reading, Theme
from geodata.time import Precision
from pages.ui.browser.store import Store
from pages.ui.browser.stretches import disputed, settled, stretches
from pages.ui.words import furigana, holders, text
from pages.ui.words.reader import Reader

Json = dict[str, Any]

# What a class meets first; the rest is for the highest level.
_PLAIN = frozenset({Theme.TREATY, Theme.WAR, Theme.PEOPLE, Theme.ADMINISTRATION})
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
# How far into a reading the words may stand that say whose it is; a question leaves them out.
_AHEAD = 10


def questions(reader: Reader) -> Json:
    """Return the facts that questions are made of, in the reader's language, ready for JSON.

    Days are ISO dates. Facts stand in the same order in every language, so that one seed gives
    one set; ``told`` and ``sources`` are places in ``texts`` and ``works``.
    """
    store = Store(reader)
    known = list(asking.certain(reader.atlas))
    made = {
        "held": stretches(reader, store, filter(settled, known)),
        "sides": stretches(reader, store, filter(disputed, known)),
        "straits": _straits(reader, store),
        "events": [_event(reader, store, event) for event in _events(reader.atlas)],
        "changed": _changed(reader, store),
        "readings": _readings(reader, store),
        "islands": [
            {"told": store.text(_names(reader, island.id)), "sources": store.cited(island.sources)}
            for island in reader.atlas.islands.values()
        ],
    }
    sent = {
        "words": text.section("quiz", reader.language) | {"furigana": reader.say("page.furigana")},
        "film": text.section("film", reader.language),
        "union": _union(reader.atlas),
        "names": {power: holders.within(reader, power) for power in reader.atlas.powers},
        **made,
        "texts": list(store.texts),
        "works": store.works,
    }
    named = [island.name[reader.language] for island in reader.atlas.islands.values()]
    return sent | {"kana": furigana.used(reader, [sent, named])}


def _union(atlas: Atlas) -> list[str]:
    """Return the first day of the Soviet Union's and that after its last, as its claims have it."""
    spans = [
        span
        for stretches in atlas.spans(Lens.CLAIMS).values()
        for span in stretches
        if "soviet_union" in span.controller.split("+")
    ]
    last = max(span.end or atlas.as_of for span in spans)
    return [min(span.start for span in spans).isoformat(), last.isoformat()]


def _names(reader: Reader, island: str) -> str:
    return reader.tongue.dot.join(name for name, _ in reader.names(island))


def _straits(reader: Reader, store: Store) -> list[Json]:
    lines = [line for line in reader.atlas.line_records() if _drawn(line)]
    return [
        {
            "id": line.id,
            "line": line.name[reader.language],
            "strait": line.strait[reader.language] if line.strait else "",
            "rivals": [at for at, other in enumerate(lines) if _elsewhere(line, other, lines)],
            "day": line.start.isoformat(),
            "lens": str(Lens.TITLE if line.kind == "treaty" else Lens.CONTROL),
            "told": store.text(_line(reader, line)),
            "sources": store.cited(line.sources),
        }
        for line in lines
    ]


def _drawn(line: Line) -> bool:
    """Say whether where a line ran is certain: no claimed line, none over land."""
    return line.kind != "claim" and line.strait is not None and line.confidence is Confidence.HIGH


def _elsewhere(line: Line, other: Line, lines: list[Line]) -> bool:
    """Say whether a line runs where neither this one nor another of its treaty does."""
    treaty = [one for one in lines if one.instrument and one.instrument == line.instrument]
    return other.strait not in [one.strait for one in (line, *treaty)]


def _line(reader: Reader, line: Line) -> str:
    span = (
        reader.say("quiz.until_now", date=reader.since(line.start, line.precision))
        if line.end is None
        else reader.between(line.start, line.end, line.precision)
    )
    strait = line.strait[reader.language] if line.strait else ""
    return reader.say("quiz.line", line=line.name[reader.language], strait=strait, span=span)


def _events(atlas: Atlas) -> list[Event]:
    """Return the events known to the day whose titles do not tell the year."""
    return [
        event
        for event in atlas.events()
        if event.precision is Precision.DAY
        and event.confidence is Confidence.HIGH
        and not any(_YEAR.search(event.title[code]) for code in event.title.languages)
    ]


def _event(reader: Reader, store: Store, event: Event) -> Json:
    return {
        "id": event.id,
        "day": event.date.isoformat(),
        "title": event.title[reader.language],
        "plain": event.theme in _PLAIN,
        "sources": store.cited(event.sources),
    }


def _changed(reader: Reader, store: Store) -> list[Json]:
    """Return what days changed, each once for all islands that they changed alike."""
    order = list(reader.atlas.islands)
    rows: dict[tuple[str, str], Json] = {}
    for one in asking.changed(reader.atlas):
        answer = {
            (True, True): "both",
            (True, False): "ground",
            (False, True): "paper",
            (False, False): "neither",
        }[one.ground, one.paper]
        event = one.event
        row = {
            "day": one.day.isoformat(),
            "event": event.title[reader.language],
            "answer": answer,
            "islands": [],
            "told": store.text(event.summary[reader.language]),
            "sources": store.cited(event.sources),
        }
        rows.setdefault((event.id, answer), row)["islands"].append(order.index(one.island))
    return list(rows.values())


def _readings(reader: Reader, store: Store) -> list[Json]:
    found = []
    for instrument in reader.atlas.instruments.values():
        for side in ("japan", "russia"):
            reading: Reading | None = getattr(instrument, side)
            if reading is None or not _asked(instrument, reading):
                continue
            found.append(
                {
                    "id": instrument.id,
                    "instrument": instrument.name[reader.language],
                    "side": side,
                    "sentence": _sentence(reader.language, reading),
                    "day": (instrument.in_force or instrument.signed).isoformat(),
                    "told": store.text(reading.text[reader.language]),
                    "sources": store.cited(reading.sources),
                }
            )
    return found


def _asked(instrument: Instrument, reading: Reading) -> bool:
    """Say whether a reading is a government's own, the other side's is there, and both differ."""
    return (
        reading.voice == "government"
        and instrument.japan is not None
        and instrument.russia is not None
        and all(_whose(code).match(reading.text[code]) for code in reading.text.languages)
    )


def _sentence(language: str, reading: Reading) -> str:
    """Return a reading's first sentence without whose it is."""
    first = re.split(r"(?<=。)|(?<=\.)\s+(?=[A-ZА-Я])", reading.text[language])[0]
    return _whose(language).sub(r"\1…", first)


@cache
def _whose(language: str) -> re.Pattern[str]:
    """Return what finds, at a reading's beginning, the words that say whose it is."""
    words = text.say("quiz.whose", language).split("|")
    return re.compile(rf"^(.{{0,{_AHEAD}}}?)(?:{'|'.join(map(re.escape, words))})")
