"""The day of the meeting: as the lead says it, told by "today" or a weekday, or else the page's own date.

A year that the lead leaves out is that of the page's date, with which it makes one statement; a year from anywhere
else is doubted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dipmeet.model.value import Value
from dipmeet.readouts.dates import WEEKDAYS, Dated, dates_in
from dipmeet.readouts.draft import Findings
from dipmeet.readouts.lead import SEARCHED as LEAD_SEARCHED
from dipmeet.readouts.lead import Lead, is_paragraph
from dipmeet.readouts.page import Span
from dipmeet.readouts.timing import Timing
from dipmeet.readouts.words import sentences_in
from dipmeet.when.wording import render_day

_TODAY = re.compile(r"(?i)\b(?:earlier today|today|this (?:morning|afternoon|evening)|tonight|overnight)\b|本日")
_YESTERDAY = re.compile(r"(?i)\byesterday\b|\blast (?:night|evening)\b|昨日")
_THIS_DAY = re.compile(
    r"(?:本|去る|今月)(?P<day>\d{1,2})日|\bon (?:the )?(?P<day_en>\d{1,2}) ?(?:st|nd|rd|th)(?=\s?[.,;]|$)"
)
"""A day by its number alone: 本10日, "on the 4th."."""
_ON_WEEKDAY = re.compile(
    r"(?i)(?:\b(?:on|last|this|late|here|call|met|spoke|talks|talked|conversation|meeting)|,)\s+"
    r"(?:the (?:morning|afternoon|evening) of\s+)?"
    r"(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
    r"(?=\s*\(\d{1,2}/\d{1,2}\)|(?!,?\s*\(?(?:(?:the\s+)?\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))))"
)
_BARE_WEEKDAY = re.compile(
    r"\b(?!(?:next|coming|until|till|since|from|by|every|each|of|the|an?|previous|before|after|and|or|through"
    r"|said|says|told|tells|announced|reported|confirmed|added|stated|statement|noted|wrote|published|issued|released)\b)[a-z]\w+"
    r" (?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?= (?:and|to|with|in|at|for|by)\b|[,.])"
)
"""A weekday without "on", as agencies write: "spoke by phone with his new counterpart Tuesday and discussed"."""
_IN_FIGURES = re.compile(r"\((?P<one>\d{1,2})/(?P<other>\d{1,2})\)")
"""Day and month in brackets, in either order: "at the Ministry in Jakarta (11/7)"."""
_IN_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)(?:/|[01]\d\b|[01]\d/)|(?<!\d)(?P<year2>20\d\d)[01]\d(?:[0-3]\d)?(?!\d)"
)
_DATELINE = re.compile(r"\s*(?:\((?:[A-Z]{2,}|[A-Z][\w. ]+)\)\s*|/[\w. -]{2,20}/\s*)?[-–—:]")
SEARCHED = 20_000
"""As many characters of a page as are searched for a year."""


class PageDates(Value):
    """What a page's day is told by: its date and its address, the lead and the title.

    `is_of_meeting` where the publisher dates its pages by the meeting.
    """

    findings: Findings
    lead: Lead | None
    published: str | None
    url: str | None
    is_of_meeting: bool = False


def day_of(page: PageDates, timing: Timing | None) -> str | None:
    """Return the local date of the meeting, YYYY-MM-DD: the lead's, today's, the title's, else the page's own."""
    own = _likelier(page, timing.dated) if timing is not None and timing.dated is not None else None
    if own is not None and not _is_dateline(page, own) and not _is_behind_today(page, own):
        return _in_year(page, own if own.until is None else _within(page, own))
    relative = _relative(page)
    if relative is not None:
        return relative
    other = next((d for d in _others(page, own)), None)
    if other is not None:
        return _in_year(page, other)
    if page.published is None:
        return None
    if own is not None and own.year is None and own.until is None:  # the dateline of an agency
        page.findings.doubt("start.local", "the lead gives no date: this is its dateline's")
        return _in_year(page, own)
    if not page.is_of_meeting and _may_tell_another(page):
        missing = "the lead gives no date" if page.lead is not None else "no sentence was read as the lead"
        page.findings.doubt("start.local", f"{missing}: this is the page's own")
    page.findings.quote("start.local", *page.findings.evidence.get("source.published", []))
    return page.published


def _likelier(page: PageDates, own: Dated) -> Dated:
    """Return a date in figures that may be read in two ways as it stands closest before the page's own, or doubted."""
    if not own.is_either or own.year is None:
        return own
    if page.published is None:
        page.findings.doubt("start.local", f"the figures may be read as {own.swapped.iso(own.year)} too")
        return own
    published = date.fromisoformat(page.published)
    before = {dated: (published - date(own.year, dated.month, dated.day)).days for dated in (own, own.swapped)}
    return min(before, key=lambda dated: before[dated] if before[dated] >= 0 else 1_000 - before[dated])


