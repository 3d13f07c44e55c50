"""The sources in words: each with what rests on it, and the questions they leave open."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from babel import Locale

from geodata import Atlas
from geodata.model import Lens, Source
from geodata.time import Precision
from pages.ui.html import Content, Markup, join, link, tag
from pages.ui.parts import citations
from pages.ui.sources import facts as sources
from pages.ui.sources.facts import Fact
from pages.ui.words import text

Params = Callable[..., dict[str, str]]


def figures(atlas: Atlas, language: str) -> Markup:
    """Say how many sources there are, in which languages, and how often both sides are heard."""
    all_sources = atlas.sources.values()
    by_side = Counter(source.perspective for source in all_sources)
    by_tongue = Counter(source.language for source in all_sources).most_common()
    tongues = text.COMMAS[language].join(
        f"{language_name(name, language)} {text.number(count, language)}"
        for name, count in by_tongue
    )
    told = sources.sides(atlas)
    sentences = [
        text.say(
            "sources.count",
            language,
            all=len(atlas.sources),
            **{side: by_side[side] for side in ("japanese", "russian", "other")},
        ),
        text.say("sources.tongues", language, list=tongues),
        text.say("sources.perspective_note", language),
        text.say(
            "sources.both_sides",
            language,
            all=told.total(),
            both=sum(count for (_, side), count in told.items() if side == "both"),
            both_core=told["core", "both"],
            all_core=sum(count for (period, _), count in told.items() if period == "core"),
        ),
        text.say("sources.one_side", language),
    ]
    return tag("ul", *(tag("li", sentence) for sentence in sentences))


def listed(
    chosen: Sequence[Source],
    carried: Mapping[str, int],
    atlas: Atlas,
    language: str,
    params: Params,
) -> Markup:
    """List sources, each with a link to what rests on it."""
    head = text.say("sources.shown", language, shown=len(chosen), all=len(atlas.sources))
    if not chosen:
        return tag("p", text.say("sources.none_shown", language), role="status")
    items = (_item(source, carried[source.id], language, params) for source in chosen)
    name = text.say("sources.list", language)
    return join([tag("p", head, role="status"), _scroll(name, tag("ul", *items))])


def _item(source: Source, count: int, language: str, params: Params) -> Markup:
    uses = text.say("sources.uses", language, count=count)
    address = link("sources", params() | {"source": source.id})
    return tag(
        "li",
        citations.cite(source),
        tag(
            "div",
            # read aloud on its own, the link says whose it is
            tag("a", uses, href=address, target="_self", aria_label=f"{uses} ({source.title})"),
            " ",
            tag("small", join(_about(source, language), " · ")),
        ),
        _note(source, language),
    )


def one(source: Source, told: Iterable[Fact], language: str, params: Params) -> Markup:
    """Tell all about one source: what it is, and everything that rests on it, kind by kind."""
    own = [fact for fact in told if source.id in fact.sources]
    parts: list[Content] = [
        tag("h1", source.title, lang=citations.spoken(source)),
        tag("p", citations.cite(source)),
        tag("p", join(_about(source, language), " · ")),
        _note(source, language),
        tag("h2", text.say("sources.uses", language, count=len(own))),
    ]
    for kind in sources.KINDS:
        items = [
            tag("li", *_dated(fact, language, params), fact.words)
            for fact in own
            if fact.kind == kind
        ]
        if items:
            parts += [tag("h3", text.say(f"sources.{kind}", language)), tag("ul", *items)]
    parts.append(
        tag(
            "p",
            tag(
                "a",
                text.say("sources.back", language),
                href=link("sources", params()),
                target="_self",
            ),
        )
    )
    return join(parts)


def doubts(told: Iterable[Fact], language: str, params: Params) -> Markup:
    """List what is open, in order of days: what, how sure, which readings, where on the map."""
    groups: dict[tuple[str, date | None, tuple[str, ...]], list[Fact]] = {}
    for fact in sorted((fact for fact in told if fact.weak), key=lambda fact: fact.day or date.min):
        groups.setdefault((fact.kind, fact.day, fact.doubts), []).append(fact)
    items = (
        tag(
            "li",
            *_dated(group[0], language, params),
            tag("b", "; ".join(dict.fromkeys(fact.words for fact in group))),
            " ",
            tag(
                "small",
                text.say(f"sources.{kind}", language),
                " · ",
                text.say("panel.confidence", language),
                ": ",
                text.say(f"confidence.{group[0].confidence}", language),
            ),
            *(tag("div", sentence) for sentence in why),
        )
        for (kind, _, why), group in groups.items()
    )
    return join(
        [
            tag("p", text.say("sources.doubts_lead", language, count=len(groups))),
            _scroll(text.say("sources.doubts", language), tag("ul", *items)),
        ]
    )


def language_name(name: str, language: str) -> str:
    """Name a language of the sources in the reader's own."""
    if name == "multiple":
        return text.say("sources.multiple", language)
    return str(Locale(language).languages[name])


def _dated(fact: Fact, language: str, params: Params) -> tuple[Content, ...]:
    """Write a fact's day as a link to the map on it."""
    if fact.day is None and not fact.islands:
        return ()
    if fact.day is None:
        island = fact.islands[0]
        return (
            tag(
                "a",
                "→",
                href=link("map", params(island=island)),
                target="_self",
                aria_label=fact.words,
            ),
            " ",
        )
    view = params(
        date=fact.day.isoformat(),
        lens=fact.kind if fact.kind in list(Lens) else None,
        viewpoint=fact.viewpoint,
        island=fact.islands[0] if len(fact.islands) == 1 else None,
    )
    written = text.written(fact.day, language, Precision(fact.precision))
    return (tag("a", written, href=link("map", view), target="_self"), " ")


def _about(source: Source, language: str) -> Iterable[Content]:
    side = text.say(f"sources.{source.perspective}", language)
    yield text.say(f"sources.kind_{source.kind}", language)
    yield f"{text.say('sources.perspective', language)}: {side}"
    yield text.say("sources.in_language", language, tongue=language_name(source.language, language))
    yield (
        text.say("sources.published", language, date=_published(source.published, language))
        if source.published
        else text.say("sources.undated", language)
    )
    yield text.say("sources.accessed", language, date=text.short(source.accessed, language))
    yield text.say(f"sources.seen_{source.seen}", language)
    if source.licence:
        yield text.say("sources.licence", language, licence=source.licence)
    if source.archived:
        yield tag(
            "a",
            text.say("sources.archived", language),
            href=source.archived,
            target="_blank",
            rel="noopener noreferrer",
        )
    if not source.url:
        yield text.say("sources.offline", language)


def _published(written: str, language: str) -> str:
    """Write a year, month or day as a source was published."""
    fineness = (Precision.YEAR, Precision.MONTH, Precision.DAY)[written.count("-")]
    day = date.fromisoformat(f"{written}-01-01"[:10])
    return text.written(day, language, fineness)


def _note(source: Source, language: str) -> Markup:
    return tag("div", source.note[language], class_="soft") if source.note else Markup()


def _scroll(name: str, content: Markup) -> Markup:
    """Set a long list in a window of its own, which the keyboard can scroll."""
    return tag("div", content, class_="src-long", role="region", aria_label=name, tabindex="0")
