"""Specifies dates in cells: as exact as they are, and refused where they could be two."""

from __future__ import annotations

import pytest

from dipmeet.errors import BadValue
from dipmeet.formats.dates import read_date, read_dates


@pytest.mark.parametrize(
    ("cell", "local"),
    [
        ("1866-01-09", "1866-01-09"), ("1866-01", "1866-01"), ("1866", "1866"),
        ("1866-01-09Z", "1866-01-09"), ("1866-01-09-05:00", "1866-01-09"),
        ("1917-04-03 00:00:00", "1917-04-03"), ("1917-04-03T00:00:00Z", "1917-04-03"),
        ("2017-09-19T14:05", "2017-09-19T14:05"), ("2017-09-19 14:05:00", "2017-09-19T14:05"),
        ("9 January 1866", "1866-01-09"), ("January 9, 1866", "1866-01-09"), ("Jan. 9, 1866", "1866-01-09"),
        ("January 1866", "1866-01"),
    ],
)  # fmt: skip
def test_a_date_is_as_exact_as_its_cell(cell: str, local: str) -> None:
    assert read_date(cell, None) == local


@pytest.mark.parametrize(
    ("cell", "order", "local"),
    [
        ("3/4/1917", "dmy", "1917-04-03"), ("3/4/1917", "mdy", "1917-03-04"), ("09/19/2017", "mdy", "2017-09-19"),
        ("19.09.2017", "dmy", "2017-09-19"), ("19-9-2017 00:00", "dmy", "2017-09-19"),
    ],
)  # fmt: skip
def test_numbers_are_read_in_the_order_that_was_said(cell: str, order: str, local: str) -> None:
    assert read_date(cell, order) == local


@pytest.mark.parametrize("cell", ["3/4/1917", "09/19/2017", "19/09/2017", "3.4.1917"])
def test_without_an_order_numbers_are_refused(cell: str) -> None:
    with pytest.raises(BadValue, match=f"{cell} may be day first or month first") as caught:
        read_date(cell, None)
    assert caught.value.hint == "--dates dmy or --dates mdy"


@pytest.mark.parametrize(
    ("cell", "order"),
    [
        ("2001-02-30", None), ("09/19/2017", "dmy"), ("31/4/2017", "dmy"), ("0000-01-01", None), ("yesterday", None),
        ("3 days ago", None), ("9999 days ago", None), ("soon", None), ("12", None), ("3/4/17", "dmy"),
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(cell: str, order: str | None) -> None:
    with pytest.raises(BadValue):
        read_date(cell, order)


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("December 12-23, 1874", "1874-12-12", "1874-12-23"),
        ("December 12–23, 1874", "1874-12-12", "1874-12-23"),
        ("April 15–July 12, 1876", "1876-04-15", "1876-07-12"),
        ("Dec. 22, 1941 – Jan. 14, 1942", "1941-12-22", "1942-01-14"),
        ("29 May to 5 June 1942", "1942-05-29", "1942-06-05"),
        ("3-5 June 1942", "1942-06-03", "1942-06-05"),
        ("1874-12-12/1874-12-23", "1874-12-12", "1874-12-23"),
        ("December 12, 1874", "1874-12-12", None),
        ("1874-12", "1874-12", None),
    ],
)
def test_a_cell_may_hold_the_first_and_the_last_day(cell: str, first: str, last: str | None) -> None:
    assert read_dates(cell, None) == (first, last)


@pytest.mark.parametrize("cell", ["December 23-12, 1874", "December 30–January 2, 1960", "February 27–30, 2001", "3-5"])
def test_days_that_are_none_or_run_backwards_are_refused(cell: str) -> None:
    with pytest.raises(BadValue):
        read_dates(cell, None)
