"""The cards of the instruments, their lines, and the chart of ground and paper."""

import re
from base64 import b64decode
from datetime import date, timedelta

import pytest

from geodata import Atlas, parting
from geodata.areas import steps
from geodata.spans import Span
from pages.ui.treaties import card as treaties
from pages.ui.treaties import changes as treaties_changes
from pages.ui.treaties import chart as treaties_chart
from pages.ui.treaties import lines as treaties_lines
from pages.ui.treaties import table as treaties_table
from pages.ui.words import extents
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES


def reader(atlas: Atlas, language: str = "en", viewpoint: str = "neutral") -> Reader:
    return Reader(atlas, language, date(1945, 8, 30), viewpoint=viewpoint)


def drawings(html: str) -> list[str]:
    """Return the SVG drawings in a piece of HTML."""
    return [
        b64decode(data).decode()
        for data in re.findall(r"data:image/svg\+xml;base64,([^\"]+)", html)
    ]


@pytest.mark.parametrize("language", TONGUES)
def test_every_part_of_every_instrument_has_a_name_in_the_readers_language(
    atlas: Atlas, language: str
) -> None:
    labels = {
        treaties.label(reader(atlas, language), one, part)
        for one in atlas.instruments.values()
        for part in one.articles
    }
    if language != "en":
        assert not [label for label in labels if re.search(r"[A-Za-z]{4}", label)]
    assert all(labels)


def test_a_treaty_counts_articles_and_an_order_paragraphs(atlas: Atlas) -> None:
    own = reader(atlas, "ja")
    for name, number, words in (("shimoda-1855", "2", "第2条"), ("scapin-677-1946", "6", "第6項")):
        one = atlas.instruments[name]
        [part] = [part for part in one.articles if part.article == number]
        assert treaties.label(own, one, part) == words


@pytest.mark.parametrize("language", TONGUES)
def test_a_line_is_drawn_with_its_straits_three_names(atlas: Atlas, language: str) -> None:
    own = reader(atlas, language)
    card = str(treaties.card(own, atlas.instruments["st-petersburg-1875"]))
    assert len(drawings(card)) == 2
    for line in treaties_lines.drawn(own, "st-petersburg-1875"):
        for tongue in TONGUES:
            assert f'<span lang="{tongue}">{line["strait"][tongue]}</span>' in card
        assert f'data-line="{line.name}"' in "".join(drawings(card))


@pytest.mark.parametrize(
    ("instrument", "shores"),
    [
        ("shimoda-1855", [("Iturup", "Urup"), ("Iturup", "Urup")]),
        ("st-petersburg-1875", [("Hokkaido", "Southern Sakhalin"), ("Kamchatka", "Shumshu")]),
        ("portsmouth-1905", [("Northern Sakhalin", "Southern Sakhalin")]),
    ],
)
def test_a_map_names_both_shores(
    atlas: Atlas, instrument: str, shores: list[tuple[str, str]]
) -> None:
    card = str(treaties.card(reader(atlas), atlas.instruments[instrument]))
    named = [tuple(sorted(re.findall(r"<text[^>]*>([^<]+)<", one))) for one in drawings(card)]
    assert sorted(named) == sorted(shores)


def test_a_sides_holder_stands_beside_the_map_with_reason_and_sources(atlas: Atlas) -> None:
    card = str(treaties.card(reader(atlas), atlas.instruments["shimoda-1855"]))
    assert "held by Japan." in card
    assert "held by Russia." in card
    span = next(one for one in atlas.history("urup", "control") if date(1856, 12, 7) in one)
    assert atlas.phrases[span.basis].text.en[1:] in card


