"""A view is cited with its address, its day, the version of the data and its own sources."""

from dataclasses import replace
from datetime import date

import pytest

from geodata import Atlas, package
from pages.ui.words import cite
from pages.ui.words.asked import parse
from pages.ui.words.tongues import TONGUES

LOOKED = date(2026, 11, 28)
URL = "https://example.org/?date=1875-08-22&island=urup"


@pytest.mark.parametrize("language", TONGUES)
def test_a_view_is_cited_in_words(atlas: Atlas, language: str) -> None:
    reader = parse({"lang": language, "date": "1875-08-22"}, atlas)
    one = cite.view(reader, reader.say("page.map"), URL, LOOKED)
    told = cite.written(reader, one)
    for part in (URL, package.version(), reader.say("page.map"), reader.written(LOOKED)):
        assert part in told
    assert told.endswith(("。", ".", "）。"))
    assert (one.language, one.version, one.accessed) == (language, package.version(), LOOKED)


def test_a_view_of_other_data_has_their_version(atlas: Atlas) -> None:
    reader = parse({}, replace(atlas, version="9.8.7"))
    assert cite.view(reader, "A map", URL, LOOKED).version == "9.8.7"
    assert "{9.8.7}" in cite.forms(reader)["bibtex"]
