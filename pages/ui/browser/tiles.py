"""Other people's maps, which a reader may lay under the atlas's own; never on by default."""

from typing import TypedDict


class Tiles(TypedDict):
    """What Leaflet needs to load a tile layer, and the credit its owner asks for."""

    url: str
    attribution: str
    max_zoom: int


# The attributions are HTML, as Leaflet takes them; they are constants, never a reader's words.
TILES: dict[str, Tiles] = {
    "osm": {
        "url": "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
        "attribution": '&copy; <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a>',
        "max_zoom": 19,
    },
    "gsi": {
        "url": "https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png",
        "attribution": (
            '<a href="https://maps.gsi.go.jp/development/ichiran.html">地理院タイル</a>'
        ),
        "max_zoom": 18,
    },
}
