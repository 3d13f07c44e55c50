"""List what each language of the atlas has no words for yet: ``python -m pages.ui.words``."""

from pages.ui.words import text
from pages.ui.words.tongues import TONGUES


def report() -> str:
    """Return a line a language, and under it the keys that are said in English."""
    lines = []
    for code, tongue in TONGUES.items():
        keys = text.missing(code)
        done = len(text.catalogue()) - len(keys)
        lines.append(f"{tongue.own_name} ({code}): {done} of {len(text.catalogue())} sentences")
        lines += [f"  {key}" for key in keys]
    return "\n".join(lines)


if __name__ == "__main__":
    print(report())  # noqa: T201  # what the command is for
