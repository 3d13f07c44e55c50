"""What a page tells all its readers alike is what it would tell each alone."""

import ast
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from geodata import Atlas, load_atlas
from geodata.model import Lens, Viewpoint
from pages.ui.chronicle.query import Query
from pages.ui.frame.block import ready
from pages.ui.frame.shared import shared
from pages.ui.parts import content
from pages.ui.parts.content import Block, Part, Way
from pages.ui.words.reader import OPEN, Reader
from pages.ui.words.tongues import TONGUES
from tests.conftest import ROOT

Case = tuple[str, Sequence[str], Callable[..., Sequence[Part]]]

# What a page asks for beside its reader, where it asks for anything.
ASKED: dict[str, list[tuple[Any, ...]]] = {
    "treaties.chart": [(None,), ("portsmouth-1905",)],
    "compare.sheet": [("chain",), ("region",)],
    "sources.listed": [("", "", ""), ("russian", "", "kuril"), ("", "", "no such word")],
    "chronicle.paged": [(Query(),), (Query(words="Urup", page=1),), (Query(page=3),)],
}


def _cases() -> list[Case]:
    """Find every part of a page that is shared, with the parameters it may not depend on."""
    found = []
    for path in sorted((ROOT / "pages" / "ui").glob("*/page.py")):
        page = path.parent.name
        names = vars(import_module(f"pages.ui.{page}.page"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "shared":
                parameters, make = (eval(ast.unparse(one), names) for one in node.args[1:3])  # noqa: S307  # our own code
                found.append((f"{page}.{make.__name__}", parameters, make))
    return found


CASES = _cases()


def seen(parts: Sequence[Part], reader: Reader) -> list[object]:
    """Return blocks as they are sent and ways as they lead on, in order."""
    found: list[object] = []

    def block(one: Block) -> Block:
        found.append(str(one.content if one.ready else ready(reader, one.content, one.kind)))
        return one

    def way(one: Way) -> Way:
        found.append((one.label, one.page, list(one.params.items()), one.here))
        return one

    content.changed(parts, block, way)
    return found


def readers(atlas: Atlas) -> st.SearchStrategy[Reader]:
    return st.builds(
        Reader,
        atlas=st.just(atlas),
        language=st.sampled_from(list(TONGUES)),
        day=st.dates(atlas.start, atlas.as_of),
        lens=st.sampled_from([str(lens) for lens in Lens]),
        viewpoint=st.sampled_from([str(viewpoint) for viewpoint in Viewpoint]),
        island=st.none() | st.sampled_from(list(atlas.islands)),
        furigana=st.booleans(),
        painted=st.booleans(),
        notices=st.just(()) | st.just(("somebody else's notice",)),
    )


@pytest.mark.parametrize(("name", "parameters", "make"), CASES, ids=[case[0] for case in CASES])
@given(data=st.data())
@settings(max_examples=5, phases=[Phase.generate])  # each is a whole page
def test_what_is_shared_is_what_each_reader_would_be_told_alone(
    name: str, parameters: Sequence[str], make: Callable[..., Sequence[Part]], data: st.DataObject
) -> None:
    reader = data.draw(readers(load_atlas()))
    args = data.draw(st.sampled_from(ASKED.get(name, [()])))
    told = seen(shared(reader, parameters, make, *args), reader)
    assert told == seen(make(reader, *args), reader)
    assert OPEN not in str(told)


def test_the_pages_that_cost_the_most_are_shared() -> None:
    pages = {name.partition(".")[0] for name, *_ in CASES}
    # a new page may share as well
    assert pages >= {"chronicle", "compare", "landings", "sources", "treaties"}
    assert ASKED.keys() <= {name for name, *_ in CASES}
