"""Addresses of the atlas's own pages."""

from collections.abc import Mapping
from urllib.parse import urlencode


def link(page: str, params: Mapping[str, str]) -> str:
    """Return the address of a page with its parameters, relative to any page of the atlas.

    The map stands at the root, every other page beside it under its own name.
    """
    place = "" if page == "map" else page
    return f"./{place}?{urlencode(params)}"