def test_the_ground_follows_the_paper_or_goes_before_it(atlas: Atlas) -> None:
    told = 0
    for one in atlas.instruments.values():
        found = treaties_changes.holdings(reader(atlas), one)
        dealt = {
            change.island: change.after
            for change in (atlas.changes(one.in_force, lens="title") if one.in_force else ())
            if change.basis == one.id
        }
        assert sum(map(len, found.values())) == len(dealt)
        told += len(dealt)
        for holder, own in found.items():
            for span in own.values():
                assert span.controller == holder
                # the new holder's day, or that of the one who stayed
                assert atlas.holding(_island(atlas, span), span.start).start == span.start
    assert told


def _island(atlas: Atlas, holding: Span) -> str:
    return next(
        island
        for island in atlas.islands
        for span in atlas.history(island, "control")
        if (span.start, span.controller) == (holding.start, holding.controller)
    )


def test_where_more_passed_on_the_ground_than_on_paper_the_ground_is_told(atlas: Atlas) -> None:
    one = atlas.instruments["ussr-dissolution-1991"]
    assert one.in_force is not None
    told = str(treaties_changes.changed(reader(atlas), one))
    everything = [change.island for change in atlas.changes(one.in_force)]
    assert f"({extents.islands(reader(atlas), everything)} in all)" in told


def test_what_came_next_on_the_ground_is_told_for_a_year(atlas: Atlas) -> None:
    own = reader(atlas)
    days = [day for day in atlas.moments(lens="control") if atlas.changes(day)]
    found = {name: treaties_changes.following(own, one) for name, one in atlas.instruments.items()}
    assert None in found.values()
    for name, day in found.items():
        signed = atlas.instruments[name].signed
        year = [moment for moment in days if signed <= moment <= signed + timedelta(days=366)]
        assert day == min(year, default=None)


@pytest.mark.parametrize("viewpoint", ["neutral", "japan", "russia"])
@pytest.mark.parametrize("lens", ["control", "title"])
def test_the_steps_hold_the_whole_chain_without_gap(
    atlas: Atlas, lens: str, viewpoint: str
) -> None:
    own = steps(atlas, lens, viewpoint, date(1855, 1, 1))
    assert own[0].start == date(1855, 1, 1)
    assert [step.end for step in own[:-1]] == [step.start for step in own[1:]]
    totals = {round(sum(step.km2.values())) for step in own}
    assert len(totals) == 1


@pytest.mark.parametrize("viewpoint", ["neutral", "japan", "russia"])
@pytest.mark.parametrize("language", TONGUES)
def test_the_chart_names_what_it_draws_and_tells_it_in_a_table(
    atlas: Atlas, language: str, viewpoint: str
) -> None:
    own = reader(atlas, language, viewpoint)
    chart = str(treaties_chart.chart(own))
    wide = drawings(chart)[0]
    assert atlas.powers["japan"].name[language] in wide
    assert ">1875<" in wide
    values = set(re.findall(r'data-value="(\w+)"', wide))
    table = str(treaties_table.steps(own))
    for value in values:
        assert atlas.powers[value].name[language] in chart
        assert atlas.powers[value].name[language] in table


@pytest.mark.parametrize("language", TONGUES)
def test_the_stretches_are_told_with_their_sources(atlas: Atlas, language: str) -> None:
    table = str(treaties_table.stretches(reader(atlas, language)))
    assert table.count("<summary>") == table.count('scope="row"')
    assert 'href="#san-francisco-1951"' in table
    for stretch in parting.stretches(atlas, "neutral"):
        assert extents.islands(reader(atlas, language), stretch.islands) in table


def test_a_japanese_reader_counts_parts_in_figures(atlas: Atlas) -> None:
    numbers = {"I": "1", "IV": "4", "VIII": "8", "IX": "9", "XIV": "14", "XXXIX": "39", "7": "7"}
    for written, figure in numbers.items():
        assert TONGUES["ja"].figures(written) == figure
        assert TONGUES["ru"].figures(written) == written
    for one in atlas.instruments.values():
        for part in one.articles:
            assert not re.search(r"第[IVX]", treaties.label(reader(atlas, "ja"), one, part))
