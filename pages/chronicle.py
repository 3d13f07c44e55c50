"""The chronicle: every event, by theme and period, searchable, each with a way to the map."""

from pages.ui import frame
from pages.ui.cards import chronicle

reader = frame.begin("chronicle")
query = chronicle.ask(reader)
chronicle.strip(reader, query)
chronicle.picked(reader, query)
chronicle.listing(reader, query)
