"""The words that take a side: found wherever the atlas speaks, left alone where another does."""

from dataclasses import fields
from typing import Any

import pytest

from geodata import Atlas
from geodata.model import Event, Instrument, Word
from geodata.records import Records, Row
from geodata.wording import check_voice, taken
from pages.ui.words import text
from tests.geodata.test_records import LANGUAGES

MARKS = {"en": "“{}”", "ja": "「{}」", "ru": "«{}»"}


def words(atlas: Atlas) -> list[Word]:
    return list(atlas.words.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_take_no_side(atlas: Atlas, language: str) -> None:
    found = [
        f"{key}: {word.id}"
        for key, spoken, sentence in text.sentences()
        if spoken == language
        for word, _ in taken(words(atlas), sentence, language)
    ]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_found_by_its_own_stems(atlas: Atlas, language: str) -> None:
    for word in words(atlas):
        assert [one.id for one, _ in taken([word], word.text[language], language)], word.id
        assert not list(taken([word], word.ours[language], language)), word.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_in_any_quotation_marks_is_another_s(atlas: Atlas, language: str) -> None:
    for word in words(atlas):
        for marks in MARKS.values():
            sentence = f"A {marks.format(word.text[language])} B"
            assert not list(taken([word], sentence, language)), word.id


def folder(atlas: Atlas, **tables: list[Row[Any]]) -> Records:
    """Return records of these tables alone."""
    empty: dict[str, list[Row[Any]]] = {
        field.name: []
        for field in fields(Records)
        if field.name not in {"start", "as_of", "readings"}
    }
    return Records(start=atlas.start, as_of=atlas.as_of, readings={}, **(empty | tables))


def said(atlas: Atlas, sentence: str, language: str, field: str) -> set[str]:
    """Return where the loader refuses a record that has the sentence in one field."""
    event = next(iter(atlas.events(atlas.start, atlas.as_of)))
    instrument = next(one for one in atlas.instruments.values() if one.japan and one.russia)
    plain = dict.fromkeys(LANGUAGES, "—") | {language: sentence}
    record: Event | Instrument
    if field in Event.model_fields:
        record = Event.model_validate(event.model_dump() | {field: plain})
    else:
        reading = {"text": plain, "sources": ["a"]}
        record = Instrument.model_validate(instrument.model_dump() | {field: reading})
    kind = "events" if isinstance(record, Event) else "instruments"
    known = [Row("wording.toml", one.id, one) for one in words(atlas)]
    records = folder(atlas, words=known, **{kind: [Row(f"{kind}.toml", record.id, record)]})
    problems = check_voice(records, whole=False)
    return {problem.field for problem in problems if problem.field.endswith(f".{language}")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", ["title", "summary"])
def test_the_loader_refuses_a_word_of_a_side(atlas: Atlas, language: str, field: str) -> None:
    for word in words(atlas):
        sentence = word.text[language]
        assert said(atlas, sentence, language, field) == {f"{field}.{language}"}, word.id
        quoted = MARKS[language].format(sentence)
        assert said(atlas, quoted, language, field) == set(), word.id


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("side", ["japan", "russia"])
def test_a_side_s_own_reading_may_use_its_words(atlas: Atlas, language: str, side: str) -> None:
    for word in words(atlas):
        assert said(atlas, word.text[language], language, side) == set(), word.id


def test_an_exception_that_no_record_needs_is_refused(atlas: Atlas) -> None:
    word = words(atlas)[0]
    idle = word.model_copy(update={"innocent": {"no-such-record": "a reason"}})
    records = folder(atlas, words=[Row("wording.toml", idle.id, idle)])
    (problem,) = check_voice(records, whole=True)
    assert (problem.record, problem.field) == (word.id, "innocent")
    assert list(check_voice(records, whole=False)) == []


@pytest.mark.parametrize("side", ["japan", "russia"])
def test_each_side_has_words_of_its_own(atlas: Atlas, side: str) -> None:
    counted = [word.whose for word in words(atlas)]
    assert counted.count("japan") == counted.count("russia") > 0
    assert side in counted
