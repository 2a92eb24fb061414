"""The calendar of a page: its clock times put on dates and into zones, and checked against each other."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dipmeet.model.moment import Moment
from dipmeet.names.zones import capital_of
from dipmeet.readouts.dates import WEEKDAYS, Dated, dates_in
from dipmeet.readouts.draft import Findings
from dipmeet.readouts.lead import Lead
from dipmeet.readouts.places import Where
from dipmeet.readouts.publishers import Publisher
from dipmeet.readouts.timing import DEFAULT, Group, Timing, as_moment
from dipmeet.when.moments import clock_trouble, minutes_between, to_zone
from dipmeet.when.wording import render_clock, render_day

_TODAY = re.compile(r"(?i)\b(?:earlier today|today|this (?:morning|afternoon|evening)|tonight)\b|本日")
_YESTERDAY = re.compile(r"(?i)\byesterday\b|昨日")
_UNITED_NATIONS = re.compile(
    r"\b(?:United Nations|UN) General Assembly\b|\bSecretary-General of the United Nations\b|\bUNGA\b|国連総会"
)


@dataclass(frozen=True)
class Calendar:
    """What dates and zones are told by: the lead, the title, the date of publication, the place and the publisher."""

    findings: Findings
    lead: Lead | None
    title: str | None
    published: str | None
    publisher: Publisher | None
    where: Where
    parties: tuple[str, ...]
    url: str | None = None


Times = tuple[Moment | None, Moment | None, tuple[Moment, ...]]


def when_it_began(calendar: Calendar, timing: Timing | None) -> Times:
    """Return start, end and stated times; what contradicts itself is kept as printed and doubted."""
    day = _day(calendar, timing)
    if day is None:
        calendar.findings.doubt("start", "the page gives no date with a year")
        if timing is not None and timing.stated:
            calendar.findings.doubt("stated_times", "the page gives no date with a year")
        return None, None, ()
    group = timing.start if timing is not None else None
    if group is None:
        return _day_alone(calendar, day), None, ()
    findings = calendar.findings
    zone = _zone(calendar, group)
    start = as_moment(findings, "start", group, day, zone)
    findings.quote("start.local", (group.begins.start, group.begins.end))
    findings.quote("start.zone", group.zone_span, calendar.where.span if group.zone in {None, DEFAULT} else None)
    if zone is not None:
        trouble = clock_trouble(start.local, zone)
        if trouble is not None:
            findings.doubt("start.local", trouble.reason)
    stated = tuple(
        moment
        for at, g in enumerate(timing.stated if timing is not None else ())
        if (moment := _stated(calendar, at, g, start)) is not None
    )
    return start, _end(findings, group, start), stated


def _day_alone(calendar: Calendar, day: str) -> Moment:
    zone = calendar.where.zone
    if zone is None and calendar.publisher is not None and calendar.publisher.dates_are_local:
        zone = calendar.publisher.zone
    calendar.findings.quote("start.zone", calendar.where.span)
    return Moment(local=day, zone=zone)


def _day(calendar: Calendar, timing: Timing | None) -> str | None:
    """Return the local date of the meeting, YYYY-MM-DD: the lead's, today's, the title's, else the page's own."""
    findings = calendar.findings
    dated = timing.dated if timing is not None else None
    if dated is not None:
        return _in_year(calendar, dated)
    relative = _relative(calendar)
    if relative is not None:
        return relative
    titled = _titled(calendar)
    if titled is not None:
        return _in_year(calendar, titled)
    if calendar.published is not None:
        if calendar.lead is not None:
            findings.doubt("start.local", "the lead gives no date: this is the page's own")
        findings.quote("start.local", *findings.evidence.get("source.published", []))
        return calendar.published
    return None


def _relative(calendar: Calendar) -> str | None:
    if calendar.lead is None or calendar.published is None:
        return None
    plain = calendar.findings.page.plain
    for pattern, days in ((_TODAY, 0), (_YESTERDAY, 1)):
        match = pattern.search(plain, *calendar.lead.span)
        if match is not None:
            calendar.findings.quote(
                "start.local", match.span(), *calendar.findings.evidence.get("source.published", [])
            )
            return (date.fromisoformat(calendar.published) - timedelta(days=days)).isoformat()
    return None


def _titled(calendar: Calendar) -> Dated | None:
    spans = calendar.findings.evidence.get("title", [])
    found = [d for start, end in spans for d in dates_in(calendar.findings.page.plain, start, end)]
    return found[0] if found else None


def _in_year(calendar: Calendar, dated: Dated) -> str | None:
    """Return the date in its year: the one said, the page's date's, or with a doubt the nearest year on the page."""
    findings = calendar.findings
    findings.quote("start.local", (dated.start, dated.end))
    year = dated.year
    if year is None and calendar.published is not None:
        year = _year_near(dated, date.fromisoformat(calendar.published))
        findings.quote("start.local", *findings.evidence.get("source.published", []))
    if year is None:
        others = [d for d in dates_in(findings.page.plain) if d.year is not None]
        if not others:
            return None
        year = others[0].year
        findings.quote("start.local", (others[0].start, others[0].end))
        findings.doubt("start.local", "the year is taken from another date on the page")
    iso = dated.iso(year or 0)
    if iso is None:
        findings.doubt("start", f"there is no {dated.day} of that month in {year}")
        return None
    _check_weekday(calendar, dated, iso)
    return iso


def _year_near(dated: Dated, published: date) -> int:
    """Return the year that puts the date nearest to the day of publication: a page of January tells of December."""
    candidates = [y for y in (published.year, published.year - 1, published.year + 1) if dated.iso(y)]
    return min(
        candidates or [published.year],
        key=lambda y: abs((date.fromisoformat(dated.iso(y) or published.isoformat()) - published).days),
    )


def _check_weekday(calendar: Calendar, dated: Dated, iso: str) -> None:
    actual = date.fromisoformat(iso).weekday()
    if dated.weekday is not None and dated.weekday != actual:
        printed, right = WEEKDAYS[dated.weekday].capitalize(), WEEKDAYS[actual].capitalize()
        calendar.findings.doubt("start.local", f"the page says {printed}, but {render_day(iso)} was a {right}")


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
    if where is None or group.zone is None or where == group.zone:
        return group.zone
    plain = calendar.findings.page.plain
    said = plain[group.zone_span[0] : group.zone_span[1]] if group.zone_span else ""
    return (
        where
        if said.isupper() and where.partition("/")[0] == group.zone.partition("/")[0] and said != "JST"
        else group.zone
    )


def _local_without_place(calendar: Calendar) -> str | None:
    """Return the zone of "local time" where no place is named: New York for the UN's own, else the counterpart's."""
    lead, publisher = calendar.lead, calendar.publisher
    plain = calendar.findings.page.plain
    match = _UNITED_NATIONS.search(plain, *lead.sentence) if lead is not None else None
    if match is not None:
        calendar.findings.quote("start.zone", match.span())
        return "America/New_York"
    for party in calendar.parties:
        if publisher is None or party != publisher.party:
            capital = capital_of(party)
            calendar.findings.doubt("start.zone", f"local time, and no place: taken as that of {party}")
            return capital.zone if capital is not None else None
    return publisher.zone if publisher is not None else None


def _end(findings: Findings, group: Group, start: Moment) -> Moment | None:
    """Return the stated end: on the day of the start, or the next where its clock shows less."""
    if group.ends is None:
        return None
    clock = group.ends
    day = date.fromisoformat(start.local[:10])
    if clock.text < start.local[11:]:
        day += timedelta(days=1)
    findings.quote("end.local", (clock.start, clock.end))
    return as_moment(findings, "end", Group(clock), day.isoformat(), start.zone)


def _stated(calendar: Calendar, at: int, group: Group, start: Moment) -> Moment | None:
    """Return a stated time on its date, with a doubt where it is not the instant of the start."""
    findings = calendar.findings
    zone = calendar.publisher.zone if group.zone == DEFAULT and calendar.publisher is not None else group.zone
    if (
        zone is None
        or zone == DEFAULT
        or (zone == start.zone and group.zone != DEFAULT and _is_same_clock(group, start))
    ):
        return None
    name = f"stated_times[{at}]"
    day = _stated_day(calendar, group, start, zone)
    moment = as_moment(findings, name, group, day, zone)
    spans = [(group.begins.start, group.begins.end)]
    findings.quote(f"{name}.local", *spans, (group.dated.start, group.dated.end) if group.dated else None)
    findings.quote(f"{name}.zone", group.zone_span)
    moment = replace(moment, as_stated=_as_stated(findings, group))
    _check_agreement(findings, name, start, moment)
    return moment


def _is_same_clock(group: Group, start: Moment) -> bool:
    return group.begins.text == start.local[11:]


def _as_stated(findings: Findings, group: Group) -> str:
    places = [group.span, group.zone_span, (group.dated.start, group.dated.end) if group.dated else None]
    known = [span for span in places if span is not None]
    return findings.words((min(s for s, _ in known), max(e for _, e in known)))


def _stated_day(calendar: Calendar, group: Group, start: Moment, zone: str) -> str:
    """Return the date of a stated time: the one said, the same day, else the one nearest to the start."""
    begun = date.fromisoformat(start.local[:10])
    if group.dated is not None:
        year = group.dated.year or _year_near(group.dated, begun)
        return group.dated.iso(year) or start.local[:10]
    if group.bare_day is not None:
        near = [begun + timedelta(days=days) for days in (-1, 0, 1)]
        calendar.findings.quote("stated_times[0].local", group.bare_day[1])
        return next((day.isoformat() for day in near if day.day == group.bare_day[0]), start.local[:10])
    if group.same_day:
        return start.local[:10]
    days = [(begun + timedelta(days=shift)).isoformat() for shift in (0, 1, -1)]
    apart = [abs(minutes_between(start, Moment(local=f"{day}T{group.begins.text}", zone=zone)) or 0) for day in days]
    return days[apart.index(min(apart))]


def _check_agreement(findings: Findings, name: str, start: Moment, stated: Moment) -> None:
    apart = minutes_between(start, stated)
    if not apart:
        return
    right = to_zone(start, stated.zone or "")
    hours, minutes = divmod(abs(apart), 60)
    by = f"{hours} h" + (f" {minutes} min" if minutes else "") if hours else f"{minutes} min"
    would = f": {render_clock(right.local)} on {render_day(right.local, weekday=False)} would agree" if right else ""
    findings.doubt(f"{name}.local", f"the stated time is {by} off{would}")
