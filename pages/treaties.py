"""Treaties and lines: one card an instrument, and where paper and ground part."""

from pages.ui.frame import frame
from pages.ui.treaties import page as treaties

reader = frame.begin("treaties")
treaties.head(reader)
treaties.chart(reader)
treaties.cards(reader)
treaties.holders(reader)
frame.end(reader)
