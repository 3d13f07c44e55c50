"""What every chart of Vega-Lite has in common: the reader's font, no frame, no menu."""

from typing import Any, TypeVar

import altair as alt

from pages.ui.drawing import palette

C = TypeVar("C", alt.Chart, alt.LayerChart)


def finished(chart: C, **properties: Any) -> C:  # noqa: ANN401  # what a chart may be given
    """Return a chart dressed as all others, with its own properties (height, description)."""
    dressed: C = (
        chart.properties(usermeta={"embedOptions": {"actions": False}}, **properties)
        .configure(font=palette.FONT)
        .configure_axis(labelColor=palette.SOFT)
        .configure_legend(labelColor=palette.INK)
        .configure_view(stroke=None)
    )
    return dressed
