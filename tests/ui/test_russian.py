"""What a Russian editor strikes out: a number parted from its noun, a full stop twice."""

import re
from collections.abc import Iterator

import pytest

from geodata import Atlas
from geodata.wording import texts
from pages.ui.words import text
from tests.geodata.test_records import records

MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
FAULTS = {
    "a day parted from its month": rf"[\d)] (?:{MONTHS})",
    "a number parted from its unit": r"\d (?:гг?\.|вв?\.|км|м\b|кв\. миль)",
    "a sign parted from its number": r"№ \d|° [сюв]\.",
    "initials parted from their name": r"(?:^|[ («])[А-ЯЁ]\. [А-ЯЁ]",
    "a dash that can begin a line": r" —",
    "an English dash": r" – ",
    "a full stop twice": r"\.\.",
    "quotation marks of another language": r"[\"“”]",
    "two spaces": r"\s\s",
}


def russian(atlas: Atlas) -> Iterator[tuple[str, str]]:
    """Yield every Russian sentence of the records and of the pages, with where it stands."""
    for name, record in records(atlas):
        for path, words in texts(record):
            yield f"{name}.{path}", words.ru
    for key, language, sentence in text.sentences():
        if language == "ru":
            yield key, sentence


@pytest.mark.parametrize("fault", FAULTS)
def test_russian_is_set_as_a_russian_editor_sets_it(atlas: Atlas, fault: str) -> None:
    found = [
        f"{where}: …{sentence[max(0, one.start() - 20) : one.end() + 20]}…"
        for where, sentence in russian(atlas)
        for one in re.finditer(FAULTS[fault], sentence)
    ]
    assert found == []
