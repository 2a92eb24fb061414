"""The clocks of a meeting: the place's time, the stated times and whether they agree, the parties' capitals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dipmeet.model.meeting import Meeting
from dipmeet.model.moment import Moment
from dipmeet.model.value import Value


class Clock(Value):
    """A row of the table of times: whose clock, what it showed, and for a stated time whether it agrees.

    `agrees` is None where nothing can be compared; `right` is what a stated time that disagrees should have been.
    """

    label: str
    moment: Moment
    stated: bool = False
    agrees: bool | None = None
    right: Moment | None = None


def clocks_of(meeting: Meeting, zones: Sequence[str] = ()) -> tuple[Clock, ...]:
    """Return the clocks of a meeting in the order they are shown; `zones` are those asked for by name."""
    start = meeting.start
    if start is None:
        return ()
    capitals = tuple(_capitals(meeting))
    called = {zone: name for name, zone in capitals}
    shown = [Clock(_label(meeting, start), start)]
    shown.extend(_stated(start, moment, called) for moment in meeting.stated_times)
    for label, zone in (*((called.get(zone) or city_of(zone), zone) for zone in zones), *capitals):
        converted = _converted(start, zone)
        if converted is not None and not any(clock.moment.zone == zone for clock in shown):
            shown.append(Clock(label, converted))
    return tuple(shown)


def city_of(zone: str) -> str:
    """Return the city that an IANA name is called after: `America/New_York` is New York."""
    return zone.rpartition("/")[2].replace("_", " ")


def _label(meeting: Meeting, start: Moment) -> str:
    return meeting.place or (city_of(start.zone) if start.zone else None) or meeting.country or "Local time"


def _stated(start: Moment, stated: Moment, called: Mapping[str, str]) -> Clock:
    from dipmeet.when.moments import same_instant

    label = called.get(stated.zone) or city_of(stated.zone) if stated.zone else "Elsewhere"
    agrees = same_instant(start, stated)
    right = _converted(start, stated.zone) if stated.zone and agrees is False else None
    return Clock(label, stated, stated=True, agrees=agrees, right=right)


def _converted(start: Moment, zone: str) -> Moment | None:
    from dipmeet.when.moments import to_zone

    return to_zone(start, zone)


def _capitals(meeting: Meeting) -> Iterator[tuple[str, str]]:
    if meeting.start is None or meeting.start.precision != "minute" or not meeting.start.zone:
        return
    from dipmeet.names.zones import capital_of

    for party in meeting.parties:
        capital = capital_of(party)
        if capital is not None and capital.zone:
            yield capital.name, capital.zone
