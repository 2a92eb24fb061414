"""A moment: a wall clock somewhere, as exact as the source gives it and no more."""

from __future__ import annotations

import re
from typing import Literal

from dipmeet.model.record import Record, field_of
from dipmeet.model.shapes import Count, Flag, Text

Precision = Literal["year", "month", "day", "minute"]

DATE = r"(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
DAY = rf"(?!0000)[0-9]{{4}}(-(0[1-9]|1[0-2]))?|{DATE}"
LOCAL = rf"{DAY}|{DATE}T([01][0-9]|2[0-3]):[0-5][0-9]"
OFFSET = r"[+-]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?"
ZONE = r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*"

_PRECISIONS: dict[int, Precision] = {4: "year", 7: "month", 10: "day", 16: "minute"}
_PARTS = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?", re.ASCII)


def is_local(text: str) -> bool:
    """Tell whether `text` is a date (YYYY, YYYY-MM, YYYY-MM-DD) or minute (…THH:MM) that the calendar has."""
    match = _PARTS.fullmatch(text)
    if match is None:
        return False
    year, month, day, hour, minute = (int(part) if part is not None else None for part in match.groups())
    if not year or (month is not None and not 1 <= month <= 12):
        return False
    if day is not None and not 1 <= day <= days_of(year, month or 1):
        return False
    return (hour or 0) <= 23 and (minute or 0) <= 59


def days_of(year: int, month: int) -> int:
    """Return how many days a month has, by the Gregorian calendar."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


LOCAL_TEXT = Text("a date or time such as 2017-09-19T14:05, 2017-09-19, 2017-09 or 2017", LOCAL, check=is_local)
DAY_TEXT = Text("a date such as 2017-09-19, 2017-09 or 2017", DAY, check=lambda text: len(text) < 11 and is_local(text))
ZONE_TEXT = Text("an IANA time zone such as Asia/Tokyo", ZONE)


class Moment(Record):
    """When something began or ended, on the wall clock of `zone`.

    `local` is `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`; `offset` is what the zone's offset from UTC was
    taken to be when this was recorded; `approximate` is the source's "around".
    """

    local: str = field_of(LOCAL_TEXT, required=True)
    zone: str | None = field_of(ZONE_TEXT)
    offset: str | None = field_of(Text("an offset from UTC such as +09:00", OFFSET))
    approximate: bool = field_of(Flag(), default=False)
    as_stated: str | None = field_of(Text())

    @property
    def date(self) -> str:
        """The date part of `local`, as precise as it is: `2017-09-19`, `2017-09` or `2017`."""
        return self.local[:10]

    @property
    def precision(self) -> Precision:
        """How exact `local` is."""
        return _PRECISIONS[len(self.local)]


class Duration(Record):
    """How long a meeting lasted, in whole minutes."""

    minutes: int = field_of(Count(1), required=True)
    approximate: bool = field_of(Flag(), default=False)
    as_stated: str | None = field_of(Text())
