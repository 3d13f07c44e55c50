"""Captions, tables and charts say what the map shows, with basis and sources."""

import re
from base64 import b64decode
from dataclasses import replace
from datetime import date, timedelta
from html import escape
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from geodata import Atlas
from geodata.areas import steps
from geodata.model import Count, Lens
from geodata.time import Precision
from pages.ui.browser import export, scope
from pages.ui.browser.bundle import javascript
from pages.ui.browser.elements import Order, State, Timeline
from pages.ui.drawing import bands, palette
from pages.ui.drawing import bars as charts
from pages.ui.map import areas
from pages.ui.parts import citations, people
from pages.ui.parts import day as tables
from pages.ui.parts import island as sheets
from pages.ui.words import captions, dates, text
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES
from tests.conftest import ROOT

DAY = date(1945, 8, 30)
YEAR = Precision.YEAR


class Plain(HTMLParser):
    """Collect an HTML text's words and check that its tags are balanced."""

    VOID = frozenset({"br", "img", "input", "hr"})

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(markup)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002, D102
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:  # noqa: D102  # HTMLParser's
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:  # noqa: D102  # HTMLParser's
        self.words.append(data)

    @property
    def text(self) -> str:
        """All words, one after the other."""
        return "".join(self.words)


@pytest.mark.parametrize("language", TONGUES)
def test_who_held_iturup_and_how_do_we_know(atlas: Atlas, language: str) -> None:
    told = Plain(tables.holders(Reader(atlas, language, DAY))).text
    span = atlas.drawn(DAY)["iturup"].span
    assert atlas.islands["iturup"].name[language] in told
    assert atlas.powers["soviet_union"].name[language] in told
    assert atlas.phrases[span.basis].text[language] in told
    for source in span.sources:
        assert citations.named(atlas.source(source)) in told


def test_japan_s_reading_tells_its_title_since_1856(atlas: Atlas) -> None:
    told = Plain(
        tables.holders(Reader(atlas, "en", date(1960, 1, 1), lens="title", viewpoint="japan"))
    ).text
    iturup = told[told.index("Iturup") :]
    assert iturup.partition("Japan, since ")[2].startswith("7 Dec 1856")


def test_a_claim_that_outlives_its_rival_is_as_old_as_it_was(atlas: Atlas) -> None:
    told = Plain(tables.holders(Reader(atlas, "en", date(1830, 1, 1), lens="claims"))).text
    assert told[told.index("Iturup") :].partition("Japan, since ")[2].startswith("1644")


@pytest.mark.parametrize("lens", ["control", "title", "claims"])
@pytest.mark.parametrize("viewpoint", ["neutral", "japan", "russia"])
@pytest.mark.parametrize("language", TONGUES)
def test_the_table_twin_has_every_island(
    atlas: Atlas, lens: str, viewpoint: str, language: str
) -> None:
    markup = tables.holders(Reader(atlas, language, DAY, lens=lens, viewpoint=viewpoint))
    assert markup.count('scope="row"') == len(atlas.islands)
    Plain(markup)
    for part in (tables.today, tables.latest):
        Plain(part(Reader(atlas, language, DAY, lens=lens, viewpoint=viewpoint)))


def test_the_exchange_of_1875_is_told_with_basis_and_numbers(atlas: Atlas) -> None:
    told = captions.caption(Reader(atlas, "en", atlas.as_of), date(1875, 8, 22))
    assert "Russia → Japan" in told
    assert "Treaty of St Petersburg" in told
    moved = [change for change in atlas.changes(date(1875, 8, 22)) if change.after == "japan"]
    assert str(len(moved)) in told


@pytest.mark.parametrize("language", TONGUES)
def test_a_change_known_to_the_year_is_no_day_in_the_panel(atlas: Atlas, language: str) -> None:
    moments = set(atlas.moments(lens="control"))
    years = [
        (last, coming)
        for last, coming in pairwise(atlas.turns(lens="control"))
        if {last, coming} <= moments
        and atlas.precision(last, lens="control") is atlas.precision(coming, lens="control") is YEAR
    ]
    assert years
    for last, coming in years:
        shown = Reader(atlas, language, last + timedelta(days=90))
        for part, day in ((tables.latest, last), (tables.coming, coming)):
            [when] = re.findall(r"<b>(.*?)</b>", part(shown))
            assert when == dates.written(day, language, YEAR)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(1856, 12, 8), "treaty-1855"),  # it begins
        (date(1945, 8, 20), "sakhalin-maoka"),  # it begins
        (date(1952, 4, 28), "treaty-1905-fiftieth"),  # it ends
    ],
)
def test_a_change_of_lines_or_landings_has_their_sources(
    atlas: Atlas, day: date, name: str
) -> None:
    cited = {one.id: one.sources for one in atlas.line_records()}
    cited |= {one.id: one.sources for one in atlas.landing_records()}
    told = str(tables.latest(Reader(atlas, "en", day)))
    for source in cited[name]:
        assert str(citations.cite(atlas.source(source))) in told


