"""The map in words: what holds, what changed, why we say so, island by island."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from geodata import Atlas
from geodata.model import Event, Lens, Measure, Source, Span, Viewpoint
from pages.ui import captions, palette, text
from pages.ui.markup import Content, Markup, join, tag

# Days whose words are kept: a class looks at the same ones together.
_KEPT = 512
# Days an event of several days is told on each of them.
_NEWS = 7


def section(title: str, *content: Content) -> Markup:
    """Return a part of the panel under its own small heading."""
    return tag("section", tag("h3", title), *content)


@lru_cache(_KEPT)
def today(atlas: Atlas, day: date, lens: str, viewpoint: str, language: str) -> Markup:
    """Say what holds on a day: who has how many islands and how much land."""
    areas = atlas.areas(lens=lens, viewpoint=viewpoint)
    now = areas[areas["day"] == areas.loc[areas["day"] <= day, "day"].max()]
    paints = palette.paints(atlas, language)
    rows = [
        tag(
            "tr",
            tag("td", paints[row.controller].name),
            tag(
                "td",
                text.say(
                    "panel.count",
                    language,
                    islands=row.islands,
                    area=text.number(row.km2, language),
                ),
            ),
        )
        for row in now.sort_values("km2", ascending=False).itertuples()
    ]
    lines = [row["name"][language] for _, row in atlas.lines(day, viewpoint=viewpoint).iterrows()]
    return join(
        [
            tag("h2", text.say("panel.day", language)),
            tag(
                "p",
                tag("b", text.written(day, language)),
                " · ",
                text.say(f"lens.{lens}", language),
            ),
            tag("table", *rows),
            tag("p", captions.listed(lines, language), class_="soft") if lines else "",
            _events(atlas, day, language),
        ]
    )


@lru_cache(_KEPT)
def latest(atlas: Atlas, day: date, lens: str, viewpoint: str, language: str) -> Markup:
    """Say what changed last, from whom to whom, why, and on whose word."""
    title = text.say("panel.changed", language)
    past = [one for one in atlas.moments(lens=lens, viewpoint=viewpoint) if one <= day]
    if not past:
        return section(title, tag("p", text.say("panel.nothing_yet", language)))
    words = captions.caption(atlas, past[-1], lens, viewpoint, language)
    spans = [
        span
        for own in atlas.spans(lens, viewpoint).values()
        for span in own
        if span.start == past[-1]
    ]
    doubts = dict.fromkeys(filter(None, (captions.doubt(atlas, span, language) for span in spans)))
    return section(
        title,
        tag("p", tag("b", text.written(past[-1], language)), " ", words),
        *(tag("p", doubt, class_="soft") for doubt in list(doubts)[:3]),
        sources(atlas, (name for span in spans for name in span.sources), language),
    )


@lru_cache(_KEPT)
def holders(atlas: Atlas, day: date, lens: str, viewpoint: str, language: str) -> Markup:
    """Return the table twin of the map: each island, its status, since when, and why."""
    drawn = atlas.drawn(day, lens=lens, viewpoint=viewpoint)
    paints = palette.paints(atlas, language)
    reasons: dict[tuple[str, str, tuple[str, ...]], int] = {}
    rows: list[Markup] = []
    group = None
    for name, island in atlas.islands.items():
        if island.group is not group:
            group = island.group
            rows.append(
                tag(
                    "tr",
                    tag("th", text.say(f"group.{group}", language), colspan="2", scope="rowgroup"),
                )
            )
        span = drawn[name].span
        reason = reasons.setdefault((span.basis, span.note, span.sources), len(reasons) + 1)
        since = (
            ""
            if span.start == atlas.start
            else f", {text.short(span.start, language, span.precision)}"
        )
        mark = (
            f" ({text.say('map.doubtful_date', language).lower()})" if drawn[name].doubtful else ""
        )
        rows.append(
            tag(
                "tr",
                tag("th", names(atlas, name, language, viewpoint), scope="row"),
                tag("td", paints[span.controller].name, since, mark, " ", tag("sup", str(reason))),
            )
        )
    notes = [
        tag(
            "li",
            captions.basis_words(atlas, basis, lens, language) or "",
            " ",
            tag("span", atlas.phrases[note].text[language], class_="soft") if note else "",
            " ",
            cited(atlas, ids),
        )
        for basis, note, ids in reasons
    ]
    return section(
        text.say("panel.holders", language),
        tag(
            "table",
            tag("caption", text.written(day, language)),
            tag(
                "thead",
                tag(
                    "tr",
                    tag("th", text.say("panel.island", language), scope="col"),
                    tag("th", text.say("panel.status", language), scope="col"),
                ),
            ),
            tag("tbody", *rows),
        ),
        tag("h3", text.say("panel.why", language)),
        tag("ol", *notes, class_="why"),
    )


def island(atlas: Atlas, name: str, day: date, viewpoint: str, language: str) -> Markup:
    """Return the head of an island's card: names, status, area, height, people."""
    record = atlas.islands[name]
    own = text.names(record, language, viewpoint)
    span = next(span for span in atlas.spans(Lens.CONTROL)[name] if day in span)
    status = palette.status(atlas, Lens.CONTROL, span.controller, language)
    measured = text.say(
        "panel.computed", language, area=figure(float(atlas.shapes["area_km2"][name]), language)
    )
    facts: list[tuple[str, Content]] = [
        (text.say("panel.status", language), f"{status}, {text.written(day, language)}"),
        (text.say("panel.area", language), join([_area(atlas, record.area, language), measured])),
    ]
    if record.highest:
        metres = text.say("panel.metres", language, height=figure(record.highest.value, language))
        facts.append(
            (text.say("panel.highest", language), noted(atlas, record.highest, metres, language))
        )
    if record.ainu:
        meaning = f" — {record.ainu.meaning[language]}" if record.ainu.meaning else ""
        facts.append(
            (text.say("panel.ainu", language), join([tag("i", record.ainu.name), meaning]))
        )
    facts.append((text.say("panel.population", language), _population(atlas, name, language)))
    return join(
        [
            tag("h2", tag("span", own[0][0], lang=own[0][1])),
            tag(
                "p",
                join((tag("span", other, lang=tongue) for other, tongue in own[1:]), " · "),
                " · ",
                tag("span", record.romaji, lang="ja-Latn"),
            ),
            tag(
                "dl", *(part for term, fact in facts for part in (tag("dt", term), tag("dd", fact)))
            ),
            tag("p", record.note[language], class_="soft") if record.note else "",
            tag("h3", text.say("panel.history", language)),
        ]
    )


