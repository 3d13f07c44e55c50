"""How terms written with kanji are read."""

import re

from geodata.read import Reader


def readings(reader: Reader, stem: str) -> dict[str, str]:
    """Read the pairs of ``stem.toml``, in groups: a term with kanji, and its hiragana."""
    file = f"{stem}.toml"
    found: dict[str, str] = {}
    for group, terms in reader.toml(stem).items():
        if not isinstance(terms, dict):
            reader.note(file, "is not a table", group)
            continue
        for term, kana in terms.items():
            if term in found:
                reader.note(file, "this term is already in the file", term, group)
            elif not re.search("[々一-鿿]", term):
                reader.note(file, "is not written with kanji", term, group)
            elif not isinstance(kana, str) or not re.fullmatch("[ぁ-ゖー]+", kana):
                reader.note(file, f"has no reading in hiragana (here: {kana!r})", term, group)
            else:
                found[term] = kana
    return found
