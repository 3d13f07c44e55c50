"""A reference to a work, in the forms that programs for references read.

BibTeX with the fields that biblatex knows (``urldate``, ``langid``), RIS, and CSL-JSON.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from geodata.model import Kind, Source

Value = str | list[dict[str, str]] | dict[str, list[list[int]]]

# What a kind of source is called in CSL and in RIS; "dataset" is the atlas itself.
_CSL = {
    Kind.DOCUMENT: "document",
    Kind.GOVERNMENT: "report",
    Kind.STUDY: "article",
    Kind.PRESS: "article-newspaper",
    Kind.TESTIMONY: "document",
    Kind.REFERENCE: "entry-encyclopedia",
    Kind.OTHER: "webpage",
}
_RIS = {
    "dataset": "DATA",
    "document": "GEN",
    "report": "RPRT",
    "article": "GEN",
    "article-newspaper": "NEWS",
    "entry-encyclopedia": "ENCYC",
    "webpage": "ELEC",
}
_LANGUAGES = {
    "en": "english",
    "ja": "japanese",
    "ru": "russian",
    "fr": "french",
    "de": "german",
    "zh": "chinese",
}
# LaTeX would read these as commands.
TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "#$%&_"},
}


@dataclass(frozen=True, slots=True)
class Reference:
    """What is cited: ``issued`` is a year, month or day (ISO 8601), ``place`` where in it."""

    key: str
    type: str
    title: str
    publisher: str
    accessed: date
    authors: tuple[str, ...] = ()
    issued: str | None = None
    url: str | None = None
    language: str | None = None
    version: str | None = None
    place: str | None = None


def of_source(source: Source, place: str = "") -> Reference:
    """Return the reference to a source, or to a place in it, which has a key of its own."""
    return Reference(
        key=f"{source.id}:{place}" if place else source.id,
        type=_CSL[source.kind],
        title=source.title,
        publisher=source.producer,
        accessed=source.accessed,
        authors=source.author,
        issued=source.published,
        url=source.at.get(place, source.url),
        language=None if source.language == "multiple" else source.language,
        place=place or None,
    )


def csl(references: Iterable[Reference]) -> str:
    """Write references as CSL-JSON, as Zotero and citeproc read it."""
    items = [dict(_csl(one)) for one in references]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _csl(one: Reference) -> Iterator[tuple[str, Value]]:
    yield "id", one.key
    yield "type", one.type
    yield "title", one.title
    if one.authors:
        yield "author", [{"literal": name} for name in one.authors]
    yield "publisher", one.publisher
    if one.issued:
        yield "issued", {"date-parts": [[int(part) for part in one.issued.split("-")]]}
    yield (
        "accessed",
        {"date-parts": [[one.accessed.year, one.accessed.month, one.accessed.day]]},
    )
    named = {"URL": one.url, "language": one.language, "version": one.version, "page": one.place}
    yield from ((name, value) for name, value in named.items() if value)


def bibtex(references: Iterable[Reference]) -> str:
    """Write references as BibTeX entries, in UTF-8."""
    return "\n".join(_entry(one) for one in references)


def _entry(one: Reference) -> str:
    fields = {
        # a second pair of braces keeps the letters' case
        "title": f"{{{_tex(one.title)}}}",
        # and a name whole, however many commas it has
        "author": " and ".join(f"{{{_tex(name)}}}" for name in one.authors),
        "publisher": _tex(one.publisher),
        "date": one.issued or "",
        "year": (one.issued or "")[:4],
        "pages": _tex(one.place or ""),
        "version": _tex(one.version or ""),
        "url": one.url or "",
        "urldate": one.accessed.isoformat(),
        "langid": _LANGUAGES.get(one.language or "", ""),
    }
    written = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    kind = "dataset" if one.type == "dataset" else "misc"
    return f"@{kind}{{{_key(one.key)},\n{written}}}\n"


def _key(key: str) -> str:
    """Write a key in letters that BibTeX allows; a test sees that no two citations share one."""
    plain = re.sub(r"[\s_/]", "-", key)
    return re.sub("[^A-Za-z0-9:-]", lambda found: f"{ord(found[0]):x}", plain)


def _tex(words: str) -> str:
    return "".join(TEX.get(letter, letter) for letter in words)


def ris(references: Iterable[Reference]) -> str:
    """Write references as RIS, one tag a line, lines ended as the format asks."""
    return "".join(f"{line}\r\n" for one in references for line in _ris(one))


def _ris(one: Reference) -> Iterator[str]:
    yield f"TY  - {_RIS[one.type]}"
    rows = (
        ("ID", one.key),
        ("TI", one.title),
        *(("AU", name) for name in one.authors),
        ("PB", one.publisher),
        ("PY", (one.issued or "")[:4]),
        ("DA", (one.issued or "").replace("-", "/")),
        ("SP", one.place),
        ("ET", one.version),
        ("LA", one.language),
        ("UR", one.url),
        ("Y2", one.accessed.strftime("%Y/%m/%d")),
    )
    yield from (f"{tag}  - {' '.join(value.split())}" for tag, value in rows if value)
    yield "ER  - "
