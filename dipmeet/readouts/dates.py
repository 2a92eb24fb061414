"""Dates as readouts print them: with or without year, weekday or ordinal, in figures, in Japanese and its eras.

Every date found keeps what it lacks: a year may stand elsewhere on the page, "same day" and "today" stand for another
date. Numbers alone are read day first where the first exceeds 12, else by the page's own order (`day_first`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dipmeet.readouts.wording import Span

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}

_MONTH = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December" \
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"  # fmt: skip
_DAY = r"(?P<day>[0-3]?\d)(?:\s?(?:st|nd|rd|th))?(?![\d:%])"
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)"
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?)\b\.?"
_BEFORE = rf"(?:\b{_WEEKDAY},?\s+)?"
_AFTER = rf"(?:,?\s+{_WEEKDAY.replace('weekday', 'weekday2')}|\s?\({_WEEKDAY.replace('weekday', 'weekday3')}\))?"

_FORMS = (
    rf"{_BEFORE}\b{_MONTH}\s?{_DAY}{_AFTER}(?:\s*,?\s*{_YEAR}\b(?:\s?\({_WEEKDAY.replace('weekday', 'weekday4')}\))?)?",
    rf"{_BEFORE}\b{_DAY}(?:\s+of)?\s+{_MONTH}(?:\s*,?\s*{_YEAR}\b)?{_AFTER}",
    rf"\b{_YEAR}[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)\b(?![-/.]\d)",
    rf"\b(?P<day>[0-3]?\d)[-/.](?P<month>[01]?\d)[-/.]{_YEAR}\b",
)
_ENGLISH = tuple(re.compile(form, re.IGNORECASE if at < 2 else 0) for at, form in enumerate(_FORMS))
_LIKELY = re.compile(
    r"\d{4}[-/.]\d|\d[-/.]\d{4}|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s?\d"
    r"|\d(?:st|nd|rd|th)?(?: of)? (?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
_RELATIVE = re.compile(
    r"\b(?P<same>(?:on\s+)?(?:the\s+)?same\s+day|(?:on\s+)?the same date)\b"
    r"|\b(?P<next>(?:on\s+)?(?:the\s+)?(?:next|following)\s+day)\b"
    r"|\b(?P<yesterday>yesterday)\b|\b(?P<today>[Tt]oday|this (?:morning|afternoon|evening))\b"
    rf"|\b(?i:on|last|this)\s+(?:last\s+|the (?:morning|afternoon|evening) of\s+)?{_WEEKDAY}(?!,?\s+(?:\d|[A-Z][a-z]+\.?\s\d))"
)
_JAPANESE = re.compile(
    r"(?:(?:(?P<era>令和|平成|昭和|大正|明治)(?P<era_year>元|\d{1,2})|(?P<year>\d{4}))年)?"
    r"(?P<month>\d{1,2})月(?P<day>\d{1,2})(?:日|(?P<misprint>月))(?:\s?\((?P<weekday>[月火水木金土日])\))?"
)
_JAPANESE_RELATIVE = re.compile(
    r"(?P<same>同日|同じ日)|(?P<next>翌日)|(?P<today>本日|今日)|(?P<yesterday>昨日)|(?<![\d月])(?P<day>\d{1,2})日(?!間|後|前|目)"
)
_JAPANESE_WEEKDAYS = "月火水木金土日"


@dataclass(frozen=True, slots=True)
class Day:
    """A date as printed. What it lacks is None; `relative` is "same", "next", "today", "yesterday" or "weekday"."""

    span: Span
    month: int | None = None
    day: int | None = None
    year: int | None = None
    weekday: int | None = None
    relative: str | None = None
    is_odd: bool = False
    """Whether the form itself is a misprint."""

    @property
    def iso(self) -> str | None:
        """YYYY-MM-DD where the whole date is printed."""
        return iso_of(self.year, self.month, self.day)


def iso_of(year: int | None, month: int | None, day: int | None) -> str | None:
    """Return YYYY-MM-DD, or None where a part is unknown or the calendar has no such day."""
    if not year or not month or not day or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}"


def days_in(plain: str, start: int, end: int, *, day_first: bool = False) -> tuple[Day, ...]:
    """Return the dates of [start, end) from left to right."""
    found = [*_english(plain, start, end, day_first=day_first), *_japanese(plain, start, end)]
    found += [day for day in _relative(plain, start, end) if not _touches(day.span, found)]
    return tuple(sorted(found, key=lambda day: day.span))


def weekday_of(iso: str) -> int:
    """Return the weekday of a date, Monday as 0."""
    return date.fromisoformat(iso).weekday()


def shifted(iso: str, days: int) -> str:
    """Return the date `days` later."""
    return (date.fromisoformat(iso) + timedelta(days=days)).isoformat()


def _english(plain: str, start: int, end: int, *, day_first: bool) -> Iterator[Day]:
    if _LIKELY.search(plain, start, end) is None:
        return
    taken: list[Day] = []
    for form in _ENGLISH:
        for match in form.finditer(plain, start, end):
            day = _from_match(match)
            if day is not None and not _touches(day.span, taken):
                taken.append(_turned(day) if day_first and form is _ENGLISH[3] and (day.day or 0) <= 12 else day)
    yield from taken


def _turned(day: Day) -> Day:
    return (
        day if day.month is None or day.day is None or day.month <= 12 else replace(day, month=day.day, day=day.month)
    )


def _from_match(match: re.Match[str]) -> Day | None:
    parts = match.groupdict()
    month = _month(parts["month"])
    day, year = int(parts["day"]), int(parts["year"]) if parts["year"] else None
    if month > 12 >= day:  # 12.25.2020 is the twenty-fifth of December
        month, day = day, month
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    weekday = next((parts[key] for key in ("weekday", "weekday2", "weekday3", "weekday4") if parts.get(key)), None)
    return Day(match.span(), month, day, year, None if weekday is None else _weekday(weekday))


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    return next(at for at, name in enumerate(MONTHS, 1) if name.casefold().startswith(text.casefold()[:3]))


def _weekday(text: str) -> int:
    return next(at for at, name in enumerate(WEEKDAYS) if name.casefold().startswith(text.casefold()[:3]))


def _relative(plain: str, start: int, end: int) -> Iterator[Day]:
    for match in _RELATIVE.finditer(plain, start, end):
        if match["weekday"]:
            yield Day(match.span(), weekday=_weekday(match["weekday"]), relative="weekday")
        else:
            yield Day(match.span(), relative=match.lastgroup)


def _japanese(plain: str, start: int, end: int) -> Iterator[Day]:
    if plain.find("日", start, end) < 0 and plain.find("月", start, end) < 0:
        return
    taken: list[Day] = []
    for match in _JAPANESE.finditer(plain, start, end):
        weekday = match["weekday"] and _JAPANESE_WEEKDAYS.index(match["weekday"])
        year = _japanese_year(match)
        taken.append(
            Day(
                match.span(),
                int(match["month"]),
                int(match["day"]),
                year,
                weekday or None,
                is_odd=bool(match["misprint"]),
            )
        )
    for match in _JAPANESE_RELATIVE.finditer(plain, start, end):
        if not _touches(match.span(), taken):
            day = int(match["day"]) if match["day"] else None
            taken.append(Day(match.span(), day=day, relative=match.lastgroup if day is None else None))
    yield from taken


def _japanese_year(match: re.Match[str]) -> int | None:
    if match["year"]:
        return int(match["year"])
    if not match["era"]:
        return None
    return ERAS[match["era"]] + (1 if match["era_year"] == "元" else int(match["era_year"]))


def _touches(span: Span, days: list[Day]) -> bool:
    return any(day.span[0] < span[1] and span[0] < day.span[1] for day in days)
