"""A view is cited with its address, its day, the version of the data and its own sources."""

from datetime import date

import pytest

from geodata import Atlas, package
from geodata.citation import place, work
from pages.ui.words import cite
from pages.ui.words.reader import parse
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


def test_what_a_record_cites_is_cited_place_by_place(atlas: Atlas) -> None:
    reader = parse({"lang": "en"}, atlas)
    for island in atlas.islands:
        for span in atlas.history(island):
            told = cite.sources(reader, span.sources)
            assert [one.key for one in told] == [work(name) for name in span.sources]
            assert [one.place or "" for one in told] == [place(name) for name in span.sources]
