"""The landings of August and September 1945, day by day."""

from pages.ui import frame
from pages.ui.cards import landings

reader = frame.begin("landings", follows=True)
frame.follow(reader, landings.show)
landings.account(reader)
landings.battle(reader)
landings.casualties(reader)
landings.shumshu(reader)
landings.civilians(reader)
