"""The atlas's map in a notebook, and a plain one in its colours."""

from datetime import date
from typing import Any

import folium
import pytest
from markupsafe import escape

from geodata import Atlas, OutOfRange
from geodata.exports import rows
from geodata.model import Lens
from pages.ui.browser.notebook import atlas_map, explored
from pages.ui.words.tongues import TONGUES


@pytest.mark.parametrize("language", TONGUES)
def test_a_cell_shows_the_map_of_a_day(language: str) -> None:
    shown = atlas_map("1875-08-22", language=language, lens="title", height=500)._repr_html_()
    assert "1875-08-22" in shown
    assert f"&quot;language&quot;:&quot;{language}&quot;" in shown
    assert 'height="500px"' in shown


@pytest.mark.parametrize(
    "asked",
    [
        {"day": "1066-10-14"},
        {"day": "yesterday"},
        {"day": date(1945, 8, 25), "lens": "taste"},
        {"day": date(1945, 8, 25), "viewpoint": "martian"},
        {"day": date(1945, 8, 25), "island": "atlantis"},
        {"day": date(1945, 8, 25), "language": "tlh"},
    ],
)
def test_what_the_atlas_does_not_have_is_refused_in_words(asked: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"\w") as refused:
        atlas_map(**asked)
    assert isinstance(refused.value, OutOfRange) == (asked["day"] == "1066-10-14")


@pytest.mark.parametrize("language", TONGUES)
@pytest.mark.parametrize("lens", Lens)
def test_a_plain_map_has_a_layer_a_holder_with_names_and_colours(
    atlas: Atlas, lens: Lens, language: str
) -> None:
    held = atlas.on(date(1960, 1, 1), lens=lens)
    shown = explored(held, language=language)
    assert shown.get_root().render()
    parts = shown._children.values()  # noqa: SLF001  # branca has no other way to them
    layers = [one for one in parts if isinstance(one, folium.GeoJson)]
    drawn = {}
    for layer in layers:
        for isle in layer.data["features"]:
            told = isle["properties"]
            drawn[isle["id"]] = (told["name"], told["holder"], layer.style_function(isle))
            assert told["since"] == str(held.loc[isle["id"], "since"])
            assert str(layer.layer_name).endswith(str(escape(told["holder"])))
    assert drawn.keys() == {*held.index}
    for island, (name, holder, style) in drawn.items():
        controller = held.loc[island, "controller"]
        assert name == atlas.islands[island].name[language]
        assert holder == rows.holder(atlas, controller, language)
        assert style["fillColor"] == rows.colour(atlas, controller)
    assert len(layers) == held["controller"].nunique()
