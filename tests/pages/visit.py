"""Open a page without a browser, and read the HTML it wrote."""

import re
from functools import cache
from itertools import pairwise

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Element

from tests.conftest import ROOT

PATIENCE = 300  # seconds: the machine may be busy with others

# An AppTest asks all that is installed whether it is a component of Streamlit's, which takes as
# long as many a page does: one answer serves all tests.
_SCAN = "scan_component_manifests"
pytest.MonkeyPatch().setattr(manifest_scanner, _SCAN, cache(getattr(manifest_scanner, _SCAN)))


def opened(page: str, /, **params: str) -> AppTest:
    """Run a page ("map" or a script's name) as its link asks; it must not fail.

    By way of the map, without which the links to the other pages lead nowhere.
    """
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=PATIENCE)
    if page != "map":
        app.switch_page(f"pages/{page}.py")
    for key, value in params.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return app


def shown(app: AppTest) -> str:
    """Return all HTML of a page that has run."""
    assert not app.exception
    return "".join(str(part.proto.body) for part in app.get("html") if isinstance(part, Element))


def left_out(markup: str, above: int = 0) -> list[tuple[int, int]]:
    """Return where the headings of a page go down more than a level: from which, to which.

    ``above`` is the level of what stands over them, 0 if nothing does.
    """
    levels = [above, *map(int, re.findall("<h([1-6])[ >]", markup))]
    return [(upper, lower) for upper, lower in pairwise(levels) if lower > upper + 1]
