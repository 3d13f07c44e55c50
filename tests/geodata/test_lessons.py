"""Lessons to print: one behind each tour, both sides heard, nothing in doubt asked as settled."""

from pathlib import Path

import pytest

from geodata import Atlas, DataError, load_atlas
from geodata.grades import sides
from geodata.model import Text
from geodata.model.lesson import SIDES
from tests.geodata.conftest import Spoil

FILE = "lessons/short.toml"
# Tours that are told without a lesson to print.
NOT_YET: frozenset[str] = frozenset()
# What is read on paper in one go: words of English and Russian, signs of Japanese.
LONGEST = {"en": 60, "ja": 140, "ru": 55}


def test_every_tour_has_a_lesson_or_is_listed_without(atlas: Atlas) -> None:
    assert {*atlas.guided} - {*atlas.lessons} == NOT_YET


def test_every_extract_rests_on_a_source_of_its_side(atlas: Atlas) -> None:
    for lesson in atlas.lessons.values():
        assert [extract.side for extract in lesson.extracts] == sorted(
            extract.side for extract in lesson.extracts
        )
        for extract in lesson.extracts:
            heard = {side for name in extract.sources for side in sides(atlas.source(name))}
            assert extract.side in heard or extract.side not in SIDES


@pytest.mark.parametrize("language", ["en", "ja", "ru"])
def test_extracts_are_short(atlas: Atlas, language: str) -> None:
    def length(text: Text) -> int:
        words = text[language]
        return len(words) if language == "ja" else len(words.split())

    for lesson in atlas.lessons.values():
        for extract in lesson.extracts:
            assert length(extract.text) <= LONGEST[language], (lesson.id, extract.text[language])


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("minutes = 5", "minutes = 6", "takes 46 minutes, not 45"),
        ("{ stop = 2 }", "{ stop = 3 }", "the tour has 2 stops"),
        ('side = "japanese"', 'side = "other"', "has 1 of the japanese side, not 2"),
        ('sources = ["atlas-jp"]', 'sources = ["atlas-ru"]', "rests on no japanese source"),
        ('"urup", "shumshu"', '"urup", "urip"', "there is no 'urip' in islands.toml"),
        ('"battle-of-1945"]', '"battle-of-1946"]', "there is no 'battle-of-1946' in events.toml"),
        ('"battle-of-1945"]', '"treaty-of-1855"]', "came first is not known"),
        ("days = [1880-01-01", "days = [1795-06-01", "who had urup on 1795-06-01 is in doubt"),
        ("days = [1880-01-01", "days = [1500-01-01", "1500-01-01"),
        ("day = 1875-08-22", "day = 1875-08-23", "nothing passes from one to another"),
        ("day = 1875-08-22", "day = 1500-01-01", "1500-01-01"),
        ("passed = { day = 1875-08-22 }", "", "ask one of table, events, passed and question"),
        ("level = 2\npassed", "level = 1\npassed", "has fewer than two of level 2"),
        ("[short]", "[long]", "is not the file's name"),
    ],
)
def test_what_is_wrong_with_a_lesson_is_told(
    spoil: Spoil, before: str, after: str, told: str
) -> None:
    assert any(told in problem for problem in spoil(FILE, before, after, times=1))


def test_a_lesson_without_a_tour_is_told(folder: Path) -> None:
    text = (folder / FILE).read_text(encoding="utf-8")
    lost = text.replace("[short]", "[lost]").replace("[[short.", "[[lost.")
    (folder / "lessons" / "lost.toml").write_text(lost, encoding="utf-8")
    with pytest.raises(DataError) as found:
        load_atlas(folder)
    assert [str(problem) for problem in found.value.problems] == [
        "lessons/lost.toml, lost: there is no tour of this name"
    ]
