"""Hard words explain themselves: each is marked where a text has it first, with its meaning."""

import re
from collections.abc import Iterator, Mapping
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
    glossary, language = reader.atlas.glossary, reader.language
    seen: set[str] = set()

    def marked(words: Markup) -> Markup:
        pieces, end = [], 0
        for found, term in _found(glossary, language, str(words)):
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
    return {
        found[0]: term.text[language]
        for text in texts
        for found, term in _found(glossary, language, text)
    }


def _found(
    glossary: Mapping[str, Term], language: str, text: str
) -> Iterator[tuple[re.Match[str], Term]]:
    if not glossary or language not in Stems.model_fields:
        return
    pattern = _pattern(tuple(term.stems[language] for term in glossary.values()))
    terms = list(glossary.values())
    for found in pattern.finditer(text):
        yield found, terms[int(str(found.lastgroup)[1:])]


@lru_cache(8)
def _pattern(stems: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?P<t{number}>{'|'.join(each)})" for number, each in enumerate(stems)),
        re.IGNORECASE,
    )
