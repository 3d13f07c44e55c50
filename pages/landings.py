"""The landings of August and September 1945, day by day."""

from pages.ui import frame
from pages.ui.cards import panel

reader = frame.begin("landings", follows=True)
frame.follow(reader, panel.show)
