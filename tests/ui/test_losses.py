"""Losses: every source's figure, drawn and in a table, never one number."""

import pytest

from geodata import Atlas
from pages.ui.landings import losses
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES


def test_every_figure_of_the_data_is_shown_once(atlas: Atlas) -> None:
    shown = [
        (one.landing, one.loss)
        for operation in losses.OPERATIONS
        for one in losses.figures(Reader(atlas, "en", atlas.as_of), operation)
    ]
    recorded = [(name, loss) for name, row in atlas.landings().iterrows() for loss in row["losses"]]
    assert len(shown) == len(recorded)
    assert all(one in shown for one in recorded)


@pytest.mark.parametrize("language", TONGUES)
@pytest.mark.parametrize("operation", losses.OPERATIONS)
def test_the_table_says_who_says_so(atlas: Atlas, operation: str, language: str) -> None:
    table = losses.table(Reader(atlas, language, atlas.as_of), operation)
    for one in losses.figures(Reader(atlas, language, atlas.as_of), operation):
        assert losses.amount(Reader(atlas, language, atlas.as_of), one.loss) in table
        assert str(one.loss.by[language]).partition("'")[0] in table


@pytest.mark.parametrize("language", TONGUES)
@pytest.mark.parametrize("operation", losses.OPERATIONS)
def test_the_charts_hold_the_figures(atlas: Atlas, operation: str, language: str) -> None:
    charts = [
        chart
        for prisoners in (False, True)
        if (
            chart := losses.chart(
                Reader(atlas, language, atlas.as_of), operation, prisoners=prisoners
            )
        )
    ]
    rows = [row for chart in charts for rows in chart["datasets"].values() for row in rows]
    figures = losses.figures(Reader(atlas, language, atlas.as_of), operation)
    assert sorted((row["low"], row["high"]) for row in rows) == sorted(
        (one.loss.low, one.loss.high) for one in figures
    )
    assert all(
        str(row["lines"]).replace("\n", " ").replace(" ", "") == row["words"].replace(" ", "")
        for row in rows
    )
    assert all(chart["description"] for chart in charts)


def test_soviet_and_japanese_counts_of_shumshu_stand_side_by_side(atlas: Atlas) -> None:
    totals = {
        (one.loss.side, losses.amount(Reader(atlas, "en", atlas.as_of), one.loss))
        for one in losses.figures(Reader(atlas, "en", atlas.as_of), "north")
        if one.loss.kind == "killed_wounded_missing"
    }
    assert totals == {
        ("soviet", "1,567"),
        ("soviet", "3,000–4,500"),
        ("japanese", "1,018"),
        ("japanese", "600"),
    }


def test_a_range_is_written_as_each_language_does(atlas: Atlas) -> None:
    veterans = next(
        one.loss
        for one in losses.figures(Reader(atlas, "en", atlas.as_of), "north")
        if one.loss.low == 3000
    )
    assert [
        losses.amount(Reader(atlas, language, atlas.as_of), veterans) for language in TONGUES
    ] == [
        "3,000–4,500",
        "3,000〜4,500",
        "3000–4500",
    ]


def test_an_operation_without_such_figures_has_no_chart(atlas: Atlas) -> None:
    assert losses.chart(Reader(atlas, "en", atlas.as_of), "south", prisoners=False) is None
