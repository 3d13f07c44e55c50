"""Two dates side by side, and nine on one sheet."""

from pages.ui.compare import page as compare
from pages.ui.frame import frame

reader = frame.begin("compare")
beside = compare.other(reader)
compare.choose(reader, beside)
compare.maps(reader, beside)
compare.differences(reader, beside)
compare.sheet(reader, beside)
frame.end(reader)
