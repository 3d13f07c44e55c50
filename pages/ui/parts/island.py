"""One island in words: its card and its history, span by span."""

from datetime import date

from geodata import Atlas
from geodata.model import Lens, Measure, Span, Viewpoint
from geodata.spans import ending
from geodata.time import Precision
from pages.ui.html import Content, Markup, join, tag
from pages.ui.parts import citations, people
from pages.ui.words import captions, holders, text


def island(atlas: Atlas, name: str, day: date, viewpoint: str, language: str) -> Markup:
    """Return the head of an island's card: names, status, area, height, people."""
    record = atlas.islands[name]
    own = text.names(record, language, viewpoint)
    span = atlas.span(name, day)
    status = holders.status(atlas, Lens.CONTROL, span.controller, language)
    measured = text.say("panel.computed", language, area=figure(atlas.km2[name], language))
    facts: list[tuple[str, Content]] = [
        (
            text.say("panel.status", language),
            f"{status}{text.COMMAS[language]}{text.written(day, language)}",
        ),
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
    history = atlas.history(name, lens=lens)
    items = [
        tag(
            "li",
            tag("b", _days(span, ending(span, history), language)),
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
            citations.cited(atlas, span.sources, language),
        )
        for span in history
    ]
    return tag("ol", *items, class_="why")


def noted(atlas: Atlas, measure: Measure, words: str, language: str) -> Markup:
    """Return a published figure with its note and its sources."""
    note = f" {measure.note[language]} " if measure.note else " "
    return join(
        [words, tag("span", note, class_="soft"), citations.cited(atlas, measure.sources, language)]
    )


def figure(value: float, language: str) -> str:
    """Write a measure as finely as its size deserves."""
    digits = 0 if value >= 100 else 1 if value >= 1 else 2  # noqa: PLR2004  # km², metres
    return text.number(value, language, digits)


def _days(span: Span, end: Precision, language: str) -> str:
    """Write a span's first day; of a claim or a reading, which overlap, its end too."""
    first = text.written(span.start, language, span.precision)
    alone = span.lens is Lens.CONTROL or span.end is None
    return first if alone else f"{first} – {text.written(span.end, language, end)}"


def _reader(span: Span, language: str) -> str:
    """Say whose reading of the treaties a span is, unless it is the neutral one."""
    if span.viewpoint is Viewpoint.NEUTRAL:
        return ""
    return f" ({text.say(f'viewpoint.{span.viewpoint}', language)})"


def _population(atlas: Atlas, name: str, language: str) -> Content:
    counts = people.counts(atlas, name)
    if not counts:
        return text.say("panel.unknown", language)
    shown = counts if len(counts) == 1 else [counts[0], counts[-1]]
    return join(
        (
            text.say(
                "panel.people",
                language,
                date=people.when(count, language),
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
