"""Charts and pictures as files of their own: a picture is fetched when it comes into view."""

import re
from base64 import b64decode
from collections.abc import Mapping
from copy import deepcopy
from hashlib import blake2s
from typing import Any

import vl_convert

from pages.ui.html import Markup, picture
from pages.ui.parts.content import Chart

# Pixels a chart gets that takes the width there is.
_WIDTH = 700
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
