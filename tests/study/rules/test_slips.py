"""Slips: the one mistake that would explain two times that do not agree."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.model.moment import Moment
from dipmeet.study.rules.slips import slip_between
from dipmeet.when.moments import minutes_between, pinned, to_zone

DAY, HALF, SWAPPED = "the day is wrong", "a.m. and p.m. are mixed up in one of them", "the two are swapped"
DATE = "the month or the year is wrong"
ZONES = ("America/New_York", "Europe/Berlin", "Asia/Tokyo", "Asia/Kathmandu", "America/Sao_Paulo", "Australia/Sydney")


@pytest.mark.parametrize(
    ("start", "stated", "slip"),
    [
        (("2024-06-14T19:35", "Europe/Rome"), ("2024-06-14T02:35", "Asia/Tokyo"), DAY),
        (("2023-01-09T10:30", "America/Sao_Paulo"), ("2023-01-10T22:30", "Asia/Tokyo"), DAY),
        (("2023-08-01T00:45", "Africa/Johannesburg"), ("2023-08-01T19:45", "Asia/Tokyo"), HALF),
        (("2024-02-28T18:35", "Asia/Jerusalem"), ("2024-02-28T11:35", "Asia/Tokyo"), SWAPPED),
        (("2017-09-19T03:05", "America/New_York"), ("2017-09-20T14:05", "Asia/Tokyo"), SWAPPED),
        (("2017-09-19T14:05", "America/New_York"), ("2017-08-20T03:05", "Asia/Tokyo"), DATE),
        (("2017-09-19T14:05", "America/New_York"), ("2016-09-20T03:05", "Asia/Tokyo"), DATE),
        (("2017-07-19T10:00", "Europe/Rome"), ("2017-07-19T03:00", "Asia/Tokyo"), SWAPPED),  # 7 h taken away, not added
        (("2017-07-19T10:00", "Europe/Rome"), ("2017-07-19T18:00", "Asia/Tokyo"),
         "winter time of Europe/Rome was taken for its summer time"),
        (("2017-01-19T10:00", "Europe/Rome"), ("2017-01-19T17:00", "Asia/Tokyo"),
         "summer time of Europe/Rome was taken for its winter time"),
        (("2017-01-19T10:00", "Asia/Tokyo"), ("2017-01-19T03:00", "Europe/Rome"),
         "summer time of Europe/Rome was taken for its winter time"),
        (("2017-01-19T10:00", "Asia/Seoul"), ("2017-01-19T10:07", "Asia/Tokyo"), "the minutes differ"),
        (("2017-01-19T10:00", "Asia/Seoul"), ("2017-01-19T13:20", "Asia/Tokyo"), None),
    ],
)  # fmt: skip
def test_a_slip_is_named(start: tuple[str, str], stated: tuple[str, str], slip: str | None) -> None:
    one, other = (pinned(Moment(local=local, zone=zone)) for local, zone in (start, stated))
    assert minutes_between(one, other)
    assert slip_between(one, other, 0) == slip


@settings(max_examples=60)
@given(
    local=st.builds(datetime.combine, st.dates(date(1976, 1, 1), date(2034, 12, 31)), st.times()),
    zones=st.tuples(st.sampled_from(ZONES), st.sampled_from(ZONES)),
    days=st.sampled_from((-1, 1)),
)
def test_a_stated_time_on_the_next_day_or_the_last_is_always_known_for_that(local, zones, days) -> None:
    start = pinned(Moment(local=local.strftime("%Y-%m-%dT%H:%M"), zone=zones[0]))
    stated = to_zone(start, zones[1])
    assert stated is not None
    day = date.fromisoformat(stated.date) + timedelta(days=days)
    moved = pinned(stated.replaced(local=f"{day}{stated.local[10:]}", offset=None))
    apart = minutes_between(start, moved)
    if apart is not None and abs(apart) == 24 * 60:  # else a change of the clocks lies between
        assert slip_between(start, moved, 0) == DAY
