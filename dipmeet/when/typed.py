"""Times as people type them: moments, periods and durations.

python-dateutil reads the words. It fills what was not said from a default day, so each text is read against two
defaults, and only what both readings share was said: "May 2024" stays a month.
"""

from __future__ import annotations

import re
import warnings
from calendar import monthrange
from datetime import date, datetime, time, timedelta

from dipmeet.errors import BadValue
from dipmeet.model.moment import Duration, is_local
from dipmeet.model.value import Value

EXAMPLES = 'such as "2:05 p.m. 19 Sep 2017", 2017-09-19T14:05, 2017-09-19, "Sep 2017", 2017 or yesterday'

_ABOUT = re.compile(r"(?i)(?:\b(?:at\s+)?(?:around|about|approximately|approx\.?|circa|ca\.|roughly)(?=\s|\d)|~)\s*")
_ISO = re.compile(r"(\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?)(?:[T ]\s*(\d{1,2}):(\d{2})(?::\d{2})?)?", re.IGNORECASE)
_ISO_IN_A_ZONE = re.compile(r"(?i)\d{4}-\d\d-\d\d[T ][\d:.]+\s*(?:[+-]\d\d(?::?\d\d)?|Z)")
_TWO_DATES = re.compile(r"(?<![\d:])(\d{1,2})([/.-]|[\s,]+)(\d{1,2})\2(\d{4}|\d{2})(?![\d:])")
_CLOCK = re.compile(
    r"(?i)(?<![\d:.])(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?\s?m\.?(?![a-z])|(?<![\d:])(\d{1,2}):(\d{2})(?::\d{2})?(?![\d:])"
)
_WEEKDAY = re.compile(
    r"(?i)[\s,(]*\b(mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
    r"\b\.?[\s,)]*"
)
_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS = {"day": "days", "week": "weeks", "month": "months", "year": "years"}


class TypedMoment(Value):
    """What was typed: a local date or time, as exact as it was said, and whether it was "around"."""

    local: str
    approximate: bool


def read_moment(text: str, *, today: date) -> TypedMoment:
    """Return the local date or time that `text` says; `today` is what relative words count from.

    Raises:
        BadValue: where it says none, says one that cannot be, says two (03/04/2017), or names a zone.
    """
    words, found = _ABOUT.subn(" ", text.strip())
    words = " ".join(words.split())
    if not words:
        raise _not_a_time(text)
    if _ISO_IN_A_ZONE.fullmatch(words):
        raise _names_a_zone(text)
    local = _read_iso(words) or _read_words(words, text, today)
    if not is_local(local):
        raise BadValue(f"no such date or time: {text!r}", hint=EXAMPLES)
    return TypedMoment(local, bool(found))


def read_period(text: str, *, today: date) -> tuple[str, str]:
    """Return the first and the last day (YYYY-MM-DD, inclusive) of the day, month or year that `text` says.

    Raises:
        BadValue: where it says none, or one that does not exist.
    """
    local = _read_relative_period(text.strip().casefold(), today) or read_moment(text, today=today).local
    if "T" in local:
        raise BadValue(f"a day, a month or a year is wanted, not an hour: {text!r}", hint=f"say {local[:10]}")
    year, month, day = (*map(int, local.split("-")), 0, 0)[:3]
    if day:
        return local, local
    if month:
        return f"{local}-01", f"{local}-{monthrange(year, month)[1]:02}"
    return f"{local}-01-01", f"{local}-12-31"


def _read_iso(words: str) -> str | None:
    match = _ISO.fullmatch(words)
    if match is None:
        return None
    day = "-".join(part.zfill(2) for part in match[1].split("-"))
    return f"{day}T{match[2].zfill(2)}:{match[3]}" if match[2] else day


