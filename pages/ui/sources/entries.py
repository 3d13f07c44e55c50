"""The sources in words: each with what rests on it, and the questions they leave open."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from babel import Locale

from geodata.model import Lens, Source
from geodata.model.source import first_day
from geodata.time import Precision
from pages.ui.html import Content, Markup, fold, join, tag, way
from pages.ui.parts import citations
from pages.ui.sources import facts as sources
from pages.ui.sources.facts import Fact
from pages.ui.words.reader import Reader


def figures(reader: Reader) -> Markup:
    """Say how many sources there are, in which languages, and how often both sides are heard."""
    all_sources = reader.atlas.sources.values()
    by_side = Counter(source.perspective for source in all_sources)
    by_tongue = Counter(source.language for source in all_sources).most_common()
    tongues = reader.listed(
        reader.say("sources.tongue_count", tongue=language_name(reader, name), count=count)
        for name, count in by_tongue
    )
    told = sources.sides(reader.atlas)
    sentences = [
        reader.say(
            "sources.count",
            count=len(reader.atlas.sources),
            **{side: by_side[side] for side in ("japanese", "russian", "other")},
        ),
        reader.say("sources.tongues", list=tongues),
        reader.say("sources.perspective_note"),
        reader.say(
            "sources.both_sides",
            records=reader.count("of_records", told.total()),
            both=sum(count for (_, side), count in told.items() if side == "both"),
            both_core=told["core", "both"],
            all_core=sum(count for (period, _), count in told.items() if period == "core"),
        ),
        reader.say("sources.one_side"),
    ]
    return tag("ul", *(tag("li", sentence) for sentence in sentences))


def listed(reader: Reader, chosen: Sequence[Source], carried: Mapping[str, int]) -> Markup:
    """List sources, each with a link to what rests on it."""
    head = reader.say(
        "sources.shown",
        count=len(chosen),
        sources=reader.count("of_sources", len(reader.atlas.sources)),
    )
    if not chosen:
        return tag("p", reader.say("sources.none_shown"), role="status")
    items = (_item(reader, source, carried[source.id]) for source in chosen)
    name = reader.say("sources.list")
    return join([tag("p", head, role="status"), _scroll(name, tag("ul", *items))])


def _item(reader: Reader, source: Source, count: int) -> Markup:
    uses = reader.say("sources.uses", count=count)
    address = reader.link("sources", source=source.id)
    spoken = uses + reader.bracketed(source.title)
    return tag(
        "li",
        citations.cite(source),
        tag(
            "div",
            # read aloud on its own, the link says whose it is
            way(uses, address, aria_label=spoken),
            " ",
            tag("small", join(_about(reader, source, whole=False), reader.tongue.dot)),
        ),
        fold(reader.say("sources.note"), _note(reader, source)) if source.note else "",
        data_perspective=str(source.perspective),
        data_written=source.language,
    )


def one(reader: Reader, source: Source, told: Iterable[Fact]) -> Markup:
    """Tell all about one source: what it is, and everything that rests on it, kind by kind."""
    own = [fact for fact in told if source.id in fact.sources]
    parts: list[Content] = [
        tag("h1", source.title, lang=citations.spoken(source)),
        tag("p", citations.cite(source)),
        tag("p", join(_about(reader, source, whole=True), reader.tongue.dot)),
        _note(reader, source),
        tag("h2", reader.say("sources.uses", count=len(own))),
    ]
    for kind in sources.KINDS:
        items = [tag("li", *_dated(reader, fact), fact.words) for fact in own if fact.kind == kind]
        if items:
            parts += [tag("h3", reader.say(f"sources.{kind}")), tag("ul", *items)]
    parts.append(
        tag(
            "p",
            way(reader.say("sources.back"), reader.link("sources")),
        )
    )
    return join(parts)


def doubts(reader: Reader, told: Iterable[Fact]) -> Markup:
    """List what is open, in order of days: what, how sure, which readings, where on the map."""
    groups: dict[tuple[str, date | None, tuple[str, ...]], list[Fact]] = {}
    for fact in sorted((fact for fact in told if fact.weak), key=lambda fact: fact.day or date.min):
        groups.setdefault((fact.kind, fact.day, fact.doubts), []).append(fact)
    items = (
        tag(
            "li",
            *_dated(reader, group[0]),
            tag("b", reader.tongue.semicolon.join(dict.fromkeys(fact.words for fact in group))),
            " ",
            tag(
                "small",
                reader.say(f"sources.{kind}"),
                reader.tongue.dot,
                reader.labelled(
                    reader.say("panel.confidence"),
                    reader.say(f"confidence.{group[0].confidence}"),
                ),
            ),
            *(tag("div", sentence) for sentence in why),
        )
        for (kind, _, why), group in groups.items()
    )
    return join(
        [
            tag("p", reader.say("sources.doubts_lead", count=len(groups))),
            fold(
                reader.say("sources.doubts_list"),
                _scroll(reader.say("sources.doubts"), tag("ul", *items)),
            ),
        ]
    )


def tongues(reader: Reader) -> list[str]:
    """Return the codes of the languages the sources are written in, sorted."""
    return sorted({source.language for source in reader.atlas.sources.values()})


def language_name(reader: Reader, name: str) -> str:
    """Name a language of the sources in the reader's own."""
    if name == "multiple":
        return reader.say("sources.multiple")
    return str(Locale.parse(reader.tongue.locale).languages[name])


