"""What two days differ in: the same as asking the atlas for both."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata import Atlas, load_atlas
from geodata import differences as compare
from geodata.model import Group
from pages.ui.compare import differences as compare_words
from pages.ui.compare import pairs as compare_pairs
from pages.ui.words import text
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES

EVE, LAST = date(1945, 8, 17), date(1945, 9, 5)
ATLAS = load_atlas()
days = st.dates(ATLAS.start, ATLAS.as_of)


def test_the_landings_took_the_kurils_from_japan_step_by_step(atlas: Atlas) -> None:
    kurils = compare.differences(atlas, EVE, LAST, "control", "neutral")[0]
    assert (kurils.before, kurils.after) == ("japan", "soviet_union")
    chain = {name for name, one in atlas.islands.items() if one.group is not Group.SAKHALIN}
    assert set(kurils.islands) == chain
    assert kurils.islands[0] == "iturup"
    assert kurils.km2 == pytest.approx(sum(atlas.km2[name] for name in chain))
    assert [step.span.start for step in kurils.steps] == sorted(s.span.start for s in kurils.steps)
    by_day = {step.span.start: step for step in kurils.steps if "iturup" in step.islands}
    assert list(by_day) == [date(1945, 8, 28)]
    assert by_day[date(1945, 8, 28)].sources


def test_sakhalin_never_stands_with_the_kurils(atlas: Atlas) -> None:
    for one in compare.differences(atlas, atlas.start, atlas.as_of, "control", "neutral"):
        groups = {atlas.islands[name].group is Group.SAKHALIN for name in one.islands}
        assert len(groups) == 1


@settings(max_examples=30)
@given(pair=st.tuples(days, days), lens=st.sampled_from(["control", "title", "claims"]))
def test_the_differences_are_those_of_the_two_days(pair: tuple[date, date], lens: str) -> None:
    first, second = sorted(pair)
    before, after = (ATLAS.on(day, lens=lens)["controller"] for day in (first, second))
    expected = {
        (name, before[name], after[name]) for name in before.index if before[name] != after[name]
    }
    found = compare.differences(ATLAS, first, second, lens, "neutral")
    told = [(name, one.before, one.after) for one in found for name in one.islands]
    assert set(told) == expected
    assert len(told) == len(expected)
    for one in found:
        assert {name for step in one.steps for name in step.islands} == set(one.islands)
    still, _ = compare.unchanged(ATLAS, found)
    chain = [name for name, one in ATLAS.islands.items() if one.group is not Group.SAKHALIN]
    assert still == [name for name in chain if before[name] == after[name]]


def test_lines_come_and_go(atlas: Atlas) -> None:
    new, gone = compare.lines(atlas, date(1875, 8, 21), date(1875, 8, 22), "neutral")
    assert new
    assert gone
    assert compare.lines(atlas, LAST, LAST, "neutral") == ([], [])


@pytest.mark.parametrize("language", TONGUES)
def test_the_words_tell_holders_amount_reason_and_sources(atlas: Atlas, language: str) -> None:
    pair = (date(1875, 8, 21), date(1875, 8, 22))
    told = str(compare_words.differences(Reader(atlas, language, atlas.as_of), pair))
    russia, japan = (atlas.powers[name].name[language] for name in ("russia", "japan"))
    assert text.say("compare.passed", language, before=russia, after=japan) in told
    assert 'data-before="russia" data-after="japan"' in told
    assert text.names(atlas.islands["urup"], language)[0][0] in told
    basis = next(row.basis for row in atlas.changes(pair[1]) if row.island == "urup")
    assert atlas.phrases[basis].text[language][1:] in told
    assert "<details" in told


def test_equal_days_and_equal_states_say_so(atlas: Atlas) -> None:
    same = str(compare_words.differences(Reader(atlas, "en", atlas.as_of), (EVE, EVE)))
    assert text.say("compare.same_day", "en") in same
    quiet = (date(1880, 1, 1), date(1880, 1, 2))
    told = str(compare_words.differences(Reader(atlas, "en", atlas.as_of), quiet))
    assert "No island differs" in told


@pytest.mark.parametrize("language", TONGUES)
def test_every_ready_made_pair_differs_under_its_lens(atlas: Atlas, language: str) -> None:
    ready = compare_pairs.ready(Reader(atlas, language, atlas.as_of))
    assert [pair.second for pair in ready] == sorted({pair.second for pair in ready})
    for pair in ready:
        assert compare.differences(atlas, pair.first, pair.second, pair.lens, "neutral")
        assert pair.title
    telling = {"1856-12-07", "1875-08-22", "1905-10-15", "1945-09-05", "1952-04-28", "1991-12-26"}
    assert telling <= {pair.second.isoformat() for pair in ready}
    lenses = {pair.second.isoformat(): pair.lens for pair in ready}
    assert lenses["1856-12-07"] == "title"
    assert lenses["1875-08-22"] == "control"


@pytest.mark.parametrize("written", ["", "banana", "1945-02-30", "1599-12-31", "9999-01-01", "<b>"])
def test_a_bad_second_date_becomes_a_default(atlas: Atlas, written: str) -> None:
    assert compare_pairs.other_day(atlas, written, atlas.as_of) == (EVE, True)


def test_a_good_second_date_is_taken_and_none_is_no_fault(atlas: Atlas) -> None:
    assert compare_pairs.other_day(atlas, "1875-08-22", EVE) == (date(1875, 8, 22), False)
    assert compare_pairs.other_day(atlas, None, atlas.as_of) == (EVE, False)
    assert compare_pairs.other_day(atlas, None, EVE) == (atlas.as_of, False)
    assert compare_pairs.eve(atlas) == atlas.event("shumshu-landing-1945").date - timedelta(days=1)
