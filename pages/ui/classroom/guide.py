"""What a teacher should know: before the lesson, links, Moodle, licences, what is stored."""

from pages.ui import html
from pages.ui.classroom.tours import copier
from pages.ui.html import Markup, tag, way
from pages.ui.words.reader import Reader

_BEFORE = ("open", "keys", "offline", "print", "mind")
_SHARE = ("link", "qr", "stop")
_MOODLE = (1, 2, 3, 4, 5)
_LICENCE = ("texts", "maps", "tiles", "voices")
_PRIVACY = ("none", "host")
_CODE = "moodle-code"
_FRAME = {"width": "100%", "height": "560", "style": "border:0", "loading": "lazy"}


def before(reader: Reader, file: str) -> Markup:
    """Return what to do before the lesson; ``file`` is the address of the offline map."""
    offline = tag("p", way(reader.say("classroom.offline"), file, download=""))
    return _list(reader, "before", _BEFORE) + offline


def links(reader: Reader) -> Markup:
    """Return how a class gets one link."""
    return _list(reader, "share", _SHARE)


def moodle(reader: Reader, home: str) -> Markup:
    """Return how the map gets into Moodle; ``home`` is the atlas's own address."""
    code = frame(reader, home)
    steps = (tag("li", reader.say(f"classroom.moodle_{step}")) for step in _MOODLE)
    return (
        tag("h2", reader.say("classroom.moodle"))
        + tag("ol", *steps)
        + tag(
            "pre",
            tag("code", code, id=_CODE),
            aria_label=reader.say("classroom.moodle_code"),
            tabindex="0",
        )
        # a page made safe may hold no attribute with an iframe in it
        + tag("p", copier(reader, "moodle_copy", f"#{_CODE}"))
    )


def frame(reader: Reader, home: str) -> str:
    """Return the code that embeds the map in another page."""
    address = html.link("map", {"lang": reader.language, "embed": "true"}).removeprefix("./")
    title = reader.say("classroom.moodle_frame")
    return str(
        tag(
            "iframe", src=home + address, title=title, **_FRAME, allow="fullscreen; clipboard-write"
        )
    )


def licence(reader: Reader) -> Markup:
    """Return what may be printed and shared."""
    return _list(reader, "licence", _LICENCE)


def privacy(reader: Reader) -> Markup:
    """Return what is stored about pupils."""
    return _list(reader, "privacy", _PRIVACY)


def _list(reader: Reader, key: str, parts: tuple[str, ...]) -> Markup:
    items = (tag("li", reader.say(f"classroom.{key}_{part}")) for part in parts)
    return tag("h2", reader.say(f"classroom.{key}")) + tag("ul", *items)
