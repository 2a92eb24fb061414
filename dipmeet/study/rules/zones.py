"""The zone of the start against the place where they met."""

from __future__ import annotations

from collections.abc import Iterator

from dipmeet.model.meeting import Meeting
from dipmeet.model.moment import Moment
from dipmeet.names.parties import find_party
from dipmeet.names.places import places_named
from dipmeet.readouts.zones import phrases_in
from dipmeet.study.findings import Finding
from dipmeet.study.rules.dates import publisher_zone
from dipmeet.study.rules.printed import moments_of, plain_of, quoted, text_of
from dipmeet.when.zones import is_zone, offset_text

_IN_PERSON = frozenset({"meeting", "courtesy call", "working meal"})


def check_zones(meeting: Meeting) -> Iterator[Finding]:
    """Yield the zones that the tz database does not have, and a start in a zone that is not the place's.

    `start.local` is the wall clock of the place, so that its zone must show the same time there. A page that gives only
    the publisher's own time ("3:10 a.m. (Japan time)") or a party's may: its words name that zone. Who calls is in no
    one place.
    """
    for name, moment in moments_of(meeting):
        if moment.zone is not None and not is_zone(moment.zone):
            reason = "the tz database has no such zone"
            yield Finding("zone", meeting.id, f"{name}.zone", moment.zone, reason)
    start = meeting.start
    if start is None or start.zone is None or not is_zone(start.zone) or start.precision in {"year", "month"}:
        return
    if meeting.kind in _IN_PERSON and not _is_named(meeting, start):
        yield from _elsewhere(meeting, start, start.zone)


def _elsewhere(meeting: Meeting, start: Moment, zone: str) -> Iterator[Finding]:
    zones = _zones_there(meeting)
    here = _offset(start, zone)
    if not zones or any(here == _offset(start, other) for other in zones):
        return
    where = meeting.place or meeting.country
    reason = f"{where} is in {' or '.join(dict.fromkeys(zones))}, whose clocks showed another time then"
    right = zones[0] if len(set(zones)) == 1 else None
    spans = meeting.evidence.get("start.zone", ())
    yield Finding("zone", meeting.id, "start.zone", quoted(meeting, "start.zone") or zone, reason, right, spans=spans)


def _zones_there(meeting: Meeting) -> tuple[str, ...]:
    """Return the zones of every place of the name, in the country if known; those of the country without a place.

    A place that the table lacks in the country may lie in a territory of it, as Bermuda does: nothing is said of it.
    """
    if meeting.place is not None:
        named = places_named(meeting.place)
        there = (place.zone for place in named if meeting.country in {None, place.country})
        return tuple(zone for zone in dict.fromkeys(there) if is_zone(zone))
    party = find_party(meeting.country) if meeting.country is not None else None
    return party.zones if party is not None else ()


def _is_named(meeting: Meeting, start: Moment) -> bool:
    """Tell whether the page's own words name a zone whose clocks showed what those of the start's zone did.

    That zone is the publisher's, a party's or UTC: nobody gives the time of a meeting in Delhi on California's clocks.
    """
    here = _offset(start, start.zone or "UTC")
    if all(here != _offset(start, zone) for zone in _concerned(meeting)):
        return False
    text = text_of(meeting)
    for first, last in meeting.evidence.get("start.zone", ()):
        around = plain_of(text[first:last])
        for phrase in phrases_in(around, 0, len(around)):
            if phrase.zone is not None and _offset(start, phrase.zone) == here:
                return True
    return False


def _concerned(meeting: Meeting) -> Iterator[str]:
    yield "UTC"
    published = publisher_zone(meeting.source) if meeting.source is not None else None
    if published is not None:
        yield published
    for name in meeting.parties:
        if (party := find_party(name)) is not None:
            yield from filter(is_zone, party.zones)


def _offset(start: Moment, zone: str) -> str | None:
    return offset_text(start.local if start.precision == "minute" else f"{start.date}T12:00", zone)
