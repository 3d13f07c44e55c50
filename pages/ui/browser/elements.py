"""The Folium elements: the empty map, the timeline on it, two maps side by side, an order.

They draw in the browser and run without Streamlit too.
"""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import folium
from branca.element import MacroElement
from folium.elements import JSCSSMixin
from folium.template import Template

from pages.ui.html import script
from pages.ui.words import text
from pages.ui.words.reader import Reader

# Where a map opens before the browser has fitted it to the chain (EPSG:4326).
_CENTRE = (47.2, 150.6)
_ZOOM = 5
# The window the land was cut to; panning beyond it would show its edges.
_WINDOW = ((30.0, 112.0), (62.0, 180.0))


@dataclass(frozen=True, slots=True)
class State:
    """What the map shows.

    ``seq`` numbers the orders of one ``session`` of Python's; the browser answers with the last
    it drew. With ``stay`` it keeps what it shows and takes over the number and the language; so it
    does where its reader has made more moves than the ``heard`` ones that Python was told of.
    With ``furigana`` its cards have readings over Japanese words.
    """

    seq: int
    language: str
    date: str
    lens: str = "control"
    viewpoint: str = "neutral"
    island: str | None = None
    session: str = ""
    stay: bool = False
    heard: int = 0
    furigana: bool = False


@dataclass(frozen=True, slots=True)
class Two:
    """What the two maps show.

    ``seq`` numbers the orders of one ``session`` of Python's; ``words`` are the maps' own.
    """

    seq: int
    language: str
    first: str
    second: str
    lens: str
    viewpoint: str
    words: dict[str, str]
    session: str = ""


def base_map(*, zoom_animation: bool = True) -> folium.Map:
    """Return an empty map of the Kurils that loads nothing.

    What is drawn on it brings Leaflet along. There are no tiles: the atlas has its own land.
    """
    drawn = folium.Map(
        location=_CENTRE,
        zoom_start=_ZOOM,
        tiles=None,
        zoom_control=False,
        zoom_snap=0.25,
        zoom_delta=0.5,
        wheel_px_per_zoom_level=120,
        max_bounds=True,
        min_lat=_WINDOW[0][0],
        min_lon=_WINDOW[0][1],
        max_lat=_WINDOW[1][0],
        max_lon=_WINDOW[1][1],
        max_bounds_viscosity=1,
        keyboard=True,
        zoom_animation=zoom_animation,
    )
    # Folium's own lists name Leaflet and five further libraries on four other hosts.
    drawn.default_js = []
    drawn.default_css = []
    return drawn


def state_of(reader: Reader) -> State:
    """Return what a map of the reader's view shows."""
    day = reader.day.isoformat()
    return State(
        reader.seq,
        reader.language,
        day,
        reader.lens,
        reader.viewpoint,
        reader.island,
        furigana=reader.furigana and reader.tongue.readings,
    )


def two(reader: Reader, days: tuple[date, date]) -> Two:
    """Return the order for two days, the earlier first; whoever sends it numbers it."""
    first, second = sorted(days)
    names = {"first": reader.written(first), "second": reader.written(second)}
    words = text.section("pair", reader.language) | {
        "title": reader.say("pair.title", **names),
    }
    return Two(
        0,
        reader.language,
        first.isoformat(),
        second.isoformat(),
        reader.lens,
        reader.viewpoint,
        words,
    )


class Timeline(JSCSSMixin, MacroElement):
    """Draw the atlas on the map it is added to, and the timeline below it.

    ``source`` names the URLs of the shapes and histories, or holds them under "inline".
    ``start`` is what to show first; without it the map waits for an ``Order``.
    ``script_url`` says where the browser finds ``javascript()``; without it the page must
    hold that itself.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        kurilAtlas.mount({{ this._parent.get_name() }}, {{ this.source }});
        {% if this.start %}kurilAtlas.command({{ this.start }});{% endif %}
        {% endmacro %}
        """
    )

    def __init__(
        self,
        source: dict[str, Any],
        start: State | None = None,
        *,
        script_url: str | None = None,
    ) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca's is untyped
        self._name = "Timeline"
        self.source = script(source)
        self.start = script(asdict(start)) if start else ""
        self.default_js = [("kuril_atlas", script_url)] if script_url else []
        self.default_css = []


class Order(MacroElement):
    """Tell a map that is already drawn what to show; added to a FeatureGroup.

    Empties streamlit-folium's list of feature groups, which it never does itself.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        window.feature_group = [];
        kurilAtlas.command({{ this.state }});
        {% endmacro %}
        """
    )

    def __init__(self, state: State | Two) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca's is untyped
        self._name = "Order"
        self.state = script(asdict(state))


class Pair(JSCSSMixin, MacroElement):
    """Put a second map beside the one it is added to; both wait for an ``Order``.

    ``source`` names the URLs of the shapes and histories, ``script_url`` that of
    ``bundle.javascript()``.
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
