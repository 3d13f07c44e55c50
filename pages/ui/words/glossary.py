"""Hard words explain themselves: each is marked where a text has it first, with its meaning."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from geodata.model import Stems, Term
from pages.ui.html import Markup, join, tag
from pages.ui.words.inline import rewritten
from pages.ui.words.reader import Reader

# Elements whose words stay as they are: drawings, code, titles, and what is pressed itself.
_LEFT = frozenset(
    {"svg", "script", "style", "title", "ruby", "option", "textarea", "time", "a", "code"}
    | {"button", "summary", "label", "caption", "th", "dfn", "h1", "h2", "h3", "h4", "h5", "h6"}
)


def explained(reader: Reader, markup: Markup) -> Markup:
    """Return markup in which each hard word, where it stands first, tells its meaning on tap."""
    language = reader.language
    find = _finder(reader.atlas.glossary, language)
    seen: set[str] = set()

    def marked(words: Markup) -> Markup:
        pieces, end = [], 0
        for found, term in find(str(words)):
            if term.id not in seen:
                seen.add(term.id)
                # escaped text, as it came
                pieces += [
                    Markup(words[end : found.start()]),
                    _marked(Markup(found[0]), term, language),
                ]
                end = found.end()
        return join([*pieces, Markup(words[end:])]) if pieces else words

    return rewritten(markup, language, _LEFT, marked)


def _marked(word: Markup, term: Term, language: str) -> Markup:
    return tag("span", word, class_="hard", tabindex="0", title=term.text[language])


def meanings(glossary: Mapping[str, Term], language: str, texts: Iterator[str]) -> dict[str, str]:
    """Return the meaning of each hard word in some texts, by the word as it stands there."""
    find = _finder(glossary, language)
    return {found[0]: term.text[language] for text in texts for found, term in find(text)}


def _finder(
    glossary: Mapping[str, Term], language: str
) -> Callable[[str], Iterable[tuple[re.Match[str], Term]]]:
    """Return what finds the hard words of a text; put together once, for many texts."""
    if not glossary or language not in Stems.model_fields:
        return lambda _: ()
    terms = list(glossary.values())
    quick, exact = _patterns(tuple(term.stems[language] for term in terms))

    def find(text: str) -> Iterator[tuple[re.Match[str], Term]]:
        for near in quick.finditer(text):
            found = exact.match(text, near.start())
            assert found is not None  # noqa: S101  # both are made of the same stems
            yield found, terms[int(str(found.lastgroup)[1:])]

    return find


@lru_cache(8)
def _patterns(stems: tuple[tuple[str, ...], ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds any of the words quickly, and what says then which one it is.

    Groups keep Python from looking once for what all words begin with: the end of another.
    """
    quick = "|".join("|".join(each) for each in stems)
    exact = "|".join(f"(?P<t{number}>{'|'.join(each)})" for number, each in enumerate(stems))
    return re.compile(quick, re.IGNORECASE), re.compile(exact, re.IGNORECASE)
