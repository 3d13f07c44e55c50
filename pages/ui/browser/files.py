"""What the browser fetches: the script, the shapes, the histories, as files in a folder."""

import atexit
import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from geodata import load_atlas
from geodata.once import once
from pages.ui.browser import bundle
from pages.ui.browser.citing import citing
from pages.ui.browser.guided import guided
from pages.ui.browser.payload import payload
from pages.ui.browser.questions import questions
from pages.ui.browser.rings import steps
from pages.ui.browser.scope import SCOPES
from pages.ui.html import script
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES


def folder() -> Path:
    """Return the folder with every file in it, kept as long as the program runs.

    Systems clean their temporary folders: what is gone is written anew. OSError where it cannot be.
    """
    path = _place()
    path.mkdir(exist_ok=True)
    for name, content in _files(tuple(TONGUES)).items():
        if not (path / name).exists():
            _write(path / name, content)
    return path


def remove() -> None:
    """Take the folder away; it is written anew when it is asked for."""
    shutil.rmtree(_place(), ignore_errors=True)


@once
def version(name: str) -> str:
    """Return a tag that changes with the file, so that no browser keeps an old one."""
    return hashlib.sha256(_files(tuple(TONGUES))[name]).hexdigest()[:8]


def addressed() -> dict[str, bytes]:
    """Return every file by its name and version, as a browser asks for it."""
    return {f"{name}?{version(name)}": made for name, made in _files(tuple(TONGUES)).items()}


def _write(path: Path, content: bytes) -> None:
    """Write a file whole at once: another reader may ask for it meanwhile; or leave nothing."""
    handle, draft = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(draft).replace(path)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise


@once
def _place() -> Path:
    path = Path(tempfile.mkdtemp(prefix="kuril-atlas-"))
    atexit.register(remove)
    return path


@once
def _files(languages: tuple[str, ...]) -> dict[str, bytes]:
    atlas = load_atlas()
    made = {
        "atlas.js": bundle.javascript(),
        "classroom.js": bundle.classroom(),
        "gif.js": bundle.gif(),
        "islands.json": script(steps(atlas.shapes)),
        "land.json": script(steps(atlas.land)),
        **{
            f"guided-{language}.json": script(guided(Reader(atlas, language, atlas.as_of)))
            for language in languages
        },
        **{
            f"cite-{language}.js": bundle.citing(citing(Reader(atlas, language, atlas.as_of)))
            for language in languages
        },
        **{
            f"questions-{language}.json": script(questions(Reader(atlas, language, atlas.as_of)))
            for language in languages
        },
        **{
            f"{page}-{language}.json": script(
                payload(Reader(atlas, language, atlas.as_of), scope(atlas))
            )
            for page, scope in SCOPES.items()
            for language in languages
        },
    }
    return {name: content.encode() for name, content in made.items()}
