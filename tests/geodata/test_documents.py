"""Every dated fact of the founding documents is in the chronicle; where they err it says so."""

import re
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from geodata import Atlas
from geodata.model import Event, Theme

FACTS: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "data" / "documents.toml").read_text(encoding="utf-8")
)
LANGUAGES = ("en", "ja", "ru")


def days(event: Event) -> tuple[date, date]:
    """Return an event's first and last day."""
    return event.date, (event.end - timedelta(days=1)) if event.end else event.date


@pytest.mark.parametrize("name", FACTS)
def test_a_dated_fact_is_in_the_chronicle(atlas: Atlas, name: str) -> None:
    fact = FACTS[name]
    event = atlas.event(fact["event"])
    assert fact["document"] in event.document
    assert any(day.isoformat().startswith(fact["date"]) for day in days(event))
    assert not fact.get("corrected") or event.correction


def test_each_document_has_facts() -> None:
    assert {fact["document"] for fact in FACTS.values()} == {"000", "001", "002", "003"}


def test_an_event_that_cites_a_document_names_it(atlas: Atlas) -> None:
    for event in atlas.events(atlas.start, atlas.as_of):
        cited = {name.removeprefix("doc-") for name in event.sources if name.startswith("doc-")}
        assert cited <= set(event.document), event.id


def test_a_correction_belongs_to_a_document(atlas: Atlas) -> None:
    for event in atlas.events(atlas.start, atlas.as_of):
        assert event.correction is None or event.document, event.id


def test_the_month_error_of_the_exercise_of_1998_is_told_in_every_language(atlas: Atlas) -> None:
    correction = atlas.event("joint-exercise-1998").correction
    assert correction is not None
    for language, june in zip(LANGUAGES, ("June", "6月", "июн"), strict=True):
        assert june in correction[language]
    assert atlas.event("joint-exercise-1998").date == date(1998, 7, 28)


def test_the_military_contacts_of_1993_to_1998_are_a_theme_of_their_own(atlas: Atlas) -> None:
    contacts = atlas.events(date(1993, 1, 1), date(1999, 1, 1), theme=Theme.MILITARY_CONTACTS)
    assert len([event for event in contacts if "003" in event.document]) >= 15


@pytest.mark.parametrize("name", ["support-ukraine-2014", "un-vote-crimea-2014", "sanctions-2022"])
def test_what_advocates_write_is_given_as_theirs(atlas: Atlas, name: str) -> None:
    summary = atlas.event(name).summary
    assert re.search(r"Ukrainian (advocacy )?group", summary.en)
    assert "ウクライナ" in summary.ja
    assert "украинск" in summary.ru.casefold()


def test_what_the_ambassador_says_is_given_as_his(atlas: Atlas) -> None:
    summary = atlas.event("galuzin-report-2022").summary
    assert "the ambassador " in summary.en
    assert "大使は、" in summary.ja
    assert "посол " in summary.ru
