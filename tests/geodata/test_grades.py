"""Which sources count, and how much of the atlas rests on those that do not."""

from datetime import date
from itertools import product

import pytest

from geodata import Atlas, footing, grades
from geodata.__main__ import exceptions
from geodata.model import Kind, Source

DAY = date(1945, 8, 18)

# Of all citations at most so many go to encyclopaedias, blogs, reading sites and second-hand press.
GOAL = 0.15
# Records of control of 1855-1946 without a source that counts from one side, and why.
ONE_SIDED = {
    ("urup", date(1855, 9, 1)): "Japan had no part in the allied landing",
}


def source(name: str, **said: object) -> Source:
    given = {
        "id": name,
        "title": "A title",
        "producer": "A house",
        "kind": "study",
        "accessed": "2026-11-22",
        "language": "en",
        "perspective": "other",
    }
    return Source.model_validate(given | said)


@pytest.mark.parametrize(("kind", "seen"), [*product(Kind, ("whole", "excerpt", "copy"))])
def test_encyclopaedias_blogs_and_copies_are_weak_but_for_what_a_state_wrote(
    kind: Kind, seen: str
) -> None:
    told = grades.weak(source("one", kind=kind, seen=seen))
    assert told == (
        kind in (Kind.REFERENCE, Kind.OTHER)
        or (seen == "copy" and kind not in (Kind.DOCUMENT, Kind.GOVERNMENT))
    )


@pytest.mark.parametrize(
    ("published", "counts"),
    [(None, False), ("1944", False), ("1945-08-19", True), ("1946", True), ("1947-01", False)],
)
def test_press_counts_only_near_its_day(published: str | None, counts: bool) -> None:  # noqa: FBT001
    assert grades.solid(source("one", kind="press", published=published), DAY) is counts


def test_one_document_makes_sure_even_in_a_copy() -> None:
    assert grades.sure([source("one", kind="document", seen="copy")], DAY, both=True)


@pytest.mark.parametrize("kind", [Kind.STUDY, Kind.GOVERNMENT])
def test_two_accounts_make_sure_and_one_cited_twice_does_not(kind: Kind) -> None:
    one, two = source("one", kind=kind), source("two", kind=kind)
    assert grades.sure([one, two], DAY)
    assert not grades.sure([one, one], DAY)
    assert not grades.sure([one, source("two", kind="reference")], DAY)


@pytest.mark.parametrize(
    ("sides", "counts"),
    [
        (("japanese", "russian"), True),
        (("japanese", "japanese"), False),
        (("russian", "other"), False),
        (("other", "other"), False),
    ],
)
def test_where_both_were_there_both_are_heard(sides: tuple[str, str], counts: bool) -> None:  # noqa: FBT001
    accounts = [source(f"s{number}", perspective=side) for number, side in enumerate(sides)]
    assert grades.sure(accounts, DAY, both=True) is counts


def test_what_holds_both_governments_words_counts_for_either_side() -> None:
    joint = source("one", kind="document", joint=True)
    assert grades.own_text([joint], "japanese")
    assert grades.own_text([joint], "russian")
    assert not grades.own_text([source("two", kind="document")], "russian")
    assert not grades.own_text([source("two", kind="study", perspective="russian")], "russian")
    assert grades.sure([source("one", joint=True), source("two")], DAY, both=True)


def test_every_citation_is_counted_by_its_kind(atlas: Atlas) -> None:
    told = footing.kinds(atlas)
    assert told.total() == sum(len(one.works) for one in footing.footings(atlas))
    assert {*told} <= {*map(str, Kind), "copy"}
    weak = told["reference"] + told["other"] + told["copy"]
    assert footing.weak_share(atlas) == pytest.approx(weak / told.total())


def test_every_record_has_a_footing_once(atlas: Atlas) -> None:
    told = [
        one for one in footing.footings(atlas) if one.kind not in ("control", "title", "claims")
    ]
    assert len({(one.kind, one.name) for one in told}) == len(told)
    assert {one.kind for one in footing.footings(atlas)} == {
        "control",
        "title",
        "claims",
        "instrument",
        "event",
        "line",
        "landing",
        "island",
        "place",
    }
    assert all(one.works for one in footing.footings(atlas))


def test_few_citations_go_to_weak_sources(atlas: Atlas) -> None:
    assert footing.weak_share(atlas) <= GOAL


def test_control_of_the_years_of_both_has_sources_that_count_from_both(atlas: Atlas) -> None:
    assert {(one.name, one.day) for one in footing.one_sided(atlas)} == {*ONE_SIDED}


def test_title_has_sources_that_count_from_both_sides(atlas: Atlas) -> None:
    assert footing.one_sided_titles(atlas) == []


def test_every_exception_is_printed_once_by_its_name(atlas: Atlas) -> None:
    lists = (
        footing.one_sided(atlas),
        footing.one_sided_titles(atlas),
        footing.readings_of_one(atlas),
        footing.on_weak_only(atlas),
    )
    printed = iter(exceptions(atlas))
    for wanting in lists:
        assert next(printed).endswith(f": {len(wanting)}")
        for one in wanting:
            line = next(printed)
            assert f" {one.kind} {one.name}{f' {one.day}' if one.day else ''}: " in line
            assert all(work.id in line for work in one.works)
            lacks = {side for side in grades.SIDES if side in line.split("cites")[0]}
            assert lacks == (set() if one.weak else grades.SIDES - one.sides)
    assert not list(printed)


def test_a_reading_of_title_rests_on_its_own_side(atlas: Atlas) -> None:
    assert footing.readings_of_one(atlas) == []


def test_no_control_or_instrument_of_the_years_of_both_rests_on_weak_sources(atlas: Atlas) -> None:
    alone = footing.on_weak_only(atlas)
    assert [one.name for one in alone if one.kind == "instrument"] == []
    assert [
        one.name
        for one in alone
        if one.kind == "control" and one.day and grades.both_there(one.day)
    ] == []
