"""What the colours of a drawing mean, as words that wrap."""

from collections.abc import Iterable

from geodata import Atlas
from geodata.model import Lens
from pages.ui import palette
from pages.ui.markup import Markup, tag


def key(atlas: Atlas, values: Iterable[str], language: str) -> Markup:
    """Return a list of values, each with its colour before its name."""
    paints = palette.paints(atlas, language)
    return tag(
        "ul",
        *(
            tag(
                "li",
                tag("span", class_="swatch", style=_background(paints[value].colours)),
                paints[value].name,
            )
            for value in values
        ),
        class_="key",
    )


def of_island(atlas: Atlas, island: str, viewpoint: str) -> list[str]:
    """Return the values of an island's history under all lenses; rival claims one by one."""
    return list(
        dict.fromkeys(
            value
            for lens in Lens
            for span in atlas.spans(lens, viewpoint)[island]
            for value in span.controller.split("+")
        )
    )


def _background(colours: tuple[str, ...]) -> str:
    """Return the style of a swatch; rivals share it in slanting halves, as on the map."""
    if len(colours) == 1:
        return f"background:{colours[0]}"
    return f"background:linear-gradient(135deg,{colours[0]} 50%,{colours[-1]} 50%)"