def _may_tell_another(page: PageDates) -> bool:
    """Tell whether the page may tell a day that was not read: in its lead, or without one in any paragraph."""
    if page.lead is None:
        return any(is_paragraph(line) for line in page.findings.page.lines[:LEAD_SEARCHED])
    return not _opens_lead(page, page.lead)


def _opens_lead(page: PageDates, lead: Lead) -> bool:
    """Tell whether the page's date is a dateline at the head of the lead: agencies date by the day they tell of."""
    spans = page.findings.evidence.get("source.published", [])
    return any(lead.span[0] <= start < lead.span[1] for start, _ in spans)


def _within(page: PageDates, own: Dated) -> Dated:
    """Return the one day of a visit's several that another sentence of the lead names; else the first, doubted."""
    span = page.lead.span if page.lead is not None else (own.start, own.end)
    for other in dates_in(page.findings.page.plain, *span):
        if other.until is None and other.month == own.month and own.day <= other.day <= (own.until or own.day):
            return other.replaced(year=other.year or own.year)
    page.findings.doubt("start.local", f"the page gives several days, {own.day} to {own.until}: this is the first")
    return own


def _is_dateline(page: PageDates, dated: Dated) -> bool:
    """Tell whether a date is that of publication at the head of the lead: "Washington [US], January 6 (ANI): …"."""
    lead = page.lead
    if lead is None or dated.start - lead.span[0] > 45:
        return False
    before = page.findings.page.plain[lead.span[0] : dated.start]
    if re.search(r"\b(?:[Oo]n|[Ii]n|[Aa]t|from)\s*$|\.\s", before) or not (
        not before or before[0].isupper() or before[0] == "("
    ):
        return False
    return _DATELINE.match(page.findings.page.plain, dated.end) is not None


FAR = 25
"""So many characters after "today" a date is not its own: "spoke today with A to prepare for the visit on May 4"."""


def _is_behind_today(page: PageDates, dated: Dated) -> bool:
    """Tell whether the lead's sentence has told the day by "today" well before a date, which is another's then."""
    if page.lead is None or page.published is None:
        return False
    today = _TODAY.search(page.findings.page.plain, page.lead.sentence[0], dated.start)
    return today is not None and dated.start - today.end() > FAR


def _relative(page: PageDates) -> str | None:
    """Return the day that the lead, or the lines after it, tell by "today", "yesterday" or a weekday."""
    if page.lead is None or page.published is None:
        return None
    for span in _told(page, page.lead):
        found = _days_back(page.findings.page.plain, span, date.fromisoformat(page.published))
        if found is not None:
            days, place = found
            page.findings.quote("start.local", place, *page.findings.evidence.get("source.published", []))
            return (date.fromisoformat(page.published) - timedelta(days=days)).isoformat()
    return None


def _told(page: PageDates, lead: Lead) -> Iterator[Span]:
    """Yield the sentences of the lead, then those of the two lines after it."""
    plain = page.findings.page.plain
    yield lead.sentence
    yield from sentences_in(plain, *lead.span)
    for line in page.findings.page.lines[lead.index + 1 : lead.index + 8]:
        if line.start > lead.span[0] and len(line.text) > 40:
            yield next(iter(sentences_in(plain, line.start, min(line.end, line.start + 400))))


def tells_day(plain: str, span: Span) -> bool:
    """Tell whether words name a day without its date: "today", a weekday, 本10日."""
    return any(pattern.search(plain, *span) for pattern in (_TODAY, _YESTERDAY, _ON_WEEKDAY, _THIS_DAY))


def _days_back(plain: str, span: Span, published: date) -> tuple[int, Span] | None:
    """Return how many days before the page's date; a weekday says when a wire's "today" was, 本10日 names the day."""
    weekday = _ON_WEEKDAY.search(plain, *span)
    if weekday is not None:
        return (published.weekday() - WEEKDAYS.index(weekday["weekday"].casefold())) % 7, weekday.span()
    numbered = _THIS_DAY.search(plain, *span)
    if numbered is not None:
        return _days_to(int(numbered["day"] or numbered["day_en"]), published), numbered.span()
    figures = _IN_FIGURES.search(plain, *span)
    back = _back_to(int(figures["one"]), int(figures["other"]), published) if figures is not None else None
    if figures is not None and back is not None:
        return back, figures.span()
    for pattern, days in ((_TODAY, 0), (_YESTERDAY, 1)):
        match = pattern.search(plain, *span)
        if match is not None:
            return days, match.span()
    bare = _BARE_WEEKDAY.search(plain, *span)
    if bare is not None:
        return (published.weekday() - WEEKDAYS.index(bare["weekday"].casefold())) % 7, bare.span("weekday")
    return None


MOST_BACK = 14
"""So many days at most lie between a meeting and its page, for two figures to be told as day and month."""


