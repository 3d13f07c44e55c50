"""Every source with what rests on it, the open questions, the words, the files."""

from pages.ui import frame
from pages.ui.cards import sources

reader = frame.begin("sources")
sources.show(reader)
