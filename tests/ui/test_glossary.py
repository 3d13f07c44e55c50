"""Hard words on a page: each explains itself where it stands first, and nothing else changes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata import Atlas
from geodata.model import Stems, Term, Text
from pages.ui.browser.guided import guided
from pages.ui.html import Markup, tag
from pages.ui.treaties import card
from pages.ui.words import glossary
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES

SPAN = re.compile(r'<span class="hard" tabindex="0" title="([^"]+)">(.*?)</span>')
WORDS = {"en": "ratification", "ja": "批准", "ru": "ратификация"}


def plain(markup: str) -> str:
    """Return markup without its marks."""
    return SPAN.sub(r"\2", markup)


@given(st.lists(st.sampled_from(["ratified", "Ezo", " ", "a", "<", "&", '"', "visa"]), max_size=12))
def test_marks_add_nothing_but_themselves(atlas: Atlas, words: list[str]) -> None:
    drawn = tag("p", "".join(words), title="visa")
    marked = glossary.explained(Reader(atlas, "en", atlas.as_of), drawn)
    assert plain(marked) == str(drawn)
    meanings = [meaning for meaning, _ in SPAN.findall(marked)]
    assert len(meanings) == len(set(meanings))


@pytest.mark.parametrize("language", WORDS)
def test_a_hard_word_tells_its_meaning_where_it_stands_first(atlas: Atlas, language: str) -> None:
    reader = Reader(atlas, language, atlas.as_of)
    word = WORDS[language]
    marked = glossary.explained(reader, tag("p", f"{word}, {word}"))
    assert SPAN.findall(marked) == [(atlas.glossary["ratification"].text[language], word)]


@pytest.mark.parametrize("name", ["a", "button", "summary", "h2", "svg", "time", "label"])
def test_what_is_pressed_and_what_is_a_title_stay_as_they_are(atlas: Atlas, name: str) -> None:
    drawn = tag(name, tag("b", "ratification"))
    assert glossary.explained(Reader(atlas, "en", atlas.as_of), drawn) == drawn


def test_words_of_another_language_stay_as_they_are(atlas: Atlas) -> None:
    drawn = tag("p", tag("span", "ratification", lang="fr"))
    assert glossary.explained(Reader(atlas, "en", atlas.as_of), drawn) == drawn


@pytest.mark.parametrize("language", TONGUES)
def test_a_treaty_explains_its_hard_words(atlas: Atlas, language: str) -> None:
    reader = Reader(atlas, language, atlas.as_of)
    drawn = card.card(reader, atlas.instruments["shimoda-1855"])
    marked = glossary.explained(reader, drawn)
    assert plain(marked) == str(drawn)
    assert (marked != drawn) == (language in WORDS)


@pytest.mark.parametrize("language", WORDS)
def test_every_tour_has_hard_words_with_a_meaning(atlas: Atlas, language: str) -> None:
    hard = guided(Reader(atlas, language, atlas.as_of))["hard"]
    assert set(hard.values()) <= {term.text[language] for term in atlas.glossary.values()}
    for tour in atlas.guided.values():
        told = "".join(f"{stop.text[language]}{stop.more[language]}" for stop in tour.stops)
        assert any(word in told for word in hard), tour.id


@pytest.mark.parametrize("language", WORDS)
def test_hard_words_are_found_wherever_one_of_their_stems_fits(atlas: Atlas, language: str) -> None:
    stems = [stem for term in atlas.glossary.values() for stem in term.stems[language]]
    texts = [event.summary[language] for event in atlas.events()]
    texts += [one.text[language] for term in atlas.instruments.values() for one in term.articles]
    wanted = re.compile("|".join(stems), re.IGNORECASE)
    hard = {word for text in texts for word in wanted.findall(text)}
    found = glossary.meanings(atlas.glossary, language, iter(texts))
    assert len(hard) > 20
    assert {word.lower() for word in found} == {word.lower() for word in hard}


STEMS = [r"\bab", "ab?", r"a|b", "[ab]c", "[ab]?c", "(?:a|d)", ".c", "日"]


@given(st.lists(st.sampled_from(STEMS)))
def test_any_stem_is_found(stems: list[str]) -> None:
    terms = {
        str(number): Term.model_construct(
            id=str(number),
            sources=(),
            stems=Stems(en=(stem,), ja=("x",), ru=("x",)),
            text=Text(en="a", ja="b", ru="c"),
        )
        for number, stem in enumerate(stems)
    }
    text = "ab b c ac bc dc 日本 cab"
    found = set(glossary.meanings(terms, "en", iter([text])))
    wanted = re.compile("|".join(f"(?:{stem})" for stem in stems) or "(?!)", re.IGNORECASE)
    assert found == set(wanted.findall(text))


def test_a_language_without_hard_words_has_none(atlas: Atlas) -> None:
    assert glossary.meanings(atlas.glossary, "xx", iter(["ratification"])) == {}


def test_marked_text_is_markup_still(atlas: Atlas) -> None:
    marked = glossary.explained(Reader(atlas, "en", atlas.as_of), tag("p", "<visa>"))
    assert isinstance(marked, Markup)
    assert "&lt;<span" in marked
