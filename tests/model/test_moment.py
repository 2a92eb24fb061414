"""A local date or time is as exact as its source, and stands in the calendar."""

from __future__ import annotations

import pytest

from dipmeet.errors import InvalidRecord
from dipmeet.model.meeting import Source
from dipmeet.model.moment import Moment, is_local


@pytest.mark.parametrize(
    ("local", "precision", "date"),
    [
        ("1815", "year", "1815"),
        ("2017-09", "month", "2017-09"),
        ("2017-09-19", "day", "2017-09-19"),
        ("2017-09-19T14:05", "minute", "2017-09-19"),
    ],
)
def test_precision_is_what_the_source_gives(local: str, precision: str, date: str) -> None:
    moment = Moment.from_json({"local": local})
    assert (moment.precision, moment.date) == (precision, date)


@pytest.mark.parametrize("local", ["2016-02-29", "2000-02-29", "0001", "9999-12-31T23:59", "2017-12-31T00:00"])
def test_a_day_that_the_calendar_has_is_local(local: str) -> None:
    assert is_local(local)


@pytest.mark.parametrize(
    "local",
    [
        "", "17", "0000", "0000-01-01", "2017-00", "2017-13", "2017-9", "2017-09-00", "2017-09-31", "2017-02-29",
        "1900-02-29", "2017-09-19T24:00", "2017-09-19T14:60", "2017-09-19T14", "2017-09-19 14:05",
        "2017-09-19T14:05:00", "2017-09-19T14:05Z", "20170919", "2017-09-19T14:05\n", "２０１７-09-19",
    ],
)  # fmt: skip
def test_a_day_that_the_calendar_lacks_is_refused(local: str) -> None:
    assert not is_local(local)
    with pytest.raises(InvalidRecord):
        Moment.from_json({"local": local})


def test_a_publication_date_has_no_hour() -> None:
    assert Source.from_json({"published": "2017-09"}).published == "2017-09"
    with pytest.raises(InvalidRecord):
        Source.from_json({"published": "2017-09-19T14:05"})
