"""The Folium map everything is drawn on."""

import folium

# Where a map opens before the browser has fitted it to the chain (EPSG:4326).
_CENTRE = (47.2, 150.6)
_ZOOM = 5
# The window the land was cut to; panning beyond it would show its edges.
_WINDOW = ((38.0, 136.0), (58.0, 168.0))


def base_map(leaflet: str | None, *, zoom_animation: bool = True) -> folium.Map:
    """Return an empty map of the Kurils that loads Leaflet and nothing else.

    ``leaflet`` is the URL of a folder with leaflet.js and leaflet.css; None for a page that
    holds Leaflet itself. There are no tiles: the atlas brings its own land.
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
    # Folium's own list names five further libraries on three hosts, none of which is used.
    drawn.default_js = [("leaflet", f"{leaflet}/leaflet.js")] if leaflet else []
    drawn.default_css = [("leaflet_css", f"{leaflet}/leaflet.css")] if leaflet else []
    return drawn
