"""What the looks of a drawing mean, as words that wrap."""

from collections.abc import Iterable, Mapping

from geodata.pieces import Doubt, Piece
from pages.ui.drawing import palette
from pages.ui.drawing.patterns import Patterns, sample
from pages.ui.html import Markup, picture, tag
from pages.ui.words.reader import Reader


def key(
    patterns: Patterns, doubts: Mapping[Doubt, str] | None = None, words: str | None = None
) -> Markup:
    """Return a list of a drawing's values and doubts, each with a sample of it before its name.

    ``doubts`` are those the drawing shows, by name; ``words`` name the list.
    """
    samples = [
        *((patterns.swatch(value), patterns.paints[value].name) for value in patterns.values),
        *((sample(doubt), name) for doubt, name in (doubts or {}).items()),
    ]
    items = (tag("li", picture(drawn, ""), tag("span", name)) for drawn, name in samples)
    return tag("ul", *items, class_="key", aria_label=words)


def of_values(reader: Reader, values: Iterable[str]) -> Markup:
    """Return the key of values of a lens of which none is in doubt."""
    return key(Patterns(palette.paints(reader), tuple(values), "key"))


def of_pieces(reader: Reader, pieces: Iterable[Piece], words: str) -> Markup:
    """Return the key of what maps show of islands, under the reader's lens; ``words`` name it."""
    shown = list(pieces)
    paints = palette.paints(reader)
    values = {piece.span.controller for piece in shown}
    found = {piece.doubt for piece in shown}
    doubts = {doubt: reader.say(f"map.doubt_{doubt}") for doubt in Doubt if doubt in found}
    patterns = Patterns(paints, tuple(value for value in paints if value in values), "key")
    return tag("div", key(patterns, doubts, words), class_="legend")
