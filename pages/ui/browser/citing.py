"""What "Cite this" needs in the browser: the forms with holes, and every source in each form."""

import json
from collections.abc import Iterator
from itertools import chain

from geodata import Atlas
from geodata.citation import cited, place
from geodata.reference import bibtex, csl, of_source, ris
from pages.ui.browser.payload import Json, tongue
from pages.ui.parts import citations
from pages.ui.words import cite, text
from pages.ui.words.reader import Reader


def citing(reader: Reader) -> Json:
    """Return what the browser cites records with in one language, ready for JSON."""
    return {
        "cite": cite.forms(reader),
        "tex": cite.marks(),
        "sources": {
            citation: _forms(reader, citation) for citation in sorted(set(_citations(reader.atlas)))
        },
        # what the share menu says, is said here too
        "words": text.section("share", reader.language) | text.section("citing", reader.language),
        "tongue": tongue(reader),
    }


def _citations(atlas: Atlas) -> Iterator[str]:
    """Yield every citation of the records that can be cited."""
    records = (
        atlas.islands.values(),
        atlas.instruments.values(),
        atlas.events(),
        atlas.landing_records(),
    )
    for record in chain.from_iterable(records):
        yield from cited(record)
    for island in atlas.islands:
        for span in atlas.history(island):
            yield from span.sources


def _forms(reader: Reader, citation: str) -> Json:
    source = reader.atlas.source(citation)
    one = [of_source(source, place(citation))]
    return {
        "text": citations.told(reader, citation),
        "bibtex": bibtex(one),
        "ris": ris(one),
        "csl": json.loads(csl(one))[0],
    }
