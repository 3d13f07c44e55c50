"""What rests on the sources, counted and listed."""

from datetime import date

import pytest

from geodata import Atlas, footing, load_atlas
from geodata.model import Confidence
from pages.ui.html import Markup
from pages.ui.sources import chart as sources_chart
from pages.ui.sources import entries as sources_list
from pages.ui.sources import facts as sources
from pages.ui.sources import grades
from pages.ui.sources import wording as sources_words
from pages.ui.words import dates, text
from pages.ui.words.asked import parse
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES


def params(**changed: str | None) -> dict[str, str]:
    return parse({"lang": "en"}, load_atlas()).params(**changed)


def test_every_source_carries_something(atlas: Atlas) -> None:
    carried = sources.carried(sources.facts(Reader(atlas, "en", atlas.as_of)))
    assert not atlas.sources.keys() - carried.keys()


def test_the_same_facts_are_told_in_every_language(atlas: Atlas) -> None:
    english, japanese, russian = (
        sources.facts(Reader(atlas, tongue, atlas.as_of)) for tongue in TONGUES
    )
    assert [fact.sources for fact in english] == [fact.sources for fact in japanese]
    assert [fact.sources for fact in english] == [fact.sources for fact in russian]
    assert {fact.kind for fact in english} == {*sources.KINDS}


def test_records_are_counted_by_the_sides_that_tell_them(atlas: Atlas) -> None:
    told = sources.sides(atlas)
    rows = sum(len(atlas.history(island, lens="control")) for island in atlas.islands)
    assert told.total() == rows
    assert {side for _, side in told} <= {*sources.SIDES}


def test_open_questions_are_all_the_doubtful_records(atlas: Atlas) -> None:
    weak = [fact for fact in sources.facts(Reader(atlas, "en", atlas.as_of)) if fact.weak]
    hatched = {
        (island, span.start, str(span.lens))
        for island in atlas.islands
        for span in atlas.history(island)
        if span.doubtful
    }
    assert hatched <= {(island, fact.day, fact.kind) for fact in weak for island in fact.islands}
    assert all(fact.doubts for fact in weak)
    assert all(
        fact.weak
        for fact in sources.facts(Reader(atlas, "en", atlas.as_of))
        if fact.confidence is Confidence.LOW and fact.kind != "title"
    )


def test_urup_of_1855_is_an_open_question(atlas: Atlas) -> None:
    listed = sources_list.doubts(
        Reader(atlas, "en", atlas.as_of), sources.facts(Reader(atlas, "en", atlas.as_of))
    )
    assert "date=1855-09-01&amp;lang=en&amp;island=urup" in listed
    assert "frigates" in listed


@pytest.mark.parametrize(
    ("perspective", "tongue", "words", "found"),
    [
        ("", "", "", "jc"),
        ("japanese", "ja", "鳥居 千島", "torii-1903"),
        ("russian", "", "ГНЕЧКО", "litlife-gnechko"),
        ("", "", "jc", "jc"),
    ],
)
def test_sources_are_found(
    atlas: Atlas, perspective: str, tongue: str, words: str, found: str
) -> None:
    chosen = sources.chosen(atlas, perspective, tongue, words)
    assert found in {source.id for source in chosen}
    assert not perspective or {source.perspective for source in chosen} == {perspective}


def test_nothing_found_is_said(atlas: Atlas) -> None:
    listed = sources_list.listed(Reader(atlas, "ja", atlas.as_of), [], {})
    assert text.say("sources.none_shown", "ja") in listed


@pytest.mark.parametrize("language", TONGUES)
def test_a_source_says_what_it_is_and_what_rests_on_it(atlas: Atlas, language: str) -> None:
    told = sources.facts(Reader(atlas, language, atlas.as_of))
    written = sources_list.one(Reader(atlas, language, atlas.as_of), atlas.sources["spb-j"], told)
    assert 'lang="ja"' in written
    assert dates.written(date(1875, 8, 22), language) in written
    assert f"./?date=1875-08-22&amp;lang={language}" in written


@pytest.mark.parametrize("language", TONGUES)
def test_both_sides_have_as_many_words_left_to_them(atlas: Atlas, language: str) -> None:
    written = sources_words.wording(Reader(atlas, language, atlas.as_of))
    assert written.count('<q lang="ja"') == written.count('<q lang="ru"')


def test_the_codebook_is_set_below_the_page_s_headings() -> None:
    written = sources_words.codebook("# Codebook\n\n## Rules\n\nSee [it](x.md).\n")
    assert written == Markup('<div lang="en">\n\n\n### Rules\n\nSee it.\n\n\n</div>')


@pytest.mark.parametrize("language", TONGUES)
def test_the_chart_counts_what_the_sentence_counts(atlas: Atlas, language: str) -> None:
    drawn = sources_chart.chart(Reader(atlas, language, atlas.as_of))
    (rows,) = drawn["datasets"].values()
    assert sum(row["count"] for row in rows) == sources.sides(atlas).total()


@pytest.mark.parametrize("language", TONGUES)
def test_the_grades_count_every_citation_and_name_every_record_that_wants_better(
    atlas: Atlas, language: str
) -> None:
    reader = Reader(atlas, language, atlas.as_of)
    written = grades.grades(reader)
    for count in footing.kinds(atlas).values():
        assert f">{reader.number(count)}</td>" in written
    wanting = [*footing.on_weak_only(atlas), *footing.one_sided(atlas)]
    assert wanting
    assert written.count("<li>") == len(wanting)
    assert reader.number(100 * footing.weak_share(atlas), 1) in written
