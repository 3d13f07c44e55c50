"""Where a line may end, for drawings that break no lines of their own."""

from pages.ui.words.tongues import Tongue

# What may not begin a line and what may not end one, where words have no spaces (JIS X 4051).
_NO_START = frozenset(
    "、。，．・：；？！）〕］｝〉》」』】〜ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ年月日人"
)
_NO_END = frozenset("（〔［｛〈《「『【")


def end(words: str, tongue: Tongue, letters: int) -> int:
    """Return how many characters of ``words`` stand on a line of so many Latin letters."""
    long = tongue.fits(letters)
    if len(words) <= long:
        return len(words)
    if tongue.spaced:
        space = words.rfind(" ", 0, long + 1)
        return space if space > 0 else long
    allowed = (at for at in range(long, long // 2, -1) if _may_end(words, at))
    return next(allowed, long)


def _may_end(words: str, at: int) -> bool:
    before, after = words[at - 1], words[at]
    number = (before.isascii() and before.isalnum()) and (after.isascii() and after.isalnum())
    return after not in _NO_START and before not in _NO_END and after not in ",." and not number
