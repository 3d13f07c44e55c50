"""The atlas as one file that opens from disk, without a server and without a network."""

import base64
import gzip

import folium
from branca.element import Element, Figure
from folium.template import Template

from pages.ui.browser import bundle, elements
from pages.ui.browser.guided import guided
from pages.ui.browser.payload import payload
from pages.ui.browser.questions import questions
from pages.ui.browser.rings import steps
from pages.ui.browser.scope import whole
from pages.ui.html import script
from pages.ui.words.reader import Reader

# What the file is called in a language.
FILE = "kuril-atlas-{language}.html"


def single_file(reader: Reader) -> str:
    """Return a whole HTML page with map, timeline, shapes and history, in the reader's language.

    It opens on what she looks at.
    """
    return str(single_map(reader).get_root().render())


def single_map(reader: Reader) -> folium.Map:
    """Return the map of such a page."""
    drawn = elements.base_map()
    page = drawn.get_root()
    assert isinstance(page, Figure)  # noqa: S101  # a map makes one
    for name, part in {
        "viewport": '<meta name="viewport" content="width=device-width, initial-scale=1">',
        # the browser that saves the file writes down where it is from
        "home": '<meta name="atlas-home" content="">',
        "atlas": _script(bundle.javascript()),
    }.items():
        page.header.add_child(Verbatim(part), name=name)
    inline = {
        "islands": steps(reader.atlas.shapes),
        "land": steps(reader.atlas.land),
        "history": payload(reader, whole(reader.atlas)),
        # what is not there at once is packed, and a third as long so
        "guided": _packed(script(guided(reader))),
        "questions": _packed(script(questions(reader))),
        "classroom": _packed(bundle.classroom()),
        "gif": _packed(bundle.gif()),
    }
    elements.Timeline({"inline": inline}, elements.state_of(reader)).add_to(drawn)
    return drawn


class Verbatim(Element):
    """Put text into the page as it is; branca's own element takes it for a template."""

    _template = Template("{{ this.content }}")

    def __init__(self, content: str) -> None:
        super().__init__()
        self.content = content


def _packed(text: str) -> str:
    return base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode()


def _script(code: str) -> str:
    return f"<script>{code}</script>"
