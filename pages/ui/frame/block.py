"""A block of a page's own text."""

from collections.abc import Callable

import streamlit as st

from pages.ui.html import Content, Markup, join, tag
from pages.ui.words import furigana, glossary
from pages.ui.words.reader import Reader


def block(reader: Reader, *content: Content, kind: str) -> None:
    """Write text in the reader's language; the style sheets know the block by its ``kind``."""
    st.html(ready(reader, join(content), kind))


def ready(reader: Reader, content: Markup, kind: str | None) -> Markup:
    """Return a block that helps her read: hard words with their meaning, readings if she asked.

    Without a ``kind`` it is bare.
    """
    if kind is not None:
        content = tag("div", content, class_=kind, lang=reader.language)
    return furigana.shown(reader, glossary.explained(reader, content))


def folded(reader: Reader, title: str, draw: Callable[[], None]) -> None:
    """Draw a long part folded under its ``title`` (a text key).

    It is made and sent only while it is open: a reader's every rest would send it anew.
    """
    part = st.expander(reader.say(title), key=f"fold-{title}", on_change="rerun")
    if part.open:
        with part:
            draw()
