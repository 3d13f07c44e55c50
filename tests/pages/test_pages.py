"""Every page opens in every language, whatever its link says; a new page is tested unasked."""

from typing import Any

import pytest
import streamlit as st
from streamlit.runtime.runtime_util import MESSAGE_FLUSH_INTERVAL_SECS

from geodata import Atlas
from pages.ui.browser.scope import SCOPES
from pages.ui.frame import frame
from pages.ui.words import titles
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES
from tests.conftest import page_scripts
from tests.pages.visit import left_out, opened, shown

PAGES = ["map" if script.stem == "dashboard" else script.stem for script in page_scripts()]
# What else a page is when its address asks for one record.
RECORDS = {"islands": "island", "classroom": "lesson", "sources": "source", "chronicle": "event"}
NONSENSE = {
    "date": "banana",
    "lang": "xx",
    "lens": "<script>",
    "viewpoint": "mine",
    "island": "../../etc",
}


@pytest.mark.parametrize("language", TONGUES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens(page: str, language: str) -> None:
    app = opened(page, lang=language, date="1945-08-30")
    assert not app.exception
    assert not app.warning


@pytest.mark.parametrize("page", PAGES)
def test_a_page_answers_nonsense_politely(page: str) -> None:
    app = opened(page, **NONSENSE)
    assert not app.exception
    [told] = app.warning  # one note, however much there is to say
    assert len(told.value.splitlines()) == len(NONSENSE)


@pytest.mark.parametrize(("page", "record"), [*((page, None) for page in PAGES), *RECORDS.items()])
def test_no_level_of_headings_is_left_out(page: str, record: str | None, atlas: Atlas) -> None:
    records = {
        "island": atlas.islands,
        "lesson": atlas.lessons,
        "source": atlas.sources,
        "event": [atlas.events()[0].id],
    }
    asked = {record: next(iter(records[record]))} if record else {}
    above = 1 if page in SCOPES else 0  # a map has the page's title in its frame
    assert left_out(shown(opened(page, lang="en", **asked)), above) == []


def test_a_page_that_shows_a_record_is_called_by_it(
    monkeypatch: pytest.MonkeyPatch, atlas: Atlas
) -> None:
    called: list[str] = []
    configure = st.set_page_config

    def heard(**settings: Any) -> None:  # noqa: ANN401  # whatever Streamlit takes
        called.append(settings["page_title"])
        configure(**settings)

    monkeypatch.setattr(st, "set_page_config", heard)
    lesson = next(iter(atlas.lessons))
    opened("classroom", lang="ru", lesson=lesson)
    reader = Reader(atlas, "ru", atlas.as_of, page="classroom")
    title = atlas.guided[atlas.lessons[lesson].id].title["ru"]
    assert called[-1] == titles.title(reader, {"lesson": lesson})
    assert called[-1].startswith(title + TONGUES["ru"].dot + reader.say("page.classroom"))


@pytest.mark.parametrize("page", ["map", "landings"])
def test_an_open_map_that_runs_anew_is_sent_before_it_is_redrawn(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(frame, "sleep", waits.append)
    app = opened(page)
    assert not waits  # nothing stands that could be taken away
    app.run()
    assert waits
    assert waits[0] > MESSAGE_FLUSH_INTERVAL_SECS
