"""The classroom's page: the overview, a lesson by its link, and a polite word where it is wrong."""

import re

import pytest

from pages.ui.words import text
from pages.ui.words.tongues import TONGUES
from tests.pages.visit import opened, shown


@pytest.mark.parametrize("language", TONGUES)
def test_a_lesson_is_shown_by_its_link_alone(language: str) -> None:
    overview = shown(opened("classroom", lang=language))
    assert text.say("classroom.before", language) in overview
    assert "lesson=ninety-seconds" in overview
    assert 'class="lesson"' not in overview
    app = opened("classroom", lang=language, lesson="ninety-seconds")
    assert not app.warning
    lesson = shown(app)
    assert 'class="lesson"' in lesson
    assert len(re.findall(r"<button[^>]*data-print=", lesson)) == 3
    assert text.say("classroom.before", language) not in lesson


@pytest.mark.parametrize("wrong", ["", "../../etc", "<script>", "ninety seconds"])
def test_a_lesson_that_is_not_there_is_told_politely(wrong: str) -> None:
    app = opened("classroom", lang="en", lesson=wrong)
    assert [warning.value for warning in app.warning] == [text.say("classroom.wrong_lesson", "en")]
    assert text.say("classroom.before", "en") in shown(app)
