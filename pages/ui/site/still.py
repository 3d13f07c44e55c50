"""Charts, maps and pictures that stand still: a picture is a file, fetched when it is in view."""

import re
from base64 import b64decode
from collections.abc import Iterable, Mapping
from copy import deepcopy
from datetime import date
from hashlib import blake2s
from typing import Any

import vl_convert

from pages.ui.drawing import legend
from pages.ui.drawing.minimap import minimap
from pages.ui.html import Markup, picture, tag
from pages.ui.parts.content import Chart
from pages.ui.words.reader import Reader

# Pixels a chart gets that takes the width there is.
_WIDTH = 700
# Pixels of a map that stands in a moving one's place where no script runs.
_MAP = 640
_PICTURE = re.compile(r'src="data:image/svg\+xml;base64,([^"]+)"')
_ROOM = re.compile(r'viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"')


class Pictures:
    """All pictures of the site, by the name of their file; the same one is kept once."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def taken(self, markup: Markup) -> Markup:
        """Put the pictures in markup into files, and their addresses in their place."""
        return Markup(_PICTURE.sub(self._take, str(markup)))  # as it was, but for names

    def _take(self, found: re.Match[str]) -> str:
        drawn = b64decode(found[1])
        name = f"{blake2s(drawn, digest_size=8).hexdigest()}.svg"
        self.files[name] = drawn
        room = _ROOM.search(drawn[:400].decode(errors="ignore"))
        size = f' width="{float(room[1]):.0f}" height="{float(room[2]):.0f}"' if room else ""
        return f'src="../pictures/{name}" loading="lazy"{size}'


def still(chart: Chart) -> Markup:
    """Draw a chart as a picture, as wide as a page's text."""
    drawing: Mapping[str, Any] = (
        chart.drawing if isinstance(chart.drawing, Mapping) else chart.drawing.to_dict()
    )
    spec = deepcopy(dict(drawing)) | {"width": _WIDTH, "autosize": {"type": "fit-x"}}
    drawn = vl_convert.vegalite_to_svg(spec, vl_version="6.4")
    return picture(Markup(drawn), chart.words)  # the renderer escapes what it writes


def still_maps(reader: Reader, days: Iterable[date]) -> Markup:
    """Draw what the reader's lens shows on each day, with its date, and one legend for all."""
    shown = [reader.at(day) for day in days]
    pieces = (
        piece
        for now in shown
        for piece in now.atlas.drawn(now.day, lens=now.lens, viewpoint=now.viewpoint).values()
    )
    key = legend.of_pieces(reader, pieces, reader.say("compare.legend"))
    return tag("div", tag("div", *map(_still_map, shown), class_="maps"), key, class_="still-maps")


def _still_map(now: Reader) -> Markup:
    written = now.written(now.day)
    drawn = minimap(now, title=now.say("map.map", date=written), width=_MAP)
    return tag(
        "figure",
        picture(drawn, now.say("map.map", date=written)),
        tag("figcaption", tag("time", written, datetime=now.day.isoformat())),
    )
