"""What the looks of a drawing mean, as words that wrap."""

from collections.abc import Iterable, Mapping

from pages.ui.drawing import palette
from pages.ui.drawing.patterns import Look, Patterns
from pages.ui.html import Markup, picture, tag
from pages.ui.words.reader import Reader


def key(
    patterns: Patterns, names: Mapping[Look, str] | None = None, words: str | None = None
) -> Markup:
    """Return a list of a drawing's looks, each with a sample of it before its name.

    ``names`` are those of looks called otherwise than their paint; ``words`` name the list.
    """
    called = {look: patterns.paints[look[0]].name for look in patterns.looks} | dict(names or {})
    items = (
        tag("li", picture(patterns.swatch(look), ""), tag("span", called[look]))
        for look in patterns.looks
    )
    return tag("ul", *items, class_="key", aria_label=words)


def of_values(reader: Reader, values: Iterable[str]) -> Markup:
    """Return the key of values of a lens of which none is in doubt."""
    looks = tuple((value, False) for value in values)
    return key(Patterns(palette.paints(reader), looks, "key"))
