"""Lessons on paper: whole on A4 and Letter, at the size they are set in, each part on its own."""

from itertools import cycle, product
from pathlib import Path

from playwright.sync_api import Page
from pypdf import PageObject, PdfReader

from geodata import Atlas
from pages.ui.words import text
from pages.ui.words.tongues import TONGUES
from tests.browser.lessons import PAPERS, printed
from tests.browser.test_print import plain

# Points: what a class reads is no smaller, however much a sheet holds.
BODY = 10.5
WIDTHS = {"a4": 595, "letter": 612}


def sizes(sheet: PageObject) -> list[float]:
    """Return the sizes in points of all words of a printed sheet, as they stand on paper."""
    found: list[float] = []

    def visit(words: str, at: list[float], put: list[float], _: object, size: float) -> None:
        if words.strip():
            found.append(round(abs(size * put[0] * at[0]), 1))

    sheet.extract_text(visitor_text=visit)
    return found


def test_lessons_are_printed_whole_and_at_their_size(
    page: Page, atlas: Atlas, tmp_path: Path
) -> None:
    every = zip(product(atlas.lessons, TONGUES), cycle(PAPERS), strict=False)
    wanted = [(name, language, paper) for (name, language), paper in every]
    for path in printed(page, atlas, tmp_path, wanted):
        name, language, size = path.stem.rsplit("-", 2)
        sheets = PdfReader(path).pages
        assert {int(sheet.mediabox.width) for sheet in sheets} == {WIDTHS[size]}, path.stem
        assert BODY in sizes(sheets[0]), path.stem
        told = [plain(sheet.extract_text()) for sheet in sheets]
        # key and teacher's page begin a sheet, and no sheet holds the last line alone
        for part in ("key", "teacher"):
            begun = plain(text.say(f"lesson.{part}", language))
            assert sum(words.startswith(begun) for words in told) == 1, path.stem
        assert min(map(len, told)) > 100, path.stem
        if language != "ja":  # readings stand among the words of the others
            lesson = atlas.lessons[name]
            for extract in lesson.extracts:
                assert plain(extract.text[language]) in "".join(told), path.stem