def _read_words(words: str, text: str, today: date) -> str:
    rest, clock = _take_clock(words)
    if clock and _take_clock(rest)[1]:
        raise BadValue(f"two times in {text!r}", hint=EXAMPLES)
    rest = re.sub(r"(?i)^[\s,]*(?:at|on|in|of|the)\b|[\s,]+(?:at|on)?[\s,]*$|(?<=,)\s*at\b", " ", rest).strip(" ,")
    day = _read_relative_day(rest.casefold(), today) or _read_iso(rest) or _read_date(rest, text)
    if clock and len(day) != 10:
        raise BadValue(f"a time needs its day: {text!r}", hint=EXAMPLES)
    return f"{day}T{clock}" if clock else day


def _take_clock(words: str) -> tuple[str, str | None]:
    """Return the words without their clock time, and the time as HH:MM."""
    for name, clock in (("noon", "12:00"), ("midnight", "00:00")):
        if re.search(rf"(?i)\b(?:12(?::00)?\s*)?{name}\b", words):
            return re.sub(rf"(?i)\b(?:12(?::00)?\s*)?{name}\b", " ", words), clock
    match = _CLOCK.search(words)
    if match is None:
        return words, None
    hour, minute, half = int(match[1] or match[4]), match[2] or match[5] or "00", (match[3] or "").casefold()
    if (half and hour > 12) or hour > 23 or int(minute) > 59:
        raise BadValue(f"no such time of day: {match[0].strip()!r}", hint="2:05 p.m. or 14:05")
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{words[: match.start()]} {words[match.end() :]}", f"{hour:02}:{minute}"


def _read_date(words: str, text: str) -> str:
    """Return the date that dateutil finds, only as exact as it was said.

    dateutil moves to a weekday where no day is said, and passes over one that is wrong: it is held against the date.
    """
    _refuse_two_dates(words)
    weekday = _WEEKDAY.search(words)
    date_said = _read_plain_date(_WEEKDAY.sub(" ", words, count=1).strip(), text)
    if weekday is not None and not _falls_on(date_said, weekday[1]):
        raise BadValue(f"not the date of a {_day_name(weekday[1])}: {text!r}", hint="leave the day of the week out")
    return date_said


def _falls_on(day: str, weekday: str) -> bool:
    if len(day) != 10 or not is_local(day):
        return False
    return _DAY_NAMES[date.fromisoformat(day).weekday()] == _day_name(weekday).casefold()


def _day_name(short: str) -> str:
    return next(name for name in _DAY_NAMES if name.startswith(short[:3].casefold())).capitalize()


