"""What a screen reader is told of each page, in outline: a golden file of test_pages.py.

``python -m tests.browser.trees`` writes it anew (``make golden`` writes all of them).
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from tests.browser import chromium
from tests.browser.server import serve
from tests.browser.visit import PAGES, SIZES, WITH_MAP, map_frame, open_page, resize, rest

GOLDEN = Path(__file__).parent / "golden" / "trees.txt"
QUERY = "date=1945-08-30&lang={}&island=urup"  # a telling day, an island's card
TABLE = "islands?date=1945-08-30&lang={}&sort=-area"  # what the page of the islands is without one
LANGUAGE = "en"
_LINE = re.compile(r"""^(?P<indent> *)- (?P<node>.*)$""")
_NODE = re.compile(r"""^'?(?P<role>[a-z]+)(?: "(?P<name>(?:[^"\\]|\\.)*)")?(?P<state>[^:"]*)""")
# What is the atlas's own and no fact: it keeps its name, and where that holds no figure.
_NAMED = {
    *("main", "navigation", "region", "complementary", "search", "form", "group", "tablist"),
    *(
        "button",
        "slider",
        "spinbutton",
        "radiogroup",
        "toolbar",
        "combobox",
        "textbox",
        "searchbox",
        "checkbox",
        "radio",
        "tab",
        "switch",
    ),
}
_TITLES = 2  # the deepest heading that is a title of the page
_LEFT_OUT = {"text", "paragraph", "strong", "emphasis", "superscript", "subscript", "time", "code"}


@dataclass
class Node:
    """A line of the outline and what stands under it."""

    words: str
    parts: "dict[str, Node]" = field(default_factory=dict)

    def part(self, words: str) -> "Node":
        """Return the part of these words: all that are alike are one."""
        return self.parts.setdefault(words, Node(words))

    def lines(self, depth: int = 0) -> list[str]:
        """Return the lines of what stands below."""
        return [
            line
            for part in self.parts.values()
            for line in ("  " * depth + part.words, *part.lines(depth + 1))
        ]


def outline(snapshot: str) -> list[str]:
    """Return a page's landmarks, headings and controls; those that are alike are told of once."""
    top = Node("")
    open_nodes = [(-1, top)]
    for line in snapshot.splitlines():
        found = _LINE.match(line)
        told = found and _NODE.match(found["node"])
        if not found or not told or told["role"] in _LEFT_OUT or found["node"].startswith("/"):
            continue
        depth = len(found["indent"])
        while open_nodes[-1][0] >= depth:
            open_nodes.pop()
        parent = open_nodes[-1][1]
        open_nodes.append((depth, parent.part(_words(found["node"], told, parent))))
    return top.lines()


def _words(line: str, told: re.Match[str], parent: Node) -> str:
    role, name = told["role"], told["name"] or ""
    if role == "group":  # a fold has its title as its text
        name = name or line.partition(": ")[2]
    level = re.search(r"level=(\d)", told["state"])
    title = level is not None and int(level[1]) <= _TITLES
    way = role == "link" and parent.words.startswith("navigation")
    kept = name and (role in _NAMED or title or way) and not re.search(r"[\d.]", name)
    return role + (f" {level[1]}" if level else "") + (f": {name}" if kept else "")


def tree(page: Page, path: str) -> str:
    """Return the outline of the page that is open, with that of its map; ``path`` is its name."""
    lines = outline(page.locator("body").aria_snapshot())
    if path in WITH_MAP:
        lines += ["the map's frame", *outline(map_frame(page).locator("body").aria_snapshot())]
    return "\n".join([f"/{path}", *lines])


def at_a_desk(page: Page, path: str) -> None:
    """Show a page that is open as wide as a desk has it."""
    resize(page, *SIZES["desktop"])
    if path in WITH_MAP:
        rest(map_frame(page))


def stored() -> dict[str, str]:
    """Return the outline of each page as it was read, by the page's path."""
    told = GOLDEN.read_text(encoding="utf-8").split("\n\n")
    return {one.partition("\n")[0].removeprefix("/"): one.strip() for one in told}


def main() -> None:
    """Write the golden file anew."""
    with serve() as server, chromium.browser() as browser:
        context = browser.new_context(base_url=server.url, locale="en-GB")
        addresses = {path: f"{path}?{QUERY}" for path in PAGES} | {TABLE: TABLE}
        trees = [settled(context.new_page(), *one) for one in addresses.items()]
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_text("\n\n".join(trees) + "\n", encoding="utf-8")


def settled(page: Page, path: str, address: str) -> str:
    """Return a page's outline once it has been the same twice."""
    open_page(page, f"/{address.format(LANGUAGE)}")
    at_a_desk(page, path)
    found = tree(page, path)
    page.wait_for_timeout(1500)  # a chart or a fold may come late
    while (again := tree(page, path)) != found:
        found = again
    return found


if __name__ == "__main__":
    main()
