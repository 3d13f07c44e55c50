"""A Russian given name is romanised one way (BGN/PCGN, short endings) in all records."""

import re

import pytest

from geodata import Atlas
from geodata.wording import texts
from tests.geodata.test_records import records


@pytest.mark.parametrize("name", ["Aleksey", "Andrey", "Nikolay", "Sergey"])
def test_a_given_name_has_one_romanisation(atlas: Atlas, name: str) -> None:
    other = re.compile(rf"\b{name[:-1]}i\b")
    told = [
        (record_name, path, words["en"])
        for record_name, record in records(atlas)
        for path, words in texts(record)
    ]
    assert len(told) > 1000
    assert [one for one in told if other.search(one[2])] == []
