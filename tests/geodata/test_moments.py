"""What is told of each moment: whole, short, and true to who holds what."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from geodata import Atlas, DataError, Lens, Viewpoint, load_atlas
from geodata.model import QUESTIONS, Group, Moment
from geodata.moments import LONGEST, length
from tests.geodata.test_load import problems, spoil

FILE = "moments.toml"
# How a sentence names a power, whatever the ending.
NAMES = {
    "japan": {"en": r"Japan|Matsumae", "ja": r"日本|松前", "ru": r"Япон|япон|Мацумаэ"},
    "russia": {"en": r"Russia", "ja": r"ロシア", "ru": r"Росси|русск"},
    "soviet_union": {"en": r"Soviet", "ja": r"ソ連", "ru": r"СССР|Советск|советск"},
    "ainu": {"en": r"Ainu", "ja": r"アイヌ", "ru": r"айн"},
    "france_britain": {
        "en": r"France and Britain",
        "ja": r"英仏",
        "ru": r"Франци\w+ с Великобритани",
    },
}
# Who is present where no single power holds.
PRESENT = {
    "joint": {"japan", "russia"},
    "unsettled": {"japan", "russia", "ainu"},
    "undivided": {"japan", "russia"},
    "undetermined": {"japan"},
    "disputed": {"japan", "russia", "soviet_union"},
}
SIDES = {"japan", "russia", "soviet_union"}


def states(atlas: Atlas) -> Iterator[tuple[Moment, Lens, Viewpoint]]:
    for lens, view in QUESTIONS:
        for moment in atlas.story(lens=lens, viewpoint=view):
            if moment.then.of(lens, view):
                yield moment, lens, view


def holders(atlas: Atlas, day: date, lens: Lens, view: Viewpoint) -> Iterator[tuple[str, str]]:
    """Yield each island and each power that holds it that day; claimants one by one."""
    for island, piece in atlas.drawn(day, lens=lens, viewpoint=view).items():
        for power in piece.span.controller.split("+"):
            yield island, power


def named(sentence: str, language: str) -> set[str]:
    return {power for power, words in NAMES.items() if re.search(words[language], sentence)}


@pytest.mark.parametrize(("lens", "view"), QUESTIONS)
def test_every_stop_has_a_sentence_and_a_state_holds_on_every_day(
    atlas: Atlas, lens: Lens, view: Viewpoint
) -> None:
    first, *others = atlas.story(lens=lens, viewpoint=view)
    assert first.day == atlas.start
    assert first.then.of(lens, view)
    assert [moment.day for moment in others] == atlas.turns(lens=lens, viewpoint=view)
    assert {*atlas.moments(lens=lens, viewpoint=view)} <= {moment.day for moment in others}
    for moment in others:
        sentence = moment.sentence(lens, view)
        assert sentence
        for language, most in LONGEST.items():
            assert 0 < length(sentence[language], language) <= most
            assert sentence[language].endswith("。" if language == "ja" else ".")


def test_a_state_names_all_that_hold_and_nobody_else(atlas: Atlas) -> None:
    for moment, lens, view in states(atlas):
        state = moment.then.of(lens, view)
        assert state
        held = {*holders(atlas, moment.day, lens, view)}
        chain = {
            power
            for island, power in held
            if lens is not Lens.TITLE or atlas.islands[island].group is not Group.SAKHALIN
        }
        allowed = {power for _, power in held}
        allowed |= {side for power in allowed for side in PRESENT.get(power, ())}
        if "contested" in allowed:
            allowed |= SIDES
        if lens is Lens.CONTROL:  # who claims today belongs to the picture
            allowed |= {power for _, power in holders(atlas, moment.day, Lens.CLAIMS, view)}
        if view is not Viewpoint.NEUTRAL:  # whose reading it is
            allowed.add(view)
        for language in LONGEST:
            told = named(state[language], language)
            where = f"{moment.id} {lens} {view} {language}: {state[language]}"
            assert told <= allowed, where
            assert chain & NAMES.keys() <= told, where


def test_holders_stay_as_the_state_says_up_to_the_next_one(atlas: Atlas) -> None:
    for lens, view in QUESTIONS:
        told = {moment.day for moment, *of in states(atlas) if of == [lens, view]}
        changing = {
            day
            for day in atlas.moments(lens=lens, viewpoint=view)
            if atlas.changes(day, lens=lens, viewpoint=view)
        }
        assert changing <= told


def test_the_days_told_are_the_days_that_turn_and_no_other(atlas: Atlas) -> None:
    turns = {
        moment.day for lens, view in QUESTIONS for moment in atlas.story(lens=lens, viewpoint=view)
    }
    papers = {
        day
        for instrument in atlas.instruments.values()
        for day in (instrument.signed, instrument.in_force)
        if day is not None
    }
    changes = {day for lens, view in QUESTIONS for day in atlas.moments(lens=lens, viewpoint=view)}
    assert turns == {atlas.start} | papers | changes


def test_a_short_story_has_about_fifteen_stops(atlas: Atlas) -> None:
    for lens, view in QUESTIONS:
        story = atlas.story(lens=lens, viewpoint=view)
        short = [moment for moment in story if lens in moment.main]
        assert 10 <= len(short) <= 18
        assert date(1855, 2, 7) in {moment.day for moment in short}


def table(day: str) -> str:
    return f"[{day}]\n"


def days_of(folder: Path) -> list[str]:
    return re.findall(r"^\[(.+)\]$", (folder / FILE).read_text(encoding="utf-8"), re.MULTILINE)


def without(folder: Path, day: str) -> None:
    text = (folder / FILE).read_text(encoding="utf-8")
    (folder / FILE).write_text(
        re.sub(rf"^\[{day}\]\n(?:.+\n)+\n?", "", text, flags=re.MULTILINE), encoding="utf-8"
    )


def test_each_day_without_a_record_is_named_with_what_changes(folder: Path) -> None:
    days = days_of(folder)
    for day in days:
        without(folder, day)
    found = problems(folder)
    assert [problem.record for problem in found] == days
    told = {problem.record: problem.message for problem in found}
    assert told["1600-01-01"] == (
        "needs a record with then.control, then.title, then.title_japan, then.title_russia, "
        "then.claims: the atlas begins"
    )
    assert told["1875-05-07"] == "needs a record with text: st-petersburg-1875 is signed"
    assert told["1945-08-18"] == (
        "needs a record with text, then.control: the landing shumshu-1945; "
        "control of shumshu passes from japan to contested"
    )
    assert told["1946-02-02"].endswith("passes from japan to soviet_union, as russia reads it")


@pytest.mark.parametrize("shift", [-1, 1])
def test_a_record_of_any_other_day_is_refused(folder: Path, shift: int) -> None:
    for day in days_of(folder)[1:]:
        text = (folder / FILE).read_text(encoding="utf-8")
        other = (date.fromisoformat(day) + timedelta(days=shift)).isoformat()
        spoil(folder, FILE, (table(day), table(other)))
        assert {problem.record for problem in problems(folder)} == {day, other}
        (folder / FILE).write_text(text, encoding="utf-8")


def lines(folder: Path, key: str) -> Iterable[str]:
    return re.findall(rf"^{key}.+\n", (folder / FILE).read_text(encoding="utf-8"), re.MULTILINE)


def test_a_state_is_asked_for_where_holders_change(folder: Path) -> None:
    count = len([*lines(folder, "then")])
    text = (folder / FILE).read_text(encoding="utf-8")
    (folder / FILE).write_text(re.sub(r"^then.+\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    found = problems(folder)
    assert len(found) >= count
    assert {problem.field.partition(".")[0] for problem in found} == {"then"}


def test_a_sentence_is_asked_for_and_may_not_be_long(folder: Path) -> None:
    spoil(
        folder,
        FILE,
        ('"What happened."', '"' + "word " * 26 + '"'),
        ('"起きたこと。"', '"' + "字" * 61 + '"'),
    )
    assert [(problem.field, problem.message) for problem in problems(folder)] == [
        ("text.en", "is 26 words long; a sentence has at most 25"),
        ("text.ja", "is 61 signs long; a sentence has at most 60"),
    ]
    text = (folder / FILE).read_text(encoding="utf-8")
    (folder / FILE).write_text(re.sub(r"^text.+\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    assert {problem.field for problem in problems(folder)} == {"text"}


@pytest.mark.parametrize("name", ["moment", "1875-8-22", "1875-02-30"])
def test_a_record_is_named_by_a_day(folder: Path, name: str) -> None:
    spoil(folder, FILE, (table("1875-08-22"), table(name)))
    with pytest.raises(DataError, match="is not a day of the calendar"):
        load_atlas(folder)
