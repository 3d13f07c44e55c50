import re
from datetime import date
from html import unescape

import pytest

from geodata import Atlas
from pages.ui.chronicle import content
from pages.ui.chronicle import entries as chronicle_list
from pages.ui.chronicle import query as chronicle
from pages.ui.parts.content import Block
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES


def told(atlas: Atlas, name: str, language: str = "en") -> str:
    reader = Reader(atlas, language, date(1945, 8, 30), island="matua")
    return str(chronicle_list.entry(reader, atlas.event(name)))


@pytest.mark.parametrize(
    ("name", "english", "japanese", "russian"),
    [
        ("shimoda-signed-1855", "7 February 1855", "1855年2月7日", "7 февраля 1855 г."),
        ("nikolayev-tokyo-1993", "February 1993", "1993年2月", "февраль 1993 г."),
        ("vries-1643", "1643", "1643年", "1643 г."),
        ("galuzin-tokyo-1992", "1992–1997", "1992〜1997年", "1992–1997 гг."),
        ("joint-exercise-1998", "28–30 July 1998", "1998年7月28〜30日", "28–30 июля 1998 г."),
        (
            "southern-islands-1945",
            "28 August – 5 September 1945",
            "1945年8月28日〜9月5日",
            "28 августа — 5 сентября 1945 г.",
        ),
        (
            "removal-1947",
            "4 July 1947 – 31 October 1948",
            "1947年7月4日〜1948年10月31日",
            "4 июля 1947 г. — 31 октября 1948 г.",
        ),
        (
            "hula-1945",
            "April–September 1945",
            "1945年4〜9月",
            "апрель — сентябрь 1945 г.",
        ),
    ],
)
def test_a_date_is_written_as_finely_as_it_is_known(
    atlas: Atlas, name: str, english: str, japanese: str, russian: str
) -> None:
    for language, expected in {"en": english, "ja": japanese, "ru": russian}.items():
        written = Reader(atlas, language, atlas.as_of).when(atlas.event(name))
        assert re.sub(r"\s", " ", written) == expected


def test_an_entry_opens_the_map_on_its_day(atlas: Atlas) -> None:
    entry = told(atlas, "shumshu-landing-1945", "ja")
    assert 'href="./?date=1945-08-18&amp;lang=ja&amp;island=shumshu"' in entry
    assert 'aria-label="この時点の地図：竹田浜上陸"' in entry


def test_an_event_of_many_islands_picks_none_on_the_map(atlas: Atlas) -> None:
    assert 'href="./?date=1855-02-07&amp;lang=en"' in told(atlas, "shimoda-signed-1855")


def test_an_event_about_a_treaty_leads_to_its_card(atlas: Atlas) -> None:
    instrument = atlas.event("shimoda-signed-1855").instrument
    entry = told(atlas, "shimoda-signed-1855")
    assert (
        f"./treaties?date=1945-08-30&amp;lang=en&amp;island=matua&amp;instrument={instrument}"
        in entry
    )


def test_an_entry_names_its_islands_document_correction_and_confidence(atlas: Atlas) -> None:
    entry = told(atlas, "air-attack-1945")
    assert "./islands?date=1945-08-18&amp;lang=en&amp;island=shumshu" in entry
    assert ">Starting document 002</a>" in entry
    assert "What the starting document has wrong:" in entry
    assert "Confidence: low" in entry
    assert "Confidence" not in told(atlas, "shimoda-signed-1855")


@pytest.mark.parametrize("language", TONGUES)
def test_the_head_says_what_the_documents_are_that_badges_name(atlas: Atlas, language: str) -> None:
    reader = Reader(atlas, language, atlas.as_of)
    [block] = content.head(reader)
    assert isinstance(block, Block)
    head, kinds = str(block.content), set[str]()
    assert reader.say("chronicle.documents") in head
    for number in {number for event in atlas.events() for number in event.document}:
        source = atlas.sources[f"doc-{number}"]
        [item] = [item for item in head.split("<li>") if f"source={source.id}" in item]
        kind = reader.say(f"chronicle.document_{number}")
        assert kind in unescape(item)
        assert source.title in unescape(item)
        assert source.published is None or source.published[:4] in item
        assert f"q={source.id}" in item  # the way to its events
        kinds.add(kind)
    assert len(kinds) == head.count("<li>")


@pytest.mark.parametrize("language", TONGUES)
def test_every_entry_can_be_told(atlas: Atlas, language: str) -> None:
    events = atlas.events()
    page = str(chronicle_list.listing(Reader(atlas, language, date(1945, 8, 30)), events))
    assert page.count("<article") == len(events)
    assert page.count("<h2") == len(atlas.eras)
    for event in events:
        assert f'<li id="{event.id}"' in page


def test_a_page_of_the_list_is_small(atlas: Atlas) -> None:
    events = atlas.events()
    reader = Reader(atlas, "ru", date(1945, 8, 30))
    for first in range(0, len(events), chronicle.PAGE):
        shown = events[first : first + chronicle.PAGE]
        assert len(str(chronicle_list.listing(reader, shown)).encode()) < 250_000


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Encounters · 1600–1855", "The landings · 1945", "Russia · since 1991"]),
        ("ja", ["接触の時代・1600〜1855年", "1945年の上陸", "ロシア連邦期・1991年から"]),
        ("ru", ["Встречи · 1600–1855 гг.", "Высадки · 1945 г.", "Россия · с 1991 г."]),
    ],
)
def test_an_era_is_headed_by_its_years(atlas: Atlas, language: str, expected: list[str]) -> None:
    headings = [
        chronicle_list.heading(Reader(atlas, language, atlas.as_of), era) for era in atlas.eras
    ]
    assert [headings[place].replace("\N{NO-BREAK SPACE}", " ") for place in (0, 3, 5)] == expected
