"""The one place where text becomes HTML or JavaScript."""

import json
from collections.abc import Iterable

from markupsafe import Markup, escape

__all__ = ["Content", "Markup", "join", "script", "tag"]

Content = str | Markup

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
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
