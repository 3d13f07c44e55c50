"""Colours, patterns and the font, of holders and of drawings."""

import re
from dataclasses import dataclass
from pathlib import Path

from geodata import Atlas
from geodata.model import QUESTIONS
from pages.ui.words import holders
from pages.ui.words.reader import Reader, kept

# In drawings; of the reader's own system, Japanese and Russian included.
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK JP', sans-serif"
# What is no holder: words, grounds and marks of drawings, as in all style sheets.
SHEET = Path(__file__).with_suffix(".css")
_COLOURS = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", SHEET.read_text(encoding="utf-8")))
INK, SOFT, FAINT = _COLOURS["ink"], _COLOURS["soft"], _COLOURS["faint"]
RULE, PAPER = _COLOURS["rule"], _COLOURS["paper"]
SEA, LAND, SHORE = _COLOURS["sea"], _COLOURS["land"], _COLOURS["shore"]
# A boundary line, a landing, the event picked.
MARK = _COLOURS["mark"]
# The two sides of 1945 and who stood between, as lines and dots on paper.
SOVIET, JAPANESE, OTHER = _COLOURS["soviet"], _COLOURS["japanese"], SOFT
# From told by both sides to told by neither, apart in grey too.
TOLD = ("#1b4f72", "#5b9bc8", "#d98b5f", "#d9d9d9")


@dataclass(frozen=True, slots=True)
class Paint:
    """How one value of a lens is drawn: one colour, or several in stripes for rival claims."""

    name: str
    colours: tuple[str, ...]
    pattern: str


@kept(Reader.spoken)
def paints(reader: Reader) -> dict[str, Paint]:
    """Return the paint of every value that occurs under any lens, by value.

    Rival claims ("japan+russia") are values of their own. The order is that of powers.toml,
    rivals after the first of them; charts pile values in it, the first at the foot.
    """
    powers = reader.atlas.powers
    found = {
        name: Paint(power.name[reader.language], (power.colour,), power.pattern)
        for name, power in powers.items()
    }
    for value in sorted(_values(reader.atlas) - found.keys()):
        parts = value.split("+")
        found[value] = Paint(
            holders.name(reader, value),
            tuple(powers[part].colour for part in parts),
            "plain",
        )
    ranks = {name: rank for rank, name in enumerate(powers)}
    order = sorted(found, key=lambda value: (ranks[value.split("+")[0]], value))
    return {value: found[value] for value in order}


def _values(atlas: Atlas) -> set[str]:
    return {
        span.controller
        for lens, viewpoint in QUESTIONS
        for own in atlas.spans(lens, viewpoint).values()
        for span in own
    }
