"""The calendar of a page: its clock times put on dates and into zones, and checked against each other."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dipmeet.model.moment import Moment
from dipmeet.model.value import Value
from dipmeet.names.parties import find_party
from dipmeet.names.zones import capital_of
from dipmeet.readouts.days import PageDates, check_published, day_of, year_near
from dipmeet.readouts.draft import Findings
from dipmeet.readouts.lead import Lead
from dipmeet.readouts.places import Where
from dipmeet.readouts.publishers import Publisher
from dipmeet.readouts.timing import DEFAULT, Group, Timing, as_moment
from dipmeet.when.moments import clock_trouble, minutes_between, same_instant, to_zone
from dipmeet.when.wording import render_clock, render_day
from dipmeet.when.zones import offset_text

_UNITED_NATIONS = re.compile(
    r"\b(?:United Nations|UN|U\.N\.) General Assembly\b|\bSecretary-General of the United Nations\b|\bUNGA\b|国連総会"
)
_WIDE = frozenset({"Australia", "Brazil", "Canada", "Indonesia", "Mexico", "Russia", "United States"})
"""States where ministers meet in several zones; elsewhere a second zone is an outlying one."""


class Calendar(Value):
    """What dates and zones are told by: the lead, the page's date, the place, the publisher and the parties."""

    findings: Findings
    lead: Lead | None
    published: str | None
    publisher: Publisher | None
    where: Where
    parties: tuple[str, ...]
    url: str | None = None


Times = tuple[Moment | None, Moment | None, tuple[Moment, ...]]


def when_it_began(calendar: Calendar, timing: Timing | None) -> Times:
    """Return start, end and stated times; what contradicts itself is kept as printed and doubted."""
    findings = calendar.findings
    is_of_meeting = calendar.publisher is not None and calendar.publisher.dates_are_of_meeting
    day = day_of(PageDates(findings, calendar.lead, calendar.published, calendar.url, is_of_meeting), timing)
    if day is None:
        _quote_without_year(findings, timing)
        findings.doubt("start", "the page gives no date with a year")
        if timing is not None and timing.stated:
            findings.doubt("stated_times", "the page gives no date with a year")
        return None, None, ()
    if timing is None or timing.start is None:
        start = _day_alone(calendar, day)
        check_published(findings, calendar.published, day)
        return start, None, ()
    return _clocked(calendar, timing, timing.start, day)


def _quote_without_year(findings: Findings, timing: Timing | None) -> None:
    """Quote the date and the clock time that make no moment without a year."""
    if timing is not None:
        dated = (timing.dated.start, timing.dated.end) if timing.dated is not None else None
        findings.quote("start", dated, timing.start.begins.span if timing.start is not None else None)


def _clocked(calendar: Calendar, timing: Timing, group: Group, day: str) -> Times:
    findings = calendar.findings
    start = as_moment(findings, "start", group, day, _zone(calendar, group))
    start = _in_agreeing_zone(calendar, group, start, timing.stated)
    findings.quote("start.local", group.begins.span)
    findings.quote("start.zone", group.zone_span, calendar.where.span if group.zone in {None, DEFAULT} else None)
    trouble = clock_trouble(start.local, start.zone) if start.zone is not None else None
    if trouble is not None:
        findings.doubt("start.local", trouble.reason)
    stated = [_stated(calendar, at, g, start) for at, g in enumerate(timing.stated)]
    at_home = to_zone(start, calendar.publisher.zone) if calendar.publisher is not None else None
    check_published(findings, calendar.published, min(start.local, (at_home or start).local))
    return start, _end(findings, group, start), tuple(moment for moment in stated if moment is not None)


def _day_alone(calendar: Calendar, day: str) -> Moment:
    zone = calendar.where.zone
    if zone is None and calendar.publisher is not None and calendar.publisher.dates_are_local:
        zone = calendar.publisher.zone
    calendar.findings.quote("start.zone", calendar.where.span)
    return Moment(local=day, zone=zone)


def _zone(calendar: Calendar, group: Group) -> str | None:
    """Return the zone of the start: its phrase's, the place's, or what the publisher leaves unsaid."""
    where, publisher = calendar.where, calendar.publisher
    if group.zone == DEFAULT:
        return publisher.zone if publisher is not None else None
    if group.zone is not None and not group.is_local:
        return _clock_of(calendar, group)
    if where.zone is not None:
        if where.doubt:
            calendar.findings.doubt("start.zone", where.doubt)
        return where.zone
    if group.is_local:
        return _local_without_place(calendar)
    return publisher.zone if publisher is not None else None


def _clock_of(calendar: Calendar, group: Group) -> str | None:
    """Return the zone that the phrase names, or the place's where an abbreviation only misnames its season."""
    where = calendar.where.zone
    if where is None or group.zone is None or where == group.zone or group.zone_span is None:
        return group.zone
    said = calendar.findings.page.plain[slice(*group.zone_span)]
    is_seasonal = said.isupper() and said != "JST" and where.partition("/")[0] == group.zone.partition("/")[0]
    return where if is_seasonal else group.zone


