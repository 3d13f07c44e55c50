"""Two dates side by side, and nine on one sheet."""

from pages.ui import frame
from pages.ui.cards import compare

reader = frame.begin("compare")
beside = compare.other(reader)
compare.choose(reader, beside)
compare.maps(reader, beside)
compare.differences(reader, beside)
compare.sheet(reader, beside)
