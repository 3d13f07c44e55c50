"""The one place where text becomes HTML or JavaScript."""

import json
import re
from base64 import b64encode
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

from markupsafe import Markup, escape

__all__ = [
    "SVG",
    "Content",
    "Markup",
    "Row",
    "code",
    "facts",
    "fold",
    "join",
    "link",
    "picture",
    "run",
    "script",
    "table",
    "tag",
    "way",
]

Content = str | Markup

# What a drawing names as its kind, so that it can stand alone.
SVG = "http://www.w3.org/2000/svg"

# What would end a <script> or start a comment in it, and the two line ends JSON allows but
# old JavaScript does not.
_UNSAFE = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}

# What Jinja would take for its own; in JSON it stands within strings alone.
_TEMPLATE = re.compile(r"\{(?=[{%#])")

# Elements that hold nothing and have no end.
_VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}


def tag(name: str, /, *content: Content, **attributes: str | None) -> Markup:
    """Build an element. Plain strings are escaped; ``class_`` stands for class, ``_`` for "-".

    An attribute that is None is left out.
    """
    written = "".join(
        f' {_attribute(key)}="{_escaped(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Markup(f"<{name}{written}>")  # noqa: S704  # every part is escaped above
    inner = "".join(map(_escaped, content))
    return Markup(f"<{name}{written}>{inner}</{name}>")  # noqa: S704  # every part is escaped above


def join(parts: Iterable[Content], between: str = "") -> Markup:
    """Put escaped parts side by side."""
    return Markup(str(_escaped(between)).join(map(_escaped, parts)))  # noqa: S704  # each is escaped


def _escaped(part: Content) -> str:
    """Escape plain text. Markup stays as it is: elements lie within others, and a copy costs."""
    return part if part.__class__ is Markup else escape(part)


@lru_cache(512)
def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def script(value: object) -> str:
    """Write a value as JSON that is safe inside a <script> element and in a template."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _TEMPLATE.sub(r"\\u007b", written.translate(_UNSAFE))


def link(page: str, params: Mapping[str, str]) -> str:
    """Return the address of a page with its parameters, relative to any page of the atlas.

    The map stands at the root, every other page beside it under its own name.
    """
    place = "" if page == "map" else page
    return f"./{place}?{urlencode(params)}"


def picture(drawing: Markup, words: str, class_: str | None = None) -> Markup:
    """Return an <svg> element as an image; ``words`` say what it shows to who cannot see it."""
    plain = str(drawing)
    named = f'xmlns="{SVG}"'
    outermost = plain.partition(">")[0]  # a drawing within it may say so already
    alone = plain if named in outermost else plain.replace("<svg", f"<svg {named}", 1)
    data = b64encode(alone.encode()).decode()
    return tag("img", src=f"data:image/svg+xml;base64,{data}", alt=words, class_=class_)


def way(words: Content, address: str, **attributes: str | None) -> Markup:
    """Return a link to another view of the atlas, opened in the same window."""
    return tag("a", words, href=address, target="_self", **attributes)


def fold(
    title: Content, *content: Content, class_: str | None = None, opened: bool = False
) -> Markup:
    """Return content that is folded away under its title until it is asked for."""
    return tag(
        "details", tag("summary", title), *content, class_=class_, open="" if opened else None
    )


def facts(pairs: Iterable[tuple[Content, Content]]) -> Markup:
    """Return a list of terms, each with what is known of it."""
    return tag("dl", *(part for term, fact in pairs for part in (tag("dt", term), tag("dd", fact))))


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row: its cells, one a column, or one for all: then it heads those below it.

    ``anchor`` is its id.
    """

    cells: Sequence[Content]
    anchor: str | None = None


def table(  # noqa: PLR0913  # what a table may have
    heads: Sequence[Content],
    rows: Iterable[Row | Sequence[Content]],
    *,
    caption: Content | None = None,
    named_by: int | None = 0,
    figures: Collection[int] = (),
    sorted_by: tuple[int, str] | None = None,
    stacks: bool = False,
    class_: str | None = None,
) -> Markup:
    """Return a table with one head a column; without heads it has none.

    ``named_by`` is the column that names its row, ``figures`` those of numbers; ``sorted_by``
    is the sorted column with its direction (ascending, descending). One that ``stacks`` is
    laid out cell by cell where it is narrow, and says by roles what it stays.
    """
    roles = _ROLES if stacks else {}
    column, direction = sorted_by or (None, None)
    head = (
        tag(
            "th",
            words,
            scope="col",
            role=roles.get("head"),
            aria_sort=direction if number == column else None,
            class_="figure" if number in figures else None,
        )
        for number, words in enumerate(heads)
    )
    lines = (row if isinstance(row, Row) else Row(row) for row in rows)
    body = (_row(row, heads, named_by, figures, roles) for row in lines)
    return tag(
        "table",
        "" if caption is None else tag("caption", caption),
        *(
            [tag("thead", tag("tr", *head, role=roles.get("row")), role=roles.get("rows"))]
            if heads
            else []
        ),
        tag("tbody", *body, role=roles.get("rows")),
        role=roles.get("table"),
        class_=" ".join(filter(None, ("stacks" if stacks else None, class_))) or None,
    )


# What stacked cells stay to who hears them: display: block takes a table's meaning away.
_ROLES = {
    "table": "table",
    "rows": "rowgroup",
    "row": "row",
    "head": "columnheader",
    "name": "rowheader",
    "cell": "cell",
}


def _row(
    row: Row,
    heads: Sequence[Content],
    named_by: int | None,
    figures: Collection[int],
    roles: Mapping[str, str],
) -> Markup:
    if len(row.cells) == 1 < len(heads):
        name = tag(
            "th",
            row.cells[0],
            scope="rowgroup",
            colspan=str(len(heads)),
            role=roles.get("name"),
        )
        return tag("tr", name, role=roles.get("row"), id=row.anchor)
    cells = (
        tag(
            "th" if number == named_by else "td",
            cell,
            scope="row" if number == named_by else None,
            role=roles.get("name" if number == named_by else "cell"),
            data_label=str(heads[number]) if roles and number else None,
            class_="figure" if number in figures else None,
        )
        for number, cell in enumerate(row.cells)
    )
    return tag("tr", *cells, role=roles.get("row"), id=row.anchor)


def code(source: str, **values: object) -> str:
    """Return a script that runs ``source`` with ``values`` as its constants."""
    given = "".join(f"const {name} = {script(value)};" for name, value in values.items())
    return f"(() => {{{given}{source}}})();"


def run(source: str, **values: object) -> Markup:
    """Return a <script> that runs ``source`` with ``values`` as its constants.

    ``source`` is our own and holds no closing tag; the values may be any reader's text.
    """
    return Markup(f"<script>{code(source, **values)}</script>")  # noqa: S704  # escaped by script()
