"""What lets a reader choose in a plain file: a filter over what the page holds."""

from collections.abc import Mapping
from dataclasses import dataclass

from pages.ui.html import Markup, tag


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its ``name`` is that of the items' data attribute."""

    name: str
    label: str
    any: str | None
    values: Mapping[str, str]


def asking(items: str, label: str, *choices: Choice, words: str = "q") -> Markup:
    """Return a form that filters ``items`` (a selector); shown where the browser runs scripts.

    ``words`` is the parameter of the address that has the words sought.
    """
    return tag(
        "form",
        tag("label", label, " ", tag("input", type="search", name=words, maxlength="80")),
        *(tag("label", one.label, " ", _select(one)) for one in choices),
        tag("output", aria_live="polite"),
        class_="asking",
        data_items=items,
        hidden="",
    )


def viewing(file: str, days: Mapping[str, tuple[str, str]], label: str, *choices: Choice) -> Markup:
    """Return a form that opens ``file`` on other ``days``: by parameter a label and a day."""
    return tag(
        "form",
        *(
            tag("label", words, " ", tag("input", type="date", name=name, value=day, required=""))
            for name, (words, day) in days.items()
        ),
        *(tag("label", one.label, " ", _select(one)) for one in choices),
        tag("button", label, type="submit"),
        class_="asking",
        action=file,
        data_viewing="",
        hidden="",
    )


def printing(label: str) -> Markup:
    """Return a button that prints the page."""
    return tag("p", tag("button", label, type="button", data_print="", hidden=""), class_="asking")


def _select(choice: Choice) -> Markup:
    options = ({} if choice.any is None else {"": choice.any}) | dict(choice.values)
    return tag(
        "select",
        *(tag("option", words, value=value) for value, words in options.items()),
        name=choice.name,
    )
