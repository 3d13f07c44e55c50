"""What the browser fetches: the script, the shapes, the histories, as files made at start-up."""

import atexit
import hashlib
import shutil
import tempfile
from functools import cache
from pathlib import Path

from geodata import load_atlas
from pages.ui.browser import bundle
from pages.ui.browser.guided import guided
from pages.ui.browser.payload import land, payload, shapes
from pages.ui.browser.scope import SCOPES
from pages.ui.html import script
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES


@cache
def folder() -> Path:
    """Write the files into a folder of their own, kept as long as the program runs."""
    path = Path(tempfile.mkdtemp(prefix="kuril-atlas-"))
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    for name, content in _files().items():
        (path / name).write_text(content, encoding="utf-8")
    return path


@cache
def version(name: str) -> str:
    """Return a tag that changes with the file, so that no browser keeps an old one."""
    return hashlib.sha256(_files()[name].encode()).hexdigest()[:8]


@cache
def _files() -> dict[str, str]:
    atlas = load_atlas()
    return {
        "atlas.js": bundle.javascript(),
        "islands.geojson": script(shapes(atlas)),
        "land.geojson": script(land(atlas)),
        **{
            f"guided-{language}.json": script(guided(Reader(atlas, language, atlas.as_of)))
            for language in TONGUES
        },
        **{
            f"{page}-{language}.json": script(
                payload(Reader(atlas, language, atlas.as_of), scope(atlas))
            )
            for page, scope in SCOPES.items()
            for language in TONGUES
        },
    }
