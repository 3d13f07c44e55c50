"""The page that compares two dates, in each language."""

import re
from pathlib import Path

import pytest

from geodata import Atlas
from pages.ui.parts import citations
from pages.ui.words import text
from pages.ui.words.tongues import TONGUES
from tests.pages.visit import opened, shown

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", TONGUES)
def test_two_dates_are_told_in_words(atlas: Atlas, language: str) -> None:
    body = shown(opened("compare", lang=language, date="1875-08-22", **{"with": "1875-08-21"}))
    russia, japan = (atlas.powers[name].name[language] for name in ("russia", "japan"))
    assert text.say("compare.passed", language, before=russia, after=japan) in body
    assert text.say("compare.sheet", language) in body
    assert body.count("<figure") == 9


def test_the_page_tells_who_held_iturup_and_how_we_know(atlas: Atlas) -> None:
    body = shown(opened("compare", lang="en", date="1945-08-30", **{"with": "1945-08-27"}))
    twin = body[body.index("<summary>30 August 1945</summary>") :]
    row = re.search(r'<span lang="en">Iturup</span>.*?</tr>', twin, re.DOTALL)
    assert row is not None
    assert "Soviet Union" in row.group()
    span = next(one for one in atlas.history("iturup", "control") if str(one.start) == "1945-08-28")
    assert atlas.phrases[span.basis].text.en in twin
    assert citations.named(atlas.source(span.sources[0])) in twin


@pytest.mark.parametrize("asked", ["banana", "1500-01-01", "<script>alert(1)</script>"])
def test_nonsense_is_answered_politely(asked: str) -> None:
    page = opened("compare", lang="en", window=asked, **{"with": asked})
    assert len(page.warning) == 2
    assert "17 August 1945" in page.warning[0].value
    assert "alert(1)" not in shown(page)


def test_the_earlier_date_stands_first_whichever_the_link_calls_date() -> None:
    for link in (("1905-10-15", "1875-08-22"), ("1875-08-22", "1905-10-15")):
        page = opened("compare", lang="en", date=link[0], **{"with": link[1]})
        assert [one.value for one in page.text_input] == ["22 August 1875", "15 October 1905"]
        assert "22 August 1875 → 15 October 1905" in shown(page)


def test_a_picked_date_or_lens_goes_into_the_link() -> None:
    page = opened(
        "compare", lang="en", date="1905-10-15", window="region", **{"with": "1875-08-22"}
    )
    page.text_input[0].set_value("28 April 1952").run()
    assert page.query_params["with"] == "1952-04-28"
    assert page.query_params["date"] == "1905-10-15"
    page.selectbox[0].set_value("title").run()
    assert page.query_params["lens"] == "title"
    assert page.query_params["window"] == "region"
    assert "By treaty" in shown(page)
    page.radio[0].set_value("chain").run()
    assert "window" not in page.query_params
    assert not page.exception


@pytest.mark.parametrize("language", TONGUES)
def test_the_choices_follow_the_link_even_when_the_reader_chose_before(language: str) -> None:
    page = opened("compare", lang="en")
    page.radio[0].set_value("region").run()
    page.selectbox[0].set_value("title").run()
    # what another language does, and then the browser's Back
    page.query_params["lang"] = language
    page.run()
    assert [page.radio[0].value, page.selectbox[0].value] == ["region", "title"]
    page.query_params.clear()
    page.run()
    assert [page.radio[0].value, page.selectbox[0].value] == ["chain", "control"]


def test_equal_dates_say_so() -> None:
    body = shown(opened("compare", lang="en", date="1905-10-15", **{"with": "1905-10-15"}))
    assert text.say("compare.same_day", "en") in body
