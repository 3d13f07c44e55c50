"""Hard words: each has a short meaning with a source, and stands somewhere in the atlas."""

import re

import pytest

from geodata import Atlas
from geodata.wording import texts
from tests.geodata.conftest import Spoil

# What is read at a glance: words of English and Russian, signs of Japanese.
LONGEST = {"en": 25, "ja": 60, "ru": 25}


@pytest.fixture(scope="module")
def told(atlas: Atlas) -> dict[str, str]:
    records = [
        *atlas.guided.values(),
        *atlas.instruments.values(),
        *atlas.events(),
        *atlas.phrases.values(),
    ]
    found = [text for record in records for _, text in texts(record)]
    return {language: "\n".join(text[language] for text in found) for language in LONGEST}


@pytest.mark.parametrize("language", LONGEST)
def test_every_hard_word_stands_somewhere(
    atlas: Atlas, told: dict[str, str], language: str
) -> None:
    assert len(atlas.glossary) >= 40
    assert [
        (term.id, stem)
        for term in atlas.glossary.values()
        for stem in term.stems[language]
        if not re.search(stem, told[language], re.IGNORECASE)
    ] == []


@pytest.mark.parametrize("language", LONGEST)
def test_a_meaning_is_short(atlas: Atlas, language: str) -> None:
    for term in atlas.glossary.values():
        meaning = term.text[language]
        length = len(meaning) if language == "ja" else len(meaning.split())
        assert length <= LONGEST[language], term.id


@pytest.mark.parametrize("language", LONGEST)
def test_no_expression_holds_a_group_of_its_own_or_matches_nothing(
    atlas: Atlas, language: str
) -> None:
    for term in atlas.glossary.values():
        for stem in term.stems[language]:
            assert re.compile(stem).groups == 0, term.id
            assert not re.match(stem, ""), term.id


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('["atlas-jp"]', "[]", "sources"),
        ('["atlas-jp"]', '["nowhere"]', "there is no 'nowhere' in sources.toml"),
        ("'批准'", "'批准('", "is no regular expression"),
        ("stems.ru", "stems.de", "Field required"),
        (', ru = "Окончательное утверждение договора."', "", "Field required"),
    ],
)
def test_what_is_wrong_with_a_hard_word_is_told(
    spoil: Spoil, before: str, after: str, told: str
) -> None:
    assert any(told in problem for problem in spoil("glossary.toml", before, after))
