"""The folds of a long page, kept apart from it: fetched when one is opened, not with the page.

Where no script runs, a link in each leads to its place in the whole page, a file beside it.
What "Cite this" is written from comes likewise.
"""

import re
from dataclasses import dataclass, field

from pages.ui.html import Markup, tag

# What stands open names the place a fold is in.
_PARTS = re.compile(
    r' id="(?P<place>[^"]+)"'
    r'|(?P<cite><details class="cite"[^>]*>)'
    r'|(?P<head><details(?! class="cite")[^>]*><summary>(?:(?!</summary>).)*</summary>)'
    r"(?P<fold>(?:(?!<details).)*?)</details>",
    re.DOTALL,
)


# How the name of a file begins that has all of a page.
_WHOLE = "whole-"


def whole(name: str) -> str:
    """Return the name of the file that holds all of a page, folds included."""
    return f"{_WHOLE}{name}"


def short(name: str) -> str:
    """Return the name of the page that a whole one is beside; another's is its own."""
    return name.removeprefix(_WHOLE)


@dataclass(slots=True)
class Apart:
    """Takes the folds out of a page: ``whole`` is the file that has them all.

    ``words`` is the link to it; ``folds`` are what was taken, in order.
    """

    whole: str
    words: str
    folds: list[Markup] = field(default_factory=list)
    _place: str = ""

    def taken(self, body: Markup) -> Markup:
        """Put a link in each fold's place; a fold that holds another stays."""
        return Markup(_PARTS.sub(self._take, str(body)))  # as it was, but for links

    def _take(self, found: re.Match[str]) -> str:
        if found["place"]:
            self._place = found["place"]
            return found[0]
        if found["cite"]:
            self.folds.append(Markup(found["cite"]))
            return '<details class="cite apart">'
        self.folds.append(Markup(found["fold"]))
        link = tag("a", self.words, href=f"{self.whole}#{self._place}", class_="apart")
        return f"{found['head']}{link}</details>"
