"""The flat rows that tables and map files share: one for each stretch of an island's history."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from geodata.atlas import Atlas
from geodata.model import QUESTIONS, Lens, Text, Viewpoint
from geodata.spans import Span

LANGUAGES = tuple(Text.model_fields)


@dataclass(frozen=True, slots=True)
class Layer:
    """One question to the atlas, with the reading of the treaties it is asked under."""

    lens: Lens
    viewpoint: Viewpoint

    @property
    def name(self) -> str:
        """Name the layer: "control", "title", "title-japan", "title-russia", "claims"."""
        neutral = self.viewpoint is Viewpoint.NEUTRAL
        return str(self.lens) if neutral else f"{self.lens}-{self.viewpoint}"


LAYERS = tuple(Layer(lens, viewpoint) for lens, viewpoint in QUESTIONS)


@dataclass(frozen=True, slots=True)
class Stretch:
    """An island's state from ``span.start`` to before ``span.end`` (None: to this day)."""

    layer: Layer
    island: str
    km2: float
    span: Span


def stretches(atlas: Atlas, layer: Layer) -> Iterator[Stretch]:
    """Yield what each island is under a layer's lens: without gap or overlap, over all days."""
    km2 = atlas.km2
    for island, spans in atlas.spans(layer.lens, layer.viewpoint).items():
        yield from (Stretch(layer, island, km2[island], span) for span in spans)


def holder(atlas: Atlas, controller: str, language: str) -> str:
    """Name a holder, or claimants who claim at once, in a language."""
    return " + ".join(atlas.powers[power].name[language] for power in controller.split("+"))


def colour(atlas: Atlas, controller: str) -> str:
    """Return a holder's colour; of claimants who claim at once the mean of theirs (#rrggbb)."""
    colours = [bytes.fromhex(atlas.powers[power].colour[1:]) for power in controller.split("+")]
    return "#" + bytes(sum(parts) // len(colours) for parts in zip(*colours, strict=True)).hex()


def basis(atlas: Atlas, span: Span, language: str) -> str:
    """Say why a stretch begins: the phrase of the record, or the name of the instrument."""
    if not span.basis:
        return ""
    if span.lens is Lens.TITLE:
        return atlas.instruments[span.basis].name[language]
    return atlas.phrases[span.basis].text[language]


def note(atlas: Atlas, span: Span, language: str) -> str:
    """Return what is noted of a doubt; empty where nothing is."""
    return atlas.phrases[span.note].text[language] if span.note else ""


Value = str | float | date | None


def facts(atlas: Atlas, stretch: Stretch) -> dict[str, Value]:
    """Return a stretch as named values, words in every language."""
    span, island = stretch.span, atlas.islands[stretch.island]
    return {
        "lens": str(stretch.layer.lens),
        "viewpoint": str(stretch.layer.viewpoint),
        "island": stretch.island,
        **{f"name_{code}": island.name[code] for code in LANGUAGES},
        "group": str(island.group),
        "km2": stretch.km2,
        "controller": span.controller,
        **{f"controller_{code}": holder(atlas, span.controller, code) for code in LANGUAGES},
        "colour": colour(atlas, span.controller),
        "valid_from": span.start,
        "valid_to": span.end,
        "precision": str(span.precision),
        "confidence": str(span.confidence),
        "earliest": span.earliest,
        "latest": span.latest,
        "basis": span.basis or None,
        **{f"basis_{code}": basis(atlas, span, code) or None for code in LANGUAGES},
        **{f"note_{code}": note(atlas, span, code) or None for code in LANGUAGES},
        "sources": ";".join(span.sources),
    }
