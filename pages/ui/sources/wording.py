"""How the atlas words things, and on which terms its words may be used."""

import re

from pages.ui import html
from pages.ui.html import Markup, join, tag
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import ENGLISH

_RULES = ("word_control", "word_same", "word_plain", "word_quote", "word_names", "word_range")
_LICENCES = ("licence_code", "licence_data", "licence_shapes", "licence_leaflet")


def wording(reader: Reader) -> Markup:
    """Say by which rules the words were chosen, and which are left to the parties."""
    head = [reader.say(f"sources.{key}") for key in ("word", "whose", "ours")]
    rows = (
        (
            join(
                [
                    tag("q", word.text[word.language], lang=word.language),
                    " ",
                    tag("small", word.text[reader.language])
                    if word.language != reader.language
                    else "",
                ]
            ),
            reader.say(f"sources.{word.whose}"),
            word.ours[reader.language],
        )
        for word in reader.atlas.words.values()
    )
    return join(
        [
            tag("ul", *(tag("li", reader.say(f"sources.{rule}")) for rule in _RULES)),
            html.table(head, rows, caption=reader.say("sources.words_left"), stacks=True),
        ]
    )


def licences(reader: Reader) -> Markup:
    """Say under which licence each part may be used."""
    known = sum(source.licence is not None for source in reader.atlas.sources.values())
    total = reader.count("of_sources", len(reader.atlas.sources))
    own = [reader.say(f"sources.{key}") for key in _LICENCES]
    cited = reader.say("sources.licence_sources", count=known, sources=total)
    return tag("ul", *(tag("li", sentence) for sentence in [*own, cited]))


def codebook(written: str) -> Markup:
    """Set the codebook's Markdown in the page: one level down, marked as English.

    Its links lead to files beside it, which the page offers under their names.
    """
    body = re.sub(r"^#", "##", written.partition("\n")[2], flags=re.MULTILINE)
    plain = re.sub(r"\[([^]]+)\]\([^)]+\)", r"\1", body)
    return tag("div", "\n\n", Markup(plain), "\n\n", lang=ENGLISH)
