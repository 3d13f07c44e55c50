"""The records as they stand, asked for by id, day and theme."""

from datetime import date

from geodata import Atlas


def test_events_are_taken_from_a_day_to_before_another(small: Atlas) -> None:
    def ids(start: date, end: date, theme: str | None = None) -> list[str]:
        return [event.id for event in small.events(start, end, theme)]

    treaty, battle = "treaty-of-1855", "battle-of-1945"
    assert ids(date(1600, 1, 1), date(2026, 11, 23)) == [treaty, battle]
    assert ids(date(1600, 1, 1), date(2026, 11, 23), "war") == [battle]
    assert ids(date(1855, 2, 7), date(1855, 2, 8)) == [treaty]
    assert ids(date(1855, 2, 8), date(1945, 8, 18)) == []
    assert ids(date(1945, 8, 22), date(1945, 8, 23)) == [battle]
    assert ids(date(1945, 8, 23), date(1946, 1, 1)) == []
    assert small.event(treaty).instrument == "shimoda-1855"
