"""Dates in the cells of a table: as exact as they are, and none that could be two."""

from __future__ import annotations

import re

from dipmeet.errors import BadValue
from dipmeet.model.moment import is_local

_ISO_DAY = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ]00:00(?::00(?:\.0+)?)?)?(?:Z|[+-]\d\d:\d\d)?")
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 0?0:00(?::00)?)?")


_TO = r"\s*(?:[-–—]|\bto\b)\s*"
_RANGES = tuple(
    re.compile(form)
    for form in (
        rf"(?P<m1>[A-Z][a-z]+\.?) (?P<d1>\d{{1,2}})(?:, (?P<y1>\d{{4}}))?{_TO}"
        r"(?:(?P<m2>[A-Z][a-z]+\.?) )?(?P<d2>\d{1,2}), (?P<y2>\d{4})",
        rf"(?P<d1>\d{{1,2}})(?: (?P<m1>[A-Z][a-z]+\.?))?(?: (?P<y1>\d{{4}}))?{_TO}"
        r"(?P<d2>\d{1,2}) (?P<m2>[A-Z][a-z]+\.?) (?P<y2>\d{4})",
    )
)
_ISO_RANGE = re.compile(r"(\d{4}-\d\d-\d\d)\s*(?:/|–|\bto\b)\s*(\d{4}-\d\d-\d\d)")  # ISO 8601-1 §5.5.2.3


def read_dates(cell: str, order: str | None) -> tuple[str, str | None]:
    """Return the first and the last day in a cell: "December 12-23, 1874", "30 May to 5 June 1942"; or one date alone.

    Raises:
        BadValue: as `read_date`, and where the last day comes before the first.
    """
    days = _range_in(cell)
    if days is None:
        return read_date(cell, order), None
    first, last = (read_date(day, order) for day in days)
    if last < first:
        raise BadValue(f"its last day comes before its first: {cell!r}")
    return first, last


def _range_in(cell: str) -> tuple[str, str] | None:
    iso = _ISO_RANGE.fullmatch(cell)
    if iso is not None:
        return iso[1], iso[2]
    match = next((found for form in _RANGES if (found := form.fullmatch(cell)) is not None), None)
    if match is None:
        return None
    said = match.groupdict()
    first_month, last_month = said["m1"] or said["m2"], said["m2"] or said["m1"]
    return (
        f"{said['d1']} {first_month} {said['y1'] or said['y2']}",
        f"{said['d2']} {last_month} {said['y2']}",
    )


def read_date(cell: str, order: str | None) -> str:
    """Return the date in a cell, as exact as it is: YYYY, YYYY-MM, YYYY-MM-DD or with the hour.

    `order` says how 3/4/1917 is read, dmy or mdy. A spreadsheet's midnight is a day without an hour.

    Raises:
        BadValue: where it says none, one that does not exist or, without `order`, one in numbers alone.
    """
    iso = _ISO_DAY.fullmatch(cell)
    if iso is not None and is_local(iso[1]):
        return iso[1]
    numbers = _NUMBERS.fullmatch(cell)
    if numbers is not None:
        return _read_numbers(numbers, order)
    if re.search(r"\d{4}", cell) is None:  # nor are "yesterday" and "3 days ago" dates of a table
        raise BadValue(f"not a date with a year: {cell!r}")
    from datetime import date

    from dipmeet.when.typed import read_moment

    try:
        return read_moment(cell, today=date(1, 1, 1)).local
    except BadValue as error:
        raise BadValue(error.message) from None  # its hint is for what a person types


def _read_numbers(match: re.Match[str], order: str | None) -> str:
    if order is None:
        raise BadValue(f"{match[0]} may be day first or month first", hint="--dates dmy or --dates mdy")
    day, month = (match[1], match[2]) if order == "dmy" else (match[2], match[1])
    local = f"{match[3]}-{month:0>2}-{day:0>2}"
    if not is_local(local):
        raise BadValue(f"no such date, {'day' if order == 'dmy' else 'month'} first: {match[0]}")
    return local
