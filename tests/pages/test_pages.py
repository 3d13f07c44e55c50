"""Every page opens in every language, whatever its link says; a new page is tested unasked."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.ui import text
from tests.conftest import ROOT, page_scripts

NONSENSE = {
    "date": "banana",
    "lang": "xx",
    "lens": "<script>",
    "viewpoint": "mine",
    "island": "../../etc",
}
PATIENCE = 60


def opened(script: Path, **params: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=PATIENCE)
    for key, value in params.items():
        app.query_params[key] = value
    if script.parent != ROOT:  # a page knows the others only when it is reached from the map's
        app.switch_page(str(script.relative_to(ROOT)))
    return app.run()


@pytest.mark.parametrize("language", text.LANGUAGES)
@pytest.mark.parametrize("script", page_scripts(), ids=lambda path: path.stem)
def test_a_page_opens(script: Path, language: str) -> None:
    app = opened(script, lang=language, date="1945-08-30")
    assert not app.exception
    assert not app.warning


@pytest.mark.parametrize("script", page_scripts(), ids=lambda path: path.stem)
def test_a_page_answers_nonsense_politely(script: Path) -> None:
    app = opened(script, **NONSENSE)
    assert not app.exception
    assert len(app.warning) == len(NONSENSE)
