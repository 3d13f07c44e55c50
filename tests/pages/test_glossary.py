"""Hard words explain themselves on the pages."""

import re

import pytest

from geodata import Atlas
from tests.pages.visit import opened, shown

MARK = re.compile(r'<span class="hard" tabindex="0" title="([^"]+)">')


@pytest.mark.parametrize("page", ["map", "treaties", "chronicle"])
@pytest.mark.parametrize("language", ["en", "ja", "ru"])
def test_a_page_explains_its_hard_words(atlas: Atlas, page: str, language: str) -> None:
    meanings = MARK.findall(shown(opened(page, lang=language, date="1875-08-22")))
    assert meanings
    assert set(meanings) <= {term.text[language] for term in atlas.glossary.values()}