def test_the_end_of_a_claim_has_its_own_sources(atlas: Atlas) -> None:
    told = str(tables.latest(Reader(atlas, "en", date(1856, 4, 27), lens="claims")))
    [claim] = [
        span for span in atlas.history("urup", "claims") if span.controller == "france_britain"
    ]
    for source in claim.sources:
        assert str(citations.cite(atlas.source(source))) in told


@pytest.mark.parametrize("lens", ["control", "title", "claims"])
@pytest.mark.parametrize("language", TONGUES)
def test_no_change_is_told_without_sources_or_with_none_of_a_side(
    atlas: Atlas, lens: str, language: str
) -> None:
    for day in atlas.moments(lens=lens):
        told = tables.latest(Reader(atlas, language, day, lens=lens))
        [summary] = re.findall(r"<summary>(.*?)</summary>", told)
        assert re.search(r"[1-9]", summary)
        assert not re.search(r"\b0\b|[^\d]0件", summary)


def test_only_the_sides_with_sources_are_counted(atlas: Atlas) -> None:
    one = next(name for name, source in atlas.sources.items() if source.perspective == "russian")
    assert "<summary>Sources: 1 Russian.</summary>" in citations.sources(
        Reader(atlas, "en", atlas.as_of), [one, one]
    )
    assert citations.sources(Reader(atlas, "en", atlas.as_of), []) == ""


def test_a_claim_ends_as_finely_as_the_next_one_begins(atlas: Atlas) -> None:
    spans = re.findall(
        r"<b>(.*?)</b>", sheets.spans(Reader(atlas, "en", atlas.as_of), "urup", "claims")
    )
    assert spans[:4] == [
        "1644 – 7 February 1855",
        "1768 – 2 January 1787",
        "2 January 1787 – 22 August 1875",
        "September 1855 – 27 April 1856",
    ]


@pytest.mark.parametrize("language", TONGUES)
def test_every_island_has_a_card(atlas: Atlas, language: str) -> None:
    for island in atlas.islands:
        told = Plain(sheets.island(Reader(atlas, language, DAY), island)).text
        assert text.names(atlas.islands[island], language)[0][0] in told
        Plain(sheets.spans(Reader(atlas, language, atlas.as_of), island))


def test_a_count_known_to_the_year_is_dated_as_the_language_writes_years(atlas: Atlas) -> None:
    years = {"en": "{}", "ja": "{}年", "ru": "{}\N{NO-BREAK SPACE}г."}
    for year in (1600, 1884, 2026):
        count = Count(year=year, people=1, sources=("a",))
        for language, form in years.items():
            assert people.when(Reader(atlas, language, DAY), count) == form.format(year)


@pytest.mark.parametrize("lens", ["control", "title", "claims"])
@pytest.mark.parametrize("language", TONGUES)
def test_the_chart_of_areas_draws_and_names_every_holder(
    atlas: Atlas, lens: str, language: str
) -> None:
    drawn = str(areas.areas(Reader(atlas, language, DAY, lens=lens)))
    svg = b64decode(drawn.partition("base64,")[2].partition('"')[0]).decode()
    values = set(atlas.areas(lens=lens)["controller"])
    assert set(re.findall(r'data-value="([\w+]+)"', svg)) == values
    for value in values:
        assert palette.paints(Reader(atlas, language, atlas.as_of))[value].name in drawn


def test_the_chart_of_areas_is_to_scale(atlas: Atlas) -> None:
    own = steps(atlas, "control", "neutral", atlas.start)
    day = date(1875, 8, 22)
    there = {
        value: boxes
        for value, boxes in bands.bands(own, list(atlas.powers), date.toordinal, 0, 1)
        if value == "japan"
    }
    tops = {left: foot - top for left, _, foot, top in there["japan"]}
    frame = atlas.areas()
    japan = frame[(frame["day"] == day) & (frame["controller"] == "japan")]["km2"].item()
    assert tops[day.toordinal()] == pytest.approx(japan)


def test_the_rule_stands_at_the_reader_s_day(atlas: Atlas) -> None:
    for day, share in ((atlas.start, "0.00"), (atlas.as_of, "100.00")):
        drawn = str(areas.areas(Reader(atlas, "en", day)))
        assert f'style="left:{share}%"' in drawn


def test_an_island_s_bars_hold_its_history(atlas: Atlas) -> None:
    bars = charts.history(Reader(atlas, "ru", DAY), "urup")
    held = sum(len(atlas.spans(lens)["urup"]) for lens in Lens)
    assert bars.count('class="stretch"') == held


