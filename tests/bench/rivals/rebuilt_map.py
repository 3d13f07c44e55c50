"""The first usual way: a slider, and a new folium map at every step."""

import folium
import streamlit as st
from streamlit_folium import st_folium

from tests.bench.rivals import ground

ground.serve_leaflet()
day = ground.days()[st.slider("Timeline", 0, len(ground.days()) - 1, 0)]
drawn = folium.Map(ground.CENTRE, zoom_start=ground.ZOOM, tiles=None)
folium.GeoJson(
    ground.held(day),
    style_function=lambda island: {"fillColor": island["properties"]["colour"], "fillOpacity": 1},
).add_to(drawn)
st_folium(drawn, returned_objects=[], use_container_width=True, height=500)