def spans(atlas: Atlas, name: str, language: str, lens: str = Lens.CONTROL) -> Markup:
    """Return every interval of an island under a lens with basis, doubt and sources.

    Claims that hold at once and governments' readings of a treaty are told one by one.
    """
    items = [
        tag(
            "li",
            tag("b", _days(span, language)),
            " ",
            atlas.powers[span.controller].name[language],
            _reader(span, language),
            tag("div", captions.basis(atlas, span, language) or ""),
            " ",
            tag("span", captions.doubt(atlas, span, language) or "", class_="soft"),
            " ",
            tag(
                "span",
                text.say("panel.confidence", language),
                ": ",
                text.say(f"confidence.{span.confidence}", language),
                ". ",
                class_="soft",
            ),
            cited(atlas, span.sources),
        )
        for span in atlas.history(name, lens=lens)
    ]
    return tag("ol", *items, class_="why")


def sources(atlas: Atlas, ids: Iterable[str], language: str) -> Markup:
    """Count the sources by whose account they are, and list them for who wants to look."""
    found = [atlas.sources[name] for name in dict.fromkeys(ids)]
    count = {
        side: sum(source.perspective == side for source in found)
        for side in ("japanese", "russian", "other")
    }
    return tag(
        "details",
        tag("summary", text.say("panel.sources_by", language, **count)),
        tag("ul", *(tag("li", cite(source)) for source in found)),
    )