def test_no_two_powers_look_alike(atlas: Atlas) -> None:
    looks = [(power.colour, power.pattern) for power in atlas.powers.values()]
    assert len(set(looks)) == len(looks)
    assert palette.paints(Reader(atlas, "en", atlas.as_of))["japan+russia"].colours == (
        atlas.powers["japan"].colour,
        atlas.powers["russia"].colour,
    )


@pytest.mark.parametrize("language", TONGUES)
def test_the_exported_file_is_whole_and_small(atlas: Atlas, language: str) -> None:
    page = export.single_file(Reader(atlas, language, date(1945, 8, 25)))
    assert len(page.encode()) <= 1_000_000
    assert "https://cdn" not in page
    assert page.count("<script") == page.count("</script>")


def test_words_of_the_data_cannot_break_out_of_a_script() -> None:
    order = Order(State(1, "en", "</script><script>alert(1)</script>"))
    assert "<" not in order.state
    drawn = Timeline({"islands": "`${alert(1)}</script>"})
    assert "<" not in drawn.source


def test_the_browser_side_is_complete() -> None:
    code = javascript()
    modules = sorted((ROOT / "pages" / "ui" / "browser" / "js").glob("*.js"))
    made = [
        f"{kind} {name}"
        for path in modules
        for kind, name in re.findall(
            r"^export (?:async )?(class|const|function) (\w+)",
            path.read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    ]
    assert made
    assert [piece for piece in made if not re.search(rf"{piece}\b", code)] == []
    assert ".leaflet-container .island" in code


def test_every_page_with_a_timeline_has_a_scope(atlas: Atlas) -> None:
    for make in scope.SCOPES.values():
        made = make(atlas)
        assert atlas.start <= made.start < made.last <= atlas.as_of
        assert made.focus <= atlas.islands.keys()


@pytest.mark.parametrize(
    ("language", "page", "chapter"),
    [("en", "pp. 16–17", "ch. 3"), ("ja", "16〜17頁", "ch. 3"), ("ru", "с. 16–17", "ch. 3")],
)
def test_a_place_in_a_work_is_named_and_linked_and_the_work_counted_once(
    atlas: Atlas, language: str, page: str, chapter: str
) -> None:
    work = next(source for source in atlas.sources.values() if source.url)
    paged = work.model_copy(update={"at": {"16-17": "https://example.org/16"}})
    shelf = replace(atlas, sources={**atlas.sources, work.id: paged})
    places = [work.id, f"{work.id}#16-17", f"{work.id}#ch. 3"]
    listed = citations.sources(Reader(shelf, language, shelf.as_of), places)
    assert listed.count("<li>") == 1
    assert 'href="https://example.org/16"' in listed
    assert f">{page}</a>" in listed
    assert f">{chapter}</cite>" in listed
    named = citations.cited(Reader(shelf, language, shelf.as_of), places)
    assert 'href="https://example.org/16"' in named
    assert [part in named for part in (page, chapter)] == [True, True]


@pytest.mark.parametrize("lens", ["control", "title", "claims"])
@pytest.mark.parametrize("language", TONGUES)
def test_a_note_is_told_once_however_many_islands_it_is_of(
    atlas: Atlas, lens: str, language: str
) -> None:
    for day in atlas.moments(lens=lens):
        reader = Reader(atlas, language, day, lens=lens)
        spans = [
            span
            for own in atlas.spans(reader.lens, reader.viewpoint).values()
            for span in own
            if span.start == day
        ]
        told = captions.told_once(reader, spans)
        for span in spans:
            # a note may be the beginning of another one
            assert all(any(word in one for one in told) for word in captions.doubts(reader, span))
            if span.note:
                note = atlas.phrases[span.note].text[language]
                assert sum(one.startswith(note) for one in told) == 1
                assert "".join(told).count(note) == 1


@pytest.mark.parametrize("language", ["ja", "zh"])
def test_a_source_is_cited_with_the_marks_of_its_language(atlas: Atlas, language: str) -> None:
    sources = [one for one in atlas.sources.values() if one.language == language]
    assert sources
    for source in sources:
        told = re.sub(r"<[^>]*>", "", str(citations.cite(source)))
        between = told.replace(escape(source.title), "").replace(escape(source.producer), "")
        assert not re.search(r", | — ", between)
        assert between.endswith("、")


@pytest.mark.parametrize("lens", ["control", "title", "claims"])
def test_the_day_a_document_was_signed_leads_to_its_card_once(atlas: Atlas, lens: str) -> None:
    for one in atlas.instruments.values():
        for day in filter(None, {one.signed, one.in_force}):
            reader = Reader(atlas, "en", day, lens=lens)
            told = str(tables.today(reader) + tables.latest(reader))
            assert told.count(f">{escape(one.name['en'])}</a>") == 1, (one.id, day)
