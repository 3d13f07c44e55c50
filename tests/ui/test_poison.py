"""Text of the data that would be markup, script or a template stays text, on every page."""

import base64
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest

from geodata import Atlas, load_atlas
from geodata.files import DATA
from geodata.model import Lens, Text
from pages.ui.browser import scope
from pages.ui.browser.export import single_file
from pages.ui.browser.payload import payload
from pages.ui.html import script
from pages.ui.words.reader import Reader
from tests.ui import everything

MARK = "kurilpoison"
POISON = f"\"'`--></script></style></svg><img src={MARK} onerror={MARK}()>${{{MARK}}}{{{{{MARK}}}}}"
RAW = re.compile(rf"<img src={MARK}|\{{\{{{MARK}")
LANGUAGES = ["en", "ja", "ru"]


@pytest.fixture(scope="module")
def poisoned() -> Iterator[Atlas]:
    """Return an atlas of its own (what is kept is kept by atlas) whose every text is poisoned."""
    atlas = load_atlas(DATA)
    said = Text.__getitem__

    def worse(text: Text, language: str) -> str:
        return said(text, language) + POISON

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Text, "__getitem__", worse)
        yield atlas


@pytest.mark.parametrize(("language", "lens"), [*zip(LANGUAGES, Lens, strict=True)])
def test_what_is_drawn_holds_no_element_of_the_text(
    poisoned: Atlas, language: str, lens: Lens
) -> None:
    reader = Reader(poisoned, language, everything.DAY, lens=lens)
    markup = [str(one) for one in everything.drawn(reader) if isinstance(one, str)]
    assert sum(MARK in one for one in markup) > 5
    for one in markup:
        assert not re.search(rf"<img src={MARK}", one)
        for picture in re.findall(r"data:image/svg\+xml;base64,([^\"]+)", one):
            drawn = ET.fromstring(base64.b64decode(picture))  # noqa: S314  # our own
            assert not drawn.findall(f".//*[@src='{MARK}']")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_sent_to_the_browser_leaves_no_script(poisoned: Atlas, language: str) -> None:
    reader = Reader(poisoned, language, everything.DAY)
    sent = script(payload(reader, scope.whole(poisoned)))
    assert MARK in sent
    assert "<" not in sent
    assert not RAW.search(single_file(reader))
