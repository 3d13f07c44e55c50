"""How a view of the atlas is cited, in words and in the forms of other programs."""

import re
from dataclasses import replace
from datetime import date

from geodata.reference import TEX, Reference, bibtex, csl, ris
from pages.ui.words.reader import Reader

# What the browser fills in: days no view has, as each form writes them, and words.
_DAY, _SEEN = date(1111, 1, 1), date(1111, 2, 2)
_HOLES = {
    r"map-1111-01-01": "key",
    r"1111-02-02": "seen",
    r"1111/02/02": "slashed",
    r"1111,\s*2,\s*2": "parts",
    r"@title@": "title",
    r"@url@": "url",
}


def view(reader: Reader, title: str, url: str, accessed: date) -> Reference:
    """Return the reference to a view: its title, its full address, the day it was looked at."""
    return Reference(
        key=f"kuril-atlas-{reader.page}-{reader.day.isoformat()}",
        type="dataset",
        title=reader.say("cite.part", title=title),
        publisher=reader.say("cite.contributors"),
        accessed=accessed,
        authors=(reader.say("cite.contributors"),),
        issued=reader.atlas.as_of.isoformat(),
        url=url,
        language=reader.language,
        version=reader.atlas.version,
    )


def written(reader: Reader, one: Reference) -> str:
    """Write a reference to a view in one sentence of the reader's language."""
    return reader.say(
        "cite.view",
        contributors=one.publisher,
        title=one.title,
        version=one.version,
        date=reader.written(reader.atlas.as_of),
        accessed=reader.written(one.accessed),
        url=one.url,
    )


def forms(reader: Reader) -> dict[str, str]:
    """Return how any view is cited, with holes for its title, key and address, and for today."""
    one = view(replace(reader.at(_DAY), page="map"), "@title@", "@url@", _SEEN)
    forms = {"bibtex": bibtex([one]), "ris": ris([one]), "csl": csl([one])}
    forms["text"] = written(reader, one).replace(reader.written(_SEEN), "{written}")
    for pattern, hole in _HOLES.items():
        for name, form in forms.items():
            forms[name] = re.sub(pattern, f"{{{hole}}}", form)
    return forms


def marks() -> dict[str, str]:
    """Return what the browser writes in BibTeX for marks that LaTeX would take as commands."""
    return TEX
