"""A block of a page's own text."""

import streamlit as st

from pages.ui.markup import Content, tag
from pages.ui.view import View


def block(reader: View, *content: Content, kind: str) -> None:
    """Write text in the reader's language; the style sheets know the block by its ``kind``."""
    st.html(tag("div", *content, class_=kind, lang=reader.language))
