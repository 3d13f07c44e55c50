"""A long page without its folds, its folds and the whole page say the same."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.ui.html import Markup, fold, join, tag
from pages.ui.site.apart import Apart
from pages.ui.words.tongues import TONGUES
from tests.ui.site.test_facts import folds_of

LINK = re.compile(r'<a href="([^"#]+)#([^"]+)" class="apart">[^<]+</a>')

words = st.text("ab<&\"' \n", max_size=5)
lists = st.lists(words, max_size=3).map(lambda items: tag("ul", *(tag("li", one) for one in items)))
cites = words.map(lambda key: tag("details", tag("summary", "Cite"), class_="cite", data_key=key))
folds = st.builds(fold, words, lists)
items = st.builds(
    lambda place, *parts: tag("li", *parts, id=place),
    st.sampled_from("xyz"),
    words,
    folds | st.builds(fold, words, folds) | st.builds(fold, words, cites),
    cites,
)


def _filled(text: str, folds: Sequence[str]) -> str:
    """Put the folds where their links stand, as the script does; there are as many."""
    taken = iter(folds)
    filled = re.sub(f'{LINK.pattern}|<details class="cite apart">', lambda _: next(taken), text)
    assert next(taken, None) is None
    return filled


@given(body=st.lists(items, max_size=4).map(join))
def test_any_page_is_whole_with_its_folds(body: Markup) -> None:
    apart = Apart("whole-page.html", "More & more")
    text = apart.taken(body)
    assert _filled(str(text), apart.folds) == body
    for link in LINK.finditer(text):
        place = re.findall(r' id="([^"]+)"', text[: link.start()])[-1]
        assert link.groups() == ("whole-page.html", place)


@pytest.mark.parametrize("language", TONGUES)
def test_a_long_page_with_its_folds_is_the_whole_one(site: Path, language: str) -> None:
    names = {path.name.removeprefix("whole-") for path in (site / language).glob("whole-*")}
    assert names == {"chronicle.html", "sources.html"}
    for name in names:
        texts = {
            own: (site / language / own).read_text(encoding="utf-8").partition("<main")[2]
            for own in (name, f"whole-{name}")
        }
        folds = folds_of(site / "atlas" / f"whole-{name.removesuffix('.html')}-{language}.js")
        assert len(folds) > 1
        assert _filled(texts[name], folds) == texts[f"whole-{name}"]
