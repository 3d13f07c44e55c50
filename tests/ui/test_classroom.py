"""The classroom: tours with their links, the code for Moodle, lessons that the data answer."""

import re
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from geodata import Atlas
from geodata.model.lesson import Lesson
from pages.ui.classroom import answers, document, guide, maps, pupils, quiz, teacher, tours
from pages.ui.words import text
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES

HOME = "https://example.org/atlas/"
# Words with kanji that are in no list of readings would stand bare in the pupils' pages.
KANJI = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(params=TONGUES)
def reader(atlas: Atlas, request: pytest.FixtureRequest) -> Reader:
    return Reader(atlas, request.param, date(1945, 8, 30))


def lessons(reader: Reader) -> list[Lesson]:
    return [*reader.atlas.lessons.values()]


def words(markup: str) -> str:
    """Return what is read: no tags, no readings."""
    bare = re.sub(r"<rt>.*?</rt>|<rp>.*?</rp>", "", markup)
    return re.sub(r"<[^>]+>", "", bare)


def test_every_stop_of_every_tour_has_a_link(reader: Reader) -> None:
    drawn = str(tours.cards(reader, HOME)).replace("&amp;", "&")
    asked = [parse_qs(urlsplit(href).query) for href in re.findall(r'href="([^"]+)"', drawn)]
    stops = {(found["tour"][0], int(found["stop"][0])) for found in asked if "tour" in found}
    assert stops == {
        (tour.id, number)
        for tour in reader.atlas.guided.values()
        for number in range(1, len(tour.stops) + 1)
    }
    assert all(found["lang"] == [reader.language] for found in asked)
    lesson = {found["lesson"][0] for found in asked if "lesson" in found}
    assert lesson == {*reader.atlas.lessons}
    copied = re.findall(r'data-copy="([^"]+)"', drawn)
    assert len(copied) == len(reader.atlas.guided)
    assert all(link.startswith(f"{HOME}?tour=") for link in copied)


def test_each_level_of_the_questions_has_a_link(reader: Reader) -> None:
    drawn = str(quiz.levels(reader)).replace("&amp;", "&")
    asked = [parse_qs(urlsplit(href).query) for href in re.findall(r'href="([^"]+)"', drawn)]
    assert asked == [
        {"quiz": ["1"], "level": [str(level)], "lang": [reader.language]} for level in quiz.LEVELS
    ]


def test_furigana_stays_on_the_links_of_a_tour(atlas: Atlas) -> None:
    reader = Reader(atlas, "ja", atlas.as_of, furigana=True)
    tour = next(iter(atlas.guided.values()))
    assert tours.played(reader, tour, 3, present="1") == {
        "tour": tour.id,
        "stop": "3",
        "lang": "ja",
        "furigana": "1",
        "present": "1",
    }


def test_the_code_for_moodle_leads_to_the_map_alone(reader: Reader) -> None:
    code = guide.frame(reader, HOME)
    assert code.startswith("<iframe ")
    assert f'src="{HOME}?' in code
    assert "embed=true" in code
    assert text.say("classroom.moodle_frame", reader.language) in code


def test_a_lesson_has_all_its_parts(reader: Reader) -> None:
    for lesson in lessons(reader):
        markup = str(document.document(reader, lesson))
        told = words(markup)
        for key in ("happened", "maps", "voices", "tasks_1", "tasks_2", "key", "teacher", "plan"):
            assert reader.say(f"lesson.{key}") in told
        for text_ in (lesson.question, *lesson.aims, *lesson.mind):
            assert text_[reader.language] in told
        for extract in lesson.extracts:
            assert extract.text[reader.language] in told
        assert markup.count('class="blank"') == len(lesson.maps)
        assert 'src="http' not in markup
        assert "{" not in told.partition("</style>")[2]


def test_pupils_pages_hold_no_answer(reader: Reader) -> None:
    for lesson in lessons(reader):
        markup = str(pupils.pages(reader, lesson))
        for task in lesson.tasks:
            if task.answer:
                assert task.answer[reader.language] not in words(markup)
            if task.events:
                assert answers.order(reader, task.events) not in words(markup)
        assert "data-controller" not in markup


def test_the_key_says_of_every_island_what_the_atlas_says(reader: Reader) -> None:
    for lesson in lessons(reader):
        for sheet in maps.sheets(reader, lesson):
            held = reader.atlas.on(
                sheet.stop.day, lens=sheet.stop.lens, viewpoint=sheet.stop.viewpoint
            )["controller"]
            told = {name: value for value, names in sheet.held.items() for name in names}
            assert told == {name: held[name] for name in told}
            assert {*held.index} - {*told} <= {"sakhalin-north", "sakhalin-south"}
            assert {name for name, _ in sheet.named} <= {*told}


def test_the_table_and_the_order_are_those_of_the_data(reader: Reader) -> None:
    letters = answers.letter(reader)
    for lesson in lessons(reader):
        for task in lesson.tasks:
            if task.table:
                rows = answers.holding(reader, task.table)
                assert [len(row) for row in rows] == [len(task.table.days)] * len(rows)
                assert all(name for row in rows for name in row)
            if task.events:
                shown = answers.shuffled(reader, task.events)
                days = [
                    shown[letters.index(sign)].date
                    for sign in answers.order(reader, task.events).split(" → ")
                ]
                assert days == sorted(days)
                assert [event.date for event in shown] != days


def test_the_teachers_page_names_every_source_once(reader: Reader) -> None:
    for lesson in lessons(reader):
        told = str(teacher.page(reader, lesson)).partition('class="rests"')[2]
        rests = re.findall(r"<li>(.*?)</li>", told)
        assert len(rests) == len({*rests})
        cited = {name for extract in lesson.extracts for name in extract.sources}
        assert len(rests) >= len({reader.atlas.source(name).id for name in cited})


def test_pupils_who_read_japanese_get_readings(atlas: Atlas) -> None:
    reader = Reader(atlas, "ja", atlas.as_of)
    for lesson in atlas.lessons.values():
        shown = str(document.sheets(reader, lesson))
        leaves = shown.split('<section class="leaf teacher">')
        assert "<rt>" in leaves[0]
        assert "<rt>" not in leaves[1]
        names = [
            name for colouring in lesson.maps for name in colouring.islands if name in atlas.islands
        ]
        for name in {*names}:
            written = reader.name(name)
            if KANJI.search(written) and written in words(leaves[0]):
                assert re.search(rf"<ruby[^>]*>{written[0]}", leaves[0]), written
