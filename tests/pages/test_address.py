"""The address a page with a map gets before Streamlit reads it: as the page would write it."""

import re
from urllib.parse import parse_qsl, urlencode

import pytest

from geodata import load_atlas
from pages.ui.browser.scope import SCOPES
from pages.ui.frame import address, before
from tests.pages.visit import opened

WRITTEN = re.compile(r'const whole = "([^"]*)";')
ASKED: list[dict[str, str]] = [
    {},
    {"lang": "ja"},
    {"date": "1945-08-25"},
    {"date": "1600-01-01", "lang": "ru"},  # before the landings' weeks
    {"lang": "ru", "date": "1875-08-22"},
    {"lens": "claims", "date": "1945-08-25"},
    {"viewpoint": "russia", "island": "urup", "utm_source": "letter"},
    {"furigana": "1", "lang": "ja"},
    {"tour": next(iter(load_atlas().guided)), "stop": "2"},
    {"stop": "2", "present": "1", "tour": "</script>&é"},
    {"quiz": "1", "level": "2"},
]


def whole(page: str, params: dict[str, str], spoken: str = "en") -> dict[str, str]:
    """Return what an address has once it is whole, in a browser of a language."""
    code = str(address.whole(page, params, spoken, before.asked(params, spoken)))
    found = WRITTEN.search(code)
    return dict(parse_qsl(found[1].encode().decode("unicode_escape"))) if found else params


@pytest.mark.parametrize("asked", ASKED, ids=urlencode)
@pytest.mark.parametrize("page", SCOPES)
def test_the_page_has_nothing_more_to_write(page: str, asked: dict[str, str]) -> None:
    """What Streamlit writes would be a step back that no reader has taken."""
    params = whole(page, asked)
    assert {"date", "lang"} <= params.keys()
    assert params.items() >= {pair for pair in asked.items() if pair[0] != "utm_source"}
    assert whole(page, params) == params
    assert [*opened(page, **params).query_params.items()] == [*params.items()]


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("map", {"date": "1945-02-30"}),
        ("map", {"island": "atlantis", "date": "1945-08-25"}),
        ("landings", {"unknown": "x"}),
        ("map", {"embed": "true"}),
        *((page, {}) for page in ("compare", "treaties", "sources")),
    ],
)
def test_what_is_to_be_told_and_what_no_map_follows_stays(page: str, asked: dict[str, str]) -> None:
    assert not address.whole(page, asked, "en", before.asked(asked, "en"))


@pytest.mark.parametrize("page", SCOPES)
def test_in_every_browser_the_address_is_whole(page: str) -> None:
    """That the atlas does not have the browser's language is no fault of the reader's."""
    for spoken in ("fr", "zh-TW", "KO", "*", "de-x-low"):
        assert whole(page, {}, spoken) == whole(page, {})
        assert before.asked({}, spoken).notices == ()
    for spoken, language in (("ja-JP", "ja"), ("RU", "ru")):
        assert whole(page, {}, spoken)["lang"] == language


def test_a_browser_that_names_no_language_says_it_later() -> None:
    def completed(**params: str) -> bool:
        return bool(address.whole("map", params, "", before.asked(params, "")))

    assert not completed()
    assert not completed(date="1945-08-25")
    assert completed(lang="ja")