def _local_without_place(calendar: Calendar) -> str | None:
    """Return the zone of "local time" where no place is named: New York for the UN's own, else the counterpart's."""
    lead, publisher = calendar.lead, calendar.publisher
    match = _UNITED_NATIONS.search(calendar.findings.page.plain, *lead.sentence) if lead is not None else None
    if match is not None:
        calendar.findings.quote("start.zone", match.span())
        return "America/New_York"
    for party in calendar.parties:
        if publisher is None or party != publisher.party:
            capital = capital_of(party)
            calendar.findings.doubt("start.zone", f"local time, and no place: taken as that of {party}")
            return capital.zone if capital is not None else None
    return publisher.zone if publisher is not None else None


def _in_agreeing_zone(calendar: Calendar, group: Group, start: Moment, stated: tuple[Group, ...]) -> Moment:
    """Return the start in the zone of its state that a stated time agrees with, where the state has several zones.

    Without a stated time it stays in the capital's zone, which is doubted if the state's clocks differ then.
    """
    where = calendar.where
    if where.city is not None or where.country is None or start.zone != where.zone:
        return start
    party = find_party(where.country)
    others = [zone for zone in (party.zones if party is not None else ()) if not _alike(start.local, zone, where.zone)]
    if not others:
        return start
    told = [g for g in stated if g.zone not in {None, DEFAULT}]
    if not told:
        if where.country in _WIDE:
            calendar.findings.doubt("start.zone", f"{where.country} has several zones: taken as that of the capital")
        return start
    for zone in (start.zone, *others):
        moved = as_moment(calendar.findings, "start", group, start.local[:10], zone)
        if _agrees(moved, told[0]):
            return moved
    return start


def _alike(local: str, zone: str, other: str | None) -> bool:
    return other is not None and offset_text(local, zone) == offset_text(local, other)


def _agrees(start: Moment, group: Group) -> bool:
    """Tell whether a stated time, on the day it names or on one next to the start's, is the same instant."""
    begun = date.fromisoformat(start.local[:10])
    days = [begun + timedelta(days=shift) for shift in (0, 1, -1)]
    if group.dated is not None:
        iso = group.dated.iso(group.dated.year or year_near(group.dated, begun))
        days = [date.fromisoformat(iso)] if iso is not None else []
    return any(same_instant(start, Moment(local=f"{d}T{group.begins.text}", zone=group.zone)) for d in days)


def _end(findings: Findings, group: Group, start: Moment) -> Moment | None:
    """Return the stated end: on the day of the start, or the next where its clock shows less."""
    if group.ends is None:
        return None
    day = date.fromisoformat(start.local[:10])
    if group.ends.text < start.local[11:]:
        day += timedelta(days=1)
    findings.quote("end.local", group.ends.span)
    return as_moment(findings, "end", Group(group.ends), day.isoformat(), start.zone)


def _stated(calendar: Calendar, at: int, group: Group, start: Moment) -> Moment | None:
    """Return a stated time on its date, with a doubt where it is not the instant of the start."""
    findings = calendar.findings
    zone = calendar.publisher.zone if group.zone == DEFAULT and calendar.publisher is not None else group.zone
    is_start = zone == start.zone and group.zone != DEFAULT and group.begins.text == start.local[11:]
    if zone is None or zone == DEFAULT or is_start:
        return None
    name = f"stated_times[{at}]"
    moment = as_moment(findings, name, group, _stated_day(calendar, name, group, start, zone), zone)
    findings.quote(f"{name}.local", group.begins.span, (group.dated.start, group.dated.end) if group.dated else None)
    findings.quote(f"{name}.zone", group.zone_span)
    moment = moment.replaced(as_stated=_as_stated(findings, group))
    _check_agreement(findings, name, start, moment)
    return moment


def _as_stated(findings: Findings, group: Group) -> str:
    places = [group.span, group.zone_span, (group.dated.start, group.dated.end) if group.dated else None]
    known = [span for span in places if span is not None]
    return findings.words((min(s for s, _ in known), max(e for _, e in known)))


def _stated_day(calendar: Calendar, name: str, group: Group, start: Moment, zone: str) -> str:
    """Return the date of a stated time: the one said, the same day, else the one nearest to the start."""
    begun = date.fromisoformat(start.local[:10])
    if group.dated is not None:
        year = group.dated.year or year_near(group.dated, begun)
        return group.dated.iso(year) or start.local[:10]
    near = [(begun + timedelta(days=shift)).isoformat() for shift in (0, 1, -1)]
    if group.bare_day is not None:
        calendar.findings.quote(f"{name}.local", group.bare_day[1])
        return next((day for day in near if int(day[8:]) == group.bare_day[0]), start.local[:10])
    if group.same_day:
        return start.local[:10]
    apart = [abs(minutes_between(start, Moment(local=f"{day}T{group.begins.text}", zone=zone)) or 0) for day in near]
    return near[apart.index(min(apart))]


def _check_agreement(findings: Findings, name: str, start: Moment, stated: Moment) -> None:
    apart = minutes_between(start, stated)
    if not apart:
        return
    right = to_zone(start, stated.zone or "")
    hours, minutes = divmod(abs(apart), 60)
    by = f"{hours} h" + (f" {minutes} min" if minutes else "") if hours else f"{minutes} min"
    would = f": {render_clock(right.local)} on {render_day(right.local, weekday=False)} would agree" if right else ""
    findings.doubt(f"{name}.local", f"the stated time is {by} off{would}")
