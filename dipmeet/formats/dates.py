"""Dates in the cells of a table: as exact as they are, and none that could be two."""

from __future__ import annotations

import re

from dipmeet.errors import BadValue
from dipmeet.model.moment import is_local

_ISO_DAY = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ]00:00(?::00(?:\.0+)?)?)?(?:Z|[+-]\d\d:\d\d)?")
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 0?0:00(?::00)?)?")


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
