"""The timeline as a Folium element: it draws in the browser and runs without Streamlit too."""

from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import xstatic.pkg.leaflet
from branca.element import MacroElement
from folium.elements import JSCSSMixin
from folium.template import Template

from pages.ui.markup import script

if TYPE_CHECKING:
    from pages.ui.pair import Two

_BROWSER = Path(__file__).parent / "browser"
_LEAFLET = Path(xstatic.pkg.leaflet.BASE_DIR)
# In the order they build on each other.
_SCRIPTS = (
    "dom",
    "axis",
    "history",
    "palette",
    "marks",
    "layers",
    "labels",
    "fit",
    "stage",
    "timeline",
    "legend",
    "tools",
    "atlas",
    "pair",
)
_SHEETS = ("atlas", "pair")


@dataclass(frozen=True, slots=True)
class State:
    """What the map shows. ``seq`` numbers Python's orders; the browser answers with the last."""

    seq: int
    language: str
    date: str
    lens: str = "control"
    viewpoint: str = "neutral"
    island: str | None = None


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

    def __init__(self, state: "State | Two") -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca's is untyped
        self._name = "Order"
        self.state = script(asdict(state))


@cache
def javascript() -> str:
    """Return all that draws in the browser as one script: Leaflet, our own, the style sheets.

    One file, because a browser asks for Folium's scripts and sheets one after the other.
    """
    scripts = [_LEAFLET / "leaflet.js", *(_BROWSER / f"{name}.js" for name in _SCRIPTS)]
    parts = [path.read_text(encoding="utf-8") for path in scripts]
    return "\n".join([*parts, f"kurilAtlas.style({script(_stylesheet())});"])


def _stylesheet() -> str:
    sheets = [_LEAFLET / "leaflet.css", *(_BROWSER / f"{name}.css" for name in _SHEETS)]
    return "".join(path.read_text(encoding="utf-8") for path in sheets)
