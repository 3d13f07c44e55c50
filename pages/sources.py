"""Every source with what rests on it, the open questions, the words, the files."""

from pages.ui.frame import frame
from pages.ui.sources import page as sources

reader = frame.begin("sources")
sources.show(reader)
frame.end(reader)
