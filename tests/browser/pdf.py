"""What stands on the sheets of a PDF, and how large."""

import ctypes
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from pypdfium2 import raw


@dataclass(frozen=True)
class Sheet:
    """A printed sheet: its words, and its width in points."""

    words: str
    width: int


def read(printed: bytes | Path) -> list[Sheet]:
    """Return the sheets of a PDF, in order."""
    with pypdfium2.PdfDocument(printed) as document:
        return [
            Sheet(str(page.get_textpage().get_text_range()), int(page.get_width()))
            for page in document
        ]


def sizes(printed: bytes | Path) -> set[float]:
    """Return the sizes in points of the signs on the first sheet, as they stand on paper."""
    with pypdfium2.PdfDocument(printed) as document:
        text = document[0].get_textpage()
        signs = range(text.count_chars())
        # spaces and breaks that are found between words have no size of their own
        return {_size(text, sign) for sign in signs if not raw.FPDFText_IsGenerated(text, sign)}


def _size(text: pypdfium2.PdfTextPage, sign: int) -> float:
    """Return a sign's size: that of its font, scaled as it is drawn."""
    drawn = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, sign, ctypes.byref(drawn))
    return round(abs(float(raw.FPDFText_GetFontSize(text, sign)) * float(drawn.a)), 1)
