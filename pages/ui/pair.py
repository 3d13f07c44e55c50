"""Two linked maps as a Folium element: it draws in the browser, like the timeline."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from branca.element import MacroElement
from folium.elements import JSCSSMixin
from folium.template import Template

from pages.ui import text
from pages.ui.markup import script


@dataclass(frozen=True, slots=True)
class Two:
    """What the two maps show. ``seq`` numbers Python's orders; ``words`` are the maps' own."""

    seq: int
    language: str
    first: str
    second: str
    lens: str
    viewpoint: str
    words: dict[str, str]


def two(language: str, days: tuple[date, date], lens: str, viewpoint: str) -> Two:
    """Return the order for two days, the earlier first; whoever sends it numbers it."""
    first, second = sorted(days)
    names = {"first": text.written(first, language), "second": text.written(second, language)}
    words = text.section("pair", language) | {
        "title": text.say("pair.title", language, **names),
    }
    return Two(0, language, first.isoformat(), second.isoformat(), lens, viewpoint, words)


class Pair(JSCSSMixin, MacroElement):
    """Put a second map beside the one it is added to; both wait for ``timeline.Order``.

    ``source`` names the URLs of the shapes and histories, ``script_url`` that of
    ``timeline.javascript()``.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        kurilAtlas.mountPair({{ this._parent.get_name() }}, {{ this.source }});
        {% endmacro %}
        """
    )

    def __init__(self, source: dict[str, Any], script_url: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca's is untyped
        self._name = "Pair"
        self.source = script(source)
        self.default_js = [("kuril_atlas", script_url)]
        self.default_css = []
