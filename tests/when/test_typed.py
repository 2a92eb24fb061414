"""What people type for a time, a period and a length is read as exactly as it was said, or refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.errors import BadValue
from dipmeet.model.moment import is_local
from dipmeet.when.typed import read_duration, read_moment, read_period
from dipmeet.when.wording import MONTHS

TODAY = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("2:05 p.m. 19 Sep 2017", "2017-09-19T14:05"),
        ("2:05 PM, September 19, 2017", "2017-09-19T14:05"),
        ("19 September 2017, at 2.05 p.m.", "2017-09-19T14:05"),
        ("Tuesday, 19 September 2017 at 2:05 p.m.", "2017-09-19T14:05"),
        ("14:05 on 2017-09-19", "2017-09-19T14:05"),
        ("2017-09-19T14:05", "2017-09-19T14:05"),
        ("2017-09-19 14:05", "2017-09-19T14:05"),
        ("2017-09-19t14:05:59", "2017-09-19T14:05"),
        ("14:05:59 19 Sep 2017", "2017-09-19T14:05"),
        ("2pm 19 Sep 2017", "2017-09-19T14:00"),
        ("12 a.m. 19 Sep 2017", "2017-09-19T00:00"),
        ("12 p.m. 19 Sep 2017", "2017-09-19T12:00"),
        ("0:25 p.m. 19 Sep 2017", "2017-09-19T12:25"),
        ("noon on 19 Sep 2017", "2017-09-19T12:00"),
        ("12 noon 19 Sep 2017", "2017-09-19T12:00"),
        ("midnight 19 Sep 2017", "2017-09-19T00:00"),
        ("17 July 1945 5 p.m.", "1945-07-17T17:00"),
        ("19 Sep 2017", "2017-09-19"),
        ("19th of September 2017", "2017-09-19"),
        ("the 2nd of September, 2017", "2017-09-02"),
        ("Sept. 19, 2017", "2017-09-19"),
        ("Tues 19 Sep 2017", "2017-09-19"),
        ("19-Sep-2017", "2017-09-19"),
        ("2017-9-1", "2017-09-01"),
        ("2017/9/1", "2017-09-01"),
        ("19.09.2017", "2017-09-19"),
        ("13/04/2017", "2017-04-13"),
        ("04/13/2017", "2017-04-13"),
        ("04/04/2017", "2017-04-04"),
        ("20170919", "2017-09-19"),
        ("29 Feb 2016", "2016-02-29"),
        ("9 June 1815", "1815-06-09"),
        ("May 2024", "2024-05"),
        ("2024 May", "2024-05"),
        ("in May 2024", "2024-05"),
        ("2024-05", "2024-05"),
        ("05/2024", "2024-05"),
        ("2017", "2017"),
        ("in 1945", "1945"),
    ],
)
def test_a_time_is_read_as_exactly_as_it_was_said(text: str, local: str) -> None:
    read = read_moment(text, today=TODAY)
    assert (read.local, read.approximate) == (local, False)


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("around 14:05 on 2017-09-19", "2017-09-19T14:05"),
        ("19 Sep 2017, about 2:05 p.m.", "2017-09-19T14:05"),
        ("at around 2:05 p.m. on 19 Sep 2017", "2017-09-19T14:05"),
        ("~14:05 2017-09-19", "2017-09-19T14:05"),
        ("approximately noon 19 Sep 2017", "2017-09-19T12:00"),
        ("circa 1945", "1945"),
        ("ca. May 2024", "2024-05"),
        ("about yesterday", "2026-11-22"),
    ],
)
def test_around_is_kept(text: str, local: str) -> None:
    read = read_moment(text, today=TODAY)
    assert (read.local, read.approximate) == (local, True)


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("today", "2026-11-23"),
        ("Yesterday", "2026-11-22"),
        ("tomorrow noon", "2026-11-24T12:00"),
        ("yesterday 15:00", "2026-11-22T15:00"),
        ("3 days ago", "2026-11-20"),
        ("a week ago", "2026-11-16"),
        ("two months ago", "2026-09-23"),
        ("10 years ago", "2016-11-23"),
        ("last Tuesday", "2026-11-17"),
        ("last Monday at 2 pm", "2026-11-16T14:00"),
        ("last Sunday", "2026-11-22"),
    ],
)
def test_relative_days_count_from_the_day_given(text: str, local: str) -> None:
    assert read_moment(text, today=TODAY).local == local


def test_a_month_ago_stays_within_the_month() -> None:
    assert read_moment("1 month ago", today=date(2026, 3, 31)).local == "2026-02-28"
    assert read_moment("1 year ago", today=date(2024, 2, 29)).local == "2023-02-28"


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.integers(0, 1439))
def test_a_date_in_words_is_read_back(day: date, minute: int) -> None:
    words = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    assert read_moment(words, today=TODAY).local == day.isoformat()
    clock = f"{minute // 60:02}:{minute % 60:02}"
    assert read_moment(f"{clock} {words}", today=TODAY).local == f"{day}T{clock}"
    assert read_moment(words.partition(" ")[2], today=TODAY).local == day.isoformat()[:7]


@given(st.text("0123456789 :/-.,apmT", max_size=16) | st.text(max_size=12))
def test_whatever_is_typed_is_a_local_time_or_refused(text: str) -> None:
    try:
        local = read_moment(text, today=TODAY).local
    except BadValue:
        return
    assert is_local(local)


@pytest.mark.parametrize(
    "text",
    ["30 Feb 2017", "29 Feb 2017", "31 September 2017", "April 31 2017", "2017-02-30", "2017-13", "2017-00-10", "0000",
     "31/04/2017", "13/13/2017", "2017/19/09", "9999 years ago"],
)  # fmt: skip
def test_a_date_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(BadValue):
        read_moment(text, today=TODAY)


@pytest.mark.parametrize("text", ["03/04/2017", "3.4.2017", "03-04-2017", "3 4 2017", "3, 4, 2017", "03/04/17"])
def test_a_date_that_is_two_dates_is_refused(text: str) -> None:
    with pytest.raises(BadValue, match="is two dates") as error:
        read_moment(text, today=TODAY)
    assert error.value.hint == "write the month as a word, or YYYY-MM-DD"


@pytest.mark.parametrize(
    "text",
    [
        "2:05 p.m. 19 Sep 2017 BST", "2:05 p.m. 19 Sep 2017 EST", "2:05 p.m. JST 19 Sep 2017", "14:05 UTC 19 Sep 2017",
        "14:05 GMT 19 Sep 2017", "14:05 19 Sep 2017 Japan time", "14:05 19 Sep 2017 local time", "19 Sep 2017 EDT",
        "2017-09-19T14:05Z", "2017-09-19T14:05+09:00", "2017-09-19 14:05:00 -0400", "2017-09-19T14:05-04",
    ],
)  # fmt: skip
def test_a_zone_is_not_dropped_but_asked_for_where_zones_are_said(text: str) -> None:
    with pytest.raises(BadValue) as error:
        read_moment(text, today=TODAY)
    assert error.value.hint == "say the zone with --in"


@pytest.mark.parametrize(
    "text",
    [
        "24:00 19 Sep 2017", "2017-09-19T24:00", "13:00 p.m. 19 Sep 2017", "14:60 19 Sep 2017", "2017-09-19 14:5",
        "19 Sep 2017 1405", "19 Sep 2017 14h05",
    ],
)  # fmt: skip
def test_a_time_of_day_that_is_none_is_refused_never_dropped(text: str) -> None:
    with pytest.raises(BadValue):
        read_moment(text, today=TODAY)


@pytest.mark.parametrize(
    "text", ["19 Sep 2017 14:05 14:35", "19 Sep 2017 from 4:50 to 5:35 p.m.", "noon 19 Sep 2017 14:05"]
)
def test_two_times_are_refused_never_one_of_them_taken(text: str) -> None:
    with pytest.raises(BadValue, match="two times in"):
        read_moment(text, today=TODAY)


@pytest.mark.parametrize("text", ["14:05 Sep 2017", "2 p.m. 2017", "14:05", "noon", "2:05 p.m. 19 Sep"])
def test_a_time_needs_its_day_and_a_day_its_year(text: str) -> None:
    with pytest.raises(BadValue):
        read_moment(text, today=TODAY)


@pytest.mark.parametrize("text", ["Mon 19 Sep 2017", "19 Sep 2017 (Wed)", "Sunday May 2024", "Tuesday 2017"])
def test_a_weekday_that_is_not_the_dates_is_refused(text: str) -> None:
    with pytest.raises(BadValue, match=r"not the date of a \w+day"):
        read_moment(text, today=TODAY)


@pytest.mark.parametrize(
    "text", ["", "  ", "about", "gibberish", "spring 1945", "1945 or 1946", "19 septembre 2017", "19 Sep 20175", "inf"]
)
def test_what_is_no_time_is_refused_with_examples(text: str) -> None:
    with pytest.raises(BadValue) as error:
        read_moment(text, today=TODAY)
    assert "2017-09-19" in (error.value.hint or "")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2017-09-19", "2017-09-19", "2017-09-19"),
        ("19 Sep 2017", "2017-09-19", "2017-09-19"),
        ("2017-09", "2017-09-01", "2017-09-30"),
        ("Sep 2017", "2017-09-01", "2017-09-30"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2017", "2017-01-01", "2017-12-31"),
        ("1815", "1815-01-01", "1815-12-31"),
        ("yesterday", "2026-11-22", "2026-11-22"),
        ("this month", "2026-11-01", "2026-11-30"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("This year", "2026-01-01", "2026-12-31"),
        ("last year", "2025-01-01", "2025-12-31"),
    ],
)
def test_a_partial_date_covers_its_period_to_its_last_day(text: str, first: str, last: str) -> None:
    assert read_period(text, today=TODAY) == (first, last)


def test_the_month_before_january_is_in_the_year_before() -> None:
    assert read_period("last month", today=date(2026, 1, 31)) == ("2025-12-01", "2025-12-31")


@given(st.dates(date(1, 1, 1), date(9999, 12, 30)), st.sampled_from((4, 7, 10)))
def test_a_period_ends_on_the_day_before_the_next_begins(day: date, length: int) -> None:
    said = day.isoformat()[:length]
    first, last = read_period(said, today=TODAY)
    assert first <= day.isoformat() <= last
    assert first[:length] == last[:length] == said
    if last != "9999-12-31":
        assert (date.fromisoformat(last) + timedelta(days=1)).isoformat()[:length] != said


@pytest.mark.parametrize("text", ["2017-02-30", "30 Feb 2017", "2017-13", "soon", "", "03/04/2017"])
def test_a_period_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(BadValue):
        read_period(text, today=TODAY)


@pytest.mark.parametrize(
    ("text", "minutes", "approximate"),
    [
        ("30", 30, False), ("30 min", 30, False), ("30 minutes", 30, False), ("90m", 90, False), ("1:20", 80, False),
        ("about 1 h 20", 80, True), ("1 hour and 30 minutes", 90, False), ("an hour and a half", 90, False),
        ("half an hour", 30, False), ("about an hour", 60, True), ("2 hours", 120, False), ("1.5 h", 90, False),
        ("1,5 hours", 90, False), ("two hours and a half", 150, False), ("1 hr. 20 mins.", 80, False),
        ("~30", 30, True),
        ("approximately 30 minutes", 30, True),
    ],
)  # fmt: skip
def test_a_length_of_time_is_read_in_minutes(text: str, minutes: int, approximate: bool) -> None:
    duration = read_duration(text)
    assert (duration.minutes, duration.approximate) == (minutes, approximate)


@pytest.mark.parametrize("text", ["", "0", "0 min", "-5", "h", "min", "long", "1:75", "about", "30 and a half"])
def test_what_is_no_length_of_time_is_refused(text: str) -> None:
    with pytest.raises(BadValue, match="not a length of time"):
        read_duration(text)
