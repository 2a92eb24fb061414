"""Dates against the calendar, and the page's own date against the day they met."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from dipmeet.model.meeting import Meeting, Source
from dipmeet.model.moment import Moment
from dipmeet.readouts.dates import WEEKDAYS, Dated, dates_in
from dipmeet.readouts.days import year_near
from dipmeet.study.findings import Finding, Span
from dipmeet.study.rules.printed import end_of_lead, moments_of, plain_of, quoted, text_of, words_at
from dipmeet.when.moments import to_zone, utc_of
from dipmeet.when.wording import render_day

_SHORT = r"(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)"
_WEEKDAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)\b"
    rf"|[(（]{_SHORT}(?=\.?[)）])|\b{_SHORT}(?=[.,]{{1,2}}\s*(?:the\s)?[\dJFMASOND]|\s\d{{1,2}}\b)"
    r"|(?<=[日月])[(（][月火水木金土日](?=(?:曜日?)?[)）])"
)
"""A weekday that is one: not the surname of Sun Weidong or Rishi Sunak after a date."""

NEAR = 40
"""So many characters beside a weekday its date stands in."""

MOST = 200
"""As many weekdays of a text are looked at."""

LAST_ZONE = timedelta(hours=-12)
"""Where the date changes last on Earth: the west of the date line (ISO 8601 time shift -12:00)."""


def check_weekdays(meeting: Meeting) -> Iterator[Finding]:
    """Yield the dates of the page, or of the words a record keeps, that fell on another weekday (Gregorian calendar).

    A date without a year is one of the record's own dates, or stands in the lead and is near the start; any other is
    passed over. So is a day without a month ("Tuesday the 19th"), unless it stands in the lead and is one of its days.
    """
    text = text_of(meeting)
    yield from _bare_days(meeting, text[: end_of_lead(meeting)])
    told = set()
    for dated, span in _dated_weekdays(text):
        iso = dated.iso(year) if (year := dated.year or _year_of(meeting, dated, span)) is not None else None
        if iso is not None and _is_other_day(dated, iso):
            told.add(iso)
            yield _wrong_weekday(meeting, _field_at(meeting, span), words_at(text, span), iso, (span,))
    for name, moment in moments_of(meeting):
        said = moment.as_stated or ""
        for dated, span in _dated_weekdays(said):
            iso = dated.iso(dated.year or int(moment.local[:4]))
            if iso is not None and iso not in told and _is_other_day(dated, iso):
                yield _wrong_weekday(meeting, f"{name}.local", words_at(said, span), iso, ())


def _dated_weekdays(text: str) -> Iterator[tuple[Dated, Span]]:
    """Yield the dates that carry a weekday, with their places in the text."""
    for match in islice(_WEEKDAY.finditer(text), MOST):
        first = max(0, match.start() - NEAR)
        around = plain_of(text[first : match.end() + NEAR])
        for dated in dates_in(around):
            start, end = dated.start + first, dated.end + first
            if start <= match.start() and match.end() <= end and dated.weekday is not None:
                yield dated, (start, end + _closing(text, start, end))


def _closing(text: str, start: int, end: int) -> int:
    """Return how many characters close the bracket that a date's weekday opened: ")", ".)", "曜日)"."""
    if not set(text[start:end]) & set("(（"):
        return 0
    closed = next((at for at in range(end, min(end + 4, len(text))) if text[at] in ")）"), None)
    return closed + 1 - end if closed is not None else 0


def _is_other_day(dated: Dated, iso: str) -> bool:
    return date.fromisoformat(iso).weekday() != dated.weekday


_DAY_ALONE = re.compile(
    r"\b(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s(?:the\s)?(?P<day>\d{1,2})(?:st|nd|rd|th)\b"
    r"(?!\s+(?:of\s+)?[A-Z])|(?<![月\d])(?P<day_ja>\d{1,2})日[(（](?P<weekday_ja>[月火水木金土日])(?:曜日?)?[)）]"
)


def _bare_days(meeting: Meeting, lead: str) -> Iterator[Finding]:
    """Yield the days of the month with a weekday that neither a time of the record had, nor the one near the start."""
    for match in _DAY_ALONE.finditer(lead):
        day = int(match["day"] or match["day_ja"])
        printed = match["weekday_ja"] or match["weekday"]
        weekday = "月火水木金土日".find(printed) if match["weekday_ja"] else _number_of(printed)
        own = [(name, m.date) for name, m in moments_of(meeting) if m.local[8:10] == f"{day:02}"]
        name, iso = own[0] if own else ("start", _near_start(meeting, day))
        if iso is not None and date.fromisoformat(iso).weekday() != weekday:
            yield _wrong_weekday(meeting, f"{name}.local", match[0], iso, (match.span(),))


