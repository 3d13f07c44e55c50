"""The atlas as one file that opens from disk, without a server and without a network."""

from branca.element import Element, Figure
from folium.template import Template

from pages.ui.browser import bundle, elements
from pages.ui.browser.guided import guided
from pages.ui.browser.payload import land, payload, shapes
from pages.ui.browser.scope import whole
from pages.ui.words.reader import Reader

# What the file is called in a language.
FILE = "kuril-atlas-{language}.html"


def single_file(reader: Reader) -> str:
    """Return a whole HTML page with map, timeline, shapes and history, in the reader's language.

    It opens on what she looks at.
    """
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
        "islands": shapes(reader.atlas),
        "land": land(reader.atlas),
        "history": payload(reader, whole(reader.atlas)),
        "guided": guided(reader),
    }
    elements.Timeline({"inline": inline}, elements.state_of(reader)).add_to(drawn)
    return str(page.render())


class Verbatim(Element):
    """Put text into the page as it is; branca's own element takes it for a template."""

    _template = Template("{{ this.content }}")

    def __init__(self, content: str) -> None:
        super().__init__()
        self.content = content


def _script(code: str) -> str:
    return f"<script>{code}</script>"
