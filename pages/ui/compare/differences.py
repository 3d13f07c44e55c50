"""The difference of two days in words, with what brought it and on whose word."""

from datetime import date

from geodata import differences as compare
from geodata.differences import Difference, Step
from pages.ui.html import Markup, join, tag
from pages.ui.parts import citations
from pages.ui.parts import day as tables
from pages.ui.words import captions, extents, holders
from pages.ui.words.reader import Reader

# Doubts of one step beyond these only repeat themselves.
_DOUBTS = 2


def differences(reader: Reader, days: tuple[date, date]) -> Markup:
    """Say what differs between two days, the earlier first: islands, km², by what, sources."""
    first, second = days
    found = compare.differences(reader.atlas, first, second, reader.lens, reader.viewpoint)
    still, area = compare.unchanged(reader.atlas, found)
    amount = {"islands": extents.islands(reader, still), "area": reader.number(area)}
    head = reader.say(
        "compare.between",
        first=reader.written(first),
        second=reader.written(second),
        lens=reader.say(f"lens.{reader.lens}"),
    )
    if first == second:
        tail: list[Markup] = [tag("p", reader.say("compare.same_day"))]
    elif not found:
        tail = [tag("p", reader.say("compare.nothing", **amount))]
    else:
        tail = [_difference(reader, one) for one in found]
        if still:
            tail.append(tag("p", reader.say("compare.unchanged", **amount), class_="soft"))
    return join(
        [
            tag("h2", reader.say("compare.differences")),
            tag("p", head, class_="soft"),
            *tail,
            _lines(reader, days),
            tag("p", reader.say("compare.area_note"), class_="soft"),
        ]
    )


def _difference(reader: Reader, one: Difference) -> Markup:
    return tag(
        "section",
        tag(
            "h3",
            reader.say(
                "compare.passed",
                before=holders.name(reader, one.before),
                after=holders.within(reader, one.after),
            ),
            " ",
            tag("small", _amount(reader, one)),
        ),
        tag("p", _names(reader, one.islands)),
        tag("h4", reader.say("compare.by")),
        tag("ol", *(_step(reader, step, one) for step in one.steps)),
        class_="difference",
        data_before=one.before,
        data_after=one.after,
    )


def _amount(reader: Reader, one: Difference) -> str:
    digits = 0 if one.km2 >= 1 else 2
    return reader.say(
        "compare.amount",
        islands=extents.islands(reader, one.islands),
        area=reader.number(one.km2, digits),
    )


def _names(reader: Reader, islands: tuple[str, ...]) -> Markup:
    """List islands by the reader's own name for each."""
    first = (reader.names(name)[0] for name in islands)
    return join((tag("span", name, lang=tongue) for name, tongue in first), reader.tongue.comma)


def _step(reader: Reader, step: Step, whole: Difference) -> Markup:
    """Write one change of hands; its holders and count only where they are not the whole's."""
    same = (step.before, step.span.controller) == (whole.before, whole.after)
    passed = reader.say(
        "compare.step",
        before=holders.name(reader, step.before),
        after=holders.within(reader, step.span.controller),
        islands=extents.islands(reader, step.islands),
    )
    return tag(
        "li",
        tag("b", reader.written(step.span.start, step.span.precision)),
        " ",
        captions.basis(reader, step.span) or "",
        "" if same and len(step.islands) == len(whole.islands) else tag("div", passed),
        *(
            tag("div", doubt, class_="soft")
            for doubt in captions.told_once(reader, step.spans)[:_DOUBTS]
        ),
        citations.sources(reader, step.sources),
        data_day=step.span.start.isoformat(),
    )


def _lines(reader: Reader, days: tuple[date, date]) -> Markup:
    new, gone = compare.lines(reader.atlas, *days, reader.viewpoint)
    if not new and not gone:
        return Markup()
    names = {line.id: line.name for line in reader.atlas.line_records(reader.viewpoint)}
    items = [
        tag("li", reader.say(key, line=names[line][reader.language]))
        for key, found in (("compare.line_new", new), ("compare.line_gone", gone))
        for line in found
    ]
    return tables.section(reader.say("compare.lines"), tag("ul", *items))
