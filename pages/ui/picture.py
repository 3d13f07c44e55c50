"""A drawing as an image: Streamlit's HTML lets <img> pass and strips <svg>."""

from base64 import b64encode

from pages.ui.markup import Markup, tag

_NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


def picture(drawing: Markup, words: str, class_: str | None = None) -> Markup:
    """Return an <svg> element as an image; ``words`` say what it shows to who cannot see it."""
    plain = str(drawing)
    alone = plain if _NAMESPACE in plain else plain.replace("<svg", f"<svg {_NAMESPACE}", 1)
    data = b64encode(alone.encode()).decode()
    return tag("img", src=f"data:image/svg+xml;base64,{data}", alt=words, class_=class_)