def cite(source: Source) -> Markup:
    """Return a source as a link: title, producer, year."""
    words = f"{source.title} — {source.producer}"
    if source.url is None:
        return tag("cite", words, lang=spoken(source))
    return tag(
        "a",
        words,
        href=source.url,
        target="_blank",
        rel="noopener noreferrer",
        lang=spoken(source),
    )


def names(atlas: Atlas, name: str, language: str, viewpoint: str = "neutral") -> Markup:
    """Return an island's names, the reader's first, each marked with its language."""
    first, *others = text.names(atlas.islands[name], language, viewpoint)
    return join(
        [
            tag("span", first[0], lang=first[1]),
            " ",
            tag(
                "small", join((tag("span", other, lang=tongue) for other, tongue in others), " · ")
            ),
        ]
    )


def cited(atlas: Atlas, ids: Iterable[str]) -> Markup:
    """Name the sources of a record in one line, each a link."""
    links = (
        tag(
            "a",
            atlas.sources[name].producer,
            href=atlas.sources[name].url,
            title=atlas.sources[name].title,
            target="_blank",
            rel="noopener noreferrer",
        )
        if atlas.sources[name].url
        else tag("cite", atlas.sources[name].producer)
        for name in ids
    )
    return tag("small", join(links, "; "))


def _days(span: Span, language: str) -> str:
    """Write a span's first day; of a claim or a reading, which overlap, its end too."""
    first = text.written(span.start, language, span.precision)
    alone = span.lens is Lens.CONTROL or span.end is None
    return first if alone else f"{first} – {text.written(span.end, language)}"


def _reader(span: Span, language: str) -> str:
    """Say whose reading of the treaties a span is, unless it is the neutral one."""
    if span.viewpoint is Viewpoint.NEUTRAL:
        return ""
    return f" ({text.say(f'viewpoint.{span.viewpoint}', language)})"


def _events(atlas: Atlas, day: date, language: str) -> Markup:
    now = atlas.events(day, date.fromordinal(day.toordinal() + 1))
    events = [event for event in now if event.date == day or _short(event)]
    if not events:
        return Markup()
    return section(
        text.say("panel.events", language),
        *(
            tag("p", tag("b", event.title[language]), " ", event.summary[language])
            for event in events[:4]
        ),
    )


def _short(event: Event) -> bool:
    """Say whether an event of several days is short enough to be news on each of them."""
    return event.end is not None and (event.end - event.date).days <= _NEWS


def _population(atlas: Atlas, name: str, language: str) -> Content:
    counts = sorted(atlas.islands[name].population, key=lambda count: count.year)
    if not counts:
        return text.say("panel.unknown", language)
    shown = counts if len(counts) == 1 else [counts[0], counts[-1]]
    return join(
        (
            text.say(
                "panel.people",
                language,
                date=text.written(count.day, language) if count.day else str(count.year),
                people=text.number(count.people, language),
            )
            for count in shown
        ),
        "; ",
    )


def _area(atlas: Atlas, area: Measure | None, language: str) -> Content:
    if area is None:
        return ""
    words = text.say("panel.published", language, area=figure(area.value, language))
    return join([noted(atlas, area, words, language), "; "])


def noted(atlas: Atlas, measure: Measure, words: str, language: str) -> Markup:
    """Return a published figure with its note and its sources."""
    note = f" {measure.note[language]} " if measure.note else " "
    return join([words, tag("span", note, class_="soft"), cited(atlas, measure.sources)])


def figure(value: float, language: str) -> str:
    """Write a measure as finely as its size deserves."""
    digits = 0 if value >= 100 else 1 if value >= 1 else 2  # noqa: PLR2004  # km², metres
    return text.number(value, language, digits)


def spoken(source: Source) -> str | None:
    return None if source.language == "multiple" else source.language