def _back_to(one: int, other: int, published: date) -> int | None:
    """Return how many days before the page's date the day was that two figures give, whichever is the month."""
    for back in range(MOST_BACK + 1):
        day = published - timedelta(days=back)
        if {(day.day, day.month), (day.month, day.day)} & {(one, other)}:
            return back
    return None


def _days_to(day: int, published: date) -> int:
    """Return how many days before the page's date the month last had so numbered a day."""
    return next((back for back in range(31) if (published - timedelta(days=back)).day == day), 0)


_AFTER_MEETING = re.compile(r"(?:Following|After) (?:\w+ ){1,3}(?:meeting|talks|call|conversation|visit)\b")
"""What opens the line that says whose words follow, and when: "After their call on 2 May, a spokesman said:"."""


def _others(page: PageDates, own: Dated | None) -> Iterator[Dated]:
    """Yield the dates of the title, then those of the lead's other sentences."""
    plain = page.findings.page.plain
    for span in page.findings.evidence.get("title", []):
        yield from dates_in(plain, *span)
    if page.lead is not None:
        yield from (d for d in dates_in(plain, *page.lead.span) if own is None or d.start != own.start)
        for line in page.findings.page.lines[max(0, page.lead.index - 3) : page.lead.index + 3]:
            if _AFTER_MEETING.match(line.text) and line.text.endswith(":"):
                yield from dates_in(plain, line.start, line.end)


def _in_year(page: PageDates, dated: Dated) -> str | None:
    """Return the date in its year: the one said, the page's date's, or with a doubt one from elsewhere."""
    findings = page.findings
    year = dated.year
    spans: list[Span] = [(dated.start, dated.end)]
    if year is None and page.published is not None:
        year = _year_before(dated, date.fromisoformat(page.published))
        spans += findings.evidence.get("source.published", [])
    if year is None:
        year = _year_of_same_day(page, dated, spans)
    if year is None:
        year = _year_elsewhere(page, spans)
    if year is None:
        return None
    iso = dated.iso(year)
    if iso is None:
        findings.doubt("start", f"there is no {dated.day} of that month in {year}")
        return None
    findings.quote("start.local", *spans)
    _check_weekday(findings, dated, iso)
    return iso


def _year_of_same_day(page: PageDates, dated: Dated, spans: list[Span]) -> int | None:
    """Return the year with which the page prints the same day elsewhere, as in its title; None where it does not."""
    plain = page.findings.page.plain
    for other in dates_in(plain, 0, min(len(plain), SEARCHED)):
        if other.year is not None and (other.month, other.day) == (dated.month, dated.day):
            spans.append((other.start, other.end))
            return other.year
    return None


def _year_elsewhere(page: PageDates, spans: list[Span]) -> int | None:
    """Return the year of the page's address or of another date on it, doubted; None where there is none."""
    findings = page.findings
    in_address = _IN_ADDRESS.search(page.url or "")
    if in_address is not None:
        findings.doubt("start.local", "the year is taken from the page's address")
        return int(in_address["year"] or in_address["year2"])
    plain = findings.page.plain
    other = next((d for d in dates_in(plain, 0, min(len(plain), SEARCHED)) if d.year is not None), None)
    if other is None:
        return None
    spans.append((other.start, other.end))
    findings.doubt("start.local", "the year is taken from another date on the page")
    return other.year


def year_near(dated: Dated, published: date) -> int:
    """Return the year that puts the date nearest to the day of publication: a page of January tells of December."""
    candidates = [y for y in (published.year, published.year - 1, published.year + 1) if dated.iso(y)]
    return min(
        candidates or [published.year],
        key=lambda y: abs((date.fromisoformat(dated.iso(y) or published.isoformat()) - published).days),
    )


AHEAD_DAYS = 30
"""A page may be dated a little before what it tells of, by a misprint; further ahead, the day is of the year before."""


def _year_before(dated: Dated, published: date) -> int:
    """Return the year of a day that a page tells of as past."""
    near = year_near(dated, published)
    iso = dated.iso(near)
    is_ahead = iso is not None and (date.fromisoformat(iso) - published).days > AHEAD_DAYS
    return near - 1 if is_ahead and dated.iso(near - 1) is not None else near


def _check_weekday(findings: Findings, dated: Dated, iso: str) -> None:
    actual = date.fromisoformat(iso).weekday()
    if dated.weekday is not None and dated.weekday != actual:
        printed, right = WEEKDAYS[dated.weekday].capitalize(), WEEKDAYS[actual].capitalize()
        findings.doubt("start.local", f"the page says {printed}, but {render_day(iso, weekday=False)} was a {right}")


def check_published(findings: Findings, published: str | None, day: str) -> None:
    """Doubt a date of publication that lies before the meeting."""
    if published is not None and published[:10] < day[:10] and len(published) == 10:
        findings.doubt("source.published", f"published on {published}, before the meeting of {day[:10]}")
