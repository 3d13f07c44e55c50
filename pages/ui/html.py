"""The one place where text becomes HTML or JavaScript."""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from markupsafe import Markup, escape

__all__ = ["Content", "Markup", "join", "link", "picture", "script", "tag"]

Content = str | Markup

_NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'

# What would end a <script> or start a comment in it, and the two line ends JSON allows but
# old JavaScript does not.
_UNSAFE = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}

# Elements that hold nothing and have no end.
_VOID = {"br", "hr", "img", "wbr"}


def tag(name: str, *content: Content, **attributes: str | None) -> Markup:
    """Build an element. Plain strings are escaped; ``class_`` stands for class, ``_`` for "-".

    An attribute that is None is left out.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Markup(f"<{name}{written}>")  # noqa: S704  # every part is escaped above
    inner = "".join(escape(part) for part in content)
    return Markup(f"<{name}{written}>{inner}</{name}>")  # noqa: S704  # every part is escaped above


def join(parts: Iterable[Content], between: str = "") -> Markup:
    """Put escaped parts side by side."""
    return escape(between).join(parts)


def script(value: object) -> str:
    """Write a value as JSON that is safe inside a <script> element and in a template."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).translate(
        _UNSAFE
    )


def link(page: str, params: Mapping[str, str]) -> str:
    """Return the address of a page with its parameters, relative to any page of the atlas.

    The map stands at the root, every other page beside it under its own name.
    """
    place = "" if page == "map" else page
    return f"./{place}?{urlencode(params)}"


def picture(drawing: Markup, words: str, class_: str | None = None) -> Markup:
    """Return an <svg> element as an image; ``words`` say what it shows to who cannot see it."""
    plain = str(drawing)
    alone = plain if _NAMESPACE in plain else plain.replace("<svg", f"<svg {_NAMESPACE}", 1)
    data = b64encode(alone.encode()).decode()
    return tag("img", src=f"data:image/svg+xml;base64,{data}", alt=words, class_=class_)
