"""The Folium map everything is drawn on."""

import folium

# Where a map opens before the browser has fitted it to the chain (EPSG:4326).
_CENTRE = (47.2, 150.6)
_ZOOM = 5
# The window the land was cut to; panning beyond it would show its edges.
_WINDOW = ((38.0, 136.0), (58.0, 168.0))


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
