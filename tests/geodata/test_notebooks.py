"""The worked notebooks run as they stand, and what they show is what the atlas knows."""

import ast
import json
from datetime import date
from pathlib import Path

import altair as alt
import folium
import pandas as pd
import pytest

from geodata import Atlas
from tests.conftest import ROOT

NOTEBOOKS = sorted((ROOT / "geodata" / "notebooks").glob("*.ipynb"))


def run(path: Path) -> list[object]:
    """Run a notebook's cells one after the other; return what each shows, None where nothing."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    names: dict[str, object] = {}
    return [
        _shown("".join(cell["source"]), names)
        for cell in notebook["cells"]
        if cell["cell_type"] == "code"
    ]


def _shown(code: str, names: dict[str, object]) -> object:
    body = ast.parse(code).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), "cell", "exec"), names)  # noqa: S102  # our own notebook
    if not isinstance(last, ast.Expr):
        return None
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307  # likewise


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_what_it_showed(path: Path) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len({*ids}) == len(ids)
    assert path.relative_to(ROOT).as_posix() in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_line_of_1945_moves_as_the_atlas_says(atlas: Atlas) -> None:
    shown = [one for one in run(ROOT / "geodata/notebooks/line-of-1945.ipynb") if one is not None]
    passed, front, line, area, drawn, sources = shown
    assert isinstance(passed, pd.DataFrame)
    told = passed.reset_index()
    assert not told.empty
    for day, before, after, islands in told.itertuples(index=False):
        names = {
            atlas.islands[change.island].name.en
            for change in atlas.changes(day)
            if (change.before, change.after) == (before, after)
        }
        assert {*str(islands).split(", ")} == names
    assert isinstance(front, pd.DataFrame)
    assert front["latitude"].is_monotonic_decreasing
    assert front["day"].iloc[-1] == pd.Timestamp(atlas.stops("landings")[1].day)
    assert isinstance(line, alt.Chart)
    assert isinstance(area, alt.Chart)
    rows = pd.DataFrame(next(iter(area.to_dict()["datasets"].values())))
    chain = [name for name, island in atlas.islands.items() if island.group != "sakhalin"]
    whole = sum(atlas.km2[name] for name in chain)
    assert rows.groupby("day")["km2"].sum().sub(whole).abs().max() < 1
    assert isinstance(drawn, folium.Map)
    assert "1945-08-25" in drawn._repr_html_()
    assert isinstance(sources, pd.DataFrame)
    assert len(sources) == len(atlas.span("shumshu", date(1945, 8, 24)).sources)
