"""A Russian given name is romanised one way (BGN/PCGN, short endings) in all events."""

import re

import pytest

from geodata import load_atlas

ENGLISH = [(event.id, event.title["en"], event.summary["en"]) for event in load_atlas().events()]


@pytest.mark.parametrize("name", ["Aleksey", "Andrey", "Nikolay", "Sergey"])
def test_a_given_name_has_one_romanisation(name: str) -> None:
    other = re.compile(rf"\b{name[:-1]}i\b")
    assert [name for name, *texts in ENGLISH if any(map(other.search, texts))] == []