def _read_plain_date(words: str, text: str) -> str:
    """Return the date that dateutil finds in words without a weekday: what two different defaults share was said."""
    from dateutil import parser

    said = re.sub(r"(?i)(\d)(?:st|nd|rd|th)\b", r"\1", words)
    if not re.search(r"\d{4}", said):
        raise (
            BadValue(f"no year in {text!r}", hint=EXAMPLES) if re.search(r"\d|[A-Za-z]{3}", said) else _not_a_time(text)
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            first = parser.parse(said, default=datetime(2004, 1, 1))  # noqa: DTZ001 (a default for what is unsaid)
            second = parser.parse(said, default=datetime(2008, 2, 2, 1, 1, 1, 1))  # noqa: DTZ001
    except Warning:
        raise _names_a_zone(text) from None
    except (ValueError, OverflowError, TypeError):
        raise _not_a_time(text) from None
    if first.tzinfo is not None:
        raise _names_a_zone(text)
    if first.time() != time() or second.time() != time(1, 1, 1, 1):  # it took a number for a time of day
        raise _not_a_time(text)
    if first.month != second.month:
        return f"{first.year:04}"
    return f"{first:%Y-%m}" if first.day != second.day else f"{first:%Y-%m-%d}"


def _refuse_two_dates(words: str) -> None:
    match = _TWO_DATES.search(words)
    if match is not None and int(match[1]) <= 12 and int(match[3]) <= 12 and match[1] != match[3]:
        raise BadValue(f"{match[0]!r} is two dates", hint="write the month as a word, or YYYY-MM-DD")


def _names_a_zone(text: str) -> BadValue:
    return BadValue(f"{text!r} has a word that is no part of a date", hint="say the zone with --in")


def _not_a_time(text: str) -> BadValue:
    if re.search(r"\d[\d:]*.*\b(?!AM\b|PM\b)[A-Z]{3,5}\b|[+-]\d\d:?\d\d$|\btime\b", text):
        return _names_a_zone(text)
    return BadValue(f"not a date or a time: {text!r}", hint=EXAMPLES)


def _read_relative_day(words: str, today: date) -> str | None:
    """Return the day that `today`, `yesterday`, `3 days ago` or `last Tuesday` is, else None."""
    shift = {"today": 0, "yesterday": -1, "tomorrow": 1}.get(words)
    if shift is not None:
        return (today + timedelta(days=shift)).isoformat()
    ago = re.fullmatch(r"(\d{1,4}|an?|one|two|three) (day|week|month|year)s? ago", words)
    if ago is not None:
        from dateutil.relativedelta import relativedelta

        number = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}.get(ago[1]) or int(ago[1])
        back = relativedelta(days=number * {"day": 1, "week": 7}.get(ago[2], 0))
        back += relativedelta(months=number * {"month": 1, "year": 12}.get(ago[2], 0))
        try:
            return (today - back).isoformat()
        except (ValueError, OverflowError):
            raise BadValue(f"no such date: {words!r}", hint=EXAMPLES) from None
    last = re.fullmatch(r"last ([a-z]+)", words)
    if last is not None and last[1] in _DAY_NAMES:
        return (today - timedelta(days=(today.weekday() - _DAY_NAMES.index(last[1]) - 1) % 7 + 1)).isoformat()
    return None


def _read_relative_period(words: str, today: date) -> str | None:
    """Return the month or year that `this month` or `last year` is, else None."""
    match = re.fullmatch(r"(this|last) (month|year)", words)
    if match is None:
        return None
    if match[2] == "year":
        return f"{today.year - (match[1] == 'last'):04}"
    month = today.replace(day=1) - timedelta(days=match[1] == "last")
    return f"{month:%Y-%m}"


_DURATION = re.compile(
    r"(?:(?P<hours>\d{1,3}(?:[.,]5)?|an?|one|two|three|half an)\s*(?:h|hrs?|hours?)\b\.?)?"
    r"(?P<half>\s*and a half)?(?:\s*(?:and\s*)?(?P<minutes>\d{1,4})\s*(?:m|mins?|minutes?)?\b\.?)?",
    re.IGNORECASE,
)
_NUMBERS = {"a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "half an": 0.5}


def read_duration(text: str) -> Duration:
    """Return the length that `30` (minutes), `30 min`, `about 1 h 20`, `1:20` or `an hour and a half` says.

    Raises:
        BadValue: where it says none.
    """
    words, found = _ABOUT.subn(" ", text.strip().casefold())
    words = re.sub(r"^(\d{1,2}):([0-5]\d)$", r"\1 h \2", " ".join(words.split()))
    words = words.replace("an hour and a half", "1.5 h").replace("hour and a half", "1.5 h")
    match = _DURATION.fullmatch(words)
    if match is None or not (match["hours"] or match["minutes"]):
        raise BadValue(f"not a length of time: {text!r}", hint="30 min, about 1 h 20, 1:20")
    said = (match["hours"] or "0").casefold().replace(",", ".")
    hours = _NUMBERS.get(said) if said in _NUMBERS else float(said)
    minutes = round((hours or 0) * 60) + (30 if match["half"] else 0) + int(match["minutes"] or 0)
    if not minutes:
        raise BadValue(f"not a length of time: {text!r}", hint="30 min, about 1 h 20, 1:20")
    return Duration(minutes=minutes, approximate=bool(found))
