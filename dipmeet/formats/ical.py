"""iCalendar (RFC 5545): an event a meeting, with the zones it needs and the same UID each time.

A day without an hour is an all-day event. A month or a year has no form in iCalendar, so that such a meeting is left
out. A time whose zone is unknown stands without one, and the text says so; one that its zone showed twice is written
in UTC where the second is meant, since a local time means the first (§3.3.5).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta

from dipmeet.formats.telling import many_lines, one_line, outline_of, person_of, place_of, time_of
from dipmeet.formats.vtimezone import stamp, zone_lines
from dipmeet.model.meeting import Meeting, heading_of
from dipmeet.model.moment import Moment
from dipmeet.when.wording import render_moment, render_time

WIDTH = 75
"""A line's octets at most, without its end (§3.1)."""

UTC = "UTC"
"""The zone that needs no VTIMEZONE."""

NO_STAMP = "1970-01-01T00:00:00Z"
"""DTSTAMP must be there; a record that does not say when it was last changed gets one that is always the same."""


def render(meetings: Iterable[Meeting], leave_out: Callable[[str], None]) -> Iterator[str]:
    """Yield a calendar of `meetings`, which are gone through twice: for the zones and years, and for the events."""
    years = _years_of(meetings)
    yield from map(folded, ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dipmeet//dipmeet//EN", "CALSCALE:GREGORIAN"))
    for zone in sorted(years):
        yield from map(folded, zone_lines(zone, years[zone]))
    for meeting in meetings:
        if meeting.start is None or len(meeting.start.local) < 10:
            leave_out("no day")
            continue
        yield from map(folded, _event(meeting, meeting.start))
    yield folded("END:VCALENDAR")


def folded(line: str) -> str:
    """Return a line with its end, broken after at most 75 octets and never within a character."""
    octets = line.encode()
    if len(octets) <= WIDTH:
        return line + "\r\n"
    pieces, start, room = [], 0, WIDTH
    while start < len(octets):
        end = start + room
        while end < len(octets) and octets[end] & 0xC0 == 0x80:  # within a character (RFC 3629 §3)
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, WIDTH - 1
    return b"\r\n ".join(pieces).decode() + "\r\n"


def text(value: str) -> str:
    r"""Return a TEXT value (§3.3.11): backslash, comma and semicolon escaped, line ends as \n."""
    return re.sub(r"[\\,;]", r"\\\g<0>", many_lines(value)).replace("\n", "\\n")


def _years_of(meetings: Iterable[Meeting]) -> dict[str, set[int]]:
    """Return for each zone the years in which an event is told in it."""
    years: dict[str, set[int]] = {}
    for meeting in meetings:
        for moment in (meeting.start, meeting.end):
            if moment is not None and moment.zone is not None and moment.zone != UTC and _is_zoned(moment):
                years.setdefault(moment.zone, set()).add(int(moment.local[:4]))
    return years


def _is_zoned(moment: Moment) -> bool:
    from dipmeet.when.zones import is_zone

    return moment.precision == "minute" and moment.zone is not None and is_zone(moment.zone)


def _event(meeting: Meeting, start: Moment) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{text(meeting.id)}@dipmeet"
    yield f"DTSTAMP:{_utc(meeting.changed or meeting.added or NO_STAMP)}"
    if meeting.added:
        yield f"CREATED:{_utc(meeting.added)}"
    if meeting.changed:
        yield f"LAST-MODIFIED:{_utc(meeting.changed)}"
    yield f"DTSTART{_time(start)}"
    yield from _extent(meeting, start)
    yield f"SUMMARY:{text(_summary(meeting, start))}"
    if place := place_of(meeting):
        yield f"LOCATION:{text(place)}"
    yield f"DESCRIPTION:{text(chr(10).join(_description(meeting)))}"
    if meeting.topics:
        yield "CATEGORIES:" + ",".join(text(topic) for topic in meeting.topics)
    if meeting.source is not None and meeting.source.url:
        yield f"URL:{one_line(meeting.source.url)}"
    if meeting.account_of:
        yield f"RELATED-TO;RELTYPE=SIBLING:{text(meeting.account_of)}@dipmeet"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _utc(instant: str) -> str:
    return instant.replace("-", "").replace(":", "")


def _time(moment: Moment) -> str:
    """Return parameters and value of a time: a date, or local with its zone, or in UTC, or local without a zone."""
    if moment.precision == "day":
        return ";VALUE=DATE:" + moment.local.replace("-", "")
    local = datetime.fromisoformat(moment.local)
    if moment.zone is None or not _is_zoned(moment):
        return ":" + stamp(local)
    from dipmeet.when.moments import utc_of
    from dipmeet.when.zones import at_local

    aware, utc = at_local(moment.local, moment.zone, moment.offset), utc_of(moment)
    if aware is not None and utc is not None and (aware.fold or moment.zone == UTC):
        return f":{stamp(utc)}Z"
    return f";TZID={moment.zone}:{stamp(local)}"


def _extent(meeting: Meeting, start: Moment) -> Iterator[str]:
    """Yield how far the event goes: its end, else its length; neither where the record has none that fits."""
    end = meeting.end
    if start.precision == "day":
        if end is not None and len(end.local) >= 10 and start.date < end.date < "9999-12-31":
            yield f"DTEND;VALUE=DATE:{date.fromisoformat(end.date) + timedelta(days=1)}".replace("-", "")
    elif end is not None and _is_after(start, end):
        yield f"DTEND{_time(end)}"
    elif meeting.duration is not None:
        yield f"DURATION:PT{meeting.duration.minutes}M"


def _is_after(start: Moment, end: Moment) -> bool:
    """Tell whether `end` can end an event that begins at `start`: later, and of the same form (§3.6.1)."""
    if end.precision != "minute" or _is_zoned(start) != _is_zoned(end):
        return False
    from dipmeet.when.moments import minutes_between

    apart = minutes_between(start, end)
    return apart > 0 if apart is not None else not _is_zoned(start) and end.local > start.local


def _summary(meeting: Meeting, start: Moment) -> str:
    """Return the heading; where the time is about, a calendar shows it as exact, so that the heading says so."""
    about = f" ({render_time(start)})" if start.approximate else ""
    return one_line(heading_of(meeting)) + about


def _description(meeting: Meeting) -> Iterator[str]:
    yield time_of(meeting)
    yield from (f"As stated: {render_moment(stated)}" for stated in meeting.stated_times)
    if meeting.occasion:
        yield f"Occasion: {one_line(meeting.occasion)}"
    yield from (person_of(person) for person in meeting.participants)
    if meeting.points:
        yield ""
        yield from outline_of(meeting.points)
    source = meeting.source
    told = (source.publisher, source.published, source.url) if source is not None else ()
    if any(told):
        yield ""
        yield "Source: " + ", ".join(one_line(part) for part in told if part)
    yield from (f"Doubted: {doubt.field}: {one_line(doubt.reason)}" for doubt in meeting.doubts)
