"""The atlas for spreadsheets, and for programs of ten lines."""

import csv
import io
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
    written = io.StringIO()
    out = csv.writer(written, delimiter=";" if decimal == "," else ",", lineterminator="\r\n")
    out.writerow(_HEADS)
    for layer in LAYERS:
        for stretch in stretches(atlas, layer):
            area = f"{stretch.km2:.3f}".replace(".", decimal)
            out.writerow(map(_harmless, _cells(atlas, stretch, language, area)))
    return written.getvalue().encode("utf-8-sig")


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
    written = io.StringIO()
    out = csv.writer(written, lineterminator="\r\n")
    out.writerow(_LOSS_HEADS)
    for landing in atlas.landing_records():
        for loss in landing.losses:
            whole = "true" if loss.whole else "false"
            words = (_harmless(loss.by[language]) for language in LANGUAGES)
            keys = (landing.id, loss.side, loss.kind, loss.low, loss.high, whole)
            out.writerow((*keys, *words, "; ".join(loss.sources)))
    return written.getvalue().encode("utf-8-sig")
