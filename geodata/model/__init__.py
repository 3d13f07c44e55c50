"""The records: one class is type, parser and message.

What others use stands here; the modules below hold one kind of record each.
"""

from geodata.model.dated import Confidence, Dated, Doubtful
from geodata.model.event import Event, Presence, Theme
from geodata.model.holding import Claim, Control, Power, Title
from geodata.model.instrument import Article, Instrument, Line, Reading
from geodata.model.island import Coast, Count, Group, Island, Measure, Shape
from geodata.model.landing import Landing, Loss, Side
from geodata.model.lens import QUESTIONS, Lens, Viewpoint, question
from geodata.model.moment import Era, Moment
from geodata.model.place import Place, Spot
from geodata.model.record import Citations, Day, Id, Ids, Named, Record, Sourced, Text, lists
from geodata.model.source import Kind, Source
from geodata.model.tour import GuidedStop, GuidedTour, Listed, Stop, Tour
from geodata.model.wording import Phrase, Stems, Term, Word

__all__ = [
    "QUESTIONS",
    "Article",
    "Citations",
    "Claim",
    "Coast",
    "Confidence",
    "Control",
    "Count",
    "Dated",
    "Day",
    "Doubtful",
    "Era",
    "Event",
    "Group",
    "GuidedStop",
    "GuidedTour",
    "Id",
    "Ids",
    "Instrument",
    "Island",
    "Kind",
    "Landing",
    "Lens",
    "Line",
    "Listed",
    "Loss",
    "Measure",
    "Moment",
    "Named",
    "Phrase",
    "Place",
    "Power",
    "Presence",
    "Reading",
    "Record",
    "Shape",
    "Side",
    "Source",
    "Sourced",
    "Spot",
    "Stems",
    "Stop",
    "Term",
    "Text",
    "Theme",
    "Title",
    "Tour",
    "Viewpoint",
    "Word",
    "lists",
    "question",
]
