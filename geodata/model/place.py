"""A name on a map that is no island of the chain."""

from typing import Annotated, Literal

from pydantic import Field

from geodata.model.record import Citations, Day, Kana, Latitude, Longitude, Named, Record, Text


class Spot(Record):
    """A further point at which a name may be written, from a day on if it has one."""

    lat: Latitude
    lon: Longitude
    start: Day | None = None


class Place(Named):
    """A name on a map that is no island of the chain (decimal degrees, EPSG:4326).

    Seas, straits, lands and countries are named on every map; capes, heights and batteries
    where the fighting of 1945 is drawn close by; spots where people are told of. All but seas
    and lands have sources.
    ``name`` is that of the time, ``today`` the present one, ``kana`` how ``name.ja`` is read; a
    country has its name from ``start`` to ``end``. ``also`` are further points where the name may
    stand; one that is ``always`` named stands at the map's edge where none is in view.
    ``guns`` says what stood there in 1945, ``spread`` how far the point may be off, in
    kilometres; ``label`` is the side on which the name has room on the close map.
    """

    name: Text
    kana: Kana | None = None
    kind: Literal["sea", "strait", "land", "country", "cape", "height", "battery", "spot"]
    lat: Latitude
    lon: Longitude
    also: tuple[Spot, ...] = ()
    always: bool = False
    start: Day | None = None
    end: Day | None = None
    today: Text | None = None
    guns: Text | None = None
    note: Text | None = None
    spread: Annotated[float, Field(gt=0, le=1000)] | None = None
    label: Literal["left", "right"] = "right"
    sources: Citations = ()

    @property
    def wide(self) -> bool:
        """Whether it is named on every map, not on the close one alone."""
        return self.kind in {"sea", "strait", "land", "country"}
