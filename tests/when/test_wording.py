"""Moments and lengths of time in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.model.moment import Duration, Moment
from dipmeet.when.moments import to_zone
from dipmeet.when.typed import read_duration
from dipmeet.when.wording import render_clock, render_day, render_duration, render_moment, render_time

NEW_YORK = Moment(local="2017-09-19T14:05", zone="America/New_York", offset="-04:00", approximate=True)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (NEW_YORK, "Tue 19 Sep 2017 about 2:05 p.m. EDT"),
        (NEW_YORK.replaced(approximate=False), "Tue 19 Sep 2017 2:05 p.m. EDT"),
        (Moment(local="1945-07-17T17:00", zone="Europe/Berlin"), "Tue 17 Jul 1945 5:00 p.m. CEMT"),
        (Moment(local="2017-08-10T12:00", zone="Asia/Kathmandu"), "Thu 10 Aug 2017 12:00 noon UTC+5:45"),
        (Moment(local="2017-11-05T01:30", zone="America/New_York", offset="-05:00"), "Sun 5 Nov 2017 1:30 a.m. EST"),
        (Moment(local="2017-09-19T14:05"), "Tue 19 Sep 2017 2:05 p.m. (zone unknown)"),
        (Moment(local="2017-09-19T14:05", zone="Mars/Olympus"),
         "Tue 19 Sep 2017 2:05 p.m. (no zone is called Mars/Olympus)"),
        (Moment(local="2017-09-19", zone="America/New_York"), "Tue 19 Sep 2017"),
        (Moment(local="2017-09-19", approximate=True), "about Tue 19 Sep 2017"),
        (Moment(local="2017-09"), "Sep 2017"),
        (Moment(local="2017-09", approximate=True), "about Sep 2017"),
        (Moment(local="1815"), "1815"),
    ],
)  # fmt: skip
def test_a_moment_is_told_as_exactly_as_it_is_known(moment: Moment, words: str) -> None:
    assert render_moment(moment) == words


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("Asia/Tokyo", "Wed 20 Sep 2017 about 3:05 a.m. JST (+1 day)"),
        ("Europe/Paris", "Tue 19 Sep 2017 about 8:05 p.m. CEST"),
        ("Pacific/Honolulu", "Tue 19 Sep 2017 about 8:05 a.m. HST"),
    ],
)
def test_a_converted_time_tells_zone_weekday_and_shift_of_days(zone: str, words: str) -> None:
    there = to_zone(NEW_YORK, zone)
    assert there is not None
    assert render_moment(there, shift_from=NEW_YORK) == words


@pytest.mark.parametrize(
    ("here", "there", "ending"),
    [
        ("2017-09-20T03:05", "2017-09-19T14:05", "(-1 day)"),
        ("2011-12-29T23:00", "2011-12-31T01:00", "(+2 days)"),
        ("2017-09-19T14:05", "2017-09-19T23:05", "(zone unknown)"),
    ],
)
def test_a_shift_is_told_in_either_direction_and_only_where_there_is_one(here: str, there: str, ending: str) -> None:
    assert render_moment(Moment(local=there), shift_from=Moment(local=here)).endswith(ending)


def test_a_day_without_an_hour_has_no_shift() -> None:
    assert render_moment(Moment(local="2017-09-20"), shift_from=NEW_YORK) == "Wed 20 Sep 2017"
    assert "day)" not in render_moment(NEW_YORK, shift_from=Moment(local="2017-09-20"))


def test_a_time_by_itself_is_told_without_its_day() -> None:
    assert render_time(NEW_YORK) == "about 2:05 p.m. EDT"
    assert render_time(Moment(local="2017-09-19")) == ""
    assert render_time(Moment(local="2017-09-19", approximate=True)) == "about"


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ("00:00", "12:00 midnight"), ("00:05", "12:05 a.m."), ("03:05", "3:05 a.m."), ("11:59", "11:59 a.m."),
        ("12:00", "12:00 noon"), ("12:01", "12:01 p.m."), ("13:00", "1:00 p.m."), ("23:59", "11:59 p.m."),
    ],
)  # fmt: skip
def test_noon_and_midnight_are_named_since_twelve_is_read_both_ways(time: str, words: str) -> None:
    assert render_clock(f"2017-09-19T{time}") == words


@pytest.mark.parametrize(
    ("local", "with_weekday", "without"),
    [
        ("1815-06-09", "Fri 9 Jun 1815", "9 Jun 1815"),
        ("2016-02-29T10:00", "Mon 29 Feb 2016", "29 Feb 2016"),
        ("2017-12", "Dec 2017", "Dec 2017"),
        ("2017", "2017", "2017"),
    ],
)
def test_a_day_has_its_weekday_where_it_is_wanted(local: str, with_weekday: str, without: str) -> None:
    assert render_day(local) == with_weekday
    assert render_day(local, weekday=False) == without


@pytest.mark.parametrize(
    ("minutes", "approximate", "words"),
    [
        (1, False, "1 min"),
        (30, True, "about 30 min"),
        (60, False, "1 h"),
        (100, False, "1 h 40 min"),
        (1500, True, "about 25 h"),
    ],
)
def test_a_length_is_told_in_hours_and_minutes(minutes: int, approximate: bool, words: str) -> None:
    assert render_duration(Duration(minutes=minutes, approximate=approximate)) == words


@given(st.integers(1, 59_999), st.booleans())
def test_a_length_is_read_back_as_it_is_told(minutes: int, approximate: bool) -> None:
    duration = Duration(minutes=minutes, approximate=approximate)
    assert read_duration(render_duration(duration)) == duration