def _dated(reader: Reader, fact: Fact) -> tuple[Content, ...]:
    """Write a fact's day as a link to the map on it."""
    if fact.day is None and not fact.islands:
        return ()
    if fact.day is None:
        island = fact.islands[0]
        return (
            way("→", reader.link("map", island=island), aria_label=fact.words),
            " ",
        )
    address = reader.link(
        "map",
        date=fact.day.isoformat(),
        lens=fact.kind if fact.kind in list(Lens) else None,
        viewpoint=fact.viewpoint,
        island=fact.islands[0] if len(fact.islands) == 1 else None,
    )
    written = reader.written(fact.day, Precision(fact.precision))
    return (way(written, address), " ")


def _about(reader: Reader, source: Source, *, whole: bool) -> Iterable[Content]:
    """Say what a source is; ``whole``: and when it was read, which a list of hundreds need not."""
    side = reader.say(f"sources.{source.perspective}")
    yield reader.say(f"sources.kind_{source.kind}")
    yield reader.labelled(reader.say("sources.perspective"), side)
    yield reader.say("sources.in_language", tongue=language_name(reader, source.language))
    if source.published:
        yield reader.say("sources.published", date=_published(reader, source.published))
    elif whole:
        yield reader.say("sources.undated")
    if whole:
        yield reader.say("sources.accessed", date=reader.short(source.accessed))
    yield reader.say(f"sources.seen_{source.seen}")
    if source.licence:
        yield reader.say("sources.licence", licence=source.licence)
    if source.archived:
        yield tag(
            "a",
            reader.say("sources.archived"),
            href=source.archived,
            target="_blank",
            rel="noopener noreferrer",
        )
    if not source.url:
        yield reader.say("sources.offline")


def _published(reader: Reader, written: str) -> str:
    """Write a year, month or day as a source was published."""
    fineness = (Precision.YEAR, Precision.MONTH, Precision.DAY)[written.count("-")]
    return reader.written(first_day(written), fineness)


def _note(reader: Reader, source: Source) -> Markup:
    return tag("div", source.note[reader.language], class_="soft") if source.note else Markup()


def _scroll(name: str, content: Markup) -> Markup:
    """Set a long list in a window of its own, which the keyboard can scroll."""
    return tag("div", content, class_="src-long", role="region", aria_label=name, tabindex="0")
