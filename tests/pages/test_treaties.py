"""The page of the treaties, in each language."""

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
def test_every_instrument_has_a_card_and_a_place_in_the_index(atlas: Atlas, language: str) -> None:
    body = shown(opened("treaties", lang=language))
    for one in atlas.instruments.values():
        assert f'<article id="{one.id}"' in body
        assert f'<a href="#{one.id}">' in body
        assert one.name[language] in body


def test_a_link_to_a_card_brings_that_card_into_view() -> None:
    page = opened("treaties", lang="en", instrument="shimoda-1855")
    assert not page.warning
    assert 'const wanted = "shimoda-1855"' in shown(page)


@pytest.mark.parametrize("asked", ["nonsense", "</script><script>alert(1)", ""])
def test_an_unknown_card_is_ignored_politely(asked: str) -> None:
    page = opened("treaties", lang="en", instrument=asked)
    assert len(page.warning) == 1
    body = shown(page)
    assert 'const wanted = ""' in body
    assert "alert(1)" not in body


@pytest.mark.parametrize(
    ("language", "first"), [("en", "japan"), ("ja", "japan"), ("ru", "russia")]
)
def test_the_readings_stand_in_the_order_of_the_readers_language(language: str, first: str) -> None:
    body = shown(opened("treaties", lang=language))
    heads = {text.say(f"treaties.reading_{side}", language): side for side in ("japan", "russia")}
    order = [heads[head] for head in re.findall("|".join(heads), body)]
    second = {"japan": "russia", "russia": "japan"}[first]
    assert order[::2] == [first] * (len(order) // 2)
    assert order[1::2] == [second] * (len(order) // 2)


def test_the_day_survives_and_the_page_tells_who_held_iturup_and_how_we_know(
    atlas: Atlas,
) -> None:
    body = shown(opened("treaties", lang="en", date="1945-08-30"))
    table = body[body.index("Island by island on 30 August 1945") :]
    row = re.search(r'<span lang="en">Iturup</span>.*?</tr>', table, re.DOTALL)
    assert row is not None
    assert "Soviet Union" in row.group()
    span = next(one for one in atlas.history("iturup", "control") if str(one.start) == "1945-08-28")
    assert atlas.phrases[span.basis].text.en in table
    assert citations.named(atlas.source(span.sources[0])) in table


def test_a_card_links_to_the_map_on_the_day_it_took_effect_and_on_that_of_the_ground() -> None:
    body = shown(opened("treaties", lang="ru", viewpoint="japan"))
    card = body[body.index('<article id="portsmouth-1905"') :]
    card = card[: card.index("</article>")]
    for day in ("1905-10-15", "1905-07-31"):
        assert f"./?date={day}&amp;lang=ru&amp;viewpoint=japan" in card


def test_the_viewpoint_decides_where_paper_and_ground_part() -> None:
    neutral, russia = (
        shown(opened("treaties", lang="en", viewpoint=viewpoint))
        for viewpoint in ("neutral", "russia")
    )
    rows = '<time datetime="1952-04-28">'
    assert rows in neutral
    assert rows not in russia[: russia.index("<article")]
