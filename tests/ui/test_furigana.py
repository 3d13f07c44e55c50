"""Readings over Japanese words: in the text of every page, and nowhere else."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata import Atlas
from pages.ui.html import Markup, tag
from pages.ui.islands import sheet, table
from pages.ui.parts import day, island
from pages.ui.treaties import card
from pages.ui.words import furigana
from pages.ui.words.asked import parse
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import JAPANESE, TONGUES

READINGS = {"千島": "ちしま", "千島列島": "ちしまれっとう", "国後島": "くなしりとう", "島": "しま"}
TEXTS = st.text("千島列国後<>&\"' あ島", max_size=30)
DAY = date(1945, 8, 30)


def plain(markup: str) -> str:
    """Return markup without its readings."""
    return re.sub(r"<rp>.*?</rp>|<rt>.*?</rt>|</?ruby>", "", markup)


@given(TEXTS)
def test_readings_add_nothing_but_themselves(words: str) -> None:
    drawn = tag("p", words, title=words)
    read = furigana.annotated(drawn, READINGS, JAPANESE)
    assert plain(read) == str(drawn)
    assert read.partition(">")[0] == drawn.partition(">")[0]


@given(TEXTS)
def test_no_word_with_a_reading_is_left_without(words: str) -> None:
    read = furigana.annotated(tag("p", words), READINGS, JAPANESE)
    rest = re.sub(r"<ruby>.*?</ruby>", "|", read)
    assert [term for term in READINGS if term in rest] == []


def test_the_longest_word_that_fits_is_read() -> None:
    read = furigana.ruby(Markup("千島列島と千島"), READINGS)
    assert re.findall(r"<ruby>(.*?)<rp>", read) == ["千島列島", "千島"]


@pytest.mark.parametrize("name", ["svg", "script", "style", "title", "ruby", "option"])
def test_drawings_and_code_have_none(name: str) -> None:
    drawn = tag("div", tag(name, tag("b", "国後島")), "国後島")
    assert furigana.annotated(drawn, READINGS, JAPANESE).count("<rt>") == 1


def test_words_of_another_language_have_none() -> None:
    drawn = tag("div", tag("span", "千島", lang="zh"), tag("br"), tag("span", "千島"))
    assert furigana.annotated(drawn, READINGS, JAPANESE).count("<rt>") == 1


@pytest.mark.parametrize("language", TONGUES)
def test_pages_have_readings_where_the_reader_asks(atlas: Atlas, language: str) -> None:
    asks = Reader(atlas, language, DAY, furigana=True)
    drawn = [
        day.today(asks),
        day.holders(asks),
        island.island(asks, "urup"),
        sheet.names(asks, "urup"),
        table.table(asks, table.rows(asks, ["urup"]), table.Order()),
        card.card(asks, atlas.instruments["san-francisco-1951"]),
    ]
    for markup in drawn:
        read = furigana.shown(asks, markup)
        assert plain(read) == str(markup)
        assert ("<rt>" in read) == TONGUES[language].readings
        assert furigana.shown(Reader(atlas, language, DAY), markup) == markup


def test_the_wish_is_kept_on_every_link(atlas: Atlas) -> None:
    asks = parse({"lang": JAPANESE, "furigana": "1"}, atlas)
    assert asks.furigana
    assert parse(asks.params(lang="ru"), atlas).furigana
    assert parse(asks.at(DAY, lens="title").params(), atlas).furigana
    assert "furigana=1" in asks.link("islands", island="urup")
    assert "furigana" not in parse({"furigana": "2"}, atlas).params()


def test_every_island_with_kanji_has_kana_but_those_named_in_the_codebook(atlas: Atlas) -> None:
    kanji = re.compile("[一-鿿]")
    unread = [one.id for one in atlas.islands.values() if not one.kana]
    # Iwaki-tō or Banjō-tō: no source gives the kana; the others are Russian names
    assert unread == ["toporkovy", "dalny", "sredny", "kapitsa"]
    names = [one.name.ja for one in atlas.islands.values() if one.kana and kanji.match(one.name.ja)]
    assert all(name.partition("（")[0] in atlas.readings for name in names)
