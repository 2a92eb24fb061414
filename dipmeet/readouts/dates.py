"""Dates in running text: with or without year or weekday, in English order, as numbers, and in Japanese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from dipmeet.model.value import Value
from dipmeet.readouts.windows import windows

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
"""Years before the first of each era: 令和6年 is 2018 + 6."""

_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?P<weekday>Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_WEEKDAY_AFTER = (
    r"(?:\s*(?:\(|(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b))"
    r"(?P<after>Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?(?=[\s,)]))?"
)
"""A weekday behind a date: in brackets, or in full, since a name may begin so ("5 March Sunak met")."""
_ENGLISH = re.compile(
    rf"(?:\b{_WEEKDAY},?\s+(?:the\s+)?)?\b(?:{_MONTH}\s?(?P<day>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?(?!\d|:\d|%)"
    r"(?:\s?(?:-|to)\s?(?P<until>\d{1,2})(?:st|nd|rd|th)?(?=,?\s(?:19|20)\d\d\b|\s?[,.;)]|$))?"
    rf"(?:(?:,\s*|\s+)(?P<year>(?:18|19|20)\d\d)\b)?){_WEEKDAY_AFTER}",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    rf"(?:\b{_WEEKDAY},?\s+(?:the\s+)?)?(?<![\d:.-])\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.(?=\s[A-Z][a-z]+(?:\s(?:19|20)\d\d|,)))?(?:\s?(?:-|to)\s?(?P<until>\d{{1,2}})(?:st|nd|rd|th)?)?"
    rf"\s+(?:of\s+)?{_MONTH}"
    rf"(?:,?\s*(?P<year>(?:18|19|20)\d\d)\b)?{_WEEKDAY_AFTER}",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(rf"(?<!\d)(?P<year>(?:19|20)\d\d),?\s{_MONTH}\s?(?P<day>\d{{1,2}})(?!\d|:\d)", re.IGNORECASE)
_NUMBERS = re.compile(
    r"(?<![\d/-])(?P<year>(?:18|19|20)\d\d)(?:-|/|\.\s?)(?P<month>\d{1,2})(?:-|/|\.\s?)(?P<day>\d{1,2})(?![\d-])"
)
_INDIAN = re.compile(
    r"(?<![\d/-])(?P<day>\d{1,2})(?:[-/]|\. ?)(?P<month>\d{1,2})(?:[-/]|\. ?)(?P<year>(?:19|20)\d\d)(?![\d-])"
)
_AMERICAN = re.compile(r"\d{1,2}/\d{1,2}/")
"""Figures with strokes, of which the first may be the month: "11/03/2021" is 3 November in Washington."""
_JAPANESE = re.compile(
    r"(?:(?:(?P<era>令和|平成|昭和)(?P<number>\d{1,2}|元)|(?P<year>(?:19|20)\d\d))年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})(?:日?[~〜～-](?P<until>\d{1,2}))?[日月]"
    r"(?:\((?P<weekday>[月火水木金土日])(?:曜日?)?\))?"
)

_GRAMMARS = (
    (
        re.compile(
            r"[JFMASONDjfmasond](?<!\w.)(?i:an(?<=jan)|eb(?<=feb)|a[ry](?<=ma.)|pr(?<=apr)|u[nl](?<=ju.)|ug(?<=aug)"
            r"|ep(?<=sep)|ct(?<=oct)|ov(?<=nov)|ec(?<=dec))"
        ),
        (_ENGLISH, _DAY_FIRST, _YEAR_FIRST),
    ),
    (re.compile(r"\d(?:[-/]|\.\s?)\d{1,2}(?:[-/]|\.\s?)\d"), (_NUMBERS, _INDIAN)),
    (re.compile("月"), (_JAPANESE,)),
)
"""What must stand in a text for the patterns beside it to be tried, within so many characters around it.

An anchor that begins with a set of letters is found several times as fast as one that begins with a word's edge.
"""
_BEFORE, _AFTER = 32, 40


class Dated(Value):
    """A date that stands in a text at [start, end); year and weekday (0: Monday) are None where they are not said.

    `until` is the last day of several ("14 to 15 August"). `is_either` where day and month may have changed places.
    """

    start: int
    end: int
    month: int
    day: int
    year: int | None = None
    weekday: int | None = None
    until: int | None = None
    is_either: bool = False

    @property
    def swapped(self) -> Dated:
        """The date with day and month in each other's place."""
        return self.replaced(month=self.day, day=self.month)

    def iso(self, year: int) -> str | None:
        """Return the date in `year` as YYYY-MM-DD, or None where that year has no such day."""
        try:
            return date(year, self.month, self.day).isoformat()
        except ValueError:
            return None


_DIGIT = re.compile(r"\d")
"""What stands in every date: a look for it is quicker."""


def dates_in(text: str, start: int = 0, end: int | None = None) -> list[Dated]:
    """Return the dates in `text[start:end]`, left to right; places are of the whole text."""
    return list(_dates(text, start, len(text) if end is None else end))


@lru_cache(64)
def _dates(text: str, start: int, end: int) -> tuple[Dated, ...]:
    """Return the dates of a stretch: kept for a while, since several grammars ask for those of one line."""
    found: list[Dated] = []
    for dated in sorted(_all(text, start, end), key=lambda d: (d.start, -d.end)):
        if not found or dated.start >= found[-1].end:
            found.append(dated)
    return tuple(found)


def _all(text: str, start: int, end: int) -> Iterator[Dated]:
    if _DIGIT.search(text, start, end) is None:
        return
    for anchor, patterns in _GRAMMARS:
        for window in windows(anchor, text, (start, end), _BEFORE, _AFTER):
            yield from _by(patterns, text, *window)


def _by(patterns: tuple[re.Pattern[str], ...], text: str, start: int, end: int) -> Iterator[Dated]:
    for pattern in patterns:
        for match in pattern.finditer(text, start, end):
            dated = _dated(match)
            if dated is not None:
                yield dated


def _dated(match: re.Match[str]) -> Dated | None:
    said = match.groupdict()
    month = said["month"]
    number = (
        int(month)
        if month.isdigit()
        else next(i for i, m in enumerate(MONTHS, 1) if m.startswith(month[:3].casefold()))
    )
    day = int(said["day"])
    has_strokes = _AMERICAN.match(match[0]) is not None
    if has_strokes and number > 12:
        number, day = day, number
    if not 1 <= number <= 12 or not 1 <= day <= 31:
        return None
    until = int(said["until"]) if said.get("until") else None
    is_either = has_strokes and day <= 12 and day != number
    return Dated(match.start(), match.end(), number, day, _year(said), _weekday(said), until, is_either)


def _year(said: dict[str, str | None]) -> int | None:
    era, number = said.get("era"), said.get("number")
    if era:
        return ERAS[era] + (1 if number == "元" else int(number or 0))
    year = said.get("year")
    return int(year) if year else None


def _weekday(said: dict[str, str | None]) -> int | None:
    name = said.get("weekday") or said.get("after")
    if not name:
        return None
    if name in "月火水木金土日":
        return "月火水木金土日".index(name)
    return next(i for i, day in enumerate(WEEKDAYS) if day.startswith(name[:3].casefold()))
