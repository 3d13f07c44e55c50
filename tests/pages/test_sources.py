"""The page of the sources, in each language."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geodata import Atlas, exports
from pages.ui.words import text
from pages.ui.words.tongues import TONGUES
from tests.pages.visit import opened

ROOT = Path(__file__).parents[2]


def shown(page: AppTest) -> str:
    bodies = (one.proto.body for one in page.get("html"))
    return "".join(body for body in bodies if 'class="sheet' in body)


@pytest.mark.parametrize("language", TONGUES)
def test_the_page_lists_every_source_in_each_language(atlas: Atlas, language: str) -> None:
    body = shown(opened("sources", lang=language))
    for source in ("jc", "torii-1903", "ria25"):
        assert f"source={source}" in body
    assert body.count("source=") == len(atlas.sources)
    for part in ("doubts", "wording", "licences", "downloads", "exports", "codebook"):
        assert text.say(f"sources.{part}", language) in body


@pytest.mark.parametrize("language", TONGUES)
def test_a_source_has_a_page_of_its_own(atlas: Atlas, language: str) -> None:
    body = shown(opened("sources", lang=language, source="spb-j"))
    assert atlas.sources["spb-j"].title in body
    assert "date=1875-08-22" in body
    assert "source=jc1" not in body


def test_choices_of_the_link_are_kept_and_applied(atlas: Atlas) -> None:
    page = opened("sources", lang="en", perspective="russian", written="ja", search="千島")
    body = shown(page)
    fitting = [
        source
        for source in atlas.sources.values()
        if source.perspective == "russian" and source.language == "ja" and "千島" in source.title
    ]
    assert body.count("source=") == len(fitting)
    assert [box.value for box in page.selectbox] == ["russian", "ja"]


def test_a_choice_of_the_reader_becomes_part_of_the_link() -> None:
    page = opened("sources", lang="en")
    page.selectbox[0].select("japanese").run()
    assert page.query_params["perspective"] == "japanese"
    page.selectbox[0].select("").run()
    assert "perspective" not in page.query_params


def test_the_choices_follow_the_link_even_when_the_reader_chose_before(atlas: Atlas) -> None:
    page = opened("sources", lang="en", search="Hasegawa")
    page.selectbox[0].select("other").run()
    assert page.text_input[0].value == "Hasegawa"
    # what the browser's Back does
    page.query_params.clear()
    page.query_params["written"] = "ja"
    page.run()
    assert [box.value for box in page.selectbox] == ["", "ja"]
    assert page.text_input[0].value == ""
    in_japanese = [source for source in atlas.sources.values() if source.language == "ja"]
    assert shown(page).count("source=") == len(in_japanese)


@pytest.mark.parametrize(
    "params",
    [
        {"source": "no-such-source"},
        {"source": "<script>"},
        {"perspective": "martian", "written": "xx", "search": "<b>"},
        {"date": "soon", "lens": "x", "island": "atlantis"},
    ],
)
def test_nonsense_in_the_link_is_taken_politely(params: dict[str, str]) -> None:
    page = opened("sources", lang="en", **params)
    assert "<script>" not in shown(page)
    said = {
        "source": "sources.unknown",
        "perspective": "sources.wrong_perspective",
        "written": "sources.wrong_written",
    }
    noted = "".join(note.value for note in page.warning)
    for key in said.keys() & params.keys():
        assert text.say(said[key], "en") in noted


def test_every_data_file_can_be_downloaded() -> None:
    labels = {button.proto.label for button in opened("sources", lang="en").get("download_button")}
    data = ROOT / "geodata" / "data"
    files = {
        path.relative_to(data).as_posix()
        for path in data.rglob("*")
        if path.suffix in {".csv", ".toml", ".geojson"}
    }
    assert files | {"datapackage.json"} | {*exports.FILES} <= labels
