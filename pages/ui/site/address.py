"""Where a link of the app leads in the site: to a file, a place in it, a view of its map."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import parse_qsl, urlencode

from pages.ui.html import Markup
from pages.ui.site.plan import Plan, stem
from pages.ui.words.reader import PARAMETERS, Reader

# A link as html.link writes it: relative, with a view's parameters; how html.way says that it
# opens in the same window, as it does here anyway.
_LINK = re.compile(r'(href|data-to)="\./([a-z]*)(?:\?([^"#]*))?(#[^"]*)?"(?: target="_self")?')


@dataclass(frozen=True, slots=True)
class Addresses:
    """The files of one language, and where each view is found in them."""

    plans: Mapping[str, Plan]
    stems: frozenset[str]
    reader: Reader

    def resolved(self, markup: Markup) -> Markup:
        """Turn every link to a view in markup into one to its file; both are escaped."""
        return Markup(_LINK.sub(self._link, str(markup)))  # its values are escaped

    def of(self, page: str, params: Mapping[str, str], anchor: str = "") -> str:
        """Return the address of a view, from a file of this language.

        What is no part of a view must have an effect there: nothing else may be asked for.
        """
        plan = self.plans[page]
        if odd := params.keys() - PARAMETERS - {*plan.choosing, *plan.kept, plan.anchor}:
            raise ValueError(f"a link to {page} asks for {sorted(odd)}, which its file leaves out")
        chosen = {key: params[key] for key in plan.choosing if key in params}
        name = stem(page, chosen)
        if name not in self.stems:
            name, chosen = stem(page, {}), {}
        usual = {"date": self.reader.atlas.as_of.isoformat(), "lang": self.reader.language}
        kept = {
            key: params[key]
            for key in plan.kept
            if key in params and key not in chosen and params[key] != usual.get(key)
        }
        place = params.get(plan.anchor, "") if plan.anchor else ""
        folder = params.get("lang", self.reader.language)
        return "".join(
            [
                "" if folder == self.reader.language else f"../{folder}/",
                f"{name}.html",
                f"?{urlencode(kept)}" if kept else "",
                f"#{place}" if place else anchor,
            ]
        )

    def _link(self, found: re.Match[str]) -> str:
        name, page, query, anchor = found.groups()
        params = dict(parse_qsl(unescape(query or "")))
        return f'{name}="{escape(self.of(page or "map", params, anchor or ""))}"'


def stems(plan: Plan, chosen: Sequence[Mapping[str, str]]) -> frozenset[str]:
    """Return the names of a page's files."""
    return frozenset(stem(plan.page, one) for one in chosen)
