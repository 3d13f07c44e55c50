"""The chronicle: every event, by theme and period, searchable, each with a way to the map."""

from pages.ui.chronicle import page as chronicle
from pages.ui.frame import frame

reader = frame.begin("chronicle")
query = chronicle.ask(reader)
chronicle.strip(reader, query)
chronicle.picked(reader, query)
chronicle.listing(reader, query)
frame.end(reader)
