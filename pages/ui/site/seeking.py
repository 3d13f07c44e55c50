"""What a list of the site is searched by: the app's own words, in a script that finds them.

It is one for all languages, and comes with the first search: it weighs more than the page.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from geodata import Atlas
from pages.ui import html
from pages.ui.words import search

SCRIPT = Path(__file__).with_name("seeking.js")


@dataclass(frozen=True, slots=True)
class Seeking:
    """How a page's items are found: by id what is looked at, folded, and the ``way`` of it."""

    way: Literal["name", "words", "parts"]
    words: Callable[[Atlas], Mapping[str, str | tuple[str, ...]]]


def script(page: str, seeking: Seeking, atlas: Atlas, code: str) -> dict[str, str]:
    """Return the script of a page, by the name of its file; ``code`` is that of ``SCRIPT``."""
    made = built(code, page=page, way=seeking.way, words=seeking.words(atlas))
    return {f"words-{page}.js": made}


def built(code: str, **values: object) -> str:
    """Return a script that runs ``code`` with values and what ``search`` folds by."""
    return html.code(code, **values, nouns=sorted(search.NOUNS), today=search.TODAY)
