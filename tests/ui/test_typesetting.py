"""What an editor strikes out: in Russian numbers parted from nouns, in English two side by side."""

import re
from collections.abc import Iterator

import pytest

from geodata import Atlas
from geodata.wording import texts
from pages.ui.words import text
from tests.geodata.test_records import records

MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
FAULTS = {
    "ru": {
        "a day parted from its month": rf"[\d)] (?:{MONTHS})",
        "a number parted from its unit": r"\d (?:гг?\.|вв?\.|км|м\b|кв\. миль)",
        "a sign parted from its number": r"№ \d|° [сюв]\.",
        "initials parted from their name": r"(?:^|[ («])[А-ЯЁ]\. [А-ЯЁ]",
        "a dash that can begin a line": r" —",
        "an English dash": r" – ",
        "a full stop twice": r"\.\.",
        "quotation marks of another language": r"[\"“”]",
        "two spaces": r"\s\s",
        "a document that reads": r"чита(?:ет|ют) по-разному|(?:его|её|их) чита(?:ет|ют)",
        "a tour by another name": r"[Ээ]кскурси",
    },
    "en": {
        "a year beside another number": r"\b(?:1[6-9]|20)\d\d \d",
        "quotation marks of a typewriter": r"[\"'`]",
        "a dash with spaces": r" [-–—] ",
        "two spaces": r"\s\s",
        "the treaty's spelling of the islands outside a quotation": r"^[^“]*\bKuriles?\b",
        "the Sea of Okhotsk the other way round": r"Okhotsk Sea",
        "American spelling": r"(?<!Soviet )\b[Ee]ncyclopedi|\b(?:color|center)\b",
    },
}


def sentences(atlas: Atlas, language: str) -> Iterator[tuple[str, str]]:
    """Yield every sentence of the records and of the pages, with where it stands."""
    for name, record in records(atlas):
        for path, words in texts(record):
            yield f"{name}.{path}", words[language]
    for key, spoken, sentence in text.sentences():
        if spoken == language:
            yield key, sentence


@pytest.mark.parametrize(
    ("language", "fault"), [(language, fault) for language in FAULTS for fault in FAULTS[language]]
)
def test_a_language_is_set_as_its_editor_sets_it(atlas: Atlas, language: str, fault: str) -> None:
    found = [
        f"{where}: …{sentence[max(0, one.start() - 20) : one.end() + 20]}…"
        for where, sentence in sentences(atlas, language)
        for one in re.finditer(FAULTS[language][fault], sentence)
    ]
    assert found == []
