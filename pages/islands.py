"""The gazetteer: every island's sheet, and the table of all."""

from pages.ui.frame import frame
from pages.ui.islands import page as islands

reader = frame.begin("islands")
islands.show(reader)
frame.end(reader)
