"""The difference of two days in words, with what brought it and on whose word."""

from datetime import date

from geodata import Atlas
from geodata import differences as compare
from geodata.differences import Difference, Step
from pages.ui.drawing import palette
from pages.ui.html import Markup, join, tag
from pages.ui.parts import citations
from pages.ui.parts import day as tables
from pages.ui.words import captions, text

# Doubts of one step beyond these only repeat themselves.
_DOUBTS = 2


def differences(
    atlas: Atlas, days: tuple[date, date], lens: str, viewpoint: str, language: str
) -> Markup:
    """Say what differs between two days, the earlier first: islands, km², by what, sources."""
    first, second = days
    found = compare.differences(atlas, first, second, lens, viewpoint)
    still, area = compare.unchanged(atlas, found)
    amount = {"islands": still, "area": text.number(area, language)}
    head = text.say(
        "compare.between",
        language,
        first=text.written(first, language),
        second=text.written(second, language),
        lens=text.say(f"lens.{lens}", language),
    )
    if first == second:
        tail: list[Markup] = [tag("p", text.say("compare.same_day", language))]
    elif not found:
        tail = [tag("p", text.say("compare.nothing", language, **amount))]
    else:
        tail = [_difference(atlas, one, viewpoint, language) for one in found]
        if still:
            tail.append(tag("p", text.say("compare.unchanged", language, **amount), class_="soft"))
    return join(
        [
            tag("h2", text.say("compare.differences", language)),
            tag("p", head, class_="soft"),
            *tail,
            _lines(atlas, days, viewpoint, language),
            tag("p", text.say("compare.area_note", language), class_="soft"),
        ]
    )


def _difference(atlas: Atlas, one: Difference, viewpoint: str, language: str) -> Markup:
    paints = palette.paints(atlas, language)
    return tag(
        "section",
        tag(
            "h3",
            text.say(
                "compare.passed",
                language,
                before=paints[one.before].name,
                after=paints[one.after].name,
            ),
            " ",
            tag("small", _amount(one, language)),
        ),
        tag("p", _names(atlas, one.islands, viewpoint, language)),
        tag("h4", text.say("compare.by", language)),
        tag("ol", *(_step(atlas, step, one, language) for step in one.steps)),
        class_="difference",
        data_before=one.before,
        data_after=one.after,
    )


def _amount(one: Difference, language: str) -> str:
    digits = 0 if one.km2 >= 1 else 2
    return text.say(
        "compare.amount",
        language,
        islands=len(one.islands),
        area=text.number(one.km2, language, digits),
    )


def _names(atlas: Atlas, islands: tuple[str, ...], viewpoint: str, language: str) -> Markup:
    """List islands by the reader's own name for each."""
    first = (text.names(atlas.islands[name], language, viewpoint)[0] for name in islands)
    return join(
        (tag("span", name, lang=tongue) for name, tongue in first),
        text.COMMAS[language],
    )


def _step(atlas: Atlas, step: Step, whole: Difference, language: str) -> Markup:
    """Write one change of hands; its holders and count only where they are not the whole's."""
    paints = palette.paints(atlas, language)
    doubts = dict.fromkeys(
        filter(None, (captions.doubt(atlas, span, language) for span in step.spans))
    )
    same = (step.before, step.span.controller) == (whole.before, whole.after)
    passed = text.say(
        "compare.step",
        language,
        before=paints[step.before].name,
        after=paints[step.span.controller].name,
        islands=len(step.islands),
    )
    return tag(
        "li",
        tag("b", text.written(step.span.start, language, step.span.precision)),
        " ",
        captions.basis(atlas, step.span, language) or "",
        "" if same and len(step.islands) == len(whole.islands) else tag("div", passed),
        *(tag("div", doubt, class_="soft") for doubt in list(doubts)[:_DOUBTS]),
        citations.sources(atlas, step.sources, language),
        data_day=step.span.start.isoformat(),
    )


def _lines(atlas: Atlas, days: tuple[date, date], viewpoint: str, language: str) -> Markup:
    new, gone = compare.lines(atlas, *days, viewpoint)
    if not new and not gone:
        return Markup()
    names = atlas.lines(viewpoint=viewpoint)["name"]
    items = [
        tag("li", text.say(key, language, line=names[line][language]))
        for key, found in (("compare.line_new", new), ("compare.line_gone", gone))
        for line in found
    ]
    return tables.section(text.say("compare.lines", language), tag("ul", *items))
