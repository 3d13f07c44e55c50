"""What an instrument changed on paper and on the ground, each with its day."""

from datetime import date, timedelta

from geodata.changes import Change
from geodata.model import Instrument, Lens
from geodata.spans import Span
from pages.ui.html import Content, Markup, link, tag, way
from pages.ui.treaties import lines as treaties_lines
from pages.ui.words import captions, extents
from pages.ui.words.reader import Reader

# A change on the ground this long after a paper is no longer news of it.
_NEWS = timedelta(days=366)


def changed(reader: Reader, one: Instrument) -> Markup:
    """Say what changed on paper and what on the ground, each with the days it did."""
    paper: list[Content] = [tag("p", one.paper[reader.language])]
    changes = _title_changes(reader, one)
    if changes and one.in_force:
        words = captions.passages(reader.at(lens=Lens.TITLE), changes, reasons=0)
        paper.append(
            tag(
                "p",
                tag("b", day_link(reader, one.in_force)),
                reader.colon(reader.written(one.in_force)),
                captions.spaced(reader, words),
            )
        )
    gone = treaties_lines.ended(reader, one.in_force) if changes else []
    paper += [tag("p", reader.say("caption.treaty_ends", line=line)) for line in gone]
    return tag(
        "div",
        tag("section", tag("h4", reader.say("treaties.paper")), *paper),
        tag(
            "section",
            tag("h4", reader.say("treaties.ground")),
            tag("p", one.ground[reader.language]),
            _ground(reader, one),
        ),
        class_="pair",
    )


def _title_changes(reader: Reader, one: Instrument) -> list[Change]:
    """Return the islands whose holder by treaty changed by this instrument."""
    if one.in_force is None or one.in_force < reader.atlas.start:
        return []
    changes = reader.atlas.changes(one.in_force, lens=Lens.TITLE, viewpoint=reader.viewpoint)
    return [change for change in changes if change.basis == one.id]


def _ground(reader: Reader, one: Instrument) -> Markup:
    """Tell who held since when what the paper dealt out, or what came next on the ground."""
    held = holdings(reader, one)
    day = following(reader, one)
    # where more passed on the ground that day than on paper, the ground tells its own
    total = sum(map(len, held.values()))
    more = day is not None and day == one.in_force and len(reader.atlas.changes(day)) > total
    if held and not more:
        return tag("ul", *(_held(reader, controller, own) for controller, own in held.items()))
    if day is None:
        return Markup()
    changes = reader.atlas.changes(day)
    words = captions.passages(reader.at(lens=Lens.CONTROL), changes, reasons=1)
    return tag(
        "p",
        reader.say("treaties.following"),
        " ",
        tag("b", day_link(reader, day)),
        reader.colon(reader.written(day)),
        captions.spaced(reader, words),
    )


def _held(reader: Reader, controller: str, own: dict[str, Span]) -> Markup:
    """Tell since when a power held so many islands, with the map of the last of those days."""
    first, last = min(own.values(), key=_start), max(own.values(), key=_start)
    key = "held" if first.start == last.start else "held_between"
    words = reader.say(
        "treaties.held_always" if last.start == reader.atlas.start else f"treaties.{key}",
        holder=reader.atlas.powers[controller].name[reader.language],
        islands=extents.islands(reader, own),
        first=reader.since(first.start, first.precision),
        last=reader.since(last.start, last.precision),
    )
    if last.start == reader.atlas.start:
        return tag("li", words)
    date_words = reader.written(last.start, last.precision)
    return tag(
        "li",
        words,
        " ",
        way(
            reader.say("treaties.map_on", date=date_words),
            link("map", reader.params(date=last.start.isoformat(), lens=None)),
        ),
    )


def _start(span: Span) -> date:
    return span.start


def holdings(reader: Reader, one: Instrument) -> dict[str, dict[str, Span]]:
    """Return who held on the ground what an instrument dealt out, with each island's span.

    That is its new holder, from the day he had it, before or after the paper; where the
    paper names nobody who could hold it, the one who held it when it took effect.
    """
    if one.in_force is None:
        return {}
    found: dict[str, dict[str, Span]] = {}
    for change in _title_changes(reader, one):
        spans = reader.atlas.spans(Lens.CONTROL)[change.island]
        now = reader.atlas.span(change.island, one.in_force)
        later = (span for span in spans if span.start >= now.start)
        taken = [span for span in later if span.controller == change.after]
        span = reader.atlas.holding(change.island, (taken[0] if taken else now).start)
        found.setdefault(span.controller, {})[change.island] = span
    return found


def following(reader: Reader, one: Instrument) -> date | None:
    """Return the next day on which the ground changed, within a year of the paper."""
    days = [
        day
        for day in reader.atlas.moments(lens=Lens.CONTROL)
        if one.signed <= day <= one.signed + _NEWS and reader.atlas.changes(day)
    ]
    return days[0] if days else None


def day_link(reader: Reader, day: date) -> Markup:
    """Write a day as a link to the map on it."""
    return way(
        reader.written(day),
        link("map", reader.params(date=day.isoformat())),
        title=reader.say("treaties.to_map"),
    )
