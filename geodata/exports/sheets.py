"""The atlas for spreadsheets, and for programs of ten lines."""

import csv
import io
from collections.abc import Iterable
from itertools import pairwise

from babel import Locale

from geodata.atlas import Atlas
from geodata.exports.rows import LANGUAGES, LAYERS, Stretch, basis, holder, note, stretches

_HEADS = (
    "lens",
    "viewpoint",
    "island",
    "name",
    "km2",
    "holder",
    "valid_from",
    "valid_to",
    "precision",
    "confidence",
    "earliest",
    "latest",
    "basis",
    "note",
    "sources",
)
_LOSS_HEADS = (
    "landing",
    "side",
    "kind",
    "low",
    "high",
    "whole",
    *(f"by_{language}" for language in LANGUAGES),
    "sources",
)
# A spreadsheet takes what begins so for a formula.
_FORMULA = tuple("=+-@\t\r＝＋－＠")


def table(language: str, atlas: Atlas) -> bytes:
    """Return all stretches of all lenses with the words of one language, as Excel opens CSV.

    It knows UTF-8 by the mark at its head, and parts columns by a semicolon where the
    language writes decimals with a comma.
    """
    decimal = Locale.parse(language).number_symbols["latn"]["decimal"]
    rows = (
        _cells(atlas, stretch, language, f"{stretch.km2:.3f}".replace(".", decimal))
        for layer in LAYERS
        for stretch in stretches(atlas, layer)
    )
    return _sheet([_HEADS, *rows], ";" if decimal == "," else ",")


def _cells(atlas: Atlas, stretch: Stretch, language: str, area: str) -> tuple[str, ...]:
    span = stretch.span
    return (
        str(stretch.layer.lens),
        str(stretch.layer.viewpoint),
        stretch.island,
        atlas.islands[stretch.island].name[language],
        area,
        holder(atlas, span.controller, language),
        str(span.start),
        str(span.end or ""),
        str(span.precision),
        str(span.confidence),
        str(span.earliest or ""),
        str(span.latest or ""),
        basis(atlas, span, language),
        note(atlas, span, language),
        "; ".join(span.sources),
    )


def _sheet(rows: Iterable[Iterable[str]], delimiter: str = ",") -> bytes:
    """Write rows so that Excel knows their encoding and takes no word of them for a formula."""
    written = io.StringIO()
    out = csv.writer(written, delimiter=delimiter, lineterminator="\r\n")
    out.writerows(map(_harmless, row) for row in rows)
    return written.getvalue().encode("utf-8-sig")


def _harmless(words: str) -> str:
    return f"'{words}" if words.startswith(_FORMULA) else words


def changes(atlas: Atlas) -> bytes:
    """Return who holds each island on the first day, and every later change of holder.

    Read up to a day, what was read last of an island is what it is on that day. No cell
    holds a comma, a quote or a line end.
    """
    rows = []
    for order, layer in enumerate(LAYERS):
        for island, spans in atlas.spans(layer.lens, layer.viewpoint).items():
            turns = [
                spans[0],
                *(now for before, now in pairwise(spans) if before.controller != now.controller),
            ]
            rows += [(order, str(span.start), island, span.controller) for span in turns]
    lines = [
        ",".join((str(LAYERS[order].lens), str(LAYERS[order].viewpoint), *rest))
        for order, *rest in sorted(rows)
    ]
    return "".join(f"{line}\n" for line in ("lens,viewpoint,day,island,holder", *lines)).encode()


def losses(atlas: Atlas) -> bytes:
    """Return every figure of losses in 1945, one a row, by the landing it is kept with.

    ``by_en``, ``by_ja`` and ``by_ru`` say who counts so, and what. UTF-8 with the mark by which
    Excel knows it.
    """
    rows = (
        (
            landing.id,
            loss.side,
            loss.kind,
            str(loss.low),
            str(loss.high),
            "true" if loss.whole else "false",
            *(loss.by[language] for language in LANGUAGES),
            "; ".join(loss.sources),
        )
        for landing in atlas.landing_records()
        for loss in landing.losses
    )
    return _sheet([_LOSS_HEADS, *rows])