def _near_start(meeting: Meeting, day: int) -> str | None:
    """Return the date nearest to the start that has this day of the month; None without a start."""
    if meeting.start is None or len(meeting.start.date) < 10 or not "0002" < meeting.start.local[:4] < "9998":
        return None
    start = date.fromisoformat(meeting.start.date)
    around = (start + timedelta(days=shift) for shift in range(-31, 32))
    near = [one for one in around if one.day == day]
    return min(near, key=lambda one: abs((one - start).days)).isoformat() if near else None


def _number_of(name: str) -> int:
    return next(at for at, weekday in enumerate(WEEKDAYS) if weekday.startswith(name[:3].casefold()))


NEAR_DAYS = 60
"""A date of the lead within so many days of the start is of the year that makes it so."""


def _year_of(meeting: Meeting, dated: Dated, span: Span) -> int | None:
    """Return the year of the record's own date of that month and day, else that of a date in the lead."""
    days = [moment.local[:10] for _, moment in moments_of(meeting)]
    days += [meeting.source.published] if meeting.source is not None and meeting.source.published else []
    wanted = f"-{dated.month:02}-{dated.day:02}"
    own = next((int(day[:4]) for day in days if day[4:] == wanted), None)
    if own is not None or meeting.start is None or meeting.start.precision not in {"day", "minute"}:
        return own
    start = date.fromisoformat(meeting.start.date)
    year = year_near(dated, start)
    iso = dated.iso(year) if span[1] <= end_of_lead(meeting) else None
    return year if iso is not None and abs((date.fromisoformat(iso) - start).days) <= NEAR_DAYS else None


def _wrong_weekday(meeting: Meeting, field: str, printed: str, iso: str, spans: tuple[Span, ...]) -> Finding:
    right = WEEKDAYS[date.fromisoformat(iso).weekday()].capitalize()
    reason = f"{render_day(iso, weekday=False)} was a {right}"
    return Finding("weekday", meeting.id, field, printed, reason, right=right, spans=spans)


def _field_at(meeting: Meeting, span: Span) -> str:
    """Return the field that was read from a place: of several the one with the shortest quote; else the text itself."""
    found = [
        (end - start, field)
        for field, spans in meeting.evidence.items()
        for start, end in spans
        if start < span[1] and span[0] < end
    ]
    return min(found)[1] if found else "source.text"


def check_published(meeting: Meeting) -> Iterator[Finding]:
    """Yield the date of a page that is older than the meeting that it tells of.

    A page is dated where it is published: a meeting of the 19th in Tokyo may stand on a page of the 18th in Washington.
    Where the publisher's zone is not known, the date must be past everywhere on Earth.
    """
    source, start = meeting.source, meeting.start
    if source is None or source.published is None or start is None:
        return
    first = _first_day(start, source)
    if first is None or source.published >= first[: len(source.published)]:
        return
    printed = quoted(meeting, "source.published") or source.published
    reason = f"the page is dated before the meeting of {render_day(start.local, weekday=False)}"
    spans = meeting.evidence.get("source.published", ())
    yield Finding("published", meeting.id, "source.published", printed, reason, right=first, spans=spans)


def _first_day(start: Moment, source: Source) -> str | None:
    """Return the first date that a page of the meeting can have, as exact as the start."""
    zone = publisher_zone(source)
    if start.precision == "minute":
        there = to_zone(start, zone) if zone is not None else None
        if there is not None:
            return min(start.date, there.date)
        utc = utc_of(start)
        if zone is None and utc is not None:
            return _date_at(utc, LAST_ZONE)
    if start.precision in {"year", "month"} or (zone is not None and start.zone in {None, zone}):
        return start.date
    return _day_before(start, zone)


def _day_before(start: Moment, zone: str | None) -> str:
    """Return the date at the publisher's when the day began where they met; without either zone the day before."""
    midnight = start.replaced(local=f"{start.date}T00:00", offset=None)
    there = to_zone(midnight, zone) if zone is not None else None
    if there is not None:
        return min(start.date, there.date)
    begun = utc_of(midnight)
    if begun is not None:
        return _date_at(begun, LAST_ZONE)
    day = date.fromisoformat(start.date)
    return (day - timedelta(days=1) if day > date.min else day).isoformat()


def _date_at(utc: datetime, offset: timedelta) -> str:
    try:
        return (utc.astimezone(UTC) + offset).date().isoformat()
    except OverflowError:  # the first day that the calendar of datetime has
        return utc.date().isoformat()


def publisher_zone(source: Source) -> str | None:
    """Return the zone that a publisher dates its pages in: its own, else that of the capital of the state it names."""
    if source.publisher is None:
        return None
    from dipmeet.names.parties import parties_in
    from dipmeet.readouts.publishers import all_publishers

    known = next((p.zone for p in all_publishers() if p.name == source.publisher), None)
    if known is not None:
        return known
    named = {party.capital_zone for _, _, party in parties_in(source.publisher)}
    return named.pop() if len(named) == 1 else None
