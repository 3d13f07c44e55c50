"""The atlas's map in a notebook, and GeoPandas' own in its colours."""

from datetime import date
from typing import Any

import folium
import geopandas as gpd
import pytest

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
def test_geopandas_is_told_names_and_colours(
    atlas: Atlas, monkeypatch: pytest.MonkeyPatch, lens: Lens, language: str
) -> None:
    told: list[tuple[gpd.GeoDataFrame, dict[str, list[str]]]] = []

    def explore(frame: gpd.GeoDataFrame, column: str, **named: list[str]) -> folium.Map:
        assert column == "holder"
        told.append((frame, named))
        return folium.Map()

    # it asks for libraries that nothing else here needs
    monkeypatch.setattr(gpd.GeoDataFrame, "explore", explore)
    held = atlas.on(date(1960, 1, 1), lens=lens)
    explored(held, language=language)
    [(frame, named)] = told
    assert [*frame["name"]] == [atlas.islands[name].name[language] for name in held.index]
    categories, colours = named["categories"], named["cmap"]
    assert {*frame["holder"]} == {*categories}
    for holder in held["controller"].unique():
        place = categories.index(rows.holder(atlas, holder, language))
        assert colours[place] == rows.colour(atlas, holder)
    assert len({*colours}) == len(categories)
