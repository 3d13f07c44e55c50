"""What the browser fetches beside a page: published as a component's files, and where.

Relative to the map's own frame, so that it works under any base path, as on Community Cloud.
"""

import gc
from typing import Any

from streamlit.components.v1 import declare_component
from streamlit.components.v1.custom_component import CustomComponent

from geodata.once import once
from pages.ui.browser import export, files
from pages.ui.words import text
from pages.ui.words.tongues import TONGUES


def source(page: str) -> dict[str, Any]:
    """Return a page's name, and the addresses of the shapes and of its histories."""
    return {
        "page": page,
        "failed": {language: text.say("map.failed", language) for language in TONGUES},
        "islands": _address("islands.json"),
        "land": _address("land.json"),
        "history": {language: _address(f"{page}-{language}.json") for language in TONGUES},
        "file": {language: export.FILE.format(language=language) for language in TONGUES},
        "guided": {language: _address(f"guided-{language}.json") for language in TONGUES},
        "questions": {language: _address(f"questions-{language}.json") for language in TONGUES},
        "classroom": _address("classroom.js"),
        "gif": _address("gif.js"),
    }


def citing(language: str) -> str:
    """Return the address of the script behind "Cite this", from any page of the atlas."""
    name = f"cite-{language}.js"
    return f"./component/{publish()}/{name}?{files.version(name)}"


def code() -> str:
    """Return the address of the script that draws the maps."""
    return _address("atlas.js")


def _address(name: str) -> str:
    return f"../{publish()}/{name}?{files.version(name)}"


def publish() -> str:
    """Let Streamlit serve what the browser fetches; return the name it is served under.

    DataError or OSError where there is nothing to serve.
    """
    files.folder()
    return component().name


@once
def component() -> CustomComponent:
    """Return the component whose files are the atlas's."""
    declared = declare_component("atlas", path=str(files.folder()))
    # What is loaded by now stays: whoever collects garbage need not walk over all libraries and
    # the whole atlas each time.
    gc.collect()
    gc.freeze()
    return declared
