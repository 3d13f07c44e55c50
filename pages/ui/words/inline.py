"""The text between tags, changed word by word; the tags stay as they are."""

import re
from collections.abc import Callable

from pages.ui.html import Markup

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"<(/?)([a-zA-Z0-9]+)")
_LANG = re.compile(r'\slang="([^"]*)"')
_EMPTY = frozenset({"br", "hr", "img", "wbr", "input", "source"})


def rewritten(
    markup: Markup, language: str, left: frozenset[str], change: Callable[[Markup], Markup]
) -> Markup:
    """Change the text of ``markup`` in one language, but not within the elements ``left``."""
    stack = [True]
    parts: list[str] = []
    # every part comes from markup whose text is escaped already
    for part in filter(None, _TAG.split(str(markup))):
        if not (found := _NAME.match(part)):
            parts.append(change(Markup(part)) if stack[-1] else part)
            continue
        parts.append(part)
        name = found[2].lower()
        if found[1]:
            if len(stack) > 1:
                stack.pop()
        elif name not in _EMPTY and not part.endswith("/>"):
            tongue = _LANG.search(part)
            own = tongue[1] == language if tongue else stack[-1]
            stack.append(own and name not in left)
    return Markup("".join(parts))  # tags and escaped text, as they came
