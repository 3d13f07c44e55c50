"""Print all lessons to PDF: ``python -m tests.browser.lessons [FOLDER]`` (build/lessons).

It stands beside the browser's finder: the printer is the tests' Chromium, which no reader needs.
"""

import sys
import time
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

from playwright.sync_api import Page

from geodata import Atlas, load_atlas
from pages.ui.classroom.document import document
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES
from tests.browser import chromium
from tests.conftest import ROOT

FOLDER = ROOT / "build" / "lessons"
PAPERS = ("A4", "Letter")


def printed(
    page: Page, atlas: Atlas, folder: Path, wanted: Iterable[tuple[str, str, str]]
) -> Iterator[Path]:
    """Print lessons, each in a language on a paper, into a folder; yield the files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, language, paper in wanted:
        page.set_content(document(Reader(atlas, language, atlas.as_of), atlas.lessons[name]))
        page.evaluate("() => document.fonts.ready.then(() => true)")
        path = folder / f"{name}-{language}-{paper.lower()}.pdf"
        page.pdf(path=path, format=paper, tagged=True, outline=True, display_header_footer=False)
        yield path


def main(folder: Path) -> None:
    """Print the lessons; say of each how large it is and how long it took."""
    atlas = load_atlas()
    with chromium.browser() as browser:
        start = time.perf_counter()
        for path in printed(
            browser.new_page(), atlas, folder, product(atlas.lessons, TONGUES, PAPERS)
        ):
            now = time.perf_counter()
            pages = path.read_bytes().count(b"/Type /Page\n")
            size = path.stat().st_size / 1000
            print(f"{path.name:44} {pages:2} pages {size:6.0f} kB {now - start:5.2f} s")
            start = now


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else FOLDER)
