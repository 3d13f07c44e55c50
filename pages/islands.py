"""The gazetteer: every island's sheet, and the table of all."""

from pages.ui import frame
from pages.ui.cards import islands

reader = frame.begin("islands")
found = islands.find(reader)
islands.sheet(found)
islands.table(found)
