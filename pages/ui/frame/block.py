"""A block of a page's own text."""

import streamlit as st

from pages.ui.html import Content, tag
from pages.ui.words import furigana
from pages.ui.words.reader import Reader


def block(reader: Reader, *content: Content, kind: str) -> None:
    """Write text in the reader's language; the style sheets know the block by its ``kind``."""
    drawn = tag("div", *content, class_=kind, lang=reader.language)
    st.html(furigana.shown(reader, drawn))
