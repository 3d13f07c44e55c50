"""Whatever stands in the data or the URL stays text."""

import json

from hypothesis import given
from hypothesis import strategies as st

from pages.ui.html import join, script, tag

NASTY = "</script><img src=x onerror=alert(1)>\"'`${x}&"


def test_text_and_attributes_are_escaped() -> None:
    built = tag("p", NASTY, title=NASTY)
    assert "<img" not in built
    assert built.count('"') == 2


def test_elements_nest_without_being_escaped_twice() -> None:
    assert tag("p", tag("b", "a & b")) == "<p><b>a &amp; b</b></p>"


def test_underscores_stand_for_what_python_cannot_name() -> None:
    assert tag("td", "x", class_="wide", data_day="1") == '<td class="wide" data-day="1">x</td>'


def test_an_attribute_without_a_value_is_left_out() -> None:
    assert tag("i", "x", lang=None) == "<i>x</i>"


def test_join_escapes_the_plain_parts_only() -> None:
    assert join(["<", tag("b", "x")], " & ") == "&lt; &amp; <b>x</b>"


@given(st.text())
def test_script_is_json_that_cannot_leave_its_element(words: str) -> None:
    written = script({"words": words})
    assert json.loads(written) == {"words": words}
    assert not {"<", ">", "&", "\N{LINE SEPARATOR}"} & set(written)
